"""``accumulate``: what was added over the years adds up to the bound. FORMAT §5, «accumulate»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct

from vtrack.model.bound import Bound
from vtrack.model.calendar import Each, Stretch
from vtrack.model.forms import Accumulate
from vtrack.model.plan import Target
from vtrack.model.quantity import ZERO, percentage, total
from vtrack.model.record import Figure
from vtrack.verdicts.path import Point, expected_on, scheduled
from vtrack.verdicts.series import Series, amount
from vtrack.verdicts.verdict import Status, Terms, Verdict, Workings, paced, settled

_Sum = tuple[Fraction, Figure]
"""What was added, and the last figure of it."""


class _Total(Struct, frozen=True):
    """What was reported up to the day.

    reported: all of it; ``None`` where that is nothing.
    unbroken: up to the first year that was not reported. A pace can be told only there; ``None`` where that is the
        very first year.
    missing: the latest year whose figure is due and was not reported.
    """

    reported: _Sum | None
    unbroken: _Sum | None
    missing: Stretch | None


def assess(target: Target, form: Accumulate, span: Stretch, series: Series, terms: Terms) -> Verdict:
    """The verdict on what was added over ``span``. The bound must be a number.

    A range (``between``, ``about``, ``equal``) is worked towards by its lower end, and broken beyond its upper one.
    """
    found, bound = (_running if form.running else _flows)(span, series), form.bound
    if found.reported is None:
        if found.missing is None:
            return settled(target, Status.NOT_DUE)
        return settled(target, Status.NO_DATA, workings=Workings(missing=found.missing))
    attained, latest = found.reported
    workings = Workings(value=attained, missing=found.missing)
    if bound.exceeded_by(attained):
        return settled(target, Status.BREACHED, latest, workings=workings)
    if found.missing is not None:
        return settled(target, Status.NO_DATA, latest, workings=workings)
    holds = bound.holds(attained)
    if series.is_closed(span.year(span.last.year)) and found.unbroken == found.reported:
        return settled(target, Status.MET if holds else Status.MISSED, latest, workings=workings)
    if holds and bound.direction >= 0:
        return settled(target, Status.MET_EARLY, latest, workings=workings)
    if found.unbroken is None:
        return settled(target, Status.NOT_DUE, latest, reason="earlier_period", workings=workings)
    return _pace(target, form, span, found.unbroken, terms)


def _flows(span: Stretch, series: Series) -> _Total:
    """The sum of the years' flows, each by its last figure."""
    reported: list[Figure] = []
    unbroken: list[Figure] | None = None
    missing: Stretch | None = None
    for year in series.begun(Each.YEAR, span):
        figure = series.last_in(year)
        if figure is not None:
            reported.append(figure)
            continue
        missing = year if series.is_due(year.last) else missing
        unbroken = [*reported] if unbroken is None else unbroken
    flows = _summed(reported)
    return _Total(flows, flows if unbroken is None else _summed(unbroken), missing)


def _summed(figures: Sequence[Figure]) -> _Sum | None:
    return (total([amount(figure) for figure in figures]), figures[-1]) if figures else None


def _running(span: Stretch, series: Series) -> _Total:
    """The latest running total; of the years that are due only the latest is needed."""
    latest, closed = series.last_in(span), series.latest_closed_year(span)
    missing = closed if closed is not None and series.last_in(closed) is None else None
    reported = None if latest is None else (amount(latest), latest)
    return _Total(reported, reported, missing)


def _pace(target: Target, form: Accumulate, span: Stretch, reported: _Sum, terms: Terms) -> Verdict:
    """The share of the bound that was reached against the share of the time, or of the schedule."""
    (attained, figure), goal = reported, goal_of(form.bound)
    if goal.numerator <= 0:  # no share of nothing can be told
        status = Status.ON_PACE if form.bound.holds(attained) else Status.BEHIND
        return settled(target, status, figure, workings=Workings(value=attained))
    points = path(form, span)
    planned = expected_on(points, figure.day)
    share, expected = percentage(attained, goal), percentage(planned, goal)
    workings = Workings(value=attained, share=share, expected=expected, points=points)
    more, less = (planned, attained) if form.bound.direction < 0 else (attained, planned)
    return paced(target, percentage(more, goal, less), figure, terms, workings)


def goal_of(bound: Bound) -> Fraction:
    """The number that a total works towards, or of an upper bound may use up; of a range the end reached first."""
    return bound.number - bound.within if bound.within and bound.direction >= 0 else bound.number


def path(form: Accumulate, span: Stretch) -> tuple[Point, ...]:
    """The expected totals: from nothing at the start over the schedule, or else evenly, to the goal at the end."""
    # The beginning of a day is the end of the day before.
    start = date.fromordinal(max(span.first.toordinal() - 1, 1))
    return ((start, ZERO), *scheduled(form.schedule, start, span.last), (span.last, goal_of(form.bound)))
