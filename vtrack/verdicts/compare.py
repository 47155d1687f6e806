"""``compare``: the value satisfies a bound that another series gives. FORMAT §5, «compare»."""

from __future__ import annotations

from fractions import Fraction

from vtrack.model.calendar import Each, Stretch, whole_year
from vtrack.model.forms import Compare
from vtrack.model.plan import Target
from vtrack.model.quantity import mean
from vtrack.verdicts.periods import Tally, each_alone, is_wanting, wanting, workings_of
from vtrack.verdicts.series import Series, amount
from vtrack.verdicts.verdict import Judged, Status, Verdict, settled


def assess(target: Target, form: Compare, span: Stretch, series: Series, other: Series) -> Verdict:
    """The verdict on a comparison year by year, or of the means over the closed years.

    ``other`` is the series that gives the bound, ``form.lag`` years earlier.
    """
    tally = _tally(form, span, series, other)
    return _on_average(target, form, tally, series, span) if form.average else each_alone(target, tally, series, span)


def _tally(form: Compare, span: Stretch, series: Series, other: Series) -> Tally:
    closed: list[Judged] = []
    still_open: list[Judged] = []
    missing: Stretch | None = None
    missing_reference: Stretch | None = None
    begun = series.begun(Each.YEAR, span)
    for year in begun:
        figure, reference = series.last_in(year), other.in_year(year.last.year - form.lag)
        is_due = series.is_due(year.last)
        if figure is None:
            missing = year if is_due else missing
        elif reference is None:
            missing_reference = year if is_due else missing_reference
        else:
            judged = _judge(form, year, amount(figure), amount(reference))
            (closed if _is_closed(form, year, series, other) else still_open).append(judged)
    complete = bool(closed) and len(closed) == len(begun) and begun[-1].last == span.last
    return Tally(tuple(closed), tuple(still_open), complete, missing, missing_reference, waits_for="reference")


def _is_closed(form: Compare, year: Stretch, series: Series, other: Series) -> bool:
    """Whether a year can be judged for good.

    A figure on the year's last day closes it early only where the other series' year is closed too: a half-year
    value of that one must not break the target.
    """
    reference_year = whole_year(year.last.year - form.lag)
    return series.is_due(year.last) or (series.is_closed(year) and other.is_closed(reference_year))


def _on_average(target: Target, form: Compare, tally: Tally, series: Series, span: Stretch) -> Verdict:
    """The verdict on the means over the closed years; before the first of them on the latest year as it stands."""
    latest = tally.latest
    shown = _mean(form, tally.closed) if tally.closed else latest
    workings = workings_of(tally, shown)
    if latest is None or shown is None or is_wanting(tally):
        return wanting(target, tally, series, span, workings)
    good, bad = (Status.MET, Status.MISSED) if tally.complete else (Status.ON_PACE, Status.BEHIND)
    return settled(target, good if shown.holds else bad, series.last_in(latest.stretch), workings=workings)


def _judge(form: Compare, stretch: Stretch, value: Fraction, limit: Fraction) -> Judged:
    return Judged(stretch, value, limit, form.bound.around(limit).holds(value))


def _mean(form: Compare, closed: tuple[Judged, ...]) -> Judged:
    """The means of both series over the closed years, as one judgement."""
    value, limit = mean([one.value for one in closed]), mean([one.limit for one in closed])
    return _judge(form, Stretch(closed[0].stretch.first, closed[-1].stretch.last), value, limit)
