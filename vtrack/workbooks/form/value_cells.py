"""The cell that takes a target's value: of what kind that is, and what the cell holds before it is filled in.

Of shares the cell is text, because a spreadsheet would take ``10/14`` for the fourteenth of October; so ``95.20`` keeps
its form too. Other numbers are numbers, shown with the digits of the file.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum

from vtrack.messages import Message, say
from vtrack.model.calendar import Each
from vtrack.model.forms import Accumulate, Grow, Keep, Milestone, Task
from vtrack.model.reference import Reference, Reportable
from vtrack.workbooks.file.capacity import MOST_DIGITS
from vtrack.workbooks.form.listing import Row
from vtrack.workbooks.layout import DONE_WORDS, cell_text

Words = Callable[[Message], str]
"""What puts a message into the language of the workbook."""
TEXT, GENERAL = "@", "General"
WHOLE = {"%": 100, "％": 100, "‰": 1000}
"""What the whole is, in the units of shares."""


class Kind(Enum):
    """What a value is: a number, a share of a whole, a milestone's state, whether a task is done."""

    NUMBER = "number"
    SHARE = "share"
    STATE = "state"
    DONE = "done"


def kind_of(target: Reportable) -> Kind:
    """What the value of a target is; of a reference series it is a number."""
    if isinstance(target, Reference):
        return Kind.NUMBER
    if isinstance(target.form, Milestone):
        return Kind.STATE
    if isinstance(target.form, Task):
        return Kind.DONE
    return Kind.SHARE if target.unit in WHOLE else Kind.NUMBER


def content(row: Row, word: Words) -> tuple[str | Decimal | None, str]:
    """What the cell holds before it is filled in, and its number format."""
    kind, figure = kind_of(row.target), row.figure
    if figure is not None and figure.state is not None:
        return cell_text(figure.state), TEXT
    if figure is not None and figure.done is not None:
        return word(DONE_WORDS[figure.done]), TEXT
    if row.digits is None:
        return None, GENERAL if kind is Kind.NUMBER else TEXT
    if kind is not Kind.NUMBER or "/" in row.digits or sum(map(str.isdigit, row.digits)) > MOST_DIGITS:
        return row.digits, TEXT
    places = len(row.digits.partition(".")[2])
    return Decimal(row.digits), f"0.{'0' * places}" if places else "0"


def to_report(target: Reportable) -> Message | None:
    """Which number is wanted, where the indicator's name alone does not say it."""
    if isinstance(target, Reference):
        return say("the value that others have published")
    form = target.form
    if isinstance(form, Accumulate):
        if not form.running:
            return say("what was added this year, so far")
        return say("the total since {day}", day=form.start.year) if form.start else say("the running total")
    if isinstance(form, Keep) and form.flow:
        return say("this year's total so far")
    if isinstance(form, Keep) and form.each is not Each.YEAR:
        return say("each quarter anew") if form.each is Each.QUARTER else say("each month anew")
    if isinstance(form, Grow):
        return say("this year's growth") if form.rates else say("the value itself, not its growth")
    return None
