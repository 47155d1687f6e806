"""Time as plans count it: in months, exactly. FORMAT §2, «Dates».

The last day of a month is the whole month; another day is day / days-in-month of it. So 2024-12-31 is exactly 2.0
years after 2022-12-31, leap years included.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

_REMEMBERED = 2000
"""Of how many days, or stretches of them, to remember what was worked out: figures share a few days a year."""


class Each(str, Enum):
    """The length of a reporting period."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


_MONTHS = {Each.YEAR: 12, Each.QUARTER: 3, Each.MONTH: 1}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and isleap(year) else _DAYS[month - 1]


@lru_cache(_REMEMBERED)
def months(day: date) -> Fraction:
    """The end of ``day`` in months since the beginning of year 0."""
    whole = days_in_month(day.year, day.month)
    return Fraction((12 * day.year + day.month - 1) * whole + day.day, whole)


def months_before(day: date) -> Fraction:
    """The beginning of ``day`` in months since the beginning of year 0."""
    return months(day) - Fraction(1, days_in_month(day.year, day.month))


@lru_cache(_REMEMBERED)
def part(first: date, last: date, day: date) -> Fraction:
    """How much of the time from the end of ``first`` to the end of ``last`` has passed at the end of ``day``."""
    begin = months(first)
    return (months(day) - begin) / (months(last) - begin)


@lru_cache(_REMEMBERED)
def year_start(year: int) -> date:
    """The first day of a year."""
    return date(year, 1, 1)


@lru_cache(_REMEMBERED)
def year_end(year: int) -> date:
    """The last day of a year."""
    return date(year, 12, 31)


class Stretch(Struct, frozen=True):
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

    def year(self, year: int) -> Stretch:
        """The part of a year that lies in the stretch, for a year that has one."""
        return _part_of_year(self.first, self.last, year)

    def __str__(self) -> str:
        first, last = self.first, self.last
        if first == year_start(first.year) and last == year_end(first.year):
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.year}-{first.month:02d}"
        if first.month % 3 == 1 and (last.year, last.month) == (first.year, first.month + 2):
            return f"{first.year}-Q{(first.month + 2) // 3}"
        return f"{first}/{last}"


@lru_cache(_REMEMBERED)
def whole_year(year: int) -> Stretch:
    """A year from its first day to its last."""
    return Stretch(year_start(year), year_end(year))


@lru_cache(_REMEMBERED)
def _part_of_year(first: date, last: date, year: int) -> Stretch:
    return Stretch(max(year_start(year), first), min(year_end(year), last))


def number(each: Each, day: date) -> int:
    """The number of the year, quarter or month that holds ``day``, counted through from year 0."""
    return (12 * day.year + day.month - 1) // _MONTHS[each]


def stretches(each: Each, first: date, last: date) -> Iterator[Stretch]:
    """The years, quarters or months from ``first`` up to ``last``, the outer ones cut to these days."""
    step = _MONTHS[each]
    for one in range(number(each, first), number(each, last) + 1) if first <= last else ():
        year, months_passed = divmod(one * step, 12)
        end_month = months_passed + step
        begin, end = date(year, months_passed + 1, 1), date(year, end_month, days_in_month(year, end_month))
        yield Stretch(max(begin, first), min(end, last))


def due(last: date, day: date, grace_days: int) -> bool:
    """Whether the figure of a period that ends on ``last`` is due on ``day``: after its last day and the grace."""
    return last.toordinal() <= due_through(day, grace_days)


def due_through(day: date, grace_days: int) -> int:
    """The last of the days that a period may end on for its figure to be due on ``day``, as their ordinal number.

    After a long grace it lies before all days of the calendar: such a grace is never over.
    """
    return day.toordinal() - grace_days - 1


def days_late(deadline: date, day: date) -> int:
    """Whole days since a deadline passed; 0 on the day itself and before."""
    return max((day - deadline).days, 0)
