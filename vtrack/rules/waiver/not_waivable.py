"""A waiver names a rule that cannot be waived.

Findings of the families ``text``, ``schema`` and ``history`` are never set aside: a file that cannot be read, and a
past figure or a target that moved quietly, are mended or stated, not waived.

这条规则不能豁免。

``text``、``schema``、``history`` 三类问题一律不能豁免：文件写法有误就改正，往期数据、目标有改动就写明，不能用豁免盖过去。

Bad 反例::

    # waivers.yaml
    format: 1
    waivers:
      - {rule: history/figure-changed, reason: 已口头同意, approved_by: 县政府办, expires: 2025-12-31}
    # as of 2025-06-30

Good 正例::

    # waivers.yaml
    format: 1
    waivers:
      - {rule: plan/no-lead, reason: 牵头单位待定, approved_by: 县政府办, expires: 2025-12-31}
    # as of 2025-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import Remark, WaiverCase
from vtrack.waiving import NEVER_WAIVED

SEVERITY = Severity.ERROR


def check(case: WaiverCase) -> Iterator[Remark]:
    """One finding a waiver of what cannot be waived."""
    for waiver in case.waivers:
        if waiver.rule.partition("/")[0] in NEVER_WAIVED:
            yield Remark(
                case.place(waiver, "rule"),
                say("{rule} cannot be waived", rule=waiver.rule),
                say("mend the file, or state the change with a revision or an amendment, and take the waiver out"),
                waiver.target,
            )
