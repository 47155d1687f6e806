"""Time as plans count it: in months, exactly. FORMAT §2, «Dates».

The last day of a month is the whole month; another day is day / days-in-month of it. So 2024-12-31 is exactly 2.0
years after 2022-12-31, leap years included.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction


class Each(str, Enum):
    """The length of a reporting period."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


_MONTHS = {Each.YEAR: 12, Each.QUARTER: 3, Each.MONTH: 1}


def months(day: date) -> Fraction:
    """The end of ``day`` in months since the beginning of year 0."""
    return 12 * day.year + day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])


def months_before(day: date) -> Fraction:
    """The beginning of ``day`` in months since the beginning of year 0."""
    return months(day) - Fraction(1, monthrange(day.year, day.month)[1])


def year_start(year: int) -> date:
    """The first day of a year."""
    return date(year, 1, 1)


def year_end(year: int) -> date:
    """The last day of a year."""
    return date(year, 12, 31)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days, both ends included: a year, a quarter, a month, or what a plan makes of them."""

    first: date
    last: date

    @property
    def length(self) -> Fraction:
        """In months."""
        return months(self.last) - months_before(self.first)

    def share(self, day: date) -> Fraction:
        """How much of the stretch has passed at the end of ``day``, from 0 to 1."""
        passed = (months(day) - months_before(self.first)) / self.length
        return min(max(passed, Fraction(0)), Fraction(1))

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies in the stretch."""
        return self.first <= day <= self.last

    def __str__(self) -> str:
        first, last = self.first, self.last
        if first == year_start(first.year) and last == year_end(first.year):
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.year}-{first.month:02d}"
        if first.month % 3 == 1 and (last.year, last.month) == (first.year, first.month + 2):
            return f"{first.year}-Q{(first.month + 2) // 3}"
        return f"{first}/{last}"


def stretches(each: Each, first: date, last: date) -> Iterator[Stretch]:
    """The years, quarters or months between two days, the first and last cut to them."""
    step = _MONTHS[each]
    year, month = first.year, (first.month - 1) // step * step + 1
    while (begin := date(year, month, 1)) <= last:
        end_month = month + step - 1
        end = date(year, end_month, monthrange(year, end_month)[1])
        yield Stretch(max(begin, first), min(end, last))
        year, month = (year, month + step) if month + step <= 12 else (year + 1, 1)


def due(last: date, day: date, grace_days: int) -> bool:
    """Whether the figure of a period that ends on ``last`` is due on ``day``: after its last day and the grace."""
    # A grace beyond the calendar's end is never over.
    return (day - last).days > grace_days


def days_late(deadline: date, day: date) -> int:
    """Whole days since a deadline passed; 0 on the day itself and before."""
    return max((day - deadline) // timedelta(days=1), 0)
