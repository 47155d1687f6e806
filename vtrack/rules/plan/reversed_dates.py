"""A time span ends before it begins.

A plan's period, or the span over which a target is kept, added up or compared, has no day in it. Nothing is ever due
there, so the target is never judged, and no other finding would tell.

起止时间颠倒，结束早于开始。

规划期，或者某项目标的起止时间里一天也没有，永远不到填报的时候，也就永远不会判定。请核对起始和截止哪一个写错了。

Bad 反例::

    targets:
      jobs: {name: 新增就业, unit: 人, accumulate: {at_least: 300, from: 2026, by: 2025}, lead: [office]}

Good 正例::

    targets:
      jobs: {name: 新增就业, unit: 人, accumulate: {at_least: 300, from: 2025, by: 2026}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.calendar import year_start
from vtrack.model.forms import form_word
from vtrack.model.plan import PLAN_FILE, Period, Place
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for the period, and one a target that begins after its deadline."""
    period = case.plan.period
    if period.start is not None and period.end is not None and period.start > period.end:
        yield Remark(
            Place(PLAN_FILE, ("period", "start")),
            say("the plan's period starts in {start} and ends in {end}", start=period.start, end=period.end),
            say("write the first year as start and the last as end"),
        )
    for target, form in case.outline.spanned:
        start, deadline = form.start, form.by.day
        if start is None or deadline is None or start <= deadline or start == _first_day(period):
            continue  # a deadline before the plan's own first day is told by plan/deadline-outside-period
        yield about(
            target,
            say(
                "{name}: begins on {start}, after its end on {deadline}",
                name=target.name,
                start=start,
                deadline=deadline,
            ),
            say("check which of the two dates is wrong"),
            form_word(form),
            "from",
        )


def _first_day(period: Period) -> object:
    return None if period.start is None else year_start(period.start)
