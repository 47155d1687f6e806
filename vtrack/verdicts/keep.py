"""``keep``: in every period the value satisfies the bound. FORMAT §5, «keep»."""

from __future__ import annotations

from fractions import Fraction

from vtrack.model.calendar import Each, Stretch, stretches
from vtrack.model.forms import Keep
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.series import Series
from vtrack.verdicts.verdict import Judged, Status, Terms, Verdict, Workings, failing, settled


def assess(target: Target, form: Keep, series: Series, terms: Terms) -> Verdict:
    """The verdict on a target to be kept. ``form.start`` and ``form.by`` must be days and the bound a number."""
    deadline = form.by.day
    assert form.start is not None and deadline is not None
    closed: list[Judged] = []
    open_: list[Judged] = []
    missing: Stretch | None = None
    unfinished = False
    previous: Stretch | None = None
    for stretch in stretches(form.each, form.start, deadline):
        amount = _amount(form, series, stretch, previous)
        previous = stretch
        if not series.is_closed(stretch):
            unfinished = True
            if amount is not None:
                open_.append(_so_far(form, series, stretch, amount))
        elif amount is None:
            missing = stretch
        else:
            closed.append(Judged(stretch, amount, _limit(form), form.bound.holds(amount)))

    inherited = ("by",) if form.by.inherited else ()
    judged = (*closed, *open_)
    workings = Workings(
        attained=judged[-1].value if judged else None, judged=judged, missing=missing, inherited=inherited
    )
    latest = series.last_known(deadline)
    broken = failing(closed)
    if broken is not None:
        return settled(target, Status.BREACHED, series.last_in(broken.stretch), workings=workings)
    if missing is not None:
        return settled(target, Status.NO_DATA, latest, workings=workings)
    if not unfinished:
        return settled(target, Status.MET, latest, workings=workings)
    if not judged:
        return settled(target, Status.NOT_DUE, workings=workings)
    status = Status.BEHIND if failing(open_) else Status.ON_PACE
    return settled(target, status, latest or _figure(series, judged[-1]), workings=workings)


def _amount(form: Keep, series: Series, stretch: Stretch, previous: Stretch | None) -> Fraction | None:
    """What a period is judged by: its last figure, or for a flow within the year what the period added to it.

    In-year figures of a flow are the year's total so far, so a quarter's own is the difference to the quarter
    before; where that one is not known, neither is this.
    """
    figure = series.last_in(stretch)
    if figure is None or figure.value is None:
        return None
    if not form.flow or form.each is Each.YEAR or previous is None or previous.last.year != stretch.last.year:
        return figure.value
    before = series.last_in(previous)
    return None if before is None or before.value is None else figure.value - before.value


def _so_far(form: Keep, series: Series, stretch: Stretch, amount: Fraction) -> Judged:
    """A period that is not closed: a level as it stands, a flow against the elapsed share of the bound."""
    if not form.flow:
        return Judged(stretch, amount, _limit(form), form.bound.holds(amount))
    figure = series.last_in(stretch)
    assert figure is not None
    share = form.bound.times(stretch.share(figure.day))
    return Judged(stretch, amount, share.number, share.holds(amount))


def _limit(form: Keep) -> Fraction:
    return form.bound.number


def _figure(series: Series, judged: Judged) -> Figure | None:
    return series.last_in(judged.stretch)
