"""Of which year and day a figure is, where the call does not say it: chosen from what is due, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct

from vtrack.dues import Due, Wanted
from vtrack.errors import CallError
from vtrack.messages import Message, listed, say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.model.reference import Reference, Reportable
from vtrack.recording.entry import Amount, Report, Share


class Occasion(Struct, frozen=True):
    """The year of the file and the day of the figure, ``None`` for the year's last.

    remark: what was chosen. of_today: whether it was chosen because nothing is wanted.
    """

    year: int
    as_of: date | None = None
    remark: Message | None = None
    of_today: bool = False


def occasion(
    about: Reportable, found: Sequence[Due] | None, today: date, year: int | None = None, as_of: date | None = None
) -> Occasion:
    """When a figure, or a value to compare with, is of, from what the call says and what is wanted.

    about: the target or reference series. found: what is wanted of it, ``None`` where that is not known. A period that
    is over comes first, if it is the only one; otherwise the figure is of today. In the running year a figure without
    a day is of today, because 31 December has not come.

    Raises:
        CallError: more than one period is wanted, or none is and the deadline has passed, or it is not known; the
            sentence asks which.
    """
    if as_of is not None:
        return Occasion(as_of.year if year is None else year, as_of)
    if isinstance(about, Target) and isinstance(about.form, Milestone | Task):
        return _of_today(today) if year in (None, today.year) else Occasion(_year(year))
    if found is None and year is None:
        raise CallError(
            say(
                "faulty data hides which figure of {name} is wanted; say by --as-of of which day this is",
                name=about.name,
            )
        )
    # Several targets may want the same value to compare with.
    over = {due.day: due for due in found or () if due.day <= today and year in (None, due.day.year)}
    if len(over) > 1:
        days = listed(tuple(sorted(over)))
        raise CallError(say("figures of several periods are wanted; say which by --as-of: {days}", days=days))
    for due in over.values():
        return _of_period(due, given=year is not None)
    if year is not None and year != today.year:
        return Occasion(year)
    deadline = _deadline(about)
    if deadline is not None and deadline < today:
        raise CallError(
            say(
                "{name} ended on {deadline} and wants no more figures; say by --as-of of which day this one is",
                name=about.name,
                deadline=deadline,
            )
        )
    return _of_today(today)


def reported_already(figure: Figure) -> Occasion:
    """The occasion of a figure that the files have."""
    day = figure.day if figure.dated else None
    return Occasion(figure.year, day, say("taken as the value of {day}, which is reported already", day=figure.day))


def _deadline(about: Reportable) -> date | None:
    """The last day on which figures are of use; ``None`` where that is not known."""
    targets = about.targets if isinstance(about, Reference) else (about,)
    days = [target.form.by.day for target in targets]
    return None if None in days else max(day for day in days if day)


def _of_period(due: Due, *, given: bool) -> Occasion:
    last = due.day
    as_of = None if last == year_end(last.year) else last
    if given and as_of is None:
        return Occasion(last.year)
    if due.wanted is Wanted.REFERENCE:
        remark = say("taken as the value for {period}, which is wanted", period=due.period)
    else:
        remark = say("taken as the figure of {period}, which is wanted", period=due.period)
    return Occasion(last.year, as_of, remark)


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
