"""The date of a milestone or a task has passed without the state reached, or without the work shown as done.

A milestone is reached by a reported state, a task is closed by ``done: true`` with evidence. What was not reported
counts as not done.

逾期：节点或任务的期限已过，还没有达到规定的状态，或没有办结。

节点目标以填报的状态为准，任务以 ``done: true`` 并附佐证为办结。没有填报的，按没有完成处理。

Bad 反例::

    # plan.yaml
    targets:
      survey: {name: 房屋隐患排查, milestone: {states: [排查中, 整治完成], reach: 整治完成, by: 2023}, lead: [housing]}
    # progress/2023.yaml
    figures:
      survey: {state: 排查中, as_of: 2023-10-31}
    # as of 2024-06-30

Good 正例::

    # plan.yaml
    targets:
      survey: {name: 房屋隐患排查, milestone: {states: [排查中, 整治完成], reach: 整治完成, by: 2023}, lead: [housing]}
    # progress/2023.yaml
    figures:
      survey: {state: 整治完成, as_of: 2023-12-20}
    # as of 2024-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.forms import Milestone
from vtrack.rules.on_verdicts import failed
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.verdict import Status, Verdict

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding an overdue milestone or task."""
    return failed(case, Status.OVERDUE, _message, _hint)


def _message(verdict: Verdict) -> Message:
    target, days = verdict.target, verdict.workings.days_late
    form = target.form
    if isinstance(form, Milestone):
        state = verdict.figure.state if verdict.figure and verdict.figure.state else say("nothing reported")
        return say(
            "{name}: {days} days late, «{state}» against «{reach}»",
            name=target.name,
            days=days,
            state=state,
            reach=form.reach,
        )
    if verdict.reason == "no_evidence":
        return say("{name}: {days} days late, reported as done without evidence", name=target.name, days=days)
    return say("{name}: {days} days late, not reported as done", name=target.name, days=days)


def _hint(verdict: Verdict) -> Message:
    if isinstance(verdict.target.form, Milestone):
        return say("report the state with its day: {{state: …, as_of: …}}")
    return say("report it when it is done, with evidence: {{done: true, as_of: …, evidence: …}}")
