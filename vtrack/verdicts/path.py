"""The expected path of a target: what its value should be on a day. FORMAT §5, «reach» and «accumulate»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from vtrack.model.calendar import part, year_end
from vtrack.model.quantity import Quantity

Point = tuple[date, Fraction]


def scheduled(schedule: Sequence[tuple[int, Quantity]], after: date | None, before: date) -> list[Point]:
    """The points of a schedule, as year-ends, strictly between two days; a placeholder is no point."""
    return [
        (day, value)
        for year, value in schedule
        if isinstance(value, Fraction) and (day := year_end(year)) < before and (after is None or day > after)
    ]


def expected_on(points: Sequence[Point], day: date) -> Fraction:
    """The value on ``day``, linear in months between the points; the first one's before it, the last one's after."""
    first_day, first = points[0]
    if day <= first_day:
        return first
    for (left_day, left), (right_day, right) in pairwise(points):
        if day <= right_day:
            return _between(left, right, part(left_day, right_day, day))
    return points[-1][1]


def _between(left: Fraction, right: Fraction, share: Fraction) -> Fraction:
    """The value that lies a share of the way from one to another; in whole numbers, as in ``model.quantity``."""
    passed, way = share.as_integer_ratio()
    start, start_pieces = left.as_integer_ratio()
    goal, goal_pieces = right.as_integer_ratio()
    return Fraction(
        start * goal_pieces * (way - passed) + goal * start_pieces * passed, start_pieces * goal_pieces * way
    )
