"""A milestone went back to an earlier state, or a finished task is reported as not done.

What was built does not become unbuilt. When a later report has an earlier state, one of the two is mistaken, or the
work was really undone; either way somebody should say so. The same holds of a task that was reported ``done: true``
and later ``done: false``.

Correct the report that is wrong and add an entry to ``revisions:``; where the work really fell back, set the finding
aside in ``waivers.yaml`` with the reason.

节点状态倒退，或者办结的任务又报未办结。

建成的不会变回未建成。后一次填报的状态比前一次靠前，不是有一次报错了，就是工作确有反复，都要说明。
任务先报 ``done: true``、后报 ``done: false`` 也是一样。

报错的请改正并在 ``revisions:`` 记一条更正；确有反复的，在 ``waivers.yaml`` 登记豁免并写明原因。

Bad 反例::

    # plan.yaml
    targets:
      bypass-road: {name: 绕城公路, milestone: {states: [未开工, 开工建设, 建成通车], reach: 建成通车}, lead: [office]}
    # progress/2023.yaml
    figures:
      bypass-road: {state: 开工建设}
    # progress/2024.yaml
    figures:
      bypass-road: {state: 未开工, as_of: 2024-06-30}

Good 正例::

    # plan.yaml
    targets:
      bypass-road: {name: 绕城公路, milestone: {states: [未开工, 开工建设, 建成通车], reach: 建成通车}, lead: [office]}
    # progress/2023.yaml
    figures:
      bypass-road: {state: 未开工}
    # progress/2024.yaml
    figures:
      bypass-road: {state: 开工建设, as_of: 2024-06-30}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.forms import Milestone
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a step back, at the later report."""
    for target, form in case.outline.milestone:
        yield from _states(target, form, case.record.figures.get(target.id, ()))
    for target, _ in case.outline.task:
        yield from _tasks(target, case.record.figures.get(target.id, ()))


def _states(target: Target, form: Milestone, figures: tuple[Figure, ...]) -> Iterator[Remark]:
    known = [figure for figure in figures if form.rank(figure.state) >= 0]
    for before, after in pairwise(known):
        if after.day > before.day and form.rank(after.state) < form.rank(before.state):
            message = say(
                "{name}: back to {after} after {before} on {day}",
                name=target.name,
                after=after.state,
                before=before.state,
                day=before.day,
            )
            yield Remark(piece(after, "state"), message, _hint(), target.id)


def _tasks(target: Target, figures: tuple[Figure, ...]) -> Iterator[Remark]:
    known = [figure for figure in figures if figure.done is not None]
    for before, after in pairwise(known):
        if after.day > before.day and before.done and not after.done:
            message = say("{name}: not done, though it was done on {day}", name=target.name, day=before.day)
            yield Remark(piece(after, "done"), message, _hint(), target.id)


def _hint() -> Message:
    return say("correct the report that is wrong, with a revision; if the work fell back, waive this with the reason")
