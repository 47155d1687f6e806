"""``compare``: the value satisfies a bound that another series gives. FORMAT §5, «compare»."""

from __future__ import annotations

from fractions import Fraction

from vtrack.model.calendar import Each, Stretch, stretches
from vtrack.model.forms import Compare
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.series import Series
from vtrack.verdicts.verdict import Judged, Status, Terms, Verdict, Workings, failing, settled


def assess(target: Target, form: Compare, series: Series, other: Series, terms: Terms) -> Verdict:
    """The verdict on a comparison year by year, or of the means over the closed years.

    ``other`` is the series that gives the bound, ``form.lag`` years earlier. A closed year whose reference is not
    due yet waits for it.
    """
    deadline = form.by.day
    assert form.start is not None and deadline is not None
    closed: list[Judged] = []
    open_: list[Judged] = []
    missing: Stretch | None = None
    missing_reference: Stretch | None = None
    unfinished = False
    for year in stretches(Each.YEAR, form.start, deadline):
        figure, reference = series.last_in(year), other.in_year(year.last.year - form.lag)
        both = _judge(form, year, figure, reference)
        if not series.is_closed(year):
            unfinished = True
            if both is not None:
                open_.append(both)
        elif both is not None:
            closed.append(both)
        elif figure is None:
            missing = year
        elif series.is_due(year.last):
            missing_reference = year
        else:
            unfinished = True

    inherited = ("by",) if form.by.inherited else ()
    judged = (*closed, *open_)
    mean = _mean(form, closed) if form.average else None
    shown = mean or (judged[-1] if judged else None)
    workings = Workings(
        attained=shown.value if shown else None,
        expected=shown.limit if shown else None,
        judged=judged,
        missing=missing or missing_reference,
        inherited=inherited,
    )
    latest = series.last_known(deadline)
    broken = None if form.average else failing(closed)
    if broken is not None:
        return settled(target, Status.BREACHED, series.last_in(broken.stretch), workings=workings)
    if missing is not None:
        return settled(target, Status.NO_DATA, latest, workings=workings)
    if missing_reference is not None:
        return settled(target, Status.NO_DATA, latest, reason="reference", workings=workings)
    if not unfinished:
        return settled(target, Status.MET if mean is None or mean.holds else Status.MISSED, latest, workings=workings)
    if latest is None:
        return settled(target, Status.NOT_DUE, workings=workings)
    if not judged:
        return settled(target, Status.NOT_DUE, latest, reason="reference", workings=workings)
    good = failing(open_) is None if not form.average else (mean.holds if mean else failing(open_) is None)
    return settled(target, Status.ON_PACE if good else Status.BEHIND, latest, workings=workings)


def _judge(form: Compare, year: Stretch, figure: Figure | None, reference: Figure | None) -> Judged | None:
    value, limit = (figure.value if figure else None), (reference.value if reference else None)
    if value is None or limit is None:
        return None
    return Judged(year, value, limit, form.bound.around(limit).holds(value))


def _mean(form: Compare, closed: list[Judged]) -> Judged | None:
    """The means of both series over the closed years, as one judgement."""
    if not closed:
        return None
    value = sum((one.value for one in closed), Fraction(0)) / len(closed)
    limit = sum((one.limit for one in closed if one.limit is not None), Fraction(0)) / len(closed)
    whole = Stretch(closed[0].stretch.first, closed[-1].stretch.last)
    return Judged(whole, value, limit, form.bound.around(limit).holds(value))
