"""A figure is reported for a target that the plan does not have.

A figure is counted for the target whose id stands before it. An id that the plan does not have is mostly a slip of
the keyboard, and the target that was meant then looks as if nothing had been reported.

Write the id exactly as in ``plan.yaml``. A series that a target is compared with belongs under ``references:``. Past
figures of a target that an amendment took out of the plan may stay where they are.

规划里没有这个目标，数据却报在它名下。

数据按前面的代号归到目标名下。规划里没有的代号多半是打错了，本来要报的那一项就会显示未报送。

请照 ``plan.yaml`` 里的代号书写。供比较用的外部数列写在 ``references:`` 下。已按修订文件取消的目标，取消以前的数据可以保留。

Bad 反例::

    # plan.yaml
    targets:
      sewage-coverage: {name: 污水处理设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
    # progress/2024.yaml
    figures:
      sewage-covrage: 95.2

Good 正例::

    # plan.yaml
    targets:
      sewage-coverage: {name: 污水处理设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
    # progress/2024.yaml
    figures:
      sewage-coverage: 95.2
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.bound import Series
from vtrack.model.plan import Place, Plan
from vtrack.rules.figure._nearest import nearest
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding an id and a file."""
    plan = case.plan
    for id, figures in case.record.figures.items():
        if id in plan.targets or id in plan.omitted:
            continue
        taken_out = _taken_out(plan, id)
        for file in dict.fromkeys(figure.place.file for figure in figures):
            last = max(figure.day for figure in figures if figure.place.file == file)
            if taken_out is None:
                message = say("the plan has no target {id}", id=id)
            elif last > taken_out:
                message = say("the target {id} was taken out of the plan on {day}", id=id, day=taken_out)
            else:
                continue
            yield Remark(Place(file, ("figures", id), key=True), message, _hint(plan, id, taken_out), id)


def _taken_out(plan: Plan, id: str) -> date | None:
    """The day on which an amendment took a target out; an amendment of what the plan does not have can be no other."""
    return max((amendment.on for amendment in plan.amendments if amendment.target == id), default=None)


def _hint(plan: Plan, id: str, taken_out: date | None) -> Message:
    if taken_out is not None:
        return say("remove what was reported for a day after {day}", day=taken_out)
    compared = next((target for target in plan.targets.values() if _compares_with(target.bound, id)), None)
    if compared is not None:
        return say("move it under references: {name} is compared with it", name=compared.name)
    meant = nearest(id, plan.targets)
    if meant is not None:
        return say("did you mean {id}, {name}?", id=meant, name=plan.targets[meant].name)
    return say("write the id as in plan.yaml, or add the target there")


def _compares_with(bound: object, id: str) -> bool:
    return getattr(bound, "limit", None) == Series("reference", id)
