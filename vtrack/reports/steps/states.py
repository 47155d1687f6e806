"""The steps of ``milestone`` and ``task``: the state or the word that was reported, and the days."""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.messages import Message, say
from vtrack.model.forms import Milestone, Task
from vtrack.reports.steps.case import Case
from vtrack.verdicts.verdict import Status


def milestone_steps(case: Case, form: Milestone) -> Iterator[Message]:
    """The state that was reported, the one required, and the one expected by now."""
    verdict, figure, count = case.verdict, case.verdict.figure, len(form.states)
    if figure is None or figure.state is None:
        yield say("no state is reported")
    elif form.rank(figure.state) < 0:
        yield say("the state reported, {figure}, is none of the target's, and counts as none", figure=case.told(figure))
    else:
        rank = form.rank(figure.state) + 1
        yield say("the latest state is {figure}, {rank} of {count}", figure=case.told(figure), rank=rank, count=count)
    yield say("required is {state}, {rank} of {count}", state=form.reach, rank=form.rank(form.reach) + 1, count=count)
    if verdict.status is Status.MET:
        yield say("the required state is reached")
        return
    if verdict.status in (Status.PLACEHOLDER, Status.OVERDUE):
        yield from _late(case)
        return
    expected = next(((day, state) for day, state in reversed(form.expect) if day <= case.terms.day), None)
    if expected is None or form.rank(expected[1]) < 0:
        yield say("no state is expected by {day}, and the deadline {deadline} has not passed",
                  day=case.terms.day, deadline=form.by.day)  # fmt: skip
    else:
        day, state = expected
        rank = form.rank(state) + 1
        yield say("since {day} {state} is expected, {rank} of {count}", day=day, state=state, rank=rank, count=count)


def task_steps(case: Case, form: Task) -> Iterator[Message]:
    """Whether it was reported as done, with evidence, and how late it is."""
    verdict, figure = case.verdict, case.verdict.figure
    if verdict.status is Status.MET:
        assert figure is not None
        yield say("reported as done on {day}, with evidence: {evidence}",
                  day=figure.day, evidence="; ".join(figure.evidence))  # fmt: skip
        return
    if figure is None:
        yield say("nothing is reported")
    elif verdict.reason == "no_evidence" or (figure.done and not figure.evidence):
        yield say("reported as done on {day}, but without evidence, which does not count", day=figure.day)
    else:
        yield say("reported as not done on {day}", day=figure.day)
    if verdict.status is Status.IN_PROGRESS:
        yield say("the deadline {deadline} has not passed", deadline=form.by.day)
    else:
        yield from _late(case)


def _late(case: Case) -> Iterator[Message]:
    days = case.verdict.workings.days_late
    if days is None:
        yield say("the plan's period is a placeholder, so whether it is late is not known")
    else:
        yield say(
            "the deadline {deadline} has passed; on {day} it is {days} days late",
            deadline=case.target.form.by.day,
            day=case.terms.day,
            days=days,
        )
