"""``reach``: at the deadline the value satisfies the bound. FORMAT §5, «reach»."""

from __future__ import annotations

from fractions import Fraction

from vtrack.model.bound import Bound, Comparison
from vtrack.model.calendar import Each, Stretch, stretches, year_end, year_start
from vtrack.model.forms import Reach
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.path import Point, expected_on, scheduled
from vtrack.verdicts.series import Series
from vtrack.verdicts.verdict import Status, Terms, Verdict, Workings, paced, settled


def assess(target: Target, form: Reach, series: Series, terms: Terms) -> Verdict:
    """The verdict on a target to be reached. ``form.by`` must be a day and the bound a number."""
    deadline = form.by.day
    assert deadline is not None
    inherited = ("by",) if form.by.inherited else ()

    final = Stretch(year_start(deadline.year), deadline)
    if series.is_closed(final):
        deciding = series.last_in(final)
        if deciding is None or deciding.value is None:
            missing = Workings(missing=final, inherited=inherited)
            return settled(target, Status.NO_DATA, series.last_known(deadline), workings=missing)
        status = Status.MET if form.bound.holds(deciding.value) else Status.MISSED
        return settled(target, status, deciding, workings=Workings(attained=deciding.value, inherited=inherited))

    closed = series.latest_closed(list(stretches(Each.YEAR, form.start or deadline, deadline)))
    if closed is not None and series.last_in(closed) is None:
        absent = Workings(missing=closed, inherited=inherited)
        return settled(target, Status.NO_DATA, series.last_known(deadline), workings=absent)
    latest = series.latest(until=deadline)
    if latest is None or latest.value is None or (closed is None and not series.last_known(deadline)):
        return settled(target, Status.NOT_DUE, workings=Workings(inherited=inherited))
    if form.bound.holds(latest.value):
        early = Workings(attained=latest.value, inherited=inherited)
        return settled(target, Status.MET_EARLY, latest, workings=early)
    return _pace(target, form, latest, latest.value, terms, inherited)


def _pace(
    target: Target, form: Reach, figure: Figure, value: Fraction, terms: Terms, inherited: tuple[str, ...]
) -> Verdict:
    """The value against the path from the baseline, over the schedule, to the bound at the deadline."""
    if form.bound.comparison in (Comparison.BETWEEN, Comparison.ABOUT) or not _has_start(target, form):
        known = Workings(attained=value, inherited=inherited)
        return settled(target, Status.NO_BASELINE, figure, workings=known)
    points = _path(target, form)
    start = points[0][1]
    expected = expected_on(points, figure.day)
    workings = Workings(attained=value, expected=expected, points=tuple(points), inherited=inherited)
    better = _better(form.bound, start, value, expected)
    whole = abs(form.bound.number - start)
    if whole == 0 or (target.baseline is None and len(form.schedule) == 1):
        whole = abs(expected)
    if whole == 0:
        # From nothing to nothing: no share of a way can be told, only on which side of it the value lies.
        return settled(target, Status.ON_PACE if better >= 0 else Status.BEHIND, figure, workings=workings)
    return paced(target, 100 * better / whole, figure, terms, workings)


def _has_start(target: Target, form: Reach) -> bool:
    return target.baseline is not None or any(isinstance(value, Fraction) for _, value in form.schedule)


def _path(target: Target, form: Reach) -> list[Point]:
    deadline = form.by.day
    assert deadline is not None
    base = target.baseline
    first = [(year_end(base.year), base.value)] if base and year_end(base.year) < deadline else []
    points = [*first, *scheduled(form.schedule, first[0][0] if first else None, deadline)]
    return [*points, (deadline, form.bound.number)]


def _better(bound: Bound, start: Fraction, value: Fraction, expected: Fraction) -> Fraction:
    """value − expected, signed so that positive is better.

    ``equal`` is worse on the far side of its number, whichever way the path leads there.
    """
    way = bound.direction or (1 if bound.number >= start else -1)
    if not bound.direction and (value - bound.number) * way > 0:
        return -abs(value - bound.number)
    return (value - expected) * way
