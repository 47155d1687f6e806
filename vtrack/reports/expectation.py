"""What was expected of a target on each day that it was reported, and the path that this lies on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from vtrack.model.bound import Comparison
from vtrack.model.calendar import Each, Stretch, year_end
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Reach
from vtrack.model.record import Figure
from vtrack.reports.steps.case import Case
from vtrack.verdicts import accumulate, reach
from vtrack.verdicts.assess import assess
from vtrack.verdicts.growth import grown
from vtrack.verdicts.path import Point, expected_on
from vtrack.verdicts.series import amount

MOST_SHOWN = 240
"""Figures of one target that are shown, the last ones: those of twenty years, month by month."""
_RANGES = (Comparison.BETWEEN, Comparison.ABOUT)


class Reported(Struct, frozen=True):
    """A figure with what it came to on its own day.

    attained: what was compared: the figure, of an accumulation the total so far, of a quarter's flow its own amount.
    expected: what it was held against, in the same unit. gap: the pace gap that a check on that day would have shown.
    """

    figure: Figure
    attained: Fraction | None = None
    expected: Fraction | None = None
    gap: Fraction | None = None


def path_of(case: Case) -> tuple[Point, ...]:
    """The points of the expected path; none for a form without one, or where it has no beginning."""
    form, bound = case.target.form, case.target.bound
    deadline = form.by.day
    if bound is None or bound.is_placeholder or deadline is None:
        return ()
    if isinstance(form, Reach) and bound.comparison not in _RANGES:
        points = reach.path(case.target, form, deadline)
        return points if len(points) > 1 else ()
    if isinstance(form, Accumulate) and form.start is not None and form.start <= deadline:
        return accumulate.path(form, Stretch(form.start, deadline))
    if isinstance(form, Grow) and not form.rates and bound.direction:
        return tuple(_levels(case, form, deadline))
    return ()


def _levels(case: Case, form: Grow, deadline: date) -> Iterator[Point]:
    """The levels that a growth by the bound's number leads to at the ends of the years."""
    base = None if form.base_year is None else case.series.in_year(form.base_year)
    if base is None or form.base_year is None or form.bound.number <= -100:
        return
    if form.basis == "percent" and amount(base) <= 0:
        return
    for years in range(deadline.year - form.base_year + 1):
        yield year_end(form.base_year + years), grown(amount(base), form.bound.number, years, form.basis)


def known_figures(case: Case) -> list[Figure]:
    """Every figure up to the day, in order, the baseline not among them."""
    return [figure for figure in case.record.figures.get(case.target.id, ()) if figure.day <= case.terms.day]


def reported(case: Case) -> list[Reported]:
    """The last figures up to the day, in order, :data:`MOST_SHOWN` at most."""
    known, path = known_figures(case)[-MOST_SHOWN:], path_of(case)
    return [_reported(case, figure, path) if figure.value is not None else Reported(figure) for figure in known]


def _reported(case: Case, figure: Figure, path: tuple[Point, ...]) -> Reported:
    form, value = case.target.form, amount(figure)
    then = assess(case.target, case.plan, case.record, replace(case.terms, day=figure.day))
    gap = then.pace_gap if then.figure is not None and then.figure.day == figure.day else None
    if isinstance(form, Keep | Compare):
        judged = next((one for one in then.workings.judged if one.stretch.holds(figure.day)), None)
        return Reported(figure, value) if judged is None else Reported(figure, judged.value, judged.limit)
    if isinstance(form, Accumulate):
        value = _total(case, form, figure)
    on_path = path and path[0][0] < figure.day <= path[-1][0]
    whole_years = not isinstance(form, Grow) or figure.day == year_end(figure.day.year)
    return Reported(figure, value, expected_on(path, figure.day) if on_path and whole_years else None, gap)


def _total(case: Case, form: Accumulate, figure: Figure) -> Fraction:
    """The total with a figure: itself, or with the last figures of the years before it added."""
    if form.running or form.start is None or form.start > figure.day:
        return amount(figure)
    years = case.series.begun(Each.YEAR, Stretch(form.start, figure.day))[:-1]
    before = (case.series.last_in(year) for year in years)
    return sum((amount(one) for one in before if one is not None), amount(figure))
