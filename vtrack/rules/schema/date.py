"""A date is not written as one, or is no day of the calendar.

Dates are written 2024-06-30: four digits, two digits, two digits, joined by hyphens. 2024/6/30, 2024.6.30 and
2024年6月30日 are read differently by different programs, and 2023.10 is a number whose last zero gets lost. A month
alone means its last day. Where a deadline is asked for, a year alone will do.

日期的写法不对，或者没有这一天。

日期写作 2024-06-30：四位年、两位月、两位日，用半角连字符相连。2024/6/30、2024.6.30、2024年6月30日，各个软件的读法不一样；
2023.10 会被当成小数，末尾的 0 就丢了。只有月份的，写该月最后一天。期限可以只写年份。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: {value: 98, as_of: 2024年6月}

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: {value: 98, as_of: 2024-06-30}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a date."""
    for error in case.errors_of("date"):
        yield Remark(case.place(error), _message(error), _hint(error))


def _message(error: ShapeError) -> Message:
    found = visible(error.found)
    if _WRITTEN.fullmatch(error.found):
        return say("there is no day {found} in the calendar", found=found)
    if "year" in error.expected:
        return say("{found} is written neither as a year nor as a date", found=found)
    return say("{found} is not written as a date", found=found)


def _hint(error: ShapeError) -> Message:
    if error.instead is None:
        return say("write year, month and day like 2024-06-30")
    if _WRITTEN.fullmatch(error.found):
        return say("write the day that is meant; the last one of that month is {instead}", instead=error.instead)
    return say("write {instead}", instead=error.instead)
