"""An amendment does not fit the plan.

Every later change of a target is written down with its authority. An amendment of a target that the plan does not have
proves nothing, unless it says what was taken out (by its old bound); one dated before the document was issued cannot
have changed it.

调整记录与规划对不上。

目标的每次调整都要连同依据记下来。被调整的目标在规划里找不到，又没有写取消前的目标值的，这条记录就起不到作用，多半是代号写错了；
调整日期早于文件印发日期的，不可能是对这份文件的调整。

Bad 反例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 96}, lead: [office]}
    amendments:
      - {target: covrage, on: 2025-03-01, document: 示政发〔2025〕3号, was: {by: 2026}}

Good 正例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 96}, lead: [office]}
    amendments:
      - {target: coverage, on: 2025-03-01, document: 示政发〔2025〕3号, was: {by: 2026}}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.bound import BOUND_WORDS
from vtrack.model.plan import PLAN_FILE, Place, Plan
from vtrack.rules.plan._pieces import nearest
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING
_TAKEN_OUT = frozenset({*BOUND_WORDS, "form", "states", "reach", "name"})
"""What says how a target was before it was taken out: its bound; of a milestone its states, of a task its name."""


def check(case: Dossier) -> Iterator[Remark]:
    """At most one finding for each amendment's target and one for its day."""
    plan = case.plan
    for index, amendment in enumerate(plan.amendments):
        id = amendment.target
        if id not in plan.targets and id not in plan.omitted and _TAKEN_OUT.isdisjoint(amendment.was):
            yield Remark(
                Place(PLAN_FILE, ("amendments", index, "target")),
                say("the amended target «{id}» is not in the plan", id=id),
                _hint(plan, id),
            )
        issued = plan.paper.issued
        if issued is not None and amendment.on < issued:
            yield Remark(
                Place(PLAN_FILE, ("amendments", index, "on")),
                say("amended on {on}, before the document was issued on {issued}", on=amendment.on, issued=issued),
                say("check the two days"),
                id if id in plan.targets else None,
            )


def _hint(plan: Plan, id: str) -> Message:
    close = nearest(id, plan.targets)
    if close is None:
        return say("correct the id; for a target that was taken out, write its old bound under `was`")
    return say(
        "write {close} if {name} is meant; for a target taken out, its old bound",
        close=close,
        name=plan.targets[close].name,
    )
