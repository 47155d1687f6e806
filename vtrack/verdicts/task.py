"""``task``: work without a figure, closed by evidence. FORMAT §5, «task»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from vtrack.model.calendar import days_late
from vtrack.model.forms import Task
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.verdict import Status, Terms, Verdict, Workings, settled


def assess(target: Target, form: Task, figures: Sequence[Figure], terms: Terms) -> Verdict:
    """The verdict on a task: done, with evidence, since the last report up to the day that says otherwise.

    What is done is done, whatever the deadline; otherwise a deadline that is a placeholder leaves open whether it
    is late.
    """
    known = [figure for figure in reversed(figures) if figure.done is not None and figure.day <= terms.day]
    latest = known[0] if known else None
    done = list(takewhile(lambda figure: figure.done, known))
    proven = next((figure for figure in done if figure.evidence), None)
    if proven is not None:
        return settled(target, Status.MET, proven)
    reason = "no_evidence" if done else None
    deadline = form.by.day
    if deadline is None:
        return settled(target, Status.PLACEHOLDER, latest, reason="deadline")
    if terms.day > deadline:
        late = Workings(days_late=days_late(deadline, terms.day))
        return settled(target, Status.OVERDUE, latest, reason=reason, workings=late)
    return settled(target, Status.IN_PROGRESS, latest, reason=reason)
