"""A unit is declared but leads and assists nothing.

It may be left over, or its targets were not entered. Units that other files or later versions need do no harm.

列出的单位没有承担任何目标。

可能是多列了，也可能是它承担的目标漏录了，请对照原文看一下。

Bad 反例::

    departments: {office: 县政府办, water: 县水利局}
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}

Good 正例::

    departments: {office: 县政府办}
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.INFO


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each unit without a target; none while faulty targets are left out, which may name it."""
    if case.plan.omitted:
        return
    named = case.outline.named
    for id, name in case.plan.departments.items():
        if id not in named:
            yield Remark(
                Place(PLAN_FILE, ("departments", id), key=True),
                say("{name} is declared, and no target names it", name=name),
                say("take it out, or name it where the document does"),
            )
