"""A target's bound, or the period it takes its deadline from, is a placeholder: nothing can be judged.

``x``, ``××`` and ``待定`` may stand in a draft. A plan in force states its numbers.

占位未填：目标值或规划期还是占位符，无法判定。

草稿里可以写 ``x``、``××``、``待定``；正式执行的方案应当填上数字。

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
from vtrack.messages import Message, say
from vtrack.rules.on_verdicts import remarks
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.verdict import Status, Verdict

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a target that cannot be judged for a placeholder."""
    return remarks(case, Status.PLACEHOLDER, _message, _hint)


def _message(verdict: Verdict) -> Message:
    name = verdict.target.name
    if verdict.reason == "deadline":
        return say("{name}: cannot be judged, the plan's period is a placeholder", name=name)
    return say("{name}: cannot be judged, its bound «{bound}» is a placeholder", name=name, bound=verdict.target.bound)


def _hint(verdict: Verdict) -> Message:
    return say("write the number when the document gives it")
