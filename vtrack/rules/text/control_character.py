"""A control character stands in the text.

Characters such as the bell, the null or the escape character steer machines and mean nothing in a text; YAML forbids
them. They come from damaged files, and from copying out of terminals and old databases.

Delete it, or type the line anew. The finding names the character by its number in Unicode.

In double quotes such a character may also be written by its code: ``\\e`` and ``\\x1b`` stand for the escape character,
and whoever prints the text sends it to the screen. A backslash itself, as in the path of a file, is written twice.
Line breaks ``\\n`` and tabs ``\\t`` are left alone.

文中有控制字符。

响铃符、空字符、转义符一类的字符是控制机器用的，在文字里没有意义，YAML 也不允许。多来自损坏的文件，或从终端、老数据库里复制的内容。

请删掉，或者把这一行重新打一遍。提示中给出的是该字符的 Unicode 编号。

双引号里还可以用代码写出这类字符：``\\e``、``\\x1b`` 就是转义符，谁把这段文字显示出来，谁的屏幕就会受它控制。文字里确实要用反斜杠的
（如文件路径），写两个。换行 ``\\n`` 和制表符 ``\\t`` 不受影响。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: {value: 95.2, evidence: "D:\\archive\\base.pdf"}

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: {value: 95.2, evidence: 'D:\\archive\\base.pdf'}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.escapes import is_escaped, unescaped
from vtrack.text.visible import code_points, visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a run of such characters."""
    for flaw in case.flaws_of("control-character"):
        if is_escaped(flaw.found):
            yield Remark(
                flaw.span,
                say(
                    "{code} stands for a control character: {points}",
                    code=visible(flaw.found),
                    points=code_points(unescaped(flaw.found)),
                ),
                say(
                    "delete it; if a backslash is meant, write it twice: {instead}",
                    instead=visible(flaw.found.replace("\\", "\\\\")),
                ),
            )
            continue
        yield Remark(
            flaw.span,
            say("a control character stands here: {points}", points=code_points(flaw.found)),
            say("delete it, or type the line anew"),
        )
