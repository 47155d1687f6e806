"""A comparison is made with something of another kind.

Two series can be compared only when both are numbers of the same unit: growth rates with growth rates, and not with
amounts. A milestone or a task has no numbers at all (an error).

对比的两项不是同一种数。

两组数单位相同才能比：增速同增速比，不能同总量比。节点和任务没有数，根本无法对比（错误）。

Bad 反例::

    targets:
      income: {name: 居民收入增速, unit: "%", compare: {at_least: {target: gdp}}, lead: [office]}
      gdp: {name: 生产总值, unit: 亿元, reach: {at_least: 150}, lead: [office]}

Good 正例::

    targets:
      income: {name: 居民收入增速, unit: "%", compare: {at_least: {target: gdp-growth}}, lead: [office]}
      gdp-growth: {name: 生产总值增速, unit: "%", keep: {at_least: 6}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.plan._pieces import bound_path, names_target
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each comparison with a target of another unit, or without numbers."""
    for target, bound in case.outline.unnumbered:
        other = case.plan.targets.get(names_target(bound) or "")
        if other is None:
            continue
        path = (*bound_path(target), "target")
        if other.bound is None:
            message = say("{name}: is compared with {other}, which has no numbers", name=target.name, other=other.name)
            hint = say("compare with a target that is reported in numbers")
            yield Remark(target.place(*path), message, hint, target.id, Severity.ERROR)
        elif target.unit != other.unit and target.unit and other.unit:
            message = say(
                "{name}: in {unit} is compared with {other} in {other_unit}",
                name=target.name,
                unit=target.unit,
                other=other.name,
                other_unit=other.unit,
            )
            yield about(target, message, say("compare with a target of the same unit, or correct the unit"), *path)
