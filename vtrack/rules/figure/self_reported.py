"""A binding target is met by a figure that only its own reporter vouches for.

That a binding target is met is the figure that is looked at hardest. When it is self-reported, with neither evidence
nor another source, nobody else can confirm it.

Add ``evidence:`` (an inspection record, a published table), or ``source:`` where it comes from the statistics office,
a third party, a cross-check or a survey. Only the figure that decides is looked at.

约束性指标达标，所依据的数只有自报。

约束性指标达标的数，最要经得起核对。只有自报，既没有佐证，也没有别的来源，别人无从证实。

请补写 ``evidence:``（验收单、公布的统计表等）；数据来自统计部门、第三方评估、交叉考核或者调查的，写明 ``source:``。
只看决定结论的那一次数据。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2024}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 98.2
    # as of 2025-06-30

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2024}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: {value: 98.2, evidence: 县住建局验收单2024-17}
    # as of 2025-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import PLAN_FILE
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.verdict import Status

SEVERITY = Severity.INFO
_MET = (Status.MET, Status.MET_EARLY)


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a target that is met, or met early. A baseline is the plan's and not a report."""
    for verdict in case.verdicts:
        target, figure = verdict.target, verdict.figure
        if verdict.status not in _MET or not target.binding or figure is None:
            continue
        if figure.place.file != PLAN_FILE and figure.source == "self" and not figure.evidence:
            message = say("{name}: met by a figure that is only self-reported", name=target.name)
            hint = say("add evidence:, or source: where the figure comes from elsewhere")
            yield Remark(figure.place, message, hint, target.id)
