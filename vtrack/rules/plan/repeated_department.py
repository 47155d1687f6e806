"""A unit is named twice for one target.

Twice in one list is a slip, usually the document's own. In both lists it is unclear whether the unit leads or
assists, and it counts twice where targets are counted by unit.

同一目标里同一单位列了两次。

在一个名单里列两次是笔误，多半原文就是如此。既列牵头又列配合的，分不清是牵头还是配合，按单位统计时还会重复计数。

Bad 反例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office], assist: [housing, office]}

Good 正例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office], assist: [housing]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.plan import Target
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each further time that a unit is named."""
    for target in case.plan.targets.values():
        if len(target.lead) + len(target.assist) == len({*target.lead, *target.assist}):
            continue
        seen: set[str] = set()
        for key, ids in (("lead", target.lead), ("assist", target.assist)):
            for index, id in enumerate(ids):
                if id in seen:
                    name = case.plan.departments.get(id, id)
                    message = _message(target, name, key == "assist" and id in target.lead)
                    yield about(target, message, say("name it once"), key, index)
                seen.add(id)


def _message(target: Target, unit: str, both: bool) -> Message:
    if both:
        return say("{name}: {unit} is named both to lead and to assist", name=target.name, unit=unit)
    return say("{name}: {unit} is named twice", name=target.name, unit=unit)
