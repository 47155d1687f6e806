"""Brackets or indentation go too deep.

A plan is at most seven levels deep. More than twenty come from a slip, or from a file made to exhaust a program, and
are not read. Look for brackets that are opened and never closed, or for a block that was pasted further in and further
in.

括号或缩进的层数太多。

规划文件最多七层。超过二十层，不是手误就是有意拖垮程序的文件，不予读取。请查有没有只开不收的括号，或者粘贴时一层层缩进去的内容。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, reach: {at_least: [[[[[[[[[[[[[[[[[[[[98]]]]]]]]]]]]]]]]]]]]}}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding where the depth is first exceeded."""
    for flaw in case.flaws_of("depth"):
        yield Remark(
            flaw.span,
            say("more than {limit} levels of brackets or indentation", limit=flaw.instead),
            say("close the brackets that were left open before, or move the block to where it belongs"),
        )
