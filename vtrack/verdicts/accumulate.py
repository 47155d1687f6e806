"""``accumulate``: what was added over the years adds up to the bound. FORMAT §5, «accumulate»."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from msgspec import Struct

from vtrack.model.bound import Bound
from vtrack.model.calendar import Each, Stretch
from vtrack.model.forms import Accumulate
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.path import Point, expected_on, scheduled
from vtrack.verdicts.series import Series, amount
from vtrack.verdicts.verdict import Status, Terms, Verdict, Workings, paced, settled


class _Total(Struct, frozen=True):
    """What was reported up to the day.

    sum, latest: all of it, and its last figure.
    unbroken: the sum and its last figure up to the first year that was not reported. A pace can be told only there;
        ``None`` where that is the very first year.
    missing: the latest year whose figure is due and was not reported.
    """

    sum: Fraction
    latest: Figure | None
    unbroken: tuple[Fraction, Figure] | None
    missing: Stretch | None


def assess(target: Target, form: Accumulate, span: Stretch, series: Series, terms: Terms) -> Verdict:
    """The verdict on what was added over ``span``. The bound must be a number.

    A range (``between``, ``about``, ``equal``) is worked towards by its lower end, and broken beyond its upper one.
    """
    total = _running(span, series) if form.running else _flows(span, series)
    latest, bound = total.latest, form.bound
    workings = Workings(attained=None if latest is None else total.sum, missing=total.missing)
    if latest is not None and bound.exceeded_by(total.sum):
        return settled(target, Status.BREACHED, latest, workings=workings)
    if total.missing is not None:
        return settled(target, Status.NO_DATA, latest, workings=workings)
    if latest is None:
        return settled(target, Status.NOT_DUE)
    if series.is_closed(span.year(span.last.year)) and total.unbroken == (total.sum, latest):
        return settled(target, Status.MET if bound.holds(total.sum) else Status.MISSED, latest, workings=workings)
    if bound.direction >= 0 and bound.holds(total.sum):
        return settled(target, Status.MET_EARLY, latest, workings=workings)
    if total.unbroken is None:
        return settled(target, Status.NOT_DUE, latest, reason="earlier_period", workings=workings)
    return _pace(target, form, span, total.unbroken, terms)


def _flows(span: Stretch, series: Series) -> _Total:
    """The sum of the years' flows, each by its last figure."""
    total = Fraction(0)
    latest: Figure | None = None
    unbroken: tuple[Fraction, Figure] | None = None
    missing: Stretch | None = None
    whole = True
    for year in series.begun(Each.YEAR, span):
        figure = series.last_in(year)
        if figure is None:
            missing = year if series.is_due(year.last) else missing
            whole = False
            continue
        total, latest = total + amount(figure), figure
        unbroken = (total, latest) if whole else unbroken
    return _Total(total, latest, unbroken, missing)


def _running(span: Stretch, series: Series) -> _Total:
    """The latest running total; of the years that are due only the latest is needed."""
    latest, closed = series.last_in(span), series.latest_closed_year(span)
    missing = closed if closed is not None and series.last_in(closed) is None else None
    if latest is None:
        return _Total(Fraction(0), None, None, missing)
    return _Total(amount(latest), latest, (amount(latest), latest), missing)


def _pace(target: Target, form: Accumulate, span: Stretch, reported: tuple[Fraction, Figure], terms: Terms) -> Verdict:
    """The share of the bound that was reached against the share of the time, or of the schedule."""
    (total, figure), goal = reported, goal_of(form.bound)
    if goal <= 0:  # no share of nothing can be told
        status = Status.ON_PACE if form.bound.holds(total) else Status.BEHIND
        return settled(target, status, figure, workings=Workings(attained=total))
    points = path(form, span)
    share, expected = 100 * total / goal, 100 * expected_on(points, figure.day) / goal
    workings = Workings(attained=total, share=share, expected=expected, points=points)
    gap = expected - share if form.bound.direction < 0 else share - expected
    return paced(target, gap, figure, terms, workings)


def goal_of(bound: Bound) -> Fraction:
    """The number that a total works towards, or of an upper bound may use up; of a range the end reached first."""
    return bound.number - bound.within if bound.direction >= 0 else bound.number


def path(form: Accumulate, span: Stretch) -> tuple[Point, ...]:
    """The expected totals: from nothing at the start over the schedule, or else evenly, to the goal at the end."""
    # The beginning of a day is the end of the day before.
    start = date.fromordinal(max(span.first.toordinal() - 1, 1))
    return ((start, Fraction(0)), *scheduled(form.schedule, start, span.last), (span.last, goal_of(form.bound)))
