"""``accumulate``: what was added over the years adds up to the bound. FORMAT §5, «accumulate»."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from vtrack.model.bound import Bound
from vtrack.model.calendar import Each, Stretch, stretches
from vtrack.model.forms import Accumulate
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.path import expected_on, scheduled
from vtrack.verdicts.series import Series
from vtrack.verdicts.verdict import Status, Terms, Verdict, Workings, paced, settled


def assess(target: Target, form: Accumulate, series: Series, terms: Terms) -> Verdict:
    """The verdict on a total. ``form.start`` and ``form.by`` must be days and the bound a number."""
    start, deadline = form.start, form.by.day
    assert start is not None and deadline is not None
    inherited = ("by",) if form.by.inherited else ()
    years = list(stretches(Each.YEAR, start, deadline))
    total, latest, missing = _running(years, series) if form.running else _flows(years, series)

    workings = Workings(attained=total, missing=missing, inherited=inherited)
    if latest is not None and form.bound.exceeded_by(total):
        return settled(target, Status.BREACHED, latest, workings=workings)
    if missing is not None:
        return settled(target, Status.NO_DATA, latest, workings=workings)
    if series.is_closed(years[-1]):
        status = Status.MET if form.bound.holds(total) else Status.MISSED
        return settled(target, status, latest, workings=workings)
    if latest is None:
        return settled(target, Status.NOT_DUE, workings=Workings(inherited=inherited))
    if form.bound.direction >= 0 and form.bound.holds(total):
        return settled(target, Status.MET_EARLY, latest, workings=workings)
    return _pace(target, form, total, latest, terms, inherited)


def _flows(years: list[Stretch], series: Series) -> tuple[Fraction, Figure | None, Stretch | None]:
    """The sum of the years' flows, the last figure in it, and the latest due year that was not reported.

    A year that is not due yet and was not reported ends the sum: what came after it cannot be added up.
    """
    total = Fraction(0)
    latest: Figure | None = None
    missing: Stretch | None = None
    whole = True
    for year in years:
        figure = series.last_in(year)
        if figure is not None and figure.value is not None:
            if whole or missing is not None:
                total += figure.value
                latest = figure
        elif series.is_due(year.last):
            missing = year
        else:
            whole = False
    return total, latest, missing


def _running(years: list[Stretch], series: Series) -> tuple[Fraction, Figure | None, Stretch | None]:
    """The latest running total, its figure, and the latest due year where that was not reported."""
    inside = Stretch(years[0].first, years[-1].last)
    latest = series.last_in(inside)
    total = latest.value if latest is not None and latest.value is not None else Fraction(0)
    closed = series.latest_closed(years)
    missing = closed if closed is not None and series.last_in(closed) is None else None
    return total, latest, missing


def _pace(
    target: Target, form: Accumulate, total: Fraction, latest: Figure, terms: Terms, inherited: tuple[str, ...]
) -> Verdict:
    """The share of the bound that was reached against the share of the time, or of the schedule."""
    goal = _goal(form.bound)
    workings = Workings(attained=total, inherited=inherited)
    if goal <= 0:  # no share of nothing can be told
        status = Status.ON_PACE if form.bound.holds(total) else Status.BEHIND
        return settled(target, status, latest, workings=workings)
    share = 100 * total / goal
    scheduled_share = _scheduled(form, goal, latest.day)
    workings = Workings(attained=total, share=share, expected=scheduled_share, inherited=inherited)
    gap = share - scheduled_share
    return paced(target, -gap if form.bound.direction < 0 else gap, latest, terms, workings)


def _goal(bound: Bound) -> Fraction:
    """The number that a total works towards, or of an upper bound may use up; of a range the end reached first."""
    goal = bound.ceiling if bound.direction < 0 else bound.floor
    assert goal is not None
    return goal


def _scheduled(form: Accumulate, goal: Fraction, day: date) -> Fraction:
    start, deadline = form.start, form.by.day
    assert start is not None and deadline is not None
    if not any(isinstance(value, Fraction) for _, value in form.schedule):
        return 100 * Stretch(start, deadline).share(day)
    # The beginning of a day is the end of the day before: from there, with nothing added yet, the schedule runs.
    begin = date.fromordinal(start.toordinal() - 1)
    points = [(begin, Fraction(0)), *scheduled(form.schedule, begin, deadline), (deadline, goal)]
    return 100 * expected_on(points, day) / goal
