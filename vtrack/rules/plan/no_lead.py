"""A target has no lead unit.

Where nobody leads, nobody answers: the bulletin has no one to name when the target falls behind. Many documents list
only responsible units (责任单位) without saying which of them leads, or none at all. The gap is the document's; the
office that issued it should close it, and the plan must not guess.

目标没有牵头单位。

没有牵头单位，就没有人对结果负责，滞后时通报也无从点名。不少文件只列“责任单位”，不分牵头和配合，甚至一个也不写。
这是原文的缺口，应请发文机关明确，不能由填报人代定。

Bad 反例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, assist: [agriculture, housing]}

Good 正例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [agriculture], assist: [housing]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.model.plan import Plan, Target
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING
_MOST_NAMED = 6


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a target without a lead."""
    for target in case.plan.targets.values():
        if not target.lead:
            yield about(target, say("{name}: no unit leads it", name=target.name), _hint(case.plan, target))


def _hint(plan: Plan, target: Target) -> Message:
    units = plan.department_names(tuple(dict.fromkeys(target.assist)))
    if not units:
        return say("have the issuing office name the unit that answers for it, and write it under `lead`")
    if len(units) == 1:
        return say("if {unit} leads, move it from `assist` to `lead`; else have the lead named", unit=units[0])
    if len(units) > _MOST_NAMED:
        return say("have the issuing office name which of the {count} assisting units leads", count=len(units))
    return say("have the issuing office name which of these leads: {units}", units=listed(units))
