"""A table of many rows, laid out as rich does with a ruled head, in a tenth of the time.

rich takes each cell for a document of its own; of a province's targets that takes longer than judging them. Here a
cell is a text and a style. How wide characters are, where a long word may be cut and how a style is written is still
asked of rich.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from math import ceil

from msgspec import Struct
from rich.cells import cell_len, chop_cells
from rich.color import ColorSystem
from rich.style import Style

_WORD = re.compile(r"\S+\s*|\s+")
_MARGIN, _BETWEEN = " ", "  "
_LEAST, _LEAST_SHARE = 2, 8
"""The width that every column has, however narrow the terminal: one Chinese character; and one that has a share."""


class Column(Struct, frozen=True):
    """A column of a table.

    share: of the width that is left over; 0 for a column as wide as its widest cell. most: how wide that may be.
    """

    heading: str
    share: int = 0
    right: bool = False
    most: int | None = None


class Cell(Struct, frozen=True):
    """A text that is fit for a terminal, and its style as rich names it."""

    text: str
    style: str = ""


def drawn_grid(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], width: int, *, color: bool) -> str:
    """A table for a terminal of so many columns. A row may have fewer cells than the table has columns."""
    head = [Cell(column.heading, "bold") for column in columns]
    body = list(rows)
    room = width - 2 * len(_MARGIN)
    widths = _widths(columns, [head, *body], room - len(_BETWEEN) * (len(columns) - 1))
    lines = ["", *_lines(columns, widths, head, color), _MARGIN + "─" * room]
    for row in body:
        lines += _lines(columns, widths, row, color)
    return "\n".join([*lines, "\n"])


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most ``width``, broken between words; a word that is too long is cut."""
    if cell_len(text) <= width:
        return [text]
    lines, line, used = [], "", 0
    for word in _WORD.findall(text):
        bare = cell_len(word.rstrip())
        if bare > width:
            *whole, rest = chop_cells(word, width)
            lines += [line, *whole] if line else whole
            line, used = rest, cell_len(rest)
        elif used + bare > width:
            lines.append(line)
            line, used = word, cell_len(word)
        else:
            line, used = line + word, used + cell_len(word)
    return [one.rstrip() for one in (*lines, line)]


def _widths(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], room: int) -> list[int]:
    """The columns' widths: first those that are as wide as their cells, then what is left, shared out.

    Where there is too little room the widest gives way first.
    """
    widest = [
        max(map(cell_len, texts)) for texts in zip_longest(*([cell.text for cell in row] for row in rows), fillvalue="")
    ]
    widths = [
        0 if column.share else min(most, column.most or most) for column, most in zip(columns, widest, strict=True)
    ]
    left, shares = room - sum(widths), sum(column.share for column in columns)
    for place, column in enumerate(columns):
        if column.share:
            widths[place] = max(ceil(column.share * left / shares), _LEAST_SHARE)
            left, shares = left - widths[place], shares - column.share
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(columns: Sequence[Column], widths: Sequence[int], row: Sequence[Cell], color: bool) -> Iterator[str]:
    """The lines of a row, each cell wrapped within its column."""
    if len(row) == 1:  # a heading, which has the whole row to itself
        columns, widths = columns[:1], [sum(widths) + len(_BETWEEN) * (len(columns) - 1)]
    texts = [wrapped(cell.text, width) for cell, width in zip(row, widths, strict=False)]
    for pieces in zip_longest(*texts, fillvalue=""):
        line = ""
        for piece, cell, column, width in zip(pieces, row, columns, widths, strict=False):
            blank = " " * (width - cell_len(piece))
            text = styled(piece, cell.style, color=color)
            line += f"{blank}{text}{_BETWEEN}" if column.right else f"{text}{blank}{_BETWEEN}"
        yield (_MARGIN + line).rstrip()


def styled(text: str, style: str, *, color: bool) -> str:
    """A text between the escape sequences of a style, where there is colour."""
    if not (color and style and text):
        return text
    begin, end = _sequences(style)
    return f"{begin}{text}{end}"


@cache
def _sequences(style: str) -> tuple[str, str]:
    begin, _, end = Style.parse(style).render("\0", color_system=ColorSystem.EIGHT_BIT).partition("\0")
    return begin, end
