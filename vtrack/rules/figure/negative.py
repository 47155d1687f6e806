"""A figure is negative where nothing negative can be.

There are no fewer than no villages, households or hectares, and a total of what was added does not go below zero. A
minus here is a slip, or a correction that was entered as a figure of its own.

Report what there is, or the total so far. Rates, growth, and amounts whose name says that they may be negative
(profit, balance, net inflow) are not looked at.

不可能为负的数报成了负数。

村、户、亩不会少于零，新增的合计也不会小于零。出现负号，不是笔误，就是把核减数当成一次数据报了。

请报实有数，或者截至当日的合计。比率、增长类，以及名称表明可正可负的（利润、差额、净流入）不检查。

Bad 反例::

    # plan.yaml
    targets:
      model-villages: {name: 新建示范村, unit: 个, accumulate: {at_least: 20}, lead: [office]}
    # progress/2024.yaml
    figures:
      model-villages: -3

Good 正例::

    # plan.yaml
    targets:
      model-villages: {name: 新建示范村, unit: 个, accumulate: {at_least: 20}, lead: [office]}
    # progress/2024.yaml
    figures:
      model-villages: 3
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.quantity import written
from vtrack.rules.figure._measures import never_negative
from vtrack.rules.figure._reported import on_value
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report. A bound or baseline below zero says that the figures may be, too."""
    for found in case.numbers:
        if found.least >= 0:
            continue
        base = found.target.baseline
        known = [value for value in (found.limit, base.value if base else None) if value is not None]
        if not never_negative(found) or any(value < 0 for value in known):
            continue
        for figure, value in found.reports:
            if value < 0:
                message = say("{name}: {value} is below zero", name=found.target.name, value=written(value))
                if found.flow or found.running:
                    hint = say("report the total so far; correct a wrong figure with a revision")
                else:
                    hint = say("report what there is; correct a wrong figure with a revision")
                yield on_value(found.target, figure, message, hint)
