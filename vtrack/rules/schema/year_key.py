"""A key that should be a year is none.

``schedule`` gives a value for each year, and ``expect`` a state for a year or a day: the keys are four digits, or a
date such as 2024-06-30 under ``expect``.

应写年份的键不是年份。

``schedule`` 按年份写值，``expect`` 按年份或日期写状态：键写四位年份，``expect`` 下也可以写日期（如 2024-06-30）。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, schedule: {2024年: 94}}, lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, schedule: {2024: 94}}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a key."""
    for error in case.errors_of("year-key"):
        yield Remark(case.place(error), _message(error), _hint(error))


def _message(error: ShapeError) -> Message:
    key = visible(error.found)
    if "date" in error.expected:
        return say('"{key}" is neither a year nor a date', key=key)
    return say('"{key}" is no year', key=key)


def _hint(error: ShapeError) -> Message:
    if error.instead is not None:
        return say("write {instead}", instead=error.instead)
    if "date" in error.expected:
        return say("write a year such as 2024, or a date such as 2024-06-30")
    return say("write a year such as 2024")
