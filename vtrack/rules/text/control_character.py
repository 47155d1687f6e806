"""A control character stands in the text.

Characters such as the bell, the null or the escape character steer machines and mean nothing in a text; YAML forbids
them. They come from damaged files, and from copying out of terminals and old databases.

Delete it, or type the line anew. The finding names the character by its number in Unicode.

Bad examples, which text cannot show safely: an escape or a null character within a name.

文中有控制字符。

响铃符、空字符、转义符一类的字符是控制机器用的，在文字里没有意义，YAML 也不允许。多来自损坏的文件，或从终端、老数据库里复制的内容。

请删掉，或者把这一行重新打一遍。提示中给出的是该字符的 Unicode 编号。

反例（不宜用文字示出）：名称中夹有转义符、空字符。
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import code_points

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a run of such characters."""
    for flaw in case.flaws_of("control-character"):
        yield Remark(
            flaw.span,
            say("a control character stands here: {points}", points=code_points(flaw.found)),
            say("delete it, or type the line anew"),
        )
