"""``milestone``: a state is reached by a date. FORMAT §5, «milestone»."""

from __future__ import annotations

from collections.abc import Sequence

from vtrack.model.calendar import days_late
from vtrack.model.forms import Milestone
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.verdict import Status, Terms, Verdict, Workings, settled


def assess(target: Target, form: Milestone, figures: Sequence[Figure], terms: Terms) -> Verdict:
    """The verdict on a milestone by the last state reported up to the day."""
    known = [figure for figure in figures if figure.state is not None and figure.day <= terms.day]
    latest = known[-1] if known else None
    rank = form.rank(latest.state if latest else None)
    inherited = ("by",) if form.by.inherited else ()
    workings = Workings(inherited=inherited)
    if rank >= form.rank(form.reach) >= 0:
        return settled(target, Status.MET, latest, workings=workings)
    deadline = form.by.day
    if deadline is not None and terms.day > deadline:
        late = Workings(days_late=days_late(deadline, terms.day), inherited=inherited)
        return settled(target, Status.OVERDUE, latest, workings=late)
    expected = next((state for day, state in reversed(form.expect) if day <= terms.day), None)
    if expected is None:
        return settled(target, Status.IN_PROGRESS, latest, workings=workings)
    status = Status.ON_PACE if rank >= form.rank(expected) else Status.BEHIND
    return settled(target, status, latest, workings=workings)
