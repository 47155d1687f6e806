"""A key is empty, or is no word.

Before a colon stands a word: a key of the format, an id, or a year. Quotes with nothing in them, or a bracket instead
of a word, leave a value that nobody can find. Braces written twice are such a case: the inner ones become the key.

键是空的，或者不是一个词。

冒号前面应是一个词：格式规定的键、代号或年份。只有一对空引号，或者写成了括号，后面的值就没有着落。
花括号写了两层也属此类：里面一层会被当成键。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: {{value: 95.2}}

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: {value: 95.2}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a key."""
    for flaw in case.flaws_of("bad-key"):
        if flaw.found:
            yield Remark(
                flaw.span,
                say("a bracket stands where a key belongs"),
                say("write a word before the colon; braces are written once: {{value: 95.2}}"),
            )
        else:
            yield Remark(
                flaw.span,
                say("the key before the colon is empty"),
                say("write a word before the colon, such as coverage: 95.2"),
            )
