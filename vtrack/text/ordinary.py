"""Ordinary files, read line by line: what the parser would make of them, at a fraction of its price.

Nearly every file of plans and progress is made of lines such as ``key:``, ``key: value`` and ``- value``, whose values
are plain, quoted, or in brackets that close in the same line or in one of the next. Such lines mean one thing in YAML,
and nothing else is taken here. A file with anything else in it (a block of text, an anchor, a plain value that goes on
in the next line, a key twice, a number that is none) is not ordinary: the parser reads all of it.

The tests hold this reader against the parser, on texts that differ in single characters: the same data and the same
places, or no answer at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct

from vtrack.text.brackets import in_brackets
from vtrack.text.document import Data, Document
from vtrack.text.inline import KEY, LONGEST_REMEMBERED, Unordinary, remembered_scalar, scalar
from vtrack.text.line_document import LineDocument, Row, bare_lines, closed
from vtrack.text.scalars import Unreadable

_BEGIN = re.compile(rf"( *)(- +)?(?:({KEY})\Z)?")
_MOST_LINES = 50_000
_MOST_LEVELS = 8


def read_ordinary(text: str) -> Document | None:
    """The document of a text without flaws; ``None`` where the parser must be asked, or there is no data.

    The text must not be suspect, :mod:`vtrack.text.suspicion`: what YAML does not take for a character, or takes for a
    blank or for the end of a line, is not looked for again.
    """
    lines = bare_lines(text)
    if len(lines) > _MOST_LINES:
        return None
    try:
        data, row = _read(lines)
    except (Unordinary, Unreadable):
        return None
    return LineDocument(lines, data, row)


def _read(lines: list[str]) -> tuple[Data, Row]:
    """The data of bare lines, and where its pieces stand."""
    blocks = _Blocks()
    block = blocks.innermost
    taken = -1
    for number, line in enumerate(lines):
        if not line or number <= taken:
            continue
        head, colon, value = line.partition(": ")
        if not colon and line[-1] == ":":
            head, colon = line[:-1], ":"
        depth, indentation, key = _remembered_begin(head) if len(head) <= LONGEST_REMEMBERED else _begin(head)
        if not (key and colon):
            key, value = "", line[indentation:]
        data: Data = None
        if value:
            if value[0] == " ":
                value = value.lstrip(" ")
            if value[0] in "{[":
                value, taken = closed(lines, number, value, indentation if key else depth // 2)
                data = in_brackets(value)
            else:
                data = remembered_scalar(value) if len(value) <= LONGEST_REMEMBERED else scalar(value)
        if depth != block.depth:
            block = blocks.at(depth, number)
        if depth % 2:
            if not key:
                block.data.append(data)
                block.rows.append(number)
                blocks.empty = None
                continue
            block = blocks.item(2 * indentation, number)
        if not key or key in block.data:
            raise Unordinary
        block.data[key] = data
        block.rows[key] = number
        blocks.empty = None if value else key
    return blocks.whole()


def _begin(head: str) -> tuple[int, int, str]:
    """The depth of a line, the column behind its dash if it has one, and what stands there, if that is a key."""
    blanks, dash, key = _BEGIN.match(head).groups("")  # type: ignore[union-attr]
    return 2 * len(blanks) + (dash != ""), len(blanks) + len(dash), key


_remembered_begin = lru_cache(maxsize=10_000)(_begin)


class _Block(Struct):
    """A block of lines, a mapping or a list, with the rows of its pieces.

    ``depth`` is twice the column in which its lines begin, and one more for a list, which may stand right below its
    key: so whatever a block holds is deeper than the block.
    """

    depth: int
    data: Any
    rows: Any


class _Blocks:
    """The blocks that may go on. ``empty``: the key in the line above, if nothing stands behind it."""

    def __init__(self) -> None:
        self.innermost = _Block(-1, {}, {})
        self.empty: str | None = ""  # of which all of the text is the value
        self._around: list[_Block] = []

    def at(self, depth: int, number: int) -> _Block:
        """The block in which a line of some depth stands: one that it goes on with, or the value of an empty key."""
        block = self.innermost
        if depth > block.depth:
            if self.empty is None:
                raise Unordinary
            begun = block.rows.get(self.empty, number)
            within = self._begun(depth)
            block.data[self.empty], block.rows[self.empty] = within.data, (begun, within.rows)
            return within
        while depth < block.depth:
            block = self._around.pop()
        if depth != block.depth:
            raise Unordinary
        self.innermost = block
        return block

    def item(self, depth: int, number: int) -> _Block:
        """A mapping that begins behind a dash."""
        block = self.innermost
        within = self._begun(depth)
        block.data.append(within.data)
        block.rows.append((number, within.rows))
        return within

    def whole(self) -> tuple[Data, Row]:
        """The data of all lines, and its row."""
        outermost = (*self._around, self.innermost)[0]
        if not outermost.data:
            raise Unordinary
        return outermost.data[""], outermost.rows[""]

    def _begun(self, depth: int) -> _Block:
        if len(self._around) == _MOST_LEVELS:
            raise Unordinary
        self._around.append(self.innermost)
        self.innermost = _Block(depth, [], []) if depth % 2 else _Block(depth, {}, {})
        return self.innermost
