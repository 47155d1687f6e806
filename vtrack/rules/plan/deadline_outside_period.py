"""A target's dates lie outside the plan's period.

A deadline after the plan's last year is easily forgotten once the plan has ended, and one before its first year was
over before anybody could work for it. Often the year is a slip. A target that is counted from before the plan's first
year is an info: work done earlier counts for it.

目标的期限不在规划期内。

期限晚于规划期末的，规划一结束就容易没人管；早于规划期初的，还没开始就已到期；也可能是年份写错了。
起算时间早于规划期初的为提示：规划期以前做的也算进去了。原文确实如此的，保留即可。

Bad 反例::

    targets:
      village: {name: 乡村根本改变, milestone: {states: [未实现, 实现], reach: 实现, by: 2032}, lead: [office]}

Good 正例::

    targets:
      village: {name: 乡村根本改变, milestone: {states: [未实现, 实现], reach: 实现, by: 2027}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.forms import form_word
from vtrack.model.outline import Outline
from vtrack.model.plan import Period, Target
from vtrack.rules.plan._pieces import deadline_path
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each deadline and each first day outside the period."""
    period = case.plan.period
    for target in case.plan.targets.values():
        deadline = target.form.by
        message = None if deadline.inherited else _late_or_early(target, deadline.day, period)
        if message is not None:
            hint = say("check the year; if the document says so, leave it")
            yield about(target, message, hint, *deadline_path(target))
    if period.start is not None:
        yield from _early_starts(case.outline, period.start)


def _late_or_early(target: Target, day: date | None, period: Period) -> Message | None:
    if day is not None and period.end is not None and day.year > period.end:
        return say("{name}: due on {day}, after the plan's last year {end}", name=target.name, day=day, end=period.end)
    if day is not None and period.start is not None and day.year < period.start:
        return say(
            "{name}: due on {day}, before the plan's first year {start}", name=target.name, day=day, start=period.start
        )
    return None


def _early_starts(outline: Outline, start: int) -> Iterator[Remark]:
    for target, form in outline.spanned:
        if form.start is None or form.start.year >= start:
            continue
        message = say(
            "{name}: counts from {day}, before the plan's first year {start}",
            name=target.name,
            day=form.start,
            start=start,
        )
        hint = say("leave `from` out, unless the document counts what was done earlier")
        yield Remark(target.place(form_word(form), "from"), message, hint, target.id, Severity.INFO)
