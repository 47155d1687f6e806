"""Edits of a YAML text that touch only what they must: comments, order, quotes and line ends stay.

An edit tells what it would change of a text; :func:`made` makes the changes. What comes of them was read back, and
says what the old text said with exactly those changes; where that cannot be had :class:`Uneditable` is raised. A text
never says anything else than was meant. New values are given as YAML in one line, see :mod:`vtrack.text.emission`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from msgspec import Struct

from vtrack.text.document import Data, Path, at
from vtrack.text.layout import Piece, Splice, Uneditable, YamlText, begin, end
from vtrack.text.reading import read
from vtrack.text.splices import added, enlisted, place_for, ranks, removed, replaced

_TURNS = 8
"""In how many turns edits are made that were to be made at once."""


class Change(Struct, frozen=True):
    """What one edit changes of a text.

    splices: where the text changes. mean: changes data as the text is changed. sets: the path of what it gives another
    value. rank: its place among keys that are put in at the same place.
    """

    splices: Sequence[Splice]
    mean: Callable[[Data], None]
    sets: Path | None = None
    rank: int = 0


Edit = Callable[[YamlText], Change]


def as_written(text: YamlText, path: Path) -> str:
    """The scalar at ``path`` with the digits and letters that it is written with, quotes aside."""
    scalar = _found(text, path).node.value
    if not isinstance(scalar, str):
        raise Uneditable("no scalar stands there")
    return scalar


def put(path: Path, value: str, order: Sequence[str] = ()) -> Edit:
    """Set the value of a key: in the place of the old value, or as a new key.

    A new key goes behind the last of those that ``order`` names before it, else before the first of those it names
    behind it, else to the end.
    """
    way, key = path[:-1], str(path[-1])

    def change(text: YamlText) -> Change:
        held, holder, data = at(text.data, way), _found(text, way), _data(value)

        def mean(meant: Data) -> None:
            others = at(meant, way)
            _set(meant, way, {**(others if isinstance(others, dict) else {}), key: data})

        if isinstance(held, dict) and key in held:
            return Change(replaced(text, _found(text, path), value), mean, path)
        splices = added(text, holder, f"{key}: {value}", place_for(text, key, holder, order))
        return Change(splices, mean, path, ranks(tuple(order)).get(key, len(order)))

    return change


def provide(path: Path, value: str, order: Sequence[str] = ()) -> Edit:
    """Set the value of a key that is missing, as :func:`put` does; one that is there keeps its value."""
    new = put(path, value, order)

    def change(text: YamlText) -> Change:
        held = at(text.data, path[:-1])
        is_there = isinstance(held, dict) and path[-1] in held
        return Change((), lambda _: None) if is_there else new(text)

    return change


def insert(path: Path, place: int | None, value: str) -> Edit:
    """Insert an item into a list, before the one that stands at ``place`` now or, with ``None``, at the end."""

    def change(text: YamlText) -> Change:
        data, count = _data(value), len(_items(text.data, path))
        where = count if place is None else min(place, count)

        def mean(meant: Data) -> None:
            items = _items(meant, path)
            here = len(items) if place is None else place
            _set(meant, path, [*items[:here], data, *items[here:]])

        return Change(added(text, _found(text, path), value, where, item=True), mean)

    return change


def enlist(path: Path) -> Edit:
    """Make a list of a value, which becomes its only item and stays as it is written."""

    def change(text: YamlText) -> Change:
        splices = enlisted(text, _found(text, path))
        return Change(splices, lambda meant: _set(meant, path, [at(meant, path)]), path)

    return change


def rename(path: Path, key: str) -> Edit:
    """Give a key another name; its value stays."""

    def mean(meant: Data) -> None:
        held = at(meant, path[:-1])
        if isinstance(held, dict):
            _set(meant, path[:-1], {key if old == path[-1] else old: value for old, value in held.items()})

    def change(text: YamlText) -> Change:
        piece = _found(text, path)
        if piece.key is None:
            raise Uneditable("an item of a list has no key")
        return Change([Splice(begin(piece.key), end(piece.key), key)], mean, path)

    return change


def remove(path: Path) -> Edit:
    """Take a key and its value out of a mapping that keeps others."""

    def mean(meant: Data) -> None:
        held: Any = at(meant, path[:-1])
        del held[path[-1]]

    def change(text: YamlText) -> Change:
        piece, held = _found(text, path), at(text.data, path[:-1])
        if not isinstance(held, dict) or len(held) < 2:
            raise Uneditable("nothing would be left")
        return Change([removed(text, piece)], mean, path)

    return change


def made(text: YamlText, edits: Sequence[Edit]) -> YamlText:
    """The text after some edits. Those that meet none of the others are made at once, the rest in the next turn.

    It comes to the same as making one after the other; only new lists are indented as those that the text has by then.

    Raises:
        Uneditable: an edit cannot be made, or too many meet.
    """
    for _ in range(_TURNS):
        turn = _Turn()
        later = [edit for edit in edits if not turn.takes(edit(text))]
        text, edits = _changed(text, turn.changes), later
        if not edits:
            return text
    raise Uneditable("too much would change at one place")


class _Turn:
    """Changes of a text that can be made at once, because no line is changed by two.

    What is put into the same mapping or list at the same place does not meet: it stands there in the order of ranks.
    """

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._set: set[Path] = set()
        self._lines: dict[int, object] = {}
        """The lines that are changed, and where others may stand beside what is put in, the place."""

    def takes(self, change: Change) -> bool:
        """Whether the change is made in this turn."""
        lines = {
            line: splice.beside and (splice.start, splice.beside)
            for splice in change.splices
            for line in range(splice.start[0], splice.end[0] + 1)
        }
        meets = any(line in self._lines and (not place or self._lines[line] != place) for line, place in lines.items())
        if meets or change.sets in self._set:
            return False
        self.changes.append(change)
        self._lines.update(lines)
        if change.sets is not None:
            self._set.add(change.sets)
        return True


def _found(text: YamlText, path: Path) -> Piece:
    piece = text.piece(path)
    if piece is None:
        raise Uneditable(f"there is no {'.'.join(map(str, path))}")
    return piece


def _changed(text: YamlText, changes: Sequence[Change]) -> YamlText:
    """The text after changes that do not meet, once it is certain that it says what is meant."""
    splices = [splice for change in sorted(changes, key=lambda one: one.rank) for splice in change.splices]
    if not splices:
        return text
    after, meant = YamlText(text.spliced(splices)), deepcopy(text.data)
    for change in changes:
        change.mean(meant)
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


def _items(data: Data, path: Path) -> list[Any]:
    held = at(data, path)
    return held if isinstance(held, list) else []


def _set(data: Any, path: Path, value: Any) -> None:
    held: Any = at(data, path[:-1])
    if path:
        held[path[-1]] = value
    else:
        data.clear()
        data.update(value)
