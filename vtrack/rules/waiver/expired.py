"""A waiver whose last day has passed still stands in the file.

A waiver holds through the day it names, in China Standard Time. What it set aside counts again from the next day
on. Take the entry out, or have it approved anew with a new day.

豁免已过期。

豁免到 ``expires`` 当天（北京时间）为止有效，次日起所豁免的问题重新计入。请删去这一条，或重新报批并改写日期。

Bad 反例::

    # waivers.yaml
    format: 1
    waivers:
      - {rule: plan/no-lead, target: sample, reason: 牵头单位待定, approved_by: 县政府办, expires: 2025-03-31}
    # plan.yaml
    targets: {sample: {name: 样例, unit: "%", reach: {at_least: 98}}}
    # as of 2025-06-30

Good 正例::

    # waivers.yaml
    format: 1
    waivers:
      - {rule: plan/no-lead, target: sample, reason: 牵头单位待定, approved_by: 县政府办, expires: 2025-12-31}
    # plan.yaml
    targets: {sample: {name: 样例, unit: "%", reach: {at_least: 98}}}
    # as of 2025-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import Remark, WaiverCase

SEVERITY = Severity.WARNING


def check(case: WaiverCase) -> Iterator[Remark]:
    """One finding an expired waiver."""
    for waiver in case.waivers:
        if waiver.expires < case.day:
            yield Remark(
                case.place(waiver, "expires"),
                say("the waiver of {rule} expired on {day}", rule=waiver.rule, day=waiver.expires),
                say("take the entry out, or have it approved anew with a new day"),
                waiver.target,
            )
