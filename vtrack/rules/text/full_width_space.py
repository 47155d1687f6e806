"""A full-width or other unusual space stands where an ordinary one belongs.

A Chinese keyboard types the wide space U+3000, and text from a web page brings the fixed space U+00A0. They look like
spaces and are none to YAML: before a key they become part of its name, behind a colon part of the value. Within a
text, between two words, they do no harm and stay.

该用普通空格的地方用了全角空格或其他特殊空格。

中文输入法会打出全角空格（U+3000），网页上复制的文字会带来不换行空格（U+00A0）。看着像空格，YAML 却不认：
在键的前面会成为键名的一部分，在冒号后面会成为值的一部分。夹在文字中间的不碍事，照常使用。

Bad 反例::

    # progress/2024.yaml
    figures:
    \u3000coverage:\u300095.2

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: 95.2
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.flaws import Flaw
from vtrack.text.visible import code_points

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a run of such spaces."""
    for flaw in case.flaws_of("full-width-space"):
        yield Remark(flaw.span, say("{points} is no ordinary space", points=code_points(flaw.found)), _hint(flaw))


def _hint(flaw: Flaw) -> Message:
    if not flaw.instead:
        return say("delete it")
    if len(flaw.instead) == 1:
        return say("write an ordinary, half-width space")
    return say("write {count} ordinary, half-width spaces", count=len(flaw.instead))
