"""A piece is repeated from elsewhere with ``*`` instead of being written out.

In YAML ``*name`` repeats the piece that ``&name`` marked. What a target says then stands somewhere else in the file,
and a handful of such lines can stand for millions. Files of this format write everything out; nothing in a file with
an alias is read. A text that merely begins with ``*`` belongs in quotes.

用 ``*`` 引用了别处的内容，没有写出来。

YAML 里 ``*代号`` 表示重复 ``&代号`` 处的内容。这样写，一项目标的内容要到别处去找；几行引用还能展开成上百万行。
本格式要求全部写出来，含有引用的文件不读取。文字本身以 ``*`` 开头的，加引号。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: &same {at_least: 98}, lead: [office]}
      quality: {name: 水质达标率, unit: "%", reach: *same , lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
      quality: {name: 水质达标率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding an alias."""
    for flaw in case.flaws_of("alias"):
        found = visible(flaw.found)
        yield Remark(
            flaw.span,
            say("{found} repeats a piece from elsewhere", found=found),
            say(
                "write the piece out here; a text that begins with * is put in quotes: {instead}", instead=f'"{found}"'
            ),
        )
