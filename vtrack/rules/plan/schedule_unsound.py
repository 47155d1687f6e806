"""A yearly schedule does not lead to its target.

The values of a schedule are points on the way from the baseline to the bound; the pace is measured along them. A year
outside the target's time is never reached, a value that turns back makes the pace nonsense, and a value for the
deadline's own year that differs from the bound is not used: there the bound counts.

分年目标走不到期末目标。

分年目标（schedule）是从基期到目标值途中的点，进度按它衡量。年份不在期限以内的用不上；数值忽高忽低、倒着走的，算出的进度没有意义；
期限当年的数与目标值不同的，以目标值为准，分年数不起作用。

Bad 反例::

    targets:
      coverage:
        name: 设施覆盖率
        unit: "%"
        reach: {at_least: 98, schedule: {2024: 96, 2025: 94}}
        baseline: {year: 2022, value: 91.4}
        lead: [office]

Good 正例::

    targets:
      coverage:
        name: 设施覆盖率
        unit: "%"
        reach: {at_least: 98, schedule: {2024: 94, 2025: 96}}
        baseline: {year: 2022, value: 91.4}
        lead: [office]
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.bound import Bound, Comparison
from vtrack.model.calendar import year_end
from vtrack.model.forms import Accumulate, Reach, form_word
from vtrack.model.outline import is_numeric
from vtrack.model.plan import Target
from vtrack.model.quantity import written
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """At most one finding for each year of a schedule."""
    for target, form in case.outline.scheduled:
        way = _way(target, form)
        before = _start(target, form, way)
        for year, value in form.schedule:
            message = _misplaced(target, form, year)
            if message is None and isinstance(value, Fraction):
                message = _turned(target, way, year, value, before) or _missing_the_end(target, form, way, year, value)
                before = value
            if message is not None:
                hint = say("correct the year's value or take it out, so that the schedule leads to the bound")
                yield about(target, message, hint, form_word(form), "schedule", str(year))


def _way(target: Target, form: Reach | Accumulate) -> int:
    """+1 where the values rise towards the bound, −1 where they fall, 0 where that cannot be told.

    A total only rises, whatever its bound.
    """
    if isinstance(form, Accumulate):
        return 1
    if not is_numeric(form.bound) or form.bound.direction or target.baseline is None:
        return form.bound.direction
    start, floor, ceiling = target.baseline.value, form.bound.floor, form.bound.ceiling
    if floor is not None and start < floor:
        return 1
    return -1 if ceiling is not None and start > ceiling else 0


def _start(target: Target, form: Reach | Accumulate, way: int) -> Fraction | None:
    """Where the way begins: nothing of a total, the baseline of a level, unless it is there already."""
    if isinstance(form, Accumulate):
        return Fraction(0)
    base = target.baseline
    if base is None or not is_numeric(form.bound):
        return None
    return base.value if way * (form.bound.number - base.value) > 0 else None


def _misplaced(target: Target, form: Reach | Accumulate, year: int) -> Message | None:
    start, deadline = form.start, form.by.day
    if deadline is not None and year_end(year) > deadline:
        return say(
            "{name}: the schedule goes on to {year}, after the deadline {day}",
            name=target.name,
            year=year,
            day=deadline,
        )
    if start is not None and year < start.year:
        return say("{name}: the schedule begins in {year}, before {start}", name=target.name, year=year, start=start)
    return None


def _turned(target: Target, way: int, year: int, value: Fraction, before: Fraction | None) -> Message | None:
    if before is None or way * (value - before) >= 0:
        return None
    return say(
        "{name}: the schedule turns back, {value} at the end of {year} after {before}",
        name=target.name,
        value=written(value),
        year=year,
        before=written(before),
    )


def _missing_the_end(target: Target, form: Reach | Accumulate, way: int, year: int, value: Fraction) -> Message | None:
    if not is_numeric(form.bound):
        return None
    if form.by.day == year_end(year) and not _is_end(form.bound, value):
        return say(
            "{name}: the schedule ends with {value}, the bound is {bound}",
            name=target.name,
            value=written(value),
            bound=form.bound,
        )
    end = form.bound.ceiling if way > 0 else form.bound.floor
    if end is None:
        end = form.bound.number
    if way * (value - end) > 0:
        return say(
            "{name}: the schedule is at {value} in {year} already, beyond the bound {bound}",
            name=target.name,
            value=written(value),
            year=year,
            bound=form.bound,
        )
    return None


def _is_end(bound: Bound, value: Fraction) -> bool:
    """Whether a value may stand for the bound: a number in its range, else its number itself."""
    if bound.comparison in (Comparison.BETWEEN, Comparison.ABOUT):
        return bound.holds(value)
    return value == bound.number
