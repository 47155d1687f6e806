"""Edits of a YAML text that touch only what they must: comments, order, quotes and line ends stay.

Each edit takes a text and gives the text after it. What it gives was read back, and says what the old one said with
exactly that change; where that cannot be had :class:`Uneditable` is raised. A text never says anything else than was
meant. New values are given as YAML in one line, see :mod:`vtrack.text.emission`.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from vtrack.text.document import Data, Path, at
from vtrack.text.layout import Piece, Splice, Uneditable, YamlText, begin, end
from vtrack.text.reading import read
from vtrack.text.splices import added, enlisted, place_for, removed, replaced


def as_written(text: YamlText, path: Path) -> str:
    """The scalar at ``path`` with the digits and letters that it is written with, quotes aside."""
    scalar = _found(text, path).node.value
    if not isinstance(scalar, str):
        raise Uneditable("no scalar stands there")
    return scalar


def put(text: YamlText, path: Path, value: str, order: Sequence[str] = ()) -> YamlText:
    """Set the value of a key: in the place of the old value, or as a new key.

    A new key goes behind the last of those that ``order`` names before it, else before the first of those it names
    behind it, else to the end.
    """
    *way, key = path
    holder = _found(text, tuple(way))
    meant = deepcopy(text.data)
    held = at(meant, tuple(way))
    if isinstance(held, dict) and key in held:
        splices = replaced(text, _found(text, path), value)
        held[str(key)] = _data(value)
    else:
        splices = added(text, holder, f"{key}: {value}", place_for(str(key), holder, order))
        _set(meant, tuple(way), {**(held if isinstance(held, dict) else {}), str(key): _data(value)})
    return _changed(text, splices, meant)


def insert(text: YamlText, path: Path, place: int, value: str) -> YamlText:
    """Insert an item into a list, before the one that stands at ``place`` now or at the end."""
    holder = _found(text, path)
    meant = deepcopy(text.data)
    held = at(meant, path)
    items = held if isinstance(held, list) else []
    splices = added(text, holder, value, min(place, len(items)), item=True)
    _set(meant, path, [*items[:place], _data(value), *items[place:]])
    return _changed(text, splices, meant)


def enlist(text: YamlText, path: Path) -> YamlText:
    """Make a list of a value, which becomes its only item and stays as it is written."""
    piece = _found(text, path)
    meant = deepcopy(text.data)
    _set(meant, path, [at(meant, path)])
    return _changed(text, enlisted(text, piece), meant)


def rename(text: YamlText, path: Path, key: str) -> YamlText:
    """Give a key another name; its value stays."""
    piece = _found(text, path)
    if piece.key is None:
        raise Uneditable("an item of a list has no key")
    meant = deepcopy(text.data)
    held = at(meant, path[:-1])
    if isinstance(held, dict):
        _set(meant, path[:-1], {key if old == path[-1] else old: value for old, value in held.items()})
    return _changed(text, [Splice(begin(piece.key), end(piece.key), key)], meant)


def remove(text: YamlText, path: Path) -> YamlText:
    """Take a key and its value out of a mapping that keeps others."""
    piece = _found(text, path)
    meant = deepcopy(text.data)
    held = at(meant, path[:-1])
    if not isinstance(held, dict) or len(held) < 2:
        raise Uneditable("nothing would be left")
    del held[str(path[-1])]
    return _changed(text, [removed(text, piece)], meant)


def _found(text: YamlText, path: Path) -> Piece:
    piece = text.piece(path)
    if piece is None:
        raise Uneditable(f"there is no {'.'.join(map(str, path))}")
    return piece


def _changed(text: YamlText, splices: Sequence[Splice], meant: Data) -> YamlText:
    """The text after its splices, once it is certain that it says what is meant."""
    after = YamlText(text.spliced(splices))
    if not _same(after.data, meant):
        raise Uneditable("the text would say something else")
    return after


def _same(one: object, other: object) -> bool:
    """Whether two pieces of data are the same, types and the digits of numbers included."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and str(one) == str(other)


def _data(value: str) -> Data:
    """What YAML in one line says."""
    reading = read(f"[{value}]".encode())
    data = reading.document.data if reading.sound and reading.document else None
    if not isinstance(data, list) or len(data) != 1:
        raise Uneditable("the value is no YAML of one line")
    return data[0]


def _set(data: Any, path: Path, value: Any) -> None:
    held: Any = at(data, path[:-1])
    if path:
        held[path[-1]] = value
    else:
        data.clear()
        data.update(value)
