"""A period failed in which the value had to be kept, or an upper limit was exceeded: it cannot be made good.

A ``keep`` is judged period by period once the period is closed, a growth or comparison of ``every`` year likewise;
an accumulation with an upper bound is broken as soon as the total exceeds it. Good figures later on do not mend it.

已失守：应当保持的某一期没有保持住，或累计数超过上限，已无法补救。

“保持”类目标逐期判定，每期结束后以该期最后一次填报的数为准；要求“每年”的增长、比较也是如此；有上限的累计数一旦超过即失守。
以后各期再好，也不能抵消。

Bad 反例::

    # plan.yaml
    targets:
      projects: {name: 每年推进重点项目, unit: 个, keep: {at_least: 90, entry: flow}, lead: [office]}
    # progress/2023.yaml
    figures:
      projects: 88
    # as of 2024-06-30

Good 正例::

    # plan.yaml
    targets:
      projects: {name: 每年推进重点项目, unit: 个, keep: {at_least: 90, entry: flow}, lead: [office]}
    # progress/2023.yaml
    figures:
      projects: 90
    # as of 2024-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.bound import honest
from vtrack.rules.on_verdicts import failed
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.verdict import Status, Verdict, failing

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a broken target."""
    return failed(case, Status.BREACHED, _message, _hint)


def _message(verdict: Verdict) -> Message:
    name, bound, workings = verdict.target.name, verdict.target.bound, verdict.workings
    judged = failing(workings.judged)
    if judged is not None:
        return say(
            "{name}: broken in {period}, {value} against {bound}",
            name=name,
            period=judged.stretch,
            value=honest(judged.value, bound),
            bound=bound,
        )
    attained = workings.attained
    value = "–" if attained is None else honest(attained, bound)
    return say("{name}: the total {value} has exceeded {bound}", name=name, value=value, bound=bound)


def _hint(verdict: Verdict) -> Message:
    return say("report what is being done about it; a target changes only by an amendment with its document")
