"""The file cannot be read from the disk.

The file is there, and the system refuses to open it: it is not allowed to, a folder has the file's name, or another
program holds it. A link that leads out of the locality's folder is not followed, because it may lead to any file of
the machine, and neither a pipe nor a device is waited for. What the file reports is not known, so the locality is not
judged.

A bad example, which text cannot show: a file that the user may not read.

文件无法从磁盘读取。

文件在，但系统打不开：没有读取权限，或是同名的文件夹，或被别的程序占用。指向本地区文件夹之外的链接不跟随，
因为它可能指向本机的任何文件；管道和设备也不等待。其中报了什么无从知道，因此该地区不作判断。

反例（无法用文字示出）：没有读取权限的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR

_MEND = say("close it in other programs, and see that it is a file you are allowed to read")
_COPY = say("put the file itself here, not a link to it")
_REASONS = {
    "link outside": (say("it is a link that leads out of its folder"), _COPY),
    "no plain file": (say("it is no plain file"), _COPY),
    "Is a directory": (say("it is a folder"), say("rename the folder")),
    "Too many levels of symbolic links": (say("it is a link that leads back to itself"), _COPY),
    "Permission denied": (say("you are not allowed to read it"), _MEND),
}
"""What the system says, or the guard before it, in the reader's language, and what to do about it."""


def check(case: FileCase) -> Iterator[Remark]:
    """At most one finding a file."""
    for flaw in case.flaws_of("unreadable"):
        reason, hint = _REASONS.get(flaw.found, (visible(flaw.found, 120), _MEND))
        yield Remark(flaw.span, say("the file cannot be read: {reason}", reason=reason), hint)
