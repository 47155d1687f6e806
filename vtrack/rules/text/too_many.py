"""More is mistyped in the file than is told at once.

The first mistakes are listed, so that they can be mended. So many come from another kind of file under this name, or
from a program that wrote it: no one mistypes thousands of places by hand. Nothing is judged by such a file.

A bad example, too long to be shown: three thousand lines with a full-width colon each.

文件里打错的地方过多，没有逐条列出。

先列出前面的一批，改好后再检查，就能看到其余的。这样多的错误不会是手打出来的，多半是拿错了文件，或者由程序生成时出了错。
这样的文件不参与评判。

反例（太长，不便示出）：三千行，每行都用了全角冒号。
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """At most one finding a file, at the first mistake that is not listed."""
    for flaw in case.flaws_of("too-many"):
        yield Remark(
            flaw.span,
            say("more than {count} mistakes here; only the first are listed", count=flaw.found),
            say("see whether this is the right file; mend the first mistakes and check again"),
        )
