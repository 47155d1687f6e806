"""A baseline that cannot serve.

The base year lies before the plan begins, usually the year before its first; a value at the deadline or later is a
result, no start. Growth by percent from nothing or from less than nothing cannot be computed. A baseline that
satisfies the bound already is an info: the target asks for no more than there is, or one of the numbers is wrong.

基期数不能用。

基期应在规划开始之前，一般是规划首年的上一年；期限当年或以后的数是结果，不是起点。基数是零或负数，百分比增长无法计算。
基期数已经达到目标值的为提示：要么目标没有要求提高，要么有一个数写错了。

Bad 反例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2027, value: 91.4}, lead: [office]}

Good 正例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 91.4}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.forms import Grow, Reach
from vtrack.model.outline import is_numeric
from vtrack.model.plan import Baseline, Period, Target
from vtrack.model.quantity import written
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """At most one finding for a baseline's year and one for its value."""
    period = case.plan.period
    for target in case.plan.targets.values():
        base = target.baseline
        if base is None:
            continue
        late = _late(target, base, period)
        if late is not None:
            yield about(target, late, say("give the value of the year before the plan's first"), "baseline", "year")
        form = target.form
        if isinstance(form, Grow) and form.basis == "percent" and not form.rates and base.value <= 0:
            message = say(
                "{name}: growth by percent cannot start from {value}", name=target.name, value=written(base.value)
            )
            yield about(target, message, say("check the value, or write `basis: units`"), "baseline", "value")
        elif isinstance(form, Reach) and is_numeric(form.bound) and form.bound.holds(base.value):
            message = say(
                "{name}: the baseline {value} satisfies {bound} already",
                name=target.name,
                value=written(base.value),
                bound=form.bound,
            )
            hint = say("check both numbers; write `keep` where the level shall only be held")
            remark = about(target, message, hint, "baseline", "value")
            yield Remark(remark.at, message, hint, target.id, Severity.INFO)


def _late(target: Target, base: Baseline, period: Period) -> Message | None:
    deadline = target.form.by.day
    if deadline is not None and base.year >= deadline.year:
        return say(
            "{name}: the base year {year} is not before the deadline {day}",
            name=target.name,
            year=base.year,
            day=deadline,
        )
    if period.start is not None and base.year > period.start:
        return say(
            "{name}: the base year {year} is after the plan's first year {start}",
            name=target.name,
            year=base.year,
            start=period.start,
        )
    return None
