"""The file cannot be read from the disk.

The file is there, and the system refuses to open it: it is not allowed to, a folder has the file's name, or another
program holds it. What it reports is not known, so the locality is not judged.

A bad example, which text cannot show: a file that the user may not read.

文件无法从磁盘读取。

文件在，但系统打不开：没有读取权限，或是同名的文件夹，或被别的程序占用。其中报了什么无从知道，因此该地方不作判断。

反例（无法用文字示出）：没有读取权限的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """At most one finding a file."""
    for flaw in case.flaws_of("unreadable"):
        yield Remark(
            flaw.span,
            say("the file cannot be read: {reason}", reason=visible(flaw.found, 120)),
            say("close it in other programs, and see that it is a file you are allowed to read"),
        )
