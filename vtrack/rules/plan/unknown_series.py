"""A comparison is made with a target that does not exist, or with itself.

`{target: id}` compares with the figures of another target of the same plan. Without that target there is nothing to
compare with, ever; a target compared with itself always or never passes.

对比的目标不存在，或者写成了自己。

`{target: 代号}` 是同本规划另一项目标的数对比。没有那一项，就永远没有可比的数；同自己比，要么永远达标，要么永远不达标。

Bad 反例::

    targets:
      income: {name: 居民收入增长, unit: "%", compare: {at_least: {target: gpd}}, lead: [office]}
      gdp: {name: 生产总值增长, unit: "%", keep: {at_least: 6}, lead: [office]}

Good 正例::

    targets:
      income: {name: 居民收入增长, unit: "%", compare: {at_least: {target: gdp}}, lead: [office]}
      gdp: {name: 生产总值增长, unit: "%", keep: {at_least: 6}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.plan import Path, Plan, Target
from vtrack.rules.plan._pieces import bound_path, names_target, nearest
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each series that is no other target, of a target or of a statement."""
    for target, bound in case.outline.unnumbered:
        if (other := names_target(bound)) is not None:
            yield from _remarks(case.plan, target, other, bound_path(target))
    for target, index, line in case.outline.statements:
        if (other := names_target(line.bound)) is not None:
            yield from _remarks(case.plan, target, other, ("stated", index, line.bound.comparison.value))


def _remarks(plan: Plan, target: Target, other: str, path: Path) -> Iterator[Remark]:
    if other == target.id:
        message = say("{name}: is compared with itself", name=target.name)
        yield about(target, message, say("write the id of another target, or a `reference`"), *path, "target")
    elif other not in plan.targets and other not in plan.omitted:
        message = say(
            "{name}: is compared with «{other}», which is no target of this plan", name=target.name, other=other
        )
        yield about(target, message, _hint(plan, target, other), *path, "target")


def _hint(plan: Plan, target: Target, other: str) -> Message:
    close = nearest(other, (id for id in plan.targets if id != target.id))
    if close is None:
        return say("write the id of a target, or `reference` for a series from outside the plan")
    return say("write {close} if {name} is meant", close=close, name=plan.targets[close].name)
