"""A number or a year is still a placeholder.

`x`, `××` and `待定` may stand in a draft. A plan in force states its numbers: what hangs on them is not judged, and
shown as placeholder until somebody fills them in.

数字或年份还是占位符。

草稿里可以写 `x`、`××`、`待定`；正式执行的方案应当填上。没有填的，相关目标一律不判定，显示“占位未填”。

Bad 反例::

    targets:
      towns: {name: 创建示范镇, unit: 个, accumulate: {at_least: x}, lead: [office]}

Good 正例::

    targets:
      towns: {name: 创建示范镇, unit: 个, accumulate: {at_least: 3}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.forms import form_word
from vtrack.model.plan import PLAN_FILE, Place, Plan
from vtrack.model.quantity import Placeholder
from vtrack.rules.plan._pieces import bound_path
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each placeholder in the period, in a bound and in a schedule."""
    yield from _period(case.plan)
    for target, bound in case.outline.unnumbered:
        if bound.is_placeholder:
            message = say("{name}: its bound «{bound}» is a placeholder", name=target.name, bound=bound)
            yield about(target, message, say("write the number when the document gives it"), *bound_path(target))
    for target, form in case.outline.scheduled:
        for year, value in form.schedule:
            if isinstance(value, Placeholder):
                yield about(
                    target,
                    say("{name}: the value for {year} is a placeholder", name=target.name, year=year),
                    say("write the number when the document gives it, or leave the year out"),
                    form_word(form),
                    "schedule",
                    str(year),
                )


def _period(plan: Plan) -> Iterator[Remark]:
    if plan.period.start is None:
        yield Remark(
            Place(PLAN_FILE, ("period", "start")),
            say("the plan's first year is a placeholder"),
            say("write the year when the document gives it"),
        )
    if plan.period.end is None:
        heirs = sum(target.form.by.inherited for target in plan.targets.values())
        yield Remark(
            Place(PLAN_FILE, ("period", "end")),
            say("the plan's last year is a placeholder, and {heirs} targets take their deadline from it", heirs=heirs),
            say("write the year when the document gives it"),
        )
