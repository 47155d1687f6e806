"""Whether the way to a deadline asks for less than it did: a schedule that was lowered. Pure."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from msgspec import Struct

from vtrack.history.easier import counting
from vtrack.model.bound import Comparison
from vtrack.model.calendar import year_end
from vtrack.model.forms import Accumulate, Milestone, Reach
from vtrack.model.plan import Target
from vtrack.model.quantity import Quantity
from vtrack.verdicts.path import Point, expected_on, scheduled


class Lowered(Struct, frozen=True):
    """A year-end for which less is asked, and what was and is asked for it; ``None`` where no way can be told any more.

    One that was scheduled, if there is one, and the first of them.
    """

    day: date
    before: Fraction
    now: Fraction | None


class LoweredState(Struct, frozen=True):
    """The first day for which less is expected of a milestone, and the states expected by then and now, if any."""

    day: date
    before: str
    now: str | None


def lowered_state(old: Milestone, new: Milestone) -> LoweredState | None:
    """Where a milestone is expected to be less far than it was."""
    for day, state in old.expect:
        if old.rank(state) < 0:
            continue  # expected then was what no milestone could reach
        current = next((state for when, state in reversed(new.expect) if when <= day), None)
        if current is None or not counting(new, current) <= counting(old, state):
            return LoweredState(day, state, current)
    return None


def lowered(old: Target, new: Target) -> Lowered | None:
    """Where a schedule asks for less than it did; ``None`` where it nowhere does.

    A year that is left out is held against the line between its neighbours; the first schedule of a target, and a
    placeholder that is filled in, lower nothing. Where the bound, the deadline or the baseline moved as well, which
    bends the whole way, only the years that were scheduled count.
    """
    before, now = _numbers(old), _numbers(new)
    if not before:
        return None
    filled = {year: value for year, value in now.items() if year in _open_years(old)}
    then, current = _path(old, before | filled), _path(new, now)
    way = _direction(old, then)
    for day in _days(old, new, then):
        was = _asked(day, before, then)
        value = _asked(day, now, current)
        if was is None or not way or not _is_told(new, day):
            continue
        if value is None or (was - value) * way > 0:
            return Lowered(day, was, value)
    return None


def _days(old: Target, new: Target, path: list[Point]) -> list[date]:
    """The year-ends to compare: those scheduled, and then those between them unless the whole way is bent."""
    years = dict.fromkeys(sorted(_numbers(old)))
    if path and (path[0], path[-1], old.bound) == (*_ends(new), new.bound):
        years |= dict.fromkeys(range(path[0][0].year, path[-1][0].year))
    return list(map(year_end, years))


def _ends(target: Target) -> tuple[Point | None, Point | None]:
    path = _path(target, _numbers(target))
    return (path[0], path[-1]) if path else (None, None)


def _is_told(target: Target, day: date) -> bool:
    """Whether a target can ask anything for a day: it lies before the deadline, and the bound is a number."""
    last, bound = target.form.by.day, target.bound
    return bound is not None and not bound.is_placeholder and (last is None or day < last)


def _asked(day: date, schedule: dict[int, Fraction], path: list[Point]) -> Fraction | None:
    """What is asked for a day before the deadline; where no way can be told, what the schedule says for it."""
    if not path:
        return schedule.get(day.year)
    return expected_on(path, day) if day < path[-1][0] else None


def _schedule(target: Target) -> tuple[tuple[int, Quantity], ...]:
    return target.form.schedule if isinstance(target.form, Reach | Accumulate) else ()


def _numbers(target: Target) -> dict[int, Fraction]:
    return {year: value for year, value in _schedule(target) if isinstance(value, Fraction)}


def _open_years(target: Target) -> set[int]:
    return {year for year, value in _schedule(target) if not isinstance(value, Fraction)}


def _direction(target: Target, path: list[Point]) -> int:
    """+1 where more is better. A total works towards the lower end of a range; other ranges have no pace."""
    bound, form = target.bound, target.form
    if bound is None or bound.direction:
        return 0 if bound is None else bound.direction
    if isinstance(form, Accumulate):
        return 1
    if bound.comparison is not Comparison.EQUAL or not path:
        return 0
    return 1 if path[-1][1] >= path[0][1] else -1


def _path(target: Target, schedule: dict[int, Fraction]) -> list[Point]:
    """The points of the expected way along a schedule, where it can be told."""
    bound, last = target.bound, target.form.by.day
    if bound is None or bound.is_placeholder or last is None:
        return []
    goal = bound.ceiling if bound.direction < 0 else bound.floor
    if goal is None:
        return []
    first = _beginning(target, last)
    points = scheduled(sorted(schedule.items()), first[0] if first else None, last)
    return [*([first] if first else []), *points, (last, goal)] if first or points else []


def _beginning(target: Target, last: date) -> Point | None:
    if isinstance(target.form, Accumulate):
        start = target.form.start
        return None if start is None else (date.fromordinal(max(start.toordinal() - 1, 1)), Fraction(0))
    base = target.baseline
    if base is None or year_end(base.year) >= last:
        return None
    return year_end(base.year), base.value
