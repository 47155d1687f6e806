"""``reach``: at the deadline the value satisfies the bound. FORMAT §5, «reach»."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from vtrack.model.bound import Bound, Comparison
from vtrack.model.calendar import Stretch, year_end, year_start
from vtrack.model.forms import Reach
from vtrack.model.plan import Target
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
        return settled(target, Status.MET_EARLY, latest, workings=Workings(attained=value))
    return _pace(target, form, deadline, latest, terms)


def _final(target: Target, form: Reach, final: Stretch, series: Series) -> Verdict:
    deciding = series.last_in(final)
    if deciding is None:
        return settled(target, Status.NO_DATA, series.latest(final.last), workings=Workings(missing=final))
    value = amount(deciding)
    status = Status.MET if form.bound.holds(value) else Status.MISSED
    return settled(target, status, deciding, workings=Workings(attained=value))


def _pace(target: Target, form: Reach, deadline: date, figure: Figure, terms: Terms) -> Verdict:
    """The value against the path from the baseline, over the schedule, to the bound at the deadline."""
    value, stages = amount(figure), sum(isinstance(stage, Fraction) for _, stage in form.schedule)
    if form.bound.comparison in (Comparison.BETWEEN, Comparison.ABOUT):
        return settled(target, Status.NO_BASELINE, figure, reason="range", workings=Workings(attained=value))
    if target.baseline is None and not stages:
        return settled(target, Status.NO_BASELINE, figure, workings=Workings(attained=value))
    points = path(target, form, deadline)
    start, expected = points[0][1], expected_on(points, figure.day)
    better = _better(form.bound, start, value, expected)
    lone_stage = target.baseline is None and stages == 1
    whole = (Fraction(0) if lone_stage else abs(form.bound.number - start)) or abs(expected)
    workings = Workings(attained=value, expected=expected, points=points, whole=whole)
    if whole:
        return paced(target, 100 * better / whole, figure, terms, workings)
    # From nothing to nothing: no share of a way can be told, only on which side of it the value lies.
    return settled(target, Status.ON_PACE if better >= 0 else Status.BEHIND, figure, workings=workings)


def path(target: Target, form: Reach, deadline: date) -> tuple[Point, ...]:
    """The expected path: from the baseline over the schedule to the bound, which must be a number, at the deadline."""
    base = target.baseline
    first = [(year_end(base.year), base.value)] if base and year_end(base.year) < deadline else []
    points = [*first, *scheduled(form.schedule, first[0][0] if first else None, deadline)]
    return (*points, (deadline, form.bound.number))


def _better(bound: Bound, start: Fraction, value: Fraction, expected: Fraction) -> Fraction:
    """The value less what was expected, signed so that positive is better.

    ``equal`` is worse on the far side of its number, whichever way the path leads there.
    """
    way = bound.direction or (1 if bound.number >= start else -1)
    if not bound.direction and (value - bound.number) * way > 0:
        return -abs(value - bound.number)
    return (value - expected) * way
