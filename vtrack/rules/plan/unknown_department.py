"""A target names a unit that is not declared.

Every lead and assisting unit is declared once under `departments`, with its name. An id that is missing there is a
slip of the pen or a unit that was forgotten: tables show the bare id, and the unit's list of targets is incomplete.

目标里的单位代号没有在 departments 里列出。

牵头、配合单位都要先在 `departments` 里列出代号和名称。没有列出的代号，要么是写错了，要么是漏列了：表格里只能显示代号，
按单位汇总时也会漏掉这一项。

Bad 反例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [agricluture]}

Good 正例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [agriculture]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.plan import Plan
from vtrack.rules.plan._pieces import nearest
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each place where an undeclared unit is named."""
    plan = case.plan
    if case.outline.named <= plan.departments.keys():
        return
    for target in plan.targets.values():
        for key, ids in (("lead", target.lead), ("assist", target.assist)):
            for index, id in enumerate(ids):
                if id not in plan.departments:
                    message = say("{name}: the unit «{id}» is not declared", name=target.name, id=id)
                    yield about(target, message, _hint(plan, id), key, index)


def _hint(plan: Plan, id: str) -> Message:
    close = nearest(id, plan.departments)
    if close is None:
        return say("add it under departments, as `{id}:` and its name", id=id)
    return say(
        "write {close} if {name} is meant, or declare it under departments", close=close, name=plan.departments[close]
    )
