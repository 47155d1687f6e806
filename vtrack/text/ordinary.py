"""Ordinary files, read line by line: what the parser would make of them, at a fraction of its price.

Nearly every file of plans and progress is made of lines such as ``key:``, ``key: value`` and ``- value``, whose values
are plain, quoted, or brackets that close in the same line. Such lines mean one thing in YAML, and expressions that
match nothing else read them exactly. A file with anything else in it (a block of text, an anchor, a value that goes
on in the next line, a key twice, a number that is none) is not ordinary: the parser reads all of it.

The tests hold this reader against the parser, on texts that differ in single characters: the same data and the same
places, or no answer at all.
"""

from __future__ import annotations

import re

from vtrack.text.document import Composed, Data, Document, Path, at
from vtrack.text.flaws import Span
from vtrack.text.inline import KEY, VALUE, Unordinary, value_of
from vtrack.text.nodes import compose
from vtrack.text.scalars import Unreadable

# A look ahead behind each run of blanks keeps the search from trying shorter ones.
_LINE = re.compile(
    rf"^( *)(?! )(- +(?! ))?(?:({KEY}):(?![^ \n])(?: +({VALUE}))?|({VALUE}))?(?: *(?<![^ \n])#.*| *)$", re.M
)
"""A line: its indentation, a list's dash, a key, the key's value, or a value alone. Comments and blanks have none."""

_MOST_LINES = 50_000
_MOST_LEVELS = 8

_Line = tuple[int, int, str, str, str]
"""The number of a line (from 0), its column, and its dash, key and value, each empty where there is none."""
_Row = int | tuple[int, "_Rows"]
_Rows = dict[str, _Row] | list[_Row]
"""Where each piece of a block stands: the line of its key or dash, and for a block of lines the rows within."""


def read_ordinary(text: str) -> Document | None:
    """The document of a text without flaws; ``None`` where the parser must be asked, or there is no data.

    The text must not be suspect, :mod:`vtrack.text.suspicion`: what YAML does not take for a character, or takes for a
    blank or for the end of a line, is not looked for again.
    """
    count = text.count("\n") + 1
    if count > _MOST_LINES:
        return None
    found = _LINE.findall(text)
    if len(found) != count:
        return None
    lines = [
        (number, len(indentation), dash, key, value or alone)
        for number, (indentation, dash, key, value, alone) in enumerate(found)
        if key or alone or dash
    ]
    if not lines:
        return None
    try:
        data, rows = _Blocks(lines).whole()
    except (Unordinary, Unreadable):
        return None
    return _Ordinary(text, data, (lines[0][0], rows))


class _Blocks:
    """The blocks that lines make up, each read by the column in which its lines begin."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = [*lines, (0, -1, "", "", "")]
        self._at = 0

    def whole(self) -> tuple[Data, _Rows]:
        """All lines as one block."""
        block = self._block(1)
        if self._lines[self._at][1] >= 0:
            raise Unordinary
        return block

    def _block(self, level: int) -> tuple[Data, _Rows]:
        if level > _MOST_LEVELS:
            raise Unordinary
        _, column, dash, _, _ = self._lines[self._at]
        return self._list(column, level) if dash else self._mapping(column, level)

    def _mapping(self, column: int, level: int) -> tuple[dict[str, Data], _Rows]:
        data: dict[str, Data] = {}
        rows: dict[str, _Row] = {}
        number, here, dash, key, value = self._lines[self._at]
        while here == column and not dash:
            if not key or key in data:
                raise Unordinary
            self._at += 1
            begun, (number, here, dash, next_key, next_value) = number, self._lines[self._at]
            if value:
                data[key], rows[key] = value_of(value), begun
            elif here > column or (here == column and dash):  # a list may stand right below its key
                data[key], below = self._block(level + 1)
                rows[key] = (begun, below)
                number, here, dash, next_key, next_value = self._lines[self._at]
            else:
                data[key], rows[key] = None, begun
            key, value = next_key, next_value
        if here > column:
            raise Unordinary
        return data, rows

    def _list(self, column: int, level: int) -> tuple[list[Data], _Rows]:
        data: list[Data] = []
        rows: list[_Row] = []
        number, here, dash, key, value = self._lines[self._at]
        while here == column and dash:
            if key:  # a mapping that begins behind the dash
                self._lines[self._at] = (number, column + len(dash), "", key, value)
                item, below = self._block(level + 1)
                data.append(item)
                rows.append((number, below))
            elif value:
                self._at += 1
                data.append(value_of(value))
                rows.append(number)
            else:
                raise Unordinary
            number, here, dash, key, value = self._lines[self._at]
        if here > column:
            raise Unordinary
        return data, rows


class _Ordinary(Document):
    """A document that knows the lines of its blocks, and looks for columns when it is asked."""

    def __init__(self, text: str, data: Data, row: _Row) -> None:
        super().__init__(data)
        self._row = row
        self._text = text
        self._lines: list[str] = []

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """Where the value at ``path`` stands, or its key; see :meth:`Document.span`."""
        row, is_keyed, depth = self._reach(path)
        if isinstance(row, int) and depth < len(path):
            return self._within(row, path, depth, key=key, is_keyed=is_keyed)
        return self._shown(row, key=key, is_keyed=is_keyed)

    def line(self, path: Path = (), *, key: bool = False) -> int:
        """The line of the value at ``path``, or of its key, which share it; columns are not looked for."""
        row, _, _ = self._reach(path)
        return (row if isinstance(row, int) else row[0]) + 1

    def _reach(self, path: Path) -> tuple[_Row, bool, int]:
        """The row to which a path leads, whether it has a key, and how many steps of the path that took."""
        row, is_keyed = self._row, False
        for depth, step in enumerate(path):
            below = None if isinstance(row, int) else row[1]
            if not _holds(below, step):
                return row, is_keyed, depth
            row, is_keyed = below[step], isinstance(below, dict)  # type: ignore[index]
        return row, is_keyed, len(path)

    def _shown(self, row: _Row, *, key: bool, is_keyed: bool) -> Span:
        """The span of a piece by its row; a list's item has no key."""
        number = row if isinstance(row, int) else row[0]
        match = self._match(number)
        if is_keyed and (key or not isinstance(row, int)):
            start, end = match.span(3)
        elif not isinstance(row, int):
            start = match.end(1) if isinstance(row[1], list) else match.start(3)
            end = start + 1
        elif match[4] or match[5]:
            start, end = match.span(4 if match[4] else 5)
        else:  # nothing, which stands behind its colon
            start = match.end(3) + 1
            end = start + 1
        return Span(number + 1, start + 1, number + 1, end + 1)

    def _within(self, number: int, path: Path, depth: int, *, key: bool, is_keyed: bool) -> Span:
        """The span of a piece within the brackets of a line, to which ``path`` leads as far as ``depth``."""
        match = self._match(number)
        if not _holds(at(self.data, path[:depth]), path[depth]):
            return self._shown(number, key=key, is_keyed=is_keyed)
        start = match.start(4 if match[4] else 5)
        brackets = Composed(None, compose(match[4] or match[5]), lambda _, column: (number, start + column))
        return brackets.span(path[depth:], key=key)

    def _match(self, number: int) -> re.Match[str]:
        self._lines = self._lines or self._text.split("\n")
        match = _LINE.match(self._lines[number])
        assert match is not None
        return match


def _holds(data: object, step: str | int) -> bool:
    """Whether a step leads from a piece of data to a piece within it."""
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)
