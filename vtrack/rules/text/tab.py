"""A line is indented with a tab.

How wide a tab is differs from program to program, so YAML forbids it at the beginning of a line. Use spaces; most
editors can be told to write spaces when the tab key is pressed.

行首用了制表符（Tab）缩进。

制表符有多宽，各个软件不一样，所以 YAML 不许用它缩进。请改用空格；多数编辑器可以设成按 Tab 键时输入空格。

Bad 反例::

    # progress/2024.yaml
    figures:
    \\tcoverage: 95.2

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

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a line."""
    for flaw in case.flaws_of("tab"):
        yield Remark(
            flaw.span,
            say("the line is indented with a tab"),
            say("delete the tab and press the space key {count} times", count=len(flaw.instead or "  ")),
        )
