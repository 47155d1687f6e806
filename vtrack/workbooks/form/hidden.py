"""The very hidden sheet: the facts about a workbook, and the lists that its drop-downs point at.

A drop-down that has its words in itself holds 255 characters at most, and none with a comma; one that points at a
range holds any. The lists stand one below the other: a sheet has more rows than columns by far.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from vtrack.workbooks.layout import FACTS_SHEET, FORMAT, Fact, cell_text
from vtrack.workbooks.styles import put_text

_FIRST_COLUMN = 4  # D
_MOST_ROWS = 1_000_000


class Hidden:
    """The sheet while a workbook is written. Each list of words is written once."""

    def __init__(self, workbook: Workbook, year: int, day: date, language: str) -> None:
        self._sheet = workbook.create_sheet(FACTS_SHEET)
        self._sheet.sheet_state = "veryHidden"
        self._ranges: dict[tuple[str, ...], str] = {}
        self._column, self._row = _FIRST_COLUMN, 1
        facts = {Fact.FORMAT: FORMAT, Fact.YEAR: year, Fact.EXPORTED: day.isoformat(), Fact.LANGUAGE: language}
        for row, (fact, value) in enumerate(facts.items(), 1):
            put_text(self._sheet.cell(row, 1), fact.value)
            put_text(self._sheet.cell(row, 2), str(value))

    def choices(self, words: Sequence[str]) -> str:
        """The range that holds ``words``, one below the other, as a drop-down names it."""
        key = tuple(map(cell_text, words))
        if key not in self._ranges:
            if self._row + len(key) > _MOST_ROWS:
                self._column, self._row = self._column + 1, 1
            for row, text in enumerate(key, self._row):
                put_text(self._sheet.cell(row, self._column), text)
            letter, last = get_column_letter(self._column), self._row + len(key) - 1
            self._ranges[key] = f"'{FACTS_SHEET}'!${letter}${self._row}:${letter}${last}"
            self._row = last + 1
        return self._ranges[key]
