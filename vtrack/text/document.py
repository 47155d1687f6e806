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
Column = Callable[[int, int], int]

MAX_DEPTH = 20
_REST_OF_THOUSANDS = re.compile(r"[0-9]{3}(?:\.[0-9]+)?\Z")
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}\Z")


class Document:
    """One file's plain data. ``span`` finds any piece of it again in the text.

    The tree of nodes is kept for that and weighs far more than the data: drop the document when its findings have
    their places.
    """

    def __init__(self, data: Data, root: Node | None, column: Column) -> None:
        self.data = data
        self._root = root
        self._column = column
        self._pairs: dict[int, dict[str, tuple[Node, Node]]] = {}

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """Where the value at ``path`` stands, or its key when ``key`` is set.

        A block of lines is shown by its key, which is where one looks. Of a path that leads nowhere (a key that is
        missing) the last piece that exists is taken.
        """
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
        return node_span(node, self._column)


def node_span(node: Node, column: Column) -> Span:
    """The span of one node; of a node over several lines, what stands in its first."""
    start, end = node.start_mark, node.end_mark
    first = column(start.line, start.column) + 1
    if _is_block(node) or getattr(node, "style", None) in ("|", ">"):
        return Span(start.line + 1, first, start.line + 1, first + 1)
    last = column(end.line, end.column) + 1
    if (end.line, last) <= (start.line, first):  # an empty value
        return Span(start.line + 1, first, start.line + 1, first + 1)
    return Span(start.line + 1, first, end.line + 1, last)


def _is_block(node: Node) -> bool:
    return isinstance(node.value, list) and not node.flow_style


def _is_mapping(node: Node) -> bool:
    # Either library names its classes so, and an empty mapping cannot be told from an empty list by its value.
    return type(node).__name__ == "MappingNode"


def build(root: Node | None, column: Column) -> tuple[Document, list[Flaw]]:
    """The document of a tree, and what its structure gets wrong: keys twice, keys that are no words, depth."""
    builder = _Builder(column)
    data = None if root is None else builder.plain(root, 0)
    return Document(data, root, column), builder.flaws


class _Builder:
    def __init__(self, column: Column) -> None:
        self.flaws: list[Flaw] = []
        self._column = column

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
        previous: tuple[str, Node] | None = None
        for key_node, value_node in pairs:
            key = key_node.value
            if not isinstance(key, str) or not key:
                self._flaw("bad-key", key_node, key if isinstance(key, str) else "")
                continue
            if previous and self._is_split_number(key_node, value_node, data.get(previous[0])):
                whole = f"{previous[1].value},{key}"
                self._flaw("thousands-comma", previous[1], whole, whole.replace(",", ""))
            elif key in data:
                self._flaw("duplicate-key", key_node, key)
            else:
                data[key] = self.plain(value_node, depth)
                previous = (key, value_node)
        return data

    @staticmethod
    def _is_split_number(key_node: Node, value_node: Node, before: Data) -> bool:
        """Whether ``{value: 11,800}`` has been cut in two: an empty ``800`` after an 11."""
        return (
            value_node.value == ""
            and not value_node.style
            and _REST_OF_THOUSANDS.match(key_node.value) is not None
            and isinstance(before, int)
            and _THOUSANDS.match(str(before)) is not None
        )

    def _flaw(self, kind: str, node: Node, found: str, instead: str | None = None) -> None:
        self.flaws.append(Flaw(kind, node_span(node, self._column), found, instead))


def _without_zeros(text: str) -> str:
    sign = text[0] if text[0] in "+-" else ""
    return sign + (text[len(sign) :].lstrip("0") or "0")


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
