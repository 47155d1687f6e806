"""``reach``: at the deadline the value satisfies the bound. FORMAT §5, «reach»."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from vtrack.model.bound import Bound
from vtrack.model.calendar import Stretch, year_end, year_start
from vtrack.model.forms import Reach
from vtrack.model.plan import Target
from vtrack.model.quantity import ZERO, distance, percentage
from vtrack.model.record import Figure
from vtrack.verdicts.path import Point, expected_on, scheduled
from vtrack.verdicts.series import Series, amount
from vtrack.verdicts.verdict import Status, Terms, Verdict, Workings, paced, settled


def assess(target: Target, form: Reach, deadline: date, series: Series, terms: Terms) -> Verdict:
    """The verdict on a target to be reached. The bound must be a number.

    The latest year that is closed needs a figure; an older gap hides no verdict.
    """
    final = Stretch(year_start(deadline.year), deadline)
    if series.is_closed(final):
        return _final(target, form, final, series)
    closed = series.latest_closed_year(Stretch(form.start or final.first, deadline))
    latest = series.latest(deadline)
    if closed is not None and series.last_in(closed) is None:
        return settled(target, Status.NO_DATA, latest, workings=Workings(missing=closed))
    if latest is None or (closed is None and not series.is_reported(latest)):
        return settled(target, Status.NOT_DUE)
    value = amount(latest)
    if form.bound.holds(value):
        return settled(target, Status.MET_EARLY, latest, workings=Workings(value=value))
    return _pace(target, form, deadline, latest, terms)


def _final(target: Target, form: Reach, final: Stretch, series: Series) -> Verdict:
    deciding = series.last_in(final)
    if deciding is None:
        return settled(target, Status.NO_DATA, series.latest(final.last), workings=Workings(missing=final))
    value = amount(deciding)
    status = Status.MET if form.bound.holds(value) else Status.MISSED
    return settled(target, status, deciding, workings=Workings(value=value))


def _pace(target: Target, form: Reach, deadline: date, figure: Figure, terms: Terms) -> Verdict:
    """The value against the path from the baseline, over the schedule, to the bound at the deadline."""
    value, goal = amount(figure), form.bound.number
    if form.bound.is_range:
        return settled(target, Status.NO_BASELINE, figure, reason="range", workings=Workings(value=value))
    stages = None if target.baseline else sum([isinstance(stage, Fraction) for _, stage in form.schedule])
    if stages == 0:
        return settled(target, Status.NO_BASELINE, figure, workings=Workings(value=value))
    points = path(target, form, deadline)
    start, expected = points[0][1], expected_on(points, figure.day)
    more, less = _compared(form.bound, start, value, expected)
    whole = (ZERO if stages == 1 else distance(goal, start)) or abs(expected)
    workings = Workings(value=value, expected=expected, points=points, whole=whole)
    if whole:
        return paced(target, percentage(more, whole, less), figure, terms, workings)
    # From nothing to nothing: no share of a way can be told, only on which side of it the value lies.
    return settled(target, Status.ON_PACE if more >= less else Status.BEHIND, figure, workings=workings)


def path(target: Target, form: Reach, deadline: date) -> tuple[Point, ...]:
    """The expected path: from the baseline over the schedule to the bound, which must be a number, at the deadline."""
    base = target.baseline
    first = [(year_end(base.year), base.value)] if base and year_end(base.year) < deadline else []
    stages = scheduled(form.schedule, first[0][0] if first else None, deadline)
    return (*first, *stages, (deadline, form.bound.number))


def _compared(bound: Bound, start: Fraction, value: Fraction, expected: Fraction) -> tuple[Fraction, Fraction]:
    """The value and what was expected, as two numbers of which the first shall not be the smaller one.

    ``equal`` is worse on the far side of its number, whichever way the path leads there.
    """
    goal, rises = bound.number, bound.direction > 0
    if not bound.direction:
        rises = goal >= start
        if value != goal and (value > goal) == rises:
            expected, rises = goal, not rises
    return (value, expected) if rises else (expected, value)
