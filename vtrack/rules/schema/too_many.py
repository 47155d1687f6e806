"""More is wrong with the file than is explained at once.

The first mistakes of shape are listed, so that they can be mended; the rest are only counted as more. So many come
from another kind of file, from an export with the wrong columns, or from one mistake that repeats itself. Nothing is
judged by such a file.

A bad example, too long to be shown: a plan of three thousand targets, each of which is a bare number.

错误过多，没有逐条列出。

先列出前面的一批，改好后再检查，就能看到其余的。错误这样多，多半是拿错了文件、导出时列错了位，
或者同一个错误反复出现。这样的文件不参与评判。

反例（太长，不便示出）：三千个目标，每个都只写了一个数。
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """At most one finding a file, and one a mapping of unknown keys."""
    for error in case.errors_of("too-many"):
        yield Remark(
            case.place(error),
            say("more than {count} mistakes here; only the first are listed", count=error.found),
            say("see whether this is the right file; mend the first mistakes and check again"),
        )
