"""The space behind a key's colon is missing.

``coverage:95.2`` is one word to YAML, not a key and a value; only a colon with a space behind it ends a key. An
address such as ``http://…`` or a time such as 12:30 is no key and needs no space.

键的冒号后面少了空格。

``coverage:95.2`` 在 YAML 看来是一个词，不是键和值；冒号后面有空格，才算键写完了。网址（``http://…``）、钟点（12:30）不是键，不用空格。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage:95.2

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
    for flaw in case.flaws_of("missing-space"):
        yield Remark(flaw.span, say("no space follows the colon of a key"), write_instead(flaw))
