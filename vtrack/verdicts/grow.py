"""``grow``: growth from the base year satisfies the bound. FORMAT §5, «grow».

Growth is counted in whole years, by the figures of closed years; a deadline within a year stands for that year.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import count, takewhile

from msgspec import Struct

from vtrack.model.calendar import Stretch, whole_year, year_end, year_start
from vtrack.model.forms import Grow
from vtrack.model.plan import Target
from vtrack.verdicts.growth import Growth, change, grown, level_bound, yearly_rate
from vtrack.verdicts.series import Series, amount
from vtrack.verdicts.verdict import Judged, Status, Verdict, Workings, failing, settled

_Years = dict[int, Fraction]


class _Growth(Struct, frozen=True):
    """What is known of a growth.

    figures: of the closed years after the base year, as reported: levels or rates.
    levels: at the ends of the years, the base year's among them. Reported rates become levels too, from a base of 1
        (of 0 for differences), up to the first year that was not reported; so one arithmetic serves both.
    until: the last year that the growth can be told of; the base year where there is none.
    missing: the latest year whose figure is due, needed and not reported.
    """

    form: Grow
    base_year: int
    last_year: int
    figures: _Years
    levels: _Years
    until: int
    missing: int | None


def assess(target: Target, form: Grow, base_year: int, deadline: date, series: Series) -> Verdict:
    """The verdict on a growth since ``base_year``. The bound must be a number."""
    if base_year >= deadline.year:
        return settled(target, Status.NOT_DUE, reason="no_period")
    growth = _growth(form, base_year, deadline.year, series)
    judged = _each_year(growth) if form.every else ()
    broken = failing(judged)
    if broken is not None:
        workings = Workings(value=broken.value, judged=judged)
        return settled(target, Status.BREACHED, series.last_in(broken.stretch), workings=workings)
    if growth.missing is not None:
        workings = Workings(judged=judged, missing=whole_year(growth.missing))
        first = base_year + 1 if form.rates else base_year
        known = series.last_in(Stretch(year_start(first), year_end(deadline.year)))
        return settled(target, Status.NO_DATA, known, workings=workings)
    if growth.until == base_year:
        begun = series.last_in(Stretch(year_start(base_year + 1), year_end(deadline.year)))
        reason = "earlier_period" if growth.figures else "in_year_only" if begun else None
        return settled(target, Status.NOT_DUE, begun, reason=reason)
    reason = _unfounded(growth)
    if reason is not None:
        return settled(target, Status.NO_BASELINE, series.in_year(growth.until), reason=reason)
    return _judge(target, growth, judged, series)


def _judge(target: Target, growth: _Growth, judged: tuple[Judged, ...], series: Series) -> Verdict:
    form, until = growth.form, growth.until
    base, value, years = growth.levels[growth.base_year], growth.levels[until], until - growth.base_year
    # Of every year alone none has failed here, or the target were breached.
    holds = form.every or level_bound(form.bound, lambda rate: grown(base, rate, years, form.basis)).holds(value)
    attained = judged[-1].value if form.every else Growth(base, value, years, form.basis)
    workings = Workings(value=attained, judged=judged, base=None if form.rates else base, years=years)
    figure = series.in_year(until)
    if until == growth.last_year:
        return settled(target, Status.MET if holds else Status.MISSED, figure, workings=workings)
    if holds:
        return settled(target, Status.ON_PACE, figure, workings=workings)
    required = _required(growth, base, value)
    return settled(target, Status.BEHIND, figure, required_rate=required, workings=workings)


def _growth(form: Grow, base_year: int, last_year: int, series: Series) -> _Growth:
    figures: _Years = {}
    for year in range(base_year + 1, min(last_year, series.terms.day.year) + 1):
        figure = series.in_year(year)
        if figure is not None and series.is_closed(whole_year(year)):
            figures[year] = amount(figure)
    unbroken = list(takewhile(figures.__contains__, count(base_year + 1)))
    until = max(unbroken if form.rates or form.every else figures, default=base_year)
    levels = _levels_of_rates(form, base_year, figures, unbroken) if form.rates else _levels(base_year, figures, series)
    missing = _missing(form, base_year, last_year, figures, series)
    return _Growth(form, base_year, last_year, figures, levels, until, missing)


def _levels(base_year: int, figures: _Years, series: Series) -> _Years:
    base = series.in_year(base_year)
    return figures if base is None else {base_year: amount(base), **figures}


def _levels_of_rates(form: Grow, base_year: int, rates: _Years, years: Iterable[int]) -> _Years:
    levels = {base_year: Fraction(1 if form.basis == "percent" else 0)}
    for year in years:
        levels[year] = grown(levels[year - 1], rates[year], 1, form.basis)
    return levels


def _missing(form: Grow, base_year: int, last_year: int, figures: _Years, series: Series) -> int | None:
    """The latest due year without a figure, where it is needed.

    Of reported rates, and for ``every``, each year since the base year is needed; for the average of levels the
    latest due year of the plan alone.
    """
    all_needed = form.rates or form.every
    first = base_year + 1 if all_needed or form.start is None else max(form.start.year, base_year + 1)
    last = min(last_year, series.terms.day.year)
    gaps = (year for year in range(last, first - 1, -1) if year not in figures and series.is_due(year_end(year)))
    gap = next(gaps, None)
    return None if gap is not None and not all_needed and gap < max(figures, default=gap) else gap


def _unfounded(growth: _Growth) -> str | None:
    """Why no growth can be told from the base, if that is so: no base value, or one that nothing can be a percent of.

    For ``every`` each year is the base of the next.
    """
    form, levels, base = growth.form, growth.levels, growth.base_year
    if base not in levels:
        return "no_base_value"
    years = range(base, growth.until if form.every else base + 1)
    if form.basis == "percent" and not form.rates and any(levels[year].numerator <= 0 for year in years):
        return "base_not_positive"
    return None


def _each_year(growth: _Growth) -> tuple[Judged, ...]:
    """Each year's growth alone: the reported rate, or the change from the level a year before where there is one."""
    form, levels = growth.form, growth.levels
    rates = growth.figures
    if not form.rates:
        rates = {
            year: change(levels[year - 1], level, form.basis)
            for year, level in growth.figures.items()
            if year - 1 in levels and (form.basis != "percent" or levels[year - 1] > 0)
        }
    bound = form.bound
    return tuple(Judged(whole_year(year), rate, bound.number, bound.holds(rate)) for year, rate in rates.items())


def _required(growth: _Growth, base: Fraction, value: Fraction) -> Fraction | None:
    """The yearly rate that the remaining years need so that the average still satisfies the bound.

    Of a range the nearer end is enough.
    """
    form, bound = growth.form, growth.form.bound
    ends = [end for end in (bound.floor, bound.ceiling) if end is not None]
    levels = [grown(base, end, growth.last_year - growth.base_year, form.basis) for end in ends]
    nearest = min(levels, key=lambda level: abs(level - value))
    return yearly_rate(value, nearest, growth.last_year - growth.until, form.basis)
