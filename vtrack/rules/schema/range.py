"""A number lies outside what can be.

Years lie between 1900 and 2199; the whole of a share is above zero, a count and a tolerance are not negative.

数超出了可能的范围。

年份在 1900 到 2199 之间；比率的分母大于零，个数和允许偏差不会是负数。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: {count: 83, of: 0}

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: {count: 83, of: 85}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.rules.schema._instead import write_instead
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a number."""
    for error in case.errors_of("range"):
        (limit,) = error.expected
        yield Remark(
            case.place(error),
            say("{found} stands where only a number {limit} can", found=visible(error.found), limit=limit),
            write_instead(error) or say("write a number {limit}", limit=limit),
        )
