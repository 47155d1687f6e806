"""The file is not UTF-8.

A Chinese Windows saves text as GBK unless told otherwise, and so do some versions of Notepad and WPS. Other machines
then read every Chinese character wrongly, so nothing in the file is judged. A spreadsheet or a Word file whose name
was changed to ``.yaml`` is found here too.

Save the file again, with the encoding UTF-8. The content need not be typed anew.

Bad examples, which text cannot show: a file saved as GBK («ANSI») or UTF-16 («Unicode»), a spreadsheet renamed to
``plan.yaml``.

文件不是 UTF-8 编码。

中文 Windows 上的记事本、WPS 常把文本存成 GBK（又叫 ANSI）。换一台机器打开就成了乱码，因此整份文件不作判断。
把电子表格、Word 文件直接改名为 ``.yaml`` 的，也在这里报出。

重新“另存为”，编码选 UTF-8 即可，内容不用重打。

反例（字节无法用文字示出）：存成 GBK（ANSI）或 UTF-16（Unicode）的文件；改名为 ``plan.yaml`` 的电子表格。
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.decoding import OFFICE
from vtrack.text.flaws import Flaw

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """At most one finding a file, at the first byte that is not UTF-8."""
    for flaw in case.flaws_of("encoding"):
        yield Remark(flaw.span, _message(flaw), _hint(flaw))


def _message(flaw: Flaw) -> Message:
    if flaw.instead == OFFICE:
        return say("this is a spreadsheet or a Word file, not a text file")
    if flaw.instead:
        return say("the file is saved as {encoding}, not as UTF-8", encoding=flaw.instead)
    return say("the byte {byte} is not UTF-8", byte=flaw.found)


def _hint(flaw: Flaw) -> Message:
    if flaw.instead == OFFICE:
        return say("copy its figures into a text file; changing a file's name does not change what it is")
    if flaw.instead:
        return say("choose «Save as» in Notepad or WPS, and the encoding UTF-8")
    return say("save the file as UTF-8; if it was damaged on the way, fetch it again")
