"""``milestone``: a state is reached by a date. FORMAT §5, «milestone»."""

from __future__ import annotations

from collections.abc import Sequence

from vtrack.model.calendar import days_late
from vtrack.model.forms import Milestone
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.verdict import Status, Terms, Verdict, Workings, settled


def assess(target: Target, form: Milestone, figures: Sequence[Figure], terms: Terms) -> Verdict:
    """The verdict on a milestone by the last state reported up to the day.

    A state reached is reached, whatever the deadline; without it a deadline that is a placeholder leaves open
    whether it is late.
    """
    known = [figure for figure in figures if figure.state is not None and figure.day <= terms.day]
    latest = known[-1] if known else None
    rank = form.rank(latest.state if latest else None)
    if rank >= form.rank(form.reach) >= 0:
        return settled(target, Status.MET, latest)
    deadline = form.by.day
    if deadline is None:
        return settled(target, Status.PLACEHOLDER, latest, reason="deadline")
    if terms.day > deadline:
        return settled(target, Status.OVERDUE, latest, workings=Workings(days_late=days_late(deadline, terms.day)))
    expected = next((state for day, state in reversed(form.expect) if day <= terms.day), None)
    if form.rank(expected) < 0:
        return settled(target, Status.IN_PROGRESS, latest)
    return settled(target, Status.ON_PACE if rank >= form.rank(expected) else Status.BEHIND, latest)
