"""A number has more digits than any figure has.

Thirty digits are more than any figure of a plan needs. A longer run of digits is a number of a document or an account
without its quotes, or a key held down, and would slow every computation with it.

数字的位数太多。

三十位已远超任何指标的需要。更长的一串数字，多半是没有加引号的编号、账号，或是按键没松开；带着它计算还会拖慢程序。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: 95.20000000000000000000000000000000001

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
from vtrack.text.scalars import MAX_DIGITS
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a number."""
    for flaw in case.flaws_of("number-size"):
        yield Remark(
            flaw.span,
            say("{number} has more than {limit} digits", number=visible(flaw.found, 20), limit=MAX_DIGITS),
            say("write the figure with the digits it really has; a code or an account number is put in quotes"),
        )
