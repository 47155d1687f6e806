"""A milestone is reported in a state that its target does not name.

The plan names the states of a milestone in their order. Of a state that it does not name nobody can tell how far it
is, so the report is not counted.

Write one of the target's ``states``, word for word. What there is to say beyond it belongs in ``note``.

填报的节点状态不在规划列出的状态之内。

规划按先后列出了节点的各个状态。不在其中的状态无法判断进展到哪一步，这次填报不计入。

请照规划 ``states`` 里的写法填写，一字不差；要补充的情况写在 ``note``。

Bad 反例::

    # plan.yaml
    targets:
      bypass-road: {name: 绕城公路, milestone: {states: [未开工, 开工建设, 建成通车], reach: 建成通车}, lead: [office]}
    # progress/2024.yaml
    figures:
      bypass-road: {state: 已开工建设}

Good 正例::

    # plan.yaml
    targets:
      bypass-road: {name: 绕城公路, milestone: {states: [未开工, 开工建设, 建成通车], reach: 建成通车}, lead: [office]}
    # progress/2024.yaml
    figures:
      bypass-road: {state: 开工建设}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.rules.figure._nearest import nearest
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report."""
    for target, form in case.outline.milestone:
        for figure in case.record.figures.get(target.id, ()):
            if figure.state is not None and figure.state not in form.states:
                message = say("{name}: {state} is none of its states", name=target.name, state=figure.state)
                yield Remark(piece(figure, "state"), message, _hint(figure.state, form.states), target.id)


def _hint(state: str, states: tuple[str, ...]) -> Message:
    meant = nearest(state, states, cutoff=0.5)
    if meant is not None:
        return say("did you mean {meant}? The states are: {states}", meant=meant, states=listed(states))
    return say("write one of: {states}", states=listed(states))
