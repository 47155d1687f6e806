"""A waiver sets no finding aside.

What it was for has been mended, or its rule or target is misspelt. A waiver that lies about would hide the next
mistake of the kind without anybody having approved that.

Nothing is said of a waiver whose rule was left out of the check, or whose target could not be judged because its data
is faulty.

豁免没有对应的问题。

或是问题已经解决，或是规则名、目标代号写错了。留着不用的豁免，会在无人批准的情况下盖住以后的问题，请删去。

本次没有检查的规则，以及因数据有误而没有判定的目标，其豁免是否用得上无从得知，不作提示。

Bad 反例::

    # waivers.yaml
    format: 1
    waivers:
      - {rule: plan/no-lead, target: sample, reason: 牵头单位待定, approved_by: 县政府办, expires: 2025-12-31}
    # plan.yaml
    targets: {sample: {name: 样例, unit: "%", reach: {at_least: 98}, lead: [office]}}
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
from vtrack.waiving import NEVER_WAIVED

SEVERITY = Severity.WARNING


def check(case: WaiverCase) -> Iterator[Remark]:
    """One finding a waiver in force that nothing needs."""
    for waiver in case.waivers:
        in_force = waiver.expires >= case.day and waiver.rule.partition("/")[0] not in NEVER_WAIVED
        if in_force and waiver not in case.used and not case.is_open(waiver):
            yield Remark(
                case.place(waiver, "rule"),
                say("the waiver of {rule} sets nothing aside", rule=waiver.rule),
                say("take the entry out, or mend the name of its rule or target"),
                waiver.target,
            )
