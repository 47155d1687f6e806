"""The same key stands twice in one place.

YAML readers take one of the two, some the first and some the last, and say nothing. So one figure or target would
silently replace another. Nothing in the file is judged until one of them is gone.

Often a block was copied and its id not changed, or a figure was reported a second time; several reports of one year
are written as a list.

同一处有两个相同的键。

遇到重复的键，有的软件取前一个，有的取后一个，都不作声，于是一个数悄悄盖掉另一个。去掉一个之前，整份文件不作判断。

多半是复制了一段而忘了改代号，或者同一项又报了一次。一年报几次的，写成清单。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: 95.2
      coverage: 96

Good 正例::

    # progress/2024.yaml
    figures:
      coverage:
        - {value: 95.2, as_of: 2024-06-30}
        - {value: 96, as_of: 2024-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding each time a key comes again."""
    for flaw in case.flaws_of("duplicate-key"):
        yield Remark(
            flaw.span,
            say('"{key}" stood already in line {line}', key=visible(flaw.found), line=flaw.detail),
            say("keep one of the two, or give this one a name of its own"),
        )
