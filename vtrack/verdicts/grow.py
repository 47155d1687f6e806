"""``grow``: growth from the base year satisfies the bound. FORMAT §5, «grow»."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from vtrack.model.bound import Bound
from vtrack.model.calendar import Stretch, year_end, year_start
from vtrack.model.forms import Grow
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.growth import grown, level_bound, yearly_rate
from vtrack.verdicts.series import Series
from vtrack.verdicts.verdict import Judged, Status, Terms, Verdict, Workings, failing, settled


@dataclass(frozen=True, slots=True)
class _Years:
    """The closed years since the base year: levels by year, the base year's among them.

    Reported rates become levels too, from a base of 1 (or of 0 for differences), so that one arithmetic serves both.
    """

    levels: dict[int, Fraction]
    last: int | None
    missing: int | None


def assess(target: Target, form: Grow, series: Series, terms: Terms) -> Verdict:
    """The verdict on a growth. ``form.by`` must be a day, ``form.base_year`` known and the bound a number."""
    deadline, base_year = form.by.day, form.base_year
    assert deadline is not None and base_year is not None
    years = _closed_years(form, series, base_year, deadline.year)
    inherited = ("by",) if form.by.inherited else ()
    latest = series.in_year(years.last) if years.last is not None else series.last_known(deadline)
    base = years.levels.get(base_year)
    judged = _single_years(form, years, base_year) if form.every else ()
    missing = None if years.missing is None else Stretch(year_start(years.missing), year_end(years.missing))
    workings = Workings(judged=judged, base=base, missing=missing, inherited=inherited)

    broken = failing(judged)
    if broken is not None:
        return settled(target, Status.BREACHED, series.last_in(broken.stretch), workings=workings)
    if missing is not None:
        return settled(target, Status.NO_DATA, latest, workings=workings)
    if years.last is None:
        if latest is None:
            return settled(target, Status.NOT_DUE, workings=workings)
        return settled(target, Status.NOT_DUE, latest, reason="in_year_only", workings=workings)
    if base is None:
        return settled(target, Status.NO_BASELINE, latest, reason="no_base_value", workings=workings)
    if form.basis == "percent" and base <= 0:
        return settled(target, Status.NO_BASELINE, latest, reason="base_not_positive", workings=workings)
    return _judge(target, form, years, latest, judged, inherited)


def _judge(
    target: Target,
    form: Grow,
    years: _Years,
    latest: Figure | None,
    judged: tuple[Judged, ...],
    inherited: tuple[str, ...],
) -> Verdict:
    deadline, base_year, last = form.by.day, form.base_year, years.last
    assert deadline is not None and base_year is not None and last is not None
    base, value, count = years.levels[base_year], years.levels[last], last - base_year
    holds = all(one.holds for one in judged) if form.every else _bound_after(form, base, count).holds(value)
    workings = Workings(
        attained=yearly_rate(base, value, count, form.basis), judged=judged, base=base, years=count, inherited=inherited
    )
    if last >= deadline.year:
        return settled(target, Status.MET if holds else Status.MISSED, latest, workings=workings)
    if holds:
        return settled(target, Status.ON_PACE, latest, workings=workings)
    required = _required(form, base, value, base_year, last, deadline.year)
    return settled(target, Status.BEHIND, latest, required_rate=required, workings=workings)


def _bound_after(form: Grow, base: Fraction, years: int) -> Bound:
    return level_bound(form.bound, lambda rate: grown(base, rate, years, form.basis))


def _closed_years(form: Grow, series: Series, base_year: int, last_year: int) -> _Years:
    """The levels at the ends of the closed years, the last of them, and a due year without a figure that is needed.

    Of levels only the latest due year is needed for an average; of rates, and for ``every``, each one.
    """
    start = form.start.year if form.start else base_year + 1
    levels: dict[int, Fraction] = {}
    base = series.in_year(base_year)
    if form.rates:
        levels[base_year] = Fraction(1 if form.basis == "percent" else 0)
    elif base is not None and base.value is not None:
        levels[base_year] = base.value
    last = missing = None
    for year in range(base_year + 1, last_year + 1):
        stretch = Stretch(year_start(year), year_end(year))
        figure = series.last_in(stretch)
        if not series.is_closed(stretch):
            continue
        if figure is None or figure.value is None:
            missing = year if year >= start or form.rates else missing
        elif not form.rates:
            levels[year] = figure.value
            last = year
        elif year - 1 in levels:
            levels[year] = grown(levels[year - 1], figure.value, 1, form.basis)
            last = year
    every_year = form.rates or form.every
    return _Years(levels, last, missing if every_year or last is None or (missing or 0) > last else None)


def _single_years(form: Grow, years: _Years, base_year: int) -> tuple[Judged, ...]:
    """Each year's growth alone, where its level and the one before are both known."""
    judged = []
    for year in sorted(years.levels):
        before = years.levels.get(year - 1)
        if year == base_year or before is None or (form.basis == "percent" and before <= 0):
            continue
        bound = _bound_after(form, before, 1)
        rate = yearly_rate(before, years.levels[year], 1, form.basis)
        value = rate if rate is not None else Fraction(-100)
        limit = form.bound.number
        judged.append(Judged(Stretch(year_start(year), year_end(year)), value, limit, bound.holds(years.levels[year])))
    return tuple(judged)


def _required(
    form: Grow, base: Fraction, value: Fraction, base_year: int, last: int, deadline_year: int
) -> Fraction | None:
    """The yearly rate that the remaining years need so that the average still satisfies the bound."""
    bound = form.bound
    ends = [end for end in (bound.floor, bound.ceiling) if end is not None]
    # The nearer end of a range is enough.
    levels = [grown(base, end, deadline_year - base_year, form.basis) for end in ends]
    nearest = reduce(lambda a, b: a if abs(a - value) <= abs(b - value) else b, levels)
    return yearly_rate(value, nearest, deadline_year - last, form.basis)
