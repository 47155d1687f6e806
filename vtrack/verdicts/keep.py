"""``keep``: in every period the value satisfies the bound. FORMAT §5, «keep»."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from vtrack.model.calendar import Stretch, number, year_start
from vtrack.model.forms import Keep
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.periods import Tally, each_alone
from vtrack.verdicts.series import Series, amount
from vtrack.verdicts.verdict import Judged, Verdict


def assess(target: Target, form: Keep, span: Stretch, series: Series) -> Verdict:
    """The verdict on a target to be kept over ``span``. The bound must be a number."""
    return each_alone(target, _tally(form, span, series), series, span)


def _tally(form: Keep, span: Stretch, series: Series) -> Tally:
    closed: list[Judged] = []
    still_open: list[Judged] = []
    missing: Stretch | None = None
    bound, limit, begun = form.bound, form.bound.number, series.begun(form.each, span)
    for period in begun:
        figure = series.last_in(period)
        if figure is None:
            missing = period if series.is_due(period.last) else missing
            continue
        value = _flow(form, span, series, period, figure) if form.flow else amount(figure)
        if value is not None and series.is_closed(period):
            closed.append(Judged(period, value, limit, bound.holds(value)))
        elif value is not None:
            still_open.append(_so_far(form, period, value, figure))
    complete = bool(closed) and len(closed) == len(begun) and begun[-1].last == span.last
    return Tally(tuple(closed), tuple(still_open), complete, missing)


def _flow(form: Keep, span: Stretch, series: Series, period: Stretch, figure: Figure) -> Fraction | None:
    """What a period added to the year's total so far, by its last figure.

    A quarter's or month's own flow is the difference to the total reported for the one before; where that is not
    known, neither is this. Where a target begins within a year and nothing was reported before, the year's total is
    taken to begin with it.
    """
    value, place = amount(figure), number(form.each, period.first)
    if place == number(form.each, year_start(period.first.year)):
        return value
    before = series.latest(period.first - timedelta(days=1))
    if before is not None and number(form.each, before.day) == place - 1:
        return value - amount(before)
    return value if period.first == span.first else None


def _so_far(form: Keep, period: Stretch, value: Fraction, figure: Figure) -> Judged:
    """A period that is not closed: a level as it stands, a flow against the elapsed share of the bound."""
    bound = form.bound.times(period.share(figure.day)) if form.flow else form.bound
    return Judged(period, value, bound.number, bound.holds(value))
