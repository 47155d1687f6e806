"""Plain data from a tree of nodes, and the way back from a piece of data to its line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from vtrack.text.flaws import Flaw, Span
from vtrack.text.nodes import Node
from vtrack.text.scalars import Unreadable, resolve

Data = str | int | Decimal | bool | None | dict[str, "Data"] | list["Data"]
Path = tuple[str | int, ...]
Place = Callable[[int, int], tuple[int, int]]
"""Where a line and a column of the text that was parsed (both from 0) stand in the text that was written."""

MAX_DEPTH = 20
_REST_OF_THOUSANDS = re.compile(r"[0-9]{3}(?:\.[0-9]+)?[^0-9.]{0,6}\Z")
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}\Z")


class Document:
    """One file's plain data. ``span`` finds any piece of it again in the text.

    What is kept for that weighs far more than the data: drop the document when its findings have their places.
    """

    def __init__(self, data: Data) -> None:
        self.data = data

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """Where the value at ``path`` stands, or its key when ``key`` is set.

        A block of lines is shown by its key, which is where one looks. Of a path that leads nowhere (a key that is
        missing) the last piece that exists is taken.
        """
        raise NotImplementedError

    def lines(self, path: Path = ()) -> dict[str, int]:
        """The line of each key of the mapping at ``path``; none where there is no mapping."""
        mapping = at(self.data, path)
        if not isinstance(mapping, dict):
            return {}
        return {key: self.span((*path, key), key=True).line for key in mapping}


class Composed(Document):
    """A document that finds its pieces again in the tree of nodes that a parser made of the text."""

    def __init__(self, data: Data, root: Node | None, place: Place) -> None:
        super().__init__(data)
        self._root = root
        self._place = place
        self._pairs: dict[int, dict[str, tuple[Node, Node]]] = {}

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """Where the value at ``path`` stands, or its key; see :meth:`Document.span`."""
        node, key_node = self._root, None
        for step in path:
            found = self._step(node, step)
            if found is None:
                break
            key_node, node = found
        if node is None:
            return Span(1, 1, 1, 2)
        shown = key_node if key_node is not None and (key or _is_block(node)) else node
        return self._span(shown)

    def _step(self, node: Node, step: str | int) -> tuple[Node | None, Node] | None:
        value = getattr(node, "value", None)
        if not isinstance(value, list):
            return None
        if isinstance(step, int):
            items = value if value and not isinstance(value[0], tuple) else []
            return (None, items[step]) if step < len(items) else None
        pairs = self._pairs.get(id(node))
        if pairs is None:
            pairs = {}
            for pair in value:
                if isinstance(pair, tuple) and isinstance(pair[0].value, str):
                    pairs.setdefault(pair[0].value, pair)
            self._pairs[id(node)] = pairs
        return pairs.get(step)

    def _span(self, node: Node) -> Span:
        return node_span(node, self._place)


def node_span(node: Node, place: Place) -> Span:
    """The span of one node; of a block of lines, its first character."""
    line, column = place(node.start_mark.line, node.start_mark.column)
    if _is_block(node) or getattr(node, "style", None) in ("|", ">"):
        return Span(line + 1, column + 1, line + 1, column + 2)
    end = place(node.end_mark.line, node.end_mark.column)
    if end <= (line, column):  # an empty value
        return Span(line + 1, column + 1, line + 1, column + 2)
    return Span(line + 1, column + 1, end[0] + 1, end[1] + 1)


def _is_block(node: Node) -> bool:
    return isinstance(node.value, list) and not node.flow_style


def _is_mapping(node: Node) -> bool:
    # Either library names its classes so, and an empty mapping cannot be told from an empty list by its value.
    return type(node).__name__ == "MappingNode"


def build(root: Node | None, place: Place) -> tuple[Document, list[Flaw]]:
    """The document of a tree, and what its structure gets wrong: keys twice, keys that are no words, depth."""
    builder = _Builder(place)
    data = None if root is None else builder.plain(root, 0)
    return Composed(data, root, place), builder.flaws


class _Builder:
    def __init__(self, place: Place) -> None:
        self.flaws: list[Flaw] = []
        self._place = place

    def plain(self, node: Node, depth: int) -> Data:
        value = node.value
        if isinstance(value, str):
            if node.style:  # quoted or a block of text
                return value
            try:
                return resolve(value)
            except Unreadable as fault:
                self._flaw(fault.kind, node, value, _without_zeros(value) if fault.kind == "leading-zero" else None)
                return value
        if depth >= MAX_DEPTH:
            self._flaw("depth", node, "", str(MAX_DEPTH))
            return None
        if _is_mapping(node):
            return self._mapping(value, depth + 1)
        return [self.plain(item, depth + 1) for item in value]

    def _mapping(self, pairs: Sequence[tuple[Node, Node]], depth: int) -> dict[str, Data]:
        data: dict[str, Data] = {}
        firsts: dict[str, Node] = {}
        number: list[Node] = []  # the last value, and the pieces that commas cut from it
        for key_node, value_node in pairs:
            key = key_node.value
            if not isinstance(key, str) or not key:
                self._flaw(
                    "bad-key", key_node, "" if isinstance(key, str) else "{…}" if _is_mapping(key_node) else "[…]"
                )
            elif value_node.value == "" and number and _is_rest_of_number(number[0], key_node, value_node):
                number.append(key_node)
                continue
            elif key in data:
                firsts = firsts or {node.value: node for node, _ in reversed(pairs) if isinstance(node.value, str)}
                line = node_span(firsts[key], self._place).line
                self.flaws.append(Flaw("duplicate-key", node_span(key_node, self._place), key, None, str(line)))
            else:
                data[key] = self.plain(value_node, depth)
            if len(number) > 1:
                self._cut_number(number)
            number = [value_node]
        if len(number) > 1:
            self._cut_number(number)
        return data

    def _cut_number(self, pieces: list[Node]) -> None:
        """The flaw of ``{value: 11,800}``, which YAML cuts into an 11 and an empty key 800."""
        from vtrack.text.typed import number_meant  # of no use to a sound file

        first, last = node_span(pieces[0], self._place), node_span(pieces[-1], self._place)
        whole = ",".join(piece.value for piece in pieces)
        span = Span(first.line, first.column, last.end_line, last.end_column)
        self.flaws.append(Flaw("thousands-comma", span, whole, number_meant(whole)))

    def _flaw(self, kind: str, node: Node, found: str, instead: str | None = None) -> None:
        self.flaws.append(Flaw(kind, node_span(node, self._place), found, instead))


def _is_rest_of_number(first: Node, key_node: Node, value_node: Node) -> bool:
    return (
        isinstance(first.value, str)
        and not (first.style or key_node.style or value_node.style)
        and _REST_OF_THOUSANDS.match(key_node.value) is not None
        and _THOUSANDS.match(first.value) is not None
    )


def _without_zeros(text: str) -> str:
    sign = text[0] if text[0] in "+-" else ""
    digits = text[len(sign) :].lstrip("0")
    return f"{sign}{digits}" if digits[:1].isdigit() else f"{sign}0{digits}"


def at(data: object, path: Path) -> object:
    """The piece of plain data at ``path``, or ``None`` where the path leads nowhere."""
    for step in path:
        if isinstance(step, str) and isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(step, int) and isinstance(data, list) and step < len(data):
            data = data[step]
        else:
            return None
    return data
