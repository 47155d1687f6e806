"""A full-width colon stands where a key's colon belongs.

With a Chinese keyboard the colon comes out as ``：``. YAML takes ``name：甲`` for one long word, and reports an error
in the line below or none at all. A key is followed by a half-width colon and a space. Within a text the full-width
colon is right and stays.

键的后面用了全角冒号。

中文输入法打出来的冒号是全角的 ``：``，YAML 会把 ``name：甲`` 当成一个长词，要么在下一行报错，要么根本不报。
键的后面要用半角冒号加一个空格。文字里面的全角冒号不受影响，照常使用。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage：95.2

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
from vtrack.rules.text._instead import write_instead

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a colon."""
    for flaw in case.flaws_of("full-width-colon"):
        yield Remark(flaw.span, say("a full-width colon stands behind a key"), write_instead(flaw))
