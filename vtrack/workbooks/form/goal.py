"""The year's target or expected value, as a row of a workbook states it.

The numbers are those of the verdicts: a year's stage of a schedule, a point of the expected path, the bound itself. A
value that no short decimal says is rounded to the stricter side, so that a figure that reaches what is shown is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import ceil, floor

from msgspec.structs import replace

from vtrack.messages import Message, say
from vtrack.model.bound import Bound, Comparison
from vtrack.model.bound import Series as SeriesName
from vtrack.model.calendar import Each, Stretch, year_end
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Reach, Task
from vtrack.model.plan import Plan, Target
from vtrack.model.quantity import Quantity, decimal_places, written
from vtrack.model.record import Record
from vtrack.verdicts import accumulate, reach
from vtrack.verdicts.assess import other_series
from vtrack.verdicts.growth import grown, level_bound
from vtrack.verdicts.path import expected_on
from vtrack.verdicts.series import Series, amount, series_of
from vtrack.verdicts.verdict import Terms

_PLACES, _SHORT = 2, 4


def goal_of(target: Target, plan: Plan, record: Record, year: int) -> Message:
    """What is asked of a target, or expected of it, at the end of ``year``."""
    form = target.form
    if isinstance(form, Milestone):
        return _milestone(form, year)
    if isinstance(form, Task):
        return say("completed") if form.by.day is None else say("completed by {day}", day=_when(form.by.day))
    if isinstance(form, Compare):
        return _compare(form, plan, record, year)
    if form.bound.is_placeholder or form.by.day is None:
        return _plain(form.bound)
    series = series_of(target, record.figures.get(target.id, ()), Terms(year_end(year)))
    if isinstance(form, Reach):
        return _reach(target, form, form.by.day, year)
    if isinstance(form, Accumulate):
        return _accumulate(form, form.by.day, series, year)
    return _keep(form) if isinstance(form, Keep) else _grow(target, form, series, year)


def stricter(value: Fraction, direction: int) -> str:
    """A number as people write it; one of many decimals to two, rounded to the side that asks for more."""
    places = decimal_places(value)
    if places is not None and places <= _SHORT:
        return written(value)
    scaled = value * 10**_PLACES
    whole = ceil(scaled) if direction > 0 else floor(scaled) if direction < 0 else round(scaled)
    return written(Fraction(whole, 10**_PLACES))


def _plain(bound: Bound) -> Message:
    return say("{only}", only=bound)


def _at(bound: Bound, value: Fraction) -> str:
    """A point of a path on the way to a bound: at least, at most, or just so much."""
    sign = {1: "≥ ", -1: "≤ ", 0: ""}[bound.direction]
    return sign + stricter(value, bound.direction)


def _when(day: date) -> Message:
    return say("the end of {year}", year=day.year) if day == year_end(day.year) else say("{only}", only=day)


def _stage(schedule: tuple[tuple[int, Quantity], ...], year: int) -> Fraction | None:
    stage = dict(schedule).get(year)
    return stage if isinstance(stage, Fraction) else None


def _reach(target: Target, form: Reach, deadline: date, year: int) -> Message:
    bound, end = form.bound, year_end(year)
    if year > deadline.year or end == deadline:
        return _plain(bound)
    stage = _stage(form.schedule, year)
    path = reach.path(target, form, deadline)
    has_no_pace = bound.comparison in (Comparison.BETWEEN, Comparison.ABOUT) or len(path) == 1
    if year == deadline.year or (stage is None and has_no_pace):
        return say("{bound} by {day}", bound=bound, day=_when(deadline))
    if stage is not None:
        return say("{bound} (stage of the plan)", bound=_at(bound, stage))
    return say("{bound} (expected)", bound=_at(bound, expected_on(path, end)))


def _keep(form: Keep) -> Message:
    if form.each is Each.QUARTER:
        return say("{bound} in each quarter", bound=form.bound)
    if form.each is Each.MONTH:
        return say("{bound} in each month", bound=form.bound)
    return say("{bound} in the whole year", bound=form.bound) if form.flow else _plain(form.bound)


def _accumulate(form: Accumulate, deadline: date, series: Series, year: int) -> Message:
    if form.start is None or form.start > deadline:
        return say("{bound} in all", bound=form.bound)
    span, end = Stretch(form.start, deadline), min(year_end(year), deadline)
    if end == deadline or accumulate.goal_of(form.bound) <= 0:
        goal = say("{bound} in all by {day}", bound=form.bound, day=_when(deadline))
    else:
        value = expected_on(accumulate.path(form, span), end)
        if _stage(form.schedule, year) is not None:
            goal = say("{bound} in all (stage of the plan)", bound=_at(form.bound, value))
        else:
            goal = say("{bound} in all (expected)", bound=_at(form.bound, value))
    before = _total_before(form, span, series, year)
    return goal if before is None else say("{goal}; {total} up to last year", goal=goal, total=written(before))


def _total_before(form: Accumulate, span: Stretch, series: Series, year: int) -> Fraction | None:
    """What was added up to the year before, where every one of those years was reported."""
    years = range(span.first.year, year)
    if not years:
        return None
    if form.running:
        figure = series.last_in(Stretch(span.first, year_end(years[-1])))
        return amount(figure) if figure is not None and figure.day.year == years[-1] else None
    figures = [series.last_in(span.year(each)) for each in years if each <= span.last.year]
    return None if None in figures else sum((amount(one) for one in figures if one), Fraction(0))


def _grow(target: Target, form: Grow, series: Series, year: int) -> Message:
    unit = {"percent": "%", "points": say("points")}.get(form.basis, target.unit or "")
    if form.every:
        return say("growth {bound} {unit} each year", bound=form.bound, unit=unit)
    growth = say("growth {bound} {unit} a year on average", bound=form.bound, unit=unit)
    level = None if form.rates else _level(form, series, year)
    return growth if level is None else say("{growth}, that is {level}", growth=growth, level=level)


def _level(form: Grow, series: Series, year: int) -> str | None:
    """What the average growth asks the value to be at the end of the year."""
    base = None if form.base_year is None or form.base_year >= year else series.in_year(form.base_year)
    if form.base_year is None or base is None or (form.basis == "percent" and amount(base) <= 0):
        return None
    value, years = amount(base), year - form.base_year
    bound = level_bound(form.bound, lambda rate: grown(value, rate, years, form.basis))
    if bound.comparison is Comparison.BETWEEN and bound.upper is not None:
        return f"{stricter(bound.number, 1)}–{stricter(Fraction(str(bound.upper)), -1)}"
    shown = stricter(bound.number, bound.direction)
    return str(replace(bound, limit=Fraction(shown)))


_COMPARED: Mapping[Comparison, Message] = {
    Comparison.AT_LEAST: say("at least"),
    Comparison.ABOVE: say("above"),
    Comparison.AT_MOST: say("at most"),
    Comparison.BELOW: say("below"),
    Comparison.EQUAL: say("equal to"),
    Comparison.ABOUT: say("about"),
}


def _compare(form: Compare, plan: Plan, record: Record, year: int) -> Message:
    """The bound in words, with the value of the other series where it is known."""
    bound = form.bound
    assert isinstance(bound.limit, SeriesName)
    other = plan.targets.get(bound.limit.id) if bound.limit.kind == "target" else None
    series = other.name if other else bound.limit.id
    named = say("{comparison} {series}", comparison=_COMPARED[bound.comparison], series=series)
    if form.lag:
        named = say("{bound} of {year}", bound=named, year=year - form.lag)
    if bound.within:
        named = say("{bound} ± {within}", bound=named, within=written(bound.within))
    if form.average:
        named = say("{bound}, on average over the years", bound=named)
    known = other_series(form, plan, record, Terms(year_end(year))).in_year(year - form.lag)
    return named if known is None else say("{bound} ({value})", bound=named, value=written(amount(known)))


def _milestone(form: Milestone, year: int) -> Message:
    deadline, end = form.by.day, year_end(year)
    expected = [state for day, state in form.expect if day <= end]
    if deadline is not None and deadline <= end:
        return say("{state} by {day}", state=form.reach, day=_when(deadline))
    if expected:
        return say("{state} (expected)", state=expected[-1])
    if deadline is None:
        return say("{only}", only=form.reach)
    return say("{state} by {day}", state=form.reach, day=_when(deadline))
