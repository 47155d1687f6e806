"""Which targets a workbook lists: those of which something may be reported in its year, on the sheet of their owner.

With them the reference series of which they need a value of that year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from msgspec import Struct

from vtrack.cases import Dossier
from vtrack.checking import Examined
from vtrack.messages import Message, listed, say
from vtrack.model.calendar import year_end, year_start
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Plan, Target
from vtrack.model.record import Figure
from vtrack.model.reference import Reference, Reportable
from vtrack.verdicts.verdict import Status, Verdict
from vtrack.workbooks.form.compared import needed
from vtrack.workbooks.form.goal import goal_of
from vtrack.workbooks.layout import Key


class LeftOut(str, Enum):
    """Why a target has no row."""

    PLACEHOLDER = "placeholder"
    NOT_BEGUN = "not_begun"
    OVER = "over"
    SETTLED = "settled"


class Row(Struct, frozen=True):
    """One target, or reference series, of which something may be reported.

    goal: this year's target or expected value. figure: the latest that was reported for the year, and ``digits`` the
    number in it, or count and whole, as they stand in the file. lead: the names of the leading departments.
    """

    key: Key
    locality: str
    target: Reportable
    goal: Message
    lead: tuple[str, ...] = ()
    figure: Figure | None = None
    digits: str | None = None


class Listing(Struct, frozen=True):
    """The rows of one locality or one leading department, and how many targets were left out and why.

    name: of the locality or the department; ``None`` for targets without one. locality: whose department it is,
    ``None`` where the listing is the locality's own.
    """

    name: str | None
    rows: tuple[Row, ...]
    left_out: Mapping[LeftOut, int]
    locality: str | None = None


def by_locality(localities: Sequence[Examined], year: int) -> list[Listing]:
    """One listing a locality, in the plan's order."""
    return [
        _listing(
            dossier.plan.locality.name,
            [row for _, row in _rows(examined, dossier, year)],
        )
        for examined, dossier in _known(localities)
    ]


def by_department(localities: Sequence[Examined], year: int) -> list[Listing]:
    """One listing a department that leads first; those without any come last in their locality.

    A target stands once, with its first leading department: the others are named in its row. Departments of the same
    name in two localities are two offices.
    """
    listings = []
    for examined, dossier in _known(localities):
        groups: dict[str | None, list[Row | LeftOut]] = {}
        for first, row in _rows(examined, dossier, year):
            groups.setdefault(first, []).append(row)
        if None in groups:
            groups[None] = groups.pop(None)
        for id, rows in groups.items():
            name = None if id is None else dossier.plan.departments.get(id, id)
            listings.append(_listing(name, rows, dossier.plan.locality.name))
    return listings


def _known(localities: Sequence[Examined]) -> Iterator[tuple[Examined, Dossier]]:
    return ((examined, examined.dossier) for examined in localities if examined.dossier is not None)


def _rows(examined: Examined, dossier: Dossier, year: int) -> Iterator[tuple[str | None, Row | LeftOut]]:
    """Each target that has a verdict, or why it is not listed, and behind it the series that it is the first to need.

    Each with the department that leads the target first.
    """
    series = list(needed(dossier.plan, dossier.record, year))
    for verdict in dossier.verdicts:
        target = verdict.target
        first = target.lead[0] if target.lead else None
        reported = any(figure.year == year for figure in dossier.record.figures.get(target.id, ()))
        # What was reported can still be corrected.
        reason = None if reported else _left_out(verdict, dossier.plan, year)
        yield first, reason or _row(target, examined, dossier, year)
        yield from ((first, _reference_row(one, examined, dossier, year)) for one in series if one.targets[0] is target)


def _left_out(verdict: Verdict, plan: Plan, year: int) -> LeftOut | None:
    form = verdict.target.form
    if verdict.status is Status.PLACEHOLDER:
        return LeftOut.PLACEHOLDER
    if isinstance(form, Milestone | Task):
        if plan.period.start is not None and year < plan.period.start:
            return LeftOut.NOT_BEGUN
        settled = verdict.status is Status.MET and verdict.figure is not None and verdict.figure.year < year
        return LeftOut.SETTLED if settled else None  # one that is overdue is still to be done
    if form.start is not None and year_end(year) < form.start:
        return LeftOut.NOT_BEGUN
    return LeftOut.OVER if form.by.day is not None and form.by.day < year_start(year) else None


def _row(target: Target, examined: Examined, dossier: Dossier, year: int) -> Row:
    plan, record = dossier.plan, dossier.record
    figure = _latest(record.figures.get(target.id, ()), year)
    return Row(
        key=Key(plan.locality.id, target.id, year),
        locality=plan.locality.name,
        target=target,
        goal=goal_of(target, plan, record, year),
        lead=plan.department_names(target.lead),
        figure=figure,
        digits=None if figure is None else _digits(figure, examined),
    )


def _reference_row(reference: Reference, examined: Examined, dossier: Dossier, year: int) -> Row:
    """The row of a reference series, which the leading departments of its first target fill in."""
    plan = dossier.plan
    figure = _latest(dossier.record.references.get(reference.id, ()), year)
    return Row(
        key=Key(plan.locality.id, reference.id, year, "references"),
        locality=plan.locality.name,
        target=reference,
        goal=say("needed for: {targets}", targets=listed(tuple(one.name for one in reference.targets))),
        lead=plan.department_names(reference.targets[0].lead),
        figure=figure,
        digits=None if figure is None else _digits(figure, examined),
    )


def _latest(figures: Sequence[Figure], year: int) -> Figure | None:
    """The last figure that the year's own file reports, of several for one day the last one written."""
    of_year = [figure for figure in figures if figure.year == figure.day.year == year]
    return of_year[-1] if of_year else None


def _digits(figure: Figure, examined: Examined) -> str | None:
    """The number of a figure as it stands in the file, with the zeros at its end; a count of a whole as ``83/85``."""
    entry: Any = examined.held[figure.place.file].data
    for step in figure.place.path:
        entry = entry[step]
    if not isinstance(entry, Mapping):
        return _written(entry)
    if "count" in entry:
        return f"{_written(entry['count'])}/{_written(entry['of'])}"
    return _written(entry["value"]) if "value" in entry else None


def _written(number: int | Decimal) -> str:
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def _listing(name: str | None, rows: Sequence[Row | LeftOut], locality: str | None = None) -> Listing:
    left_out = Counter(row for row in rows if isinstance(row, LeftOut))
    return Listing(name, tuple(row for row in rows if isinstance(row, Row)), left_out, locality)


LEFT_OUT_WORDS: Mapping[LeftOut, Callable[[int], Message]] = {
    LeftOut.PLACEHOLDER: lambda count: say("{count} still placeholders", count=count),
    LeftOut.NOT_BEGUN: lambda count: say("{count} not begun yet", count=count),
    LeftOut.OVER: lambda count: say("{count} whose time is over", count=count),
    LeftOut.SETTLED: lambda count: say("{count} already reached or completed", count=count),
}
