"""A document that knows the lines of its blocks, and looks for columns when it is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vtrack.text.brackets import LONGEST, holds, place
from vtrack.text.document import Data, Document, Path
from vtrack.text.flaws import Span
from vtrack.text.inline import Unordinary

Row = int | tuple[int, "Rows"]
Rows = dict[str, Row] | list[Row]
"""Where each piece of a block stands: the line of its key or dash, and for a block of lines the rows within."""


_COMMENT = re.compile(r"#(?<![^ \n]#).*")


def bare_lines(text: str) -> list[str]:
    """The lines of a text without comments and the blanks at their ends.

    A ``#`` behind a blank may stand in quotes; then what is left has a quote that does not close, and is not ordinary.
    """
    if "#" in text:
        text = _COMMENT.sub("", text)
    lines = text.split("\n")
    return [line.rstrip(" ") for line in lines] if " \n" in text or text[-1:] == " " else lines


def closed(bare: Sequence[str], number: int, value: str, column: int = -1) -> tuple[str, int]:
    """A value in brackets that begins in a line and may go on in those below, and the last line of it.

    They end in their first line if a bracket stands at its end; otherwise each further line must begin behind
    ``column``, up to that in which as many brackets close as open, whatever they are.

    Raises:
        Unordinary: they never do, or there are very many.
    """
    if value[-1] in "}]":
        return value, number
    parts = [value]
    size, open_ = len(value), _more_open(value)
    while open_ > 0:
        number += 1
        if number == len(bare) or size > LONGEST:
            raise Unordinary
        line = bare[number]
        if line and len(line) - len(line.lstrip(" ")) <= column:
            raise Unordinary
        parts.append(line)
        size += len(line)
        open_ += _more_open(line)
    return "\n".join(parts), number


def _more_open(text: str) -> int:
    return text.count("{") + text.count("[") - text.count("}") - text.count("]")


class LineDocument(Document):
    """The data of ordinary lines, ``bare`` of their comments. ``row``: where the whole begins, and the rows within."""

    def __init__(self, bare: list[str], data: Data, row: Row) -> None:
        super().__init__(data)
        self._row = row
        self._bare = bare

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """Where the value at ``path`` stands, or its key; see :meth:`Document.span`."""
        row, depth = self._reach(path)
        if not isinstance(row, int):
            return self._block(row, path[:depth])
        return self._in_line(row, path[:depth], path[depth:], key=key)

    def lines(self, path: Path = ()) -> dict[str, int]:
        """The line of each key of the mapping at ``path``; of one in brackets they are looked for, one by one."""
        row, depth = self._reach(path)
        if isinstance(row, int) or depth < len(path) or not isinstance(row[1], dict):
            return super().lines(path)
        return {key: (below if isinstance(below, int) else below[0]) + 1 for key, below in row[1].items()}

    def _reach(self, path: Path) -> tuple[Row, int]:
        """The row to which a path leads, and how many steps of the path that took."""
        row = self._row
        for depth, step in enumerate(path):
            below = None if isinstance(row, int) else row[1]
            if not holds(below, step):
                return row, depth
            row = below[step]  # type: ignore[index]
        return row, len(path)

    def _block(self, row: tuple[int, Rows], way: Path) -> Span:
        """A block is shown by its key, or where it has none, by its first character."""
        number, rows = row
        line = self._bare[number]
        start = _behind_dash(line)
        if way and isinstance(way[-1], str):
            return _span(number, start, len(way[-1]))
        return _span(number, len(line) - len(line.lstrip(" ")) if isinstance(rows, list) else start, 1)

    def _in_line(self, number: int, way: Path, within: Path, *, key: bool) -> Span:
        """The value in a line, to which ``way`` leads, or its key; or what ``within`` leads to in its brackets."""
        line = self._bare[number]
        start = _behind_dash(line)
        name = way[-1] if isinstance(way[-1], str) else ""
        value = line[start + len(name) + 1 :].lstrip(" ") if name else line[start:]
        if value[:1] in ("{", "["):
            whole, _ = closed(self._bare, number, value)
            ends = place(whole, within, key=key) or (None if name else (0, len(whole)))
            if ends:
                return _part(whole, ends, number, len(line) - len(value))
        if key and name:
            return _span(number, start, len(name))
        if not value:  # nothing, which stands behind its colon
            return _span(number, start + len(name) + 1, 1)
        return _span(number, len(line) - len(value), len(value))


def _behind_dash(line: str) -> int:
    """The column (from 0) in which a line begins, but for a list's dash."""
    content = line.lstrip(" ")
    if content[:2] == "- ":
        content = content[1:].lstrip(" ")
    return len(line) - len(content)


def _span(number: int, start: int, length: int) -> Span:
    return Span(number + 1, start + 1, number + 1, start + length + 1)


def _part(value: str, ends: tuple[int, int], number: int, column: int) -> Span:
    """The span of a piece of ``value``, which begins in the line ``number`` at ``column`` (both from 0)."""
    spots = []
    for offset in ends:
        above = value.count("\n", 0, offset)
        spots += [number + above + 1, offset - value.rfind("\n", 0, offset) + (0 if above else column)]
    return Span(*spots)
