"""Keys are taken over from another piece with ``<<``.

The merge key ``<<`` copies the keys of another mapping into this one. It is an addition that not every YAML reader
knows, and it hides what a target says. Write the keys out.

用 ``<<`` 并入了别处的键。

合并键 ``<<`` 会把另一段里的键抄进这一段。不是每个 YAML 软件都认得它，而且看不出这项目标到底写了什么。请把各个键写出来。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {<<: {unit: "%"}, name: 设施覆盖率, reach: {at_least: 98}, lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      coverage: {unit: "%", name: 设施覆盖率, reach: {at_least: 98}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a merge key."""
    for flaw in case.flaws_of("merge-key"):
        yield Remark(
            flaw.span,
            say("<< takes keys over from another piece"),
            say("delete << and write the keys out here"),
        )
