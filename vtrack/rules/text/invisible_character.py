"""A character that cannot be seen has slipped in.

Text copied from a web page, a chat or a PDF file often carries zero-width spaces, direction marks or soft hyphens.
They make two words that look the same differ, so that an id is not found and a number is no number.

Delete it: put the cursor behind the place and press the backspace key, or type the line anew. The finding names the
character by its number in Unicode.

In double quotes such a character may also be written by its code, ``\\u200b``. Then the code is to be deleted.

混入了看不见的字符。

从网页、聊天软件、PDF 复制来的文字，常带有零宽空格、方向标记、软连字符。两个词看着一样，其实不同，于是代号对不上，数也不成其为数。

请删掉：把光标移到该处之后按退格键，或者把这一行重新打一遍。提示中给出的是该字符的 Unicode 编号。

双引号里还可以用代码写出这类字符，如 ``\\u200b``，把这段代码删掉即可。

Bad 反例::

    # progress/2024.yaml
    figures:
      cover\u200bage: 95.2

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: 95.2
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
    for flaw in case.flaws_of("invisible-character"):
        if is_escaped(flaw.found):
            yield Remark(
                flaw.span,
                say(
                    "{code} stands for an invisible character: {points}",
                    code=visible(flaw.found),
                    points=code_points(unescaped(flaw.found)),
                ),
                say("delete it"),
            )
            continue
        yield Remark(
            flaw.span,
            say("an invisible character stands here: {points}", points=code_points(flaw.found)),
            say("delete it with the backspace key, or type the line anew"),
        )
