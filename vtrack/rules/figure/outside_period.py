"""A figure lies before a target's first day or after its deadline, and decides nothing.

A target is judged by the figures of its period. An older one can only serve as baseline, and is one only where the
plan says so. A figure after the deadline comes too late: when a target ends in the middle of a year, the figure of
that day has to be reported with ``as_of``, because a bare number counts as of 31 December.

数据在目标的起始日之前或期限之后，不影响结论。

目标只按规划期内的数据评判。更早的数只能作基期，而且要在规划里写明才算。期限以后的数已经晚了：
期限在年中的目标，要用 ``as_of`` 报期限那天的数，因为直接写的数算作12月31日的数。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2024-06-30}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 98.5

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2024-06-30}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: {value: 98.5, as_of: 2024-06-30}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.bound import Series
from vtrack.model.forms import Grow
from vtrack.model.numbers import NumericForm
from vtrack.model.outline import Outline
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.INFO


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report. Milestones and tasks are never too early, and late ones still count."""
    compared = _compared_years(case.outline)
    for found in case.numbers:
        target, form = found.target, found.form
        start, deadline = form.start, form.by.day
        if start is None or deadline is None:
            continue
        if start <= found.reports[0][0].day and found.reports[-1][0].day <= deadline:
            continue
        if form.bound.is_placeholder:
            continue
        for figure, _ in found.reports:
            if (target.id, figure.day.year) in compared:
                continue
            if figure.day < start and not _is_base(target, form, figure.day):
                message = say(
                    "{name}: {day} is before the first day, {start}", name=target.name, day=figure.day, start=start
                )
                yield Remark(piece(figure, "as_of"), message, _before(target, form, figure), target.id)
            elif figure.day > deadline:
                message = say(
                    "{name}: {day} is after the deadline, {by}", name=target.name, day=figure.day, by=deadline
                )
                yield Remark(piece(figure, "as_of"), message, _after(figure, deadline), target.id)


def _compared_years(outline: Outline) -> set[tuple[str, int]]:
    """The targets that others are compared with, and the years for which they are."""
    years: set[tuple[str, int]] = set()
    for _, form in outline.compare:
        if isinstance(form.bound.limit, Series) and form.start and form.by.day:
            first, last = form.start.year - form.lag, form.by.day.year - form.lag
            years.update((form.bound.limit.id, year) for year in range(first, last + 1))
    return years


def _is_base(target: Target, form: NumericForm, day: date) -> bool:
    """Whether a figure before the first day serves: for the baseline's year, or since the base year of a growth."""
    if target.baseline is not None and day.year == target.baseline.year:
        return True
    return isinstance(form, Grow) and form.base_year is not None and day.year >= form.base_year


def _before(target: Target, form: NumericForm, figure: Figure) -> Message:
    start = form.start
    if target.baseline is None and start is not None and (figure.day.month, figure.day.day) == (12, 31):
        return say("it decides nothing; to count from it, write it in the plan as the target's baseline:")
    return say("it decides nothing; correct its day, or remove it")


def _after(figure: Figure, deadline: date) -> Message:
    if figure.day.year == deadline.year and not figure.dated:
        return say("a bare number counts as of 31 December: give as_of, {by} or earlier", by=deadline)
    return say("it decides nothing any more; report the figure of {by} or earlier", by=deadline)
