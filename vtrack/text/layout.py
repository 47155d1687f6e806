"""A sound YAML text as it lies in its file: every piece with its place, every line with its own end.

What is changed here is changed by splices: stretches of the text that are taken out and what is put there instead.
All other bytes stay what they were, a byte order mark and line ends of both kinds included.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from vtrack.text.document import Data, Path
from vtrack.text.nodes import Node, compose
from vtrack.text.reading import read

Spot = tuple[int, int]
"""A line and a column, both from 0."""

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_COLON = re.compile(r"[ \t]*:")
_COMMENT = re.compile(r"( *)#")
_STEP = 2
"""By how many columns a file is indented that shows no way of its own."""
_KEEPS_BLANKS = re.compile(r"[|>][0-9]?\+")


class Uneditable(Exception):
    """A text is not sound, or laid out in a way that no edit is made for. Nothing was changed."""


class Splice(Struct, frozen=True):
    """What to put in the place of ``start`` to ``end``; a line feed in it becomes the line end used there.

    beside: of one more key or item, beside which others may be put in at the same place, where what holds it begins.
    """

    start: Spot
    end: Spot
    text: str
    beside: Spot | None = None


class Piece(Struct, frozen=True):
    """One piece of the data in the text. ``key``: the node of its key, of an item of a list ``None``.

    holder: the mapping or list that it stands in, ``None`` for the whole. place: its place among the pieces there.
    """

    node: Node
    key: Node | None = None
    holder: Node | None = None
    place: int = 0

    @property
    def start(self) -> Spot:
        """Where it begins, with its key."""
        return begin(self.key if self.key is not None else self.node)

    @property
    def step(self) -> str | int:
        """The last step of the way to it: its key, or its place in a list."""
        return self.place if self.key is None else str(self.key.value)

    @property
    def in_brackets(self) -> bool:
        """Whether it stands in braces or brackets, rather than in lines of its own."""
        return self.holder is not None and bool(self.holder.flow_style)


class YamlText:
    """A file's text with its data and the places of both.

    Raises:
        Uneditable: the text has flaws or no data.
    """

    def __init__(self, encoded: bytes) -> None:
        reading = read(encoded)
        document = reading.document
        if not reading.sound or document is None or document.data is None:
            raise Uneditable("the text cannot be relied on")
        self.encoded = encoded
        self.data: Data = document.data
        self._mark, text = (BOM_UTF8, encoded[3:]) if encoded.startswith(BOM_UTF8) else (b"", encoded)
        self._text = text.decode("utf-8")
        self._pieces: dict[int, dict[str | int, Piece]] = {}
        self._starts: list[int] = []
        self.lines: list[str] = []
        self._ends: list[str] = []
        for match in _LINE.finditer(self._text):
            self._starts.append(match.start())
            self.lines.append(match[1])
            self._ends.append(match[2])
            if not match[2]:
                break

    @cached_property
    def root(self) -> Node:
        """The tree of the whole text."""
        return compose("\n".join(self.lines))

    @cached_property
    def mapping_step(self) -> int:
        """By how many columns the file indents the keys of a mapping."""
        return next((step for step in self._steps(lists=False) if step > 0), _STEP)

    @cached_property
    def list_step(self) -> int:
        """By how many columns the file indents the dashes of a list; its mappings tell where it has none."""
        return next(self._steps(lists=True), self.mapping_step)

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The bytes with some stretches replaced, none of which overlaps another; two at one place in their order."""
        kept, taken = [], 0
        for splice in sorted(splices, key=lambda one: (one.start, one.end)):
            kept += [self._text[taken : self._offset(splice.start)], splice.text.replace("\n", self._line_end(splice))]
            taken = self._offset(splice.end)
        return self._mark + "".join([*kept, self._text[taken:]]).encode("utf-8")

    def piece(self, path: Path) -> Piece | None:
        """The piece of data at ``path``; ``None`` where the path leads nowhere."""
        found: Piece | None = Piece(self.root)
        for step in path:
            if found is None or not isinstance(found.node.value, list):
                return None
            found = self._held(found.node).get(step)
        return found

    def pieces(self, node: Node) -> Sequence[Piece]:
        """What a mapping or a list holds, in order."""
        return tuple(self._held(node).values())

    def after_colon(self, key: Node) -> Spot:
        """Where the value of a key may begin."""
        line, column = end(key)
        match = _COLON.match(self.lines[line], column)
        if match is None:
            raise Uneditable("a key and its colon stand apart")
        return line, match.end()

    def end(self, piece: Piece) -> Spot:
        """Where the last character of a piece has been, comments not counted."""
        node = piece.node
        if isinstance(node.value, str):
            if node.style in ("|", ">"):
                return self._end_of_block(node)
            if end(node) <= begin(node) or (not node.value and not node.style):
                return self._end_of_nothing(piece)
            return end(node)
        if node.flow_style:
            return end(node)
        return self.end(self.pieces(node)[-1])

    def begins_line(self, spot: Spot) -> bool:
        """Whether nothing but spaces stands before a place in its line."""
        return not self.lines[spot[0]][: spot[1]].strip()

    def behind(self, line: int, column: int) -> Spot:
        """The end of the last of the lines that belong to ``line``: comments below it that begin behind ``column``."""
        while line + 1 < len(self.lines) and (match := _COMMENT.match(self.lines[line + 1])) and match.end(1) > column:
            line += 1
        return self.line_end(line)

    def line_end(self, line: int) -> Spot:
        """Behind the last character of a line."""
        return line, len(self.lines[line])

    def between(self, start: Spot, end: Spot) -> str:
        """The text between two places."""
        return self._text[self._offset(start) : self._offset(end)]

    def _held(self, node: Node) -> Mapping[str | int, Piece]:
        """What a mapping or a list holds, by its keys or places."""
        if id(node) not in self._pieces:  # all nodes are kept by the root
            held = (part if isinstance(part, tuple) else (None, part) for part in node.value)
            found = (Piece(value, key, node, place) for place, (key, value) in enumerate(held))
            self._pieces[id(node)] = {piece.step: piece for piece in found}
        return self._pieces[id(node)]

    def _steps(self, *, lists: bool) -> Iterator[int]:
        """How much deeper than their keys the blocks of the file begin, in the order of the text."""
        left = [Piece(self.root)]
        while left:
            piece = left.pop()
            node = piece.node
            if isinstance(node.value, str) or node.flow_style or not node.value:
                continue
            if piece.key is not None and is_mapping(node) is not lists:
                yield begin(node)[1] - begin(piece.key)[1]
            left += reversed(self.pieces(node))

    def _offset(self, spot: Spot) -> int:
        return self._starts[spot[0]] + spot[1]

    def _line_end(self, splice: Splice) -> str:
        """The end of the line in which something is put, or where it has none, of those above."""
        line = splice.start[0]
        return self._ends[line] or next((end for end in reversed(self._ends[:line]) if end), "\n")

    def _end_of_block(self, node: Node) -> Spot:
        line = end(node)[0] - (end(node)[1] == 0)
        keeps = _KEEPS_BLANKS.match(self.lines[begin(node)[0]], begin(node)[1])
        while line > begin(node)[0] and not keeps and not self.lines[line].strip():
            line -= 1
        return self.line_end(line)

    def _end_of_nothing(self, piece: Piece) -> Spot:
        if piece.key is None:
            raise Uneditable("an item of a list is empty")
        return self.after_colon(piece.key)


def is_mapping(node: Node) -> bool:
    """Whether a node is a mapping; either library names its classes so."""
    return type(node).__name__ == "MappingNode"


def begin(node: Node) -> Spot:
    """Where a node begins."""
    return node.start_mark.line, node.start_mark.column


def end(node: Node) -> Spot:
    """Where a node ends, as the parser tells it: of lines that is where the next thing begins."""
    return node.end_mark.line, node.end_mark.column
