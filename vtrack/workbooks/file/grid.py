"""The sheets of a workbook that was read: rows, cells, merged cells, and how cells are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from vtrack.workbooks.file.texts import Shown

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z")


class Kind(Enum):
    """What a cell holds. ``VOID``: a formula whose result was never calculated."""

    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    ERROR = "error"
    VOID = "void"


class Cell(Struct, frozen=True):
    """A cell that holds something.

    text: the text; of a number the digits that the file has; of a truth ``1`` or ``0``; of an error its name.
    shown: as what a number is shown. formula: whether it is the result of one.
    """

    kind: Kind
    text: str
    shown: Shown = Shown.PLAIN
    formula: bool = False


class Row(Struct, frozen=True):
    """A row that has filled cells, by the number of their columns; rows and columns count from 1."""

    number: int
    cells: Mapping[int, Cell]
    hidden: bool = False


class Area(Struct, frozen=True):
    """A rectangle of cells that were merged into one. What it holds, its first cell holds."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


class Sheet(Struct, frozen=True):
    """A sheet's filled rows from top to bottom, and its merged cells."""

    name: str
    hidden: bool
    rows: tuple[Row, ...]
    merged: tuple[Area, ...] = ()


def reference(row: int, column: int) -> str:
    """How a cell is called: ``E7``."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def position(called: str) -> tuple[int, int] | None:
    """The row and the column of a cell that is called so; ``None`` where no cell can be."""
    found = _CELL.match(called.replace("$", ""))
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column
