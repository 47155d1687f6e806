"""The deadline has passed and the bound is not satisfied.

The last figure of the deadline's year decides, compared exactly as it was reported: 97.96 is not 98. An error for a
binding target, a warning for an indicative one. A missed target honestly reported is no fault of the report: a
pull request that reports it can be let through with ``--ignore target``.

到期未达到目标值。

以期限当年最后一次填报的数为准，按填报的原数比较，不四舍五入：97.96 不算 98。约束性指标为错误，预期性指标为警告。
如实填报未达标，不是填报的过错：合并数据时可用 ``--ignore target`` 放行。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2024}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 97.96
    # as of 2025-06-30

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2024}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 98
    # as of 2025-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.bound import honest
from vtrack.rules.on_verdicts import failed
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.verdict import Status, Verdict

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a missed target."""
    return failed(case, Status.MISSED, _message, _hint)


def _message(verdict: Verdict) -> Message:
    attained = verdict.workings.attained
    return say(
        "{name}: missed, {value} against {bound}",
        name=verdict.target.name,
        value="–" if attained is None else honest(attained, verdict.target.bound),
        bound=verdict.target.bound,
    )


def _hint(verdict: Verdict) -> Message:
    return say("report what is being done about it; a target changes only by an amendment with its document")
