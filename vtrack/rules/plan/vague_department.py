"""Somebody is made responsible without being named.

“Relevant departments” (有关部门, 相关科室) cannot be sent a reminder and never rank last. A warning where such a group leads
a target, otherwise an info.

责任单位写得笼统，没有点名。

“有关部门”“相关科室”催办时找不到人，排名时也排不到谁。由这样的单位牵头的为警告，只作配合的为提示。原文如此的，应请发文机关明确。

Bad 反例::

    departments: {office: 县政府办, others: 有关部门}
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office], assist: [others]}

Good 正例::

    departments: {office: 县政府办, housing: 县住建局}
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office], assist: [housing]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.INFO
# 有关, 相关: relevant; 等, at the end: and others.
_UNNAMED = re.compile(r"有关|相关|等(?:部门|单位|科室)?$")


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each declared unit that names nobody."""
    for id, name in case.plan.departments.items():
        if not _UNNAMED.search(name):
            continue
        leads = sum(id in target.lead for target in case.plan.targets.values())
        yield Remark(
            Place(PLAN_FILE, ("departments", id)),
            say("“{name}” names nobody, and leads {leads} targets", name=name, leads=leads)
            if leads
            else say("“{name}” names nobody who could answer", name=name),
            say("have the issuing office name the units, and declare each of them"),
            severity=Severity.WARNING if leads else None,
        )
