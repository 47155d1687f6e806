"""A table of many rows, laid out as rich does with a ruled head, in a tenth of the time.

rich takes each cell for a document of its own; of a province's targets that takes longer than judging them. Here a
cell is a text and a style. How wide characters are, where a long word may be cut and how a style is written is still
asked of rich.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, zip_longest
from math import ceil

from msgspec import Struct
from rich.cells import cell_len, chop_cells

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


class Grid(Struct, frozen=True):
    """A table's columns, as wide as its rows want them and the terminal lets them be.

    room: columns of the terminal that it takes up. margin: what stands before each line.
    """

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    room: int
    margin: str
    color: bool

    def head(self) -> str:
        """The headings, and the rule below them."""
        lines = self._lines([Cell(column.heading, "bold") for column in self.columns])
        return "".join(f"{line}\n" for line in (*lines, self.margin + "─" * self.room))

    def body(self, rows: Iterable[Sequence[Cell]]) -> str:
        """Some of the rows. One with a single cell is a heading, which has the whole line to itself."""
        return "".join(f"{line}\n" for row in rows for line in self._lines(row))

    def _lines(self, row: Sequence[Cell]) -> Iterator[str]:
        """The lines of a row, each cell wrapped within its column."""
        columns, widths = self.columns, self.widths
        if len(row) == 1:
            columns, widths = columns[:1], (sum(widths) + len(_BETWEEN) * (len(columns) - 1),)
        texts = [wrapped(cell.text, width) for cell, width in zip(row, widths, strict=False)]
        for pieces in zip_longest(*texts, fillvalue=""):
            line = self.margin
            for piece, cell, column, width in zip(pieces, row, columns, widths, strict=False):
                blank = " " * (width - cell_len(piece))
                text = styled(piece, cell.style, color=self.color)
                line += f"{blank}{text}{_BETWEEN}" if column.right else f"{text}{blank}{_BETWEEN}"
            yield line.rstrip()


def grid_for(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int, *, margin: str = _MARGIN, color: bool
) -> Grid:
    """The grid of these rows for a terminal of so many columns, with the margin on both sides.

    A row may have fewer cells than the table has columns.
    """
    head = [Cell(column.heading) for column in columns]
    room = width - 2 * len(margin)
    widths = _widths(columns, [head, *rows], room - len(_BETWEEN) * (len(columns) - 1))
    return Grid(tuple(columns), tuple(widths), room, margin, color)


def drawn_grid(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], width: int, *, color: bool) -> str:
    """A whole table, with a blank line above and below."""
    body = list(rows)
    grid = grid_for(columns, body, width, color=color)
    return f"\n{grid.head()}{grid.body(body)}\n"


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


def styled_lines(pieces: Sequence[Cell], width: int, *, color: bool) -> str:
    """Pieces of one text, each in its own style, in lines of at most ``width``."""
    text = "".join(piece.text for piece in pieces)
    begins = [0, *accumulate(len(piece.text) for piece in pieces)]
    drawn, end = "", 0
    for line in wrapped(text, width):
        start = text.index(line, end)  # only blanks are lost between two lines
        end = start + len(line)
        for piece, begin in zip(pieces, begins, strict=False):
            within = piece.text[max(start - begin, 0) : max(end - begin, 0)]
            drawn += styled(within, piece.style, color=color)
        drawn += "\n"
    return drawn


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


def styled(text: str, style: str, *, color: bool) -> str:
    """A text between the escape sequences of a style, where there is colour."""
    if not (color and style and text):
        return text
    begin, end = _sequences(style)
    return f"{begin}{text}{end}"


@cache
def _sequences(style: str) -> tuple[str, str]:
    from rich.color import ColorSystem
    from rich.style import Style

    begin, _, end = Style.parse(style).render("\0", color_system=ColorSystem.EIGHT_BIT).partition("\0")
    return begin, end
