"""``task``: work without a figure, closed by evidence. FORMAT §5, «task»."""

from __future__ import annotations

from collections.abc import Sequence

from vtrack.model.calendar import days_late
from vtrack.model.forms import Task
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.verdict import Status, Terms, Verdict, Workings, settled


def assess(target: Target, form: Task, figures: Sequence[Figure], terms: Terms) -> Verdict:
    """The verdict on a task by the last report up to the day: done, with evidence, or not."""
    known = [figure for figure in figures if figure.done is not None and figure.day <= terms.day]
    latest = known[-1] if known else None
    inherited = ("by",) if form.by.inherited else ()
    done = latest is not None and bool(latest.done)
    if latest is not None and done and latest.evidence:
        return settled(target, Status.MET, latest, workings=Workings(inherited=inherited))
    reason = "no_evidence" if done else None
    deadline = form.by.day
    if deadline is not None and terms.day > deadline:
        late = Workings(days_late=days_late(deadline, terms.day), inherited=inherited)
        return settled(target, Status.OVERDUE, latest, reason=reason, workings=late)
    return settled(target, Status.IN_PROGRESS, latest, reason=reason, workings=Workings(inherited=inherited))
