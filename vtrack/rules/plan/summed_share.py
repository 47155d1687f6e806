"""Percentages are added up.

Shares and rates of several years, or of the months of a year, make no sum: 48 % and 50 % are not 98 %. A total
(`accumulate`) or a flow (`entry: flow`) in percent is prorated over time and added up, and gives wrong verdicts.

把百分比累加了。

各年、各月的比例和增速不能相加：48% 加 50% 不等于完成 98%。累计完成（`accumulate`）和当期发生数（`entry: flow`）会按时间折算、
逐年相加，单位是 % 的用这两种写法，判定必然出错。

Bad 反例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", accumulate: {at_least: 98}, lead: [office]}

Good 正例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.plan._indicators import WHOLE_OF_UNIT
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each total and each flow of percentages."""
    for target, _ in case.outline.accumulate:
        if target.unit in WHOLE_OF_UNIT:
            message = say("{name}: adds up values in {unit}", name=target.name, unit=target.unit)
            hint = say("write `reach` for a level at the deadline, `keep` for one of every year")
            yield about(target, message, hint, "accumulate")
    for target, form in case.outline.keep:
        if form.flow and target.unit in WHOLE_OF_UNIT:
            message = say(
                "{name}: takes values in {unit} for amounts that grow within the year",
                name=target.name,
                unit=target.unit,
            )
            yield about(target, message, say("leave `entry: flow` out"), "keep", "entry")
