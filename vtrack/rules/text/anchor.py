"""A piece is given a name with ``&`` so that it can be repeated elsewhere.

In YAML ``&name`` marks a piece and ``*name`` repeats it. A reader of a plan then no longer sees what a target says
without searching the file, and a change in one place moves figures in another unseen. Files of this format therefore
write everything out. A text that merely begins with ``&`` belongs in quotes.

用 ``&`` 给一段内容起了代号，好在别处重复引用。

YAML 里 ``&代号`` 是做记号，``*代号`` 是重复引用。这样写，看一项目标要翻遍全文，改一处又会牵动别处而不易察觉，
所以本格式要求全部写出来。文字本身以 ``&`` 开头的，加引号。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: &same {at_least: 98}, lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding an anchor."""
    for flaw in case.flaws_of("anchor"):
        found = visible(flaw.found)
        yield Remark(
            flaw.span,
            say("{found} marks a piece to be repeated elsewhere", found=found),
            say(
                "delete {found}, and write the piece out wherever it is meant; a text that begins with & is put in quotes",
                found=found,
            ),
        )
