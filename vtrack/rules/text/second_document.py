"""A second document begins in the same file.

YAML lets several documents follow one another, parted by a line of three dashes. Here a file is one plan or one year;
of two documents it could not be said which one counts, so neither is read. Such a line often comes from pasting one
file below another.

Delete the line, or keep the two parts in files of their own.

同一个文件里又开始了第二份文档。

YAML 允许用一行三个连字符（---）把几份文档接在一起。这里一个文件只放一份规划或一年进度，出现两份就说不清以哪份为准，
因此都不读取。多半是把一个文件粘贴到了另一个的后面。

删去这一行，或者分成两个文件。

Bad 反例::

    # plan.yaml
    period: {start: 2023, end: 2027}
    ---
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}

Good 正例::

    # plan.yaml
    period: {start: 2023, end: 2027}
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
    """At most one finding a file."""
    for flaw in case.flaws_of("second-document"):
        yield Remark(
            flaw.span,
            say("a second document begins here; a file holds one"),
            say("delete the line ---, or move what follows to a file of its own"),
        )
