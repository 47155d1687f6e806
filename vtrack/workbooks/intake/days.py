"""The day that was typed into a cell, in any of the ways in which clerks write one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from unicodedata import normalize

from msgspec import Struct

from vtrack.messages import Message, say
from vtrack.model.calendar import days_in_month
from vtrack.text.typed import LAST_MONTHS, written_out
from vtrack.workbooks.file.grid import Cell, Kind
from vtrack.workbooks.file.texts import Shown
from vtrack.workbooks.intake.cells import Typed, Untypable, digits, typed_text

_YEARS = range(1900, 2200)
_BEFORE_FIRST = date(1899, 12, 30)
"""The day before the first of a sheet, and one more for the 29 February 1900 that spreadsheets believe in."""
_FIRST_1904 = date(1904, 1, 1)
_WRITE = say("write year, month and day, like 2025-12-31")


class Day(Struct, frozen=True):
    """A day, and what is to be said where it was not written out."""

    day: date
    remark: Message | None = None


def typed_day(cell: Cell, year: int, *, from_1904: bool = False) -> Day | Untypable | None:
    """The day that a cell holds; ``None`` where it holds nothing but space.

    year: what a month and day without a year belong to. from_1904: how the workbook counts its days.
    """
    if cell.kind is Kind.NUMBER:
        return _of_number(cell, year, from_1904)
    typed = typed_text(cell)
    if isinstance(typed, Untypable):
        return typed
    if not typed.text:
        return None
    return _of_text(typed, year)


def _of_number(cell: Cell, year: int, from_1904: bool) -> Day | Untypable:
    number = digits(cell.text)
    if number is None:
        return Untypable(say("{text} is no day", text=cell.text), _WRITE)
    days, _, hours = number.partition(".")
    if cell.shown in (Shown.DAY, Shown.TIME):
        day = _counted(int(days), from_1904)
        if day is None:
            return Untypable(say("{text} is no day", text=cell.text), _WRITE)
        return Day(day, say("read as {day}, without the time of day", day=day) if hours else None)
    if len(days) in ((4,) if hours else (4, 6, 8)):  # 2025.12; 2025, 202512, 20251231
        return _of_text(Typed(number), year)
    day = _counted(int(days), from_1904) if len(days) == 5 and not hours else None
    if day is None:
        return Untypable(say("{text} is no day", text=number), _WRITE)
    return Day(day, say("the number {text} is read as the day that a sheet counts so, {day}", text=number, day=day))


def _counted(number: int, from_1904: bool) -> date | None:
    """The day of a number that a sheet counts days with."""
    first = _FIRST_1904 if from_1904 else _BEFORE_FIRST
    return first + timedelta(days=number) if 60 < number < 110_000 else None


def _of_text(typed: Typed, year: int) -> Day | Untypable:
    written = typed.text[:_LONGEST]
    text = re.sub(r"\s+", "", _TIME.sub("", normalize("NFKC", written)))
    whole = written_out(text)
    day = _day(*whole) if whole else _of_parts(text, year)
    if day is None:
        return Untypable(say("{text} is no day", text=written), _WRITE)
    said = None if whole and text == typed.text else say("{text} is read as {day}", text=written, day=day)
    return Day(day, typed.remark or said)


def _of_parts(text: str, year: int) -> date | None:
    """The day of a text that leaves out the year or the day, or all signs between them."""
    ways = ((pattern.fullmatch(text), made) for pattern, made in _WAYS)
    return next((made(found, year) for found, made in ways if found), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date | None:
    return _day(year, month, days_in_month(year, month)) if 1 <= month <= 12 else None


_LONGEST = 60
_TIME = re.compile(r"(?:\s+|T)[0-9]{1,2}:[0-9]{2}(?::[0-9.]+)?\s*\Z")
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], date | None]], ...] = (
    (re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"), lambda found, _: _day(*map(int, found.groups()))),
    (
        re.compile(r"([0-9]{1,2})月([0-9]{1,2})[日号]?|([0-9]{1,2})[-/.]([0-9]{1,2})"),
        lambda found, year: _day(year, int(found[1] or found[3]), int(found[2] or found[4])),
    ),
    (
        re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月(?:份|底|末)?"),
        lambda found, year: _month_end(int(found[1] or year), int(found[2])),
    ),
    (
        # 2025.1 may be January, or October as a number without its last zero.
        re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})|\.([0-9]{2}|[2-9]))"),
        lambda found, _: _month_end(int(found[1]), int(found[2] or found[3])),
    ),
    (re.compile(r"([0-9]{4})([0-9]{2})"), lambda found, _: _month_end(*map(int, found.groups()))),
    (
        re.compile(r"(?:([0-9]{4})年)?第?([一二三四1-4])季度(?:末|底)?"),
        lambda found, year: _month_end(int(found[1] or year), LAST_MONTHS[found[2]]),
    ),
    (re.compile(r"(?:([0-9]{4})年)?上半年(?:末|底)?"), lambda found, year: _month_end(int(found[1] or year), 6)),
    (re.compile(r"([0-9]{4})(?:年(?:末|底|度|全年)?)?"), lambda found, _: _month_end(int(found[1]), 12)),
    (re.compile(r"(?:全年|年末|年底)"), lambda _, year: _month_end(year, 12)),
)
