"""A comma stands within a number, and in brackets a comma parts entries.

``{value: 11,800}`` is read as the value 11 and a key 800 without a value. Numbers are written without commas; reports
show them as their reader is used to.

数字里有千分位逗号，而在括号里逗号是用来分隔的。

``{value: 11,800}`` 会被读成数值 11，外加一个没有值的键 800。数字一律不写千分位逗号。

Bad 反例::

    # progress/2024.yaml
    figures:
      population: {value: 11,800, as_of: 2024-12-31}

Good 正例::

    # progress/2024.yaml
    figures:
      population: {value: 11800, as_of: 2024-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.rules.text._instead import write_instead
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a number, however many commas it has."""
    for flaw in case.flaws_of("thousands-comma"):
        yield Remark(
            flaw.span,
            say("the comma cuts {number} in two", number=visible(flaw.found)),
            write_instead(flaw) or say("write the number without commas"),
        )
