"""Of which year and day a figure is, where the call does not say it: chosen from what is due, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vtrack.dues import Due, Wanted
from vtrack.errors import CallError
from vtrack.messages import Message, listed, say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.recording.entry import Amount, Report, Share


@dataclass(frozen=True, slots=True)
class Occasion:
    """The year of the file and the day of the figure, ``None`` for the year's last.

    remark: what was chosen. of_today: whether it was chosen because nothing is wanted.
    """

    year: int
    as_of: date | None = None
    remark: Message | None = None
    of_today: bool = False


def occasion(
    target: Target, found: Sequence[Due] | None, today: date, year: int | None = None, as_of: date | None = None
) -> Occasion:
    """When a figure is of, from what the call says and what its target wants.

    found: what the target wants, ``None`` where that is not known. A period that is over comes first, if it is the
    only one; otherwise the figure is of today. In the running year a figure without a day is of today, because
    31 December has not come.

    Raises:
        CallError: more than one period is wanted, or none is and the deadline has passed, or it is not known; the
            sentence asks which.
    """
    if as_of is not None:
        return Occasion(as_of.year if year is None else year, as_of)
    if isinstance(target.form, Milestone | Task):
        return _of_today(today) if year in (None, today.year) else Occasion(_year(year))
    if found is None and year is None:
        raise CallError(
            say(
                "faulty data hides which figure of {name} is wanted; say by --as-of of which day this is",
                name=target.name,
            )
        )
    over = [due for due in found or () if _is_over(due, today) and year in (None, due.last.year)]
    if len(over) > 1:
        days = tuple(due.last for due in over)
        raise CallError(say("figures of several periods are wanted; say which by --as-of: {days}", days=listed(days)))
    if over:
        return _of_period(over[0], given=year is not None)
    if year is not None and year != today.year:
        return Occasion(year)
    deadline = target.form.by.day
    if deadline is not None and deadline < today:
        raise CallError(
            say(
                "{name} ended on {deadline} and wants no more figures; say by --as-of of which day this one is",
                name=target.name,
                deadline=deadline,
            )
        )
    return _of_today(today)


def _is_over(due: Due, today: date) -> bool:
    return due.wanted is Wanted.FIGURE and due.last <= today


def _of_period(due: Due, *, given: bool) -> Occasion:
    last = due.last
    as_of = None if last == year_end(last.year) else last
    if given and as_of is None:
        return Occasion(last.year)
    return Occasion(last.year, as_of, say("taken as the figure of {period}, which is wanted", period=due.period))


def _of_today(today: date) -> Occasion:
    if today == year_end(today.year):
        return Occasion(today.year)
    remark = say("taken as of today, {day}; another day is given by --as-of", day=today)
    return Occasion(today.year, today, remark, of_today=True)


def is_same_amount(report: Report, figure: Figure) -> bool:
    """Whether a report says what a figure says already: the same call made twice must not make a figure of today."""
    if isinstance(report, Amount):
        return figure.value == Fraction(report.text)
    return isinstance(report, Share) and (figure.count, figure.of) == (Fraction(report.count), Fraction(report.of))


def _year(year: int | None) -> int:
    assert year is not None
    return year
