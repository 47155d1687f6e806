"""The file is too large to be a plan or a year's progress.

A plan with hundreds of targets takes some 100 KB. A file of more than 4 MB is most likely another file under this
name, and is not read at all.

A bad example, too long to be shown: a file of 20 MB.

文件过大，不像规划或进度文件。

几百项目标的规划也不过一百多 KB。超过 4 MB 的，多半是别的文件用了这个名字，因此不读取。

反例（太长，不便示出）：20 MB 的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """At most one finding a file."""
    for flaw in case.flaws_of("size"):
        yield Remark(
            flaw.span,
            say("the file has more than the {limit} bytes that are read", limit=flaw.instead),
            say("see whether this is the right file; progress is kept in one file a year"),
        )
