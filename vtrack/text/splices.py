"""Where the pieces of an edit go in a text: splices for a new value, a new key or item, a list made of a value.

What a mapping or list holds decides how one more is written: in a line of its own as the others are, in the brackets
where they are, or, as the first one, as the file does it elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from vtrack.text.layout import Piece, Splice, Spot, Uneditable, YamlText, begin, end, is_mapping
from vtrack.text.nodes import Node

_HEADER = re.compile(r"[|>][0-9]?([+-]?)")


def place_for(text: YamlText, key: str, holder: Piece, order: Sequence[str]) -> int:
    """Where a key belongs among those of a mapping, by an order of keys."""
    keys = [piece.step for piece in text.pieces(holder.node)] if isinstance(holder.node.value, list) else []
    if key not in order:
        return len(keys)
    rank = ranks(tuple(order))
    before = [(rank[str(name)], place) for place, name in enumerate(keys) if rank.get(str(name), len(rank)) < rank[key]]
    if before:
        return max(before)[1] + 1
    behind = [place for place, name in enumerate(keys) if rank.get(str(name), -1) > rank[key]]
    return min(behind, default=len(keys))


@lru_cache(maxsize=8)
def ranks(order: tuple[str, ...]) -> Mapping[str, int]:
    """The places of keys in an order, which is the same for many edits."""
    return {key: rank for rank, key in enumerate(order)}


def replaced(text: YamlText, piece: Piece, value: str) -> list[Splice]:
    """Another value for a piece, whose key stays."""
    node = piece.node
    if isinstance(node.value, list) and not node.flow_style:
        if piece.key is None:
            return [Splice(begin(node), text.end(piece), value)]
        colon, lines = text.after_colon(piece.key), (begin(node)[0] - 1, text.end(piece)[0])
        return [Splice(colon, colon, f" {value}"), Splice(text.line_end(lines[0]), text.line_end(lines[1]), "")]
    last = text.end(piece)
    if piece.key is not None and last == text.after_colon(piece.key):
        return [Splice(last, last, f" {value}")]
    return [Splice(begin(node), last, value)]


def added(text: YamlText, holder: Piece, value: str, place: int, *, item: bool = False) -> list[Splice]:
    """One more piece of a mapping or a list that may be empty: ``key: value``, or with ``item`` a value alone."""
    node = holder.node
    if isinstance(node.value, str) or not node.value:
        return _first(text, holder, value, item=item)
    if is_mapping(node) is item:
        raise Uneditable("a list is no mapping")
    if node.flow_style:
        return _in_brackets(text, node, value, place)
    held = text.pieces(node)
    column = begin(node)[1]
    line = f"{' ' * column}{'- ' if item else ''}{value}"
    beside: Spot | None = begin(node)
    if place > 0:
        spot = text.behind(text.end(held[place - 1])[0], column)
    elif holder.key is not None and begin(holder.key)[0] < begin(node)[0]:
        spot = text.line_end(begin(holder.key)[0])  # above the comments on what was first
        if text.behind(spot[0], column) != spot:  # which the next one would take for comments on this one
            beside = None
    else:
        raise Uneditable("nothing stands above the first line")
    return [*_closed(text, spot), Splice(spot, spot, f"\n{line}", beside)]


def _first(text: YamlText, holder: Piece, value: str, *, item: bool) -> list[Splice]:
    """The first piece of a mapping or a list: where nothing stands, or ``null``, or empty brackets."""
    node = holder.node
    if holder.key is None:
        raise Uneditable("what is empty has no key")
    if isinstance(node.value, str) and (node.style or node.value not in ("", "~", "null", "Null", "NULL")):
        raise Uneditable("a value stands where others belong")
    colon, last = text.after_colon(holder.key), text.end(holder)
    if holder.in_brackets:
        return [Splice(colon, last, f" [{value}]" if item else f" {{{value}}}")]
    column = begin(holder.key)[1]
    step = text.list_step if item else text.mapping_step
    spot = text.behind(last[0], column)
    line = f"\n{' ' * (column + step)}{'- ' if item else ''}{value}"
    return [Splice(colon, last, ""), *_closed(text, spot), Splice(spot, spot, line)]


def _closed(text: YamlText, spot: Spot) -> list[Splice]:
    """A block of text at the end of a file without a last line end, which it must not gain from what follows it."""
    if spot != text.line_end(len(text.lines) - 1):
        return []
    node = text.root
    while isinstance(node.value, list) and node.value:
        node = text.pieces(node)[-1].node
    if getattr(node, "style", None) not in ("|", ">"):
        return []
    line, column = begin(node)
    header = _HEADER.match(text.lines[line], column)
    return [Splice((line, header.start(1)), (line, header.end(1)), "-")] if header else []


def _in_brackets(text: YamlText, node: Node, value: str, place: int) -> list[Splice]:
    held = text.pieces(node)
    if place < len(held):
        start = held[place].start
        if text.begins_line(start):
            return [Splice(start, start, f"{value},\n{' ' * start[1]}", begin(node))]
        return [Splice(start, start, f"{value}, ", begin(node))]
    last, closing = text.end(held[-1]), (end(node)[0], end(node)[1] - 1)
    begins = held[-1].start
    if not (text.begins_line(begins) and text.begins_line(closing)):
        return [Splice(last, last, f", {value}", begin(node))]
    comma = text.between(last, closing).lstrip().startswith(",")
    spot = text.line_end(last[0])
    line = f"\n{' ' * begins[1]}{value}"
    return [Splice(spot, spot, f"{line},")] if comma else [Splice(last, last, ","), Splice(spot, spot, line)]


def enlisted(text: YamlText, piece: Piece) -> list[Splice]:
    """A list that holds the value of a piece, as it is written, and nothing else."""
    node, key = piece.node, piece.key
    if key is None:
        raise Uneditable("an item of a list is none of its own")
    start, last = begin(node), text.end(piece)
    if piece.in_brackets:
        return [Splice(start, start, "["), Splice(last, last, "]")]
    if isinstance(node.value, list) and not node.flow_style:
        deeper = range(start[0] + 1, last[0] + 1)
        shifts = [Splice((line, 0), (line, 0), "  ") for line in deeper if text.lines[line].strip()]
        return [Splice(start, start, "- "), *shifts]
    if start[0] > begin(key)[0]:
        return [Splice(start, start, "- ")]
    indentation = " " * (begin(key)[1] + text.list_step)
    return [Splice(text.after_colon(key), start, f"\n{indentation}- ")]


def removed(text: YamlText, piece: Piece) -> Splice:
    """A key and its value taken out of a mapping that keeps others."""
    if piece.holder is None or piece.key is None:
        raise Uneditable("an item of a list has no key")
    held, place, start, last = text.pieces(piece.holder), piece.place, piece.start, text.end(piece)
    if not piece.in_brackets and text.begins_line(start):
        return Splice(text.line_end(start[0] - 1), text.line_end(last[0]), "")
    before = text.end(held[place - 1]) if place else None
    if piece.in_brackets and before is not None and "#" not in text.between(before, start):
        return Splice(before, last, "")
    if place + 1 < len(held):
        return Splice(start, held[place + 1].start, "")
    return Splice(start, last, "")
