"""Contributions laid aside until the last one is there: in memory while they are few, then in a temporary file.

Of a locality whose contribution lies there, little is kept: where its texts begin, and the first and the last place of
its findings among all.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import BinaryIO, cast

from msgspec import Struct, msgpack

from vtrack.reports.material import Contribution, Material, Order, to_text
from vtrack.result import Summary

ROOM = 16_000_000
"""Bytes that are kept in memory: more than the report of a county with all its villages has."""
_Piece = tuple[int, int]
"""Where something begins, and how many bytes it has."""
_Listed = tuple[Order, tuple[int, ...]]
"""The place of a finding among all, and the sizes of its texts."""
_LISTS = msgpack.Decoder(tuple[_Listed, ...])


class _Run(Struct, frozen=True):
    """The findings of one locality: their first place and their last among all, and where their texts and list lie.

    number: of the locality.
    """

    number: int
    first: Order
    last: Order
    texts: _Piece
    list: _Piece


class NoRoom(OSError):
    """The temporary file cannot be made, or has become too large. ``filename`` is the folder that it is in."""


class Gathering:
    """The contributions of localities, in their order; first all are added, then reports are written from them."""

    def __init__(self, room: int = ROOM) -> None:
        self.summary = Summary()
        self.failures: list[tuple[str, str]] = []
        self._room = room
        self._file: BinaryIO = io.BytesIO()
        self._end = 0
        self._sections: list[tuple[_Piece, ...]] = []
        self._runs: list[_Run] = []

    def add(self, one: Contribution) -> None:
        """Lay one contribution aside.

        Raises:
            NoRoom: there is no room for it.
        """
        self.summary += one.summary
        if one.failure:
            place, told = map(to_text, one.failure)
            self.failures.append((place, told))
        self._sections.append(tuple(map(self._put, one.sections)))
        if one.entries:
            texts = self._put(b"".join([text for _, of_one in one.entries for text in of_one]))
            listed: list[_Listed] = [(order, tuple(map(len, of_one))) for order, of_one in one.entries]
            orders = [order for order, _ in listed]
            self._runs.append(_Run(len(self._runs), min(orders), max(orders), texts, self._put(msgpack.encode(listed))))

    def material(self, number: int, as_of: date) -> Material:
        """What a report is written from, the ``number``-th, from 0, of those that each contribution is for."""
        sections = [pieces[number] for pieces in self._sections]
        return Material(
            as_of,
            self.summary,
            _Texts(lambda: map(to_text, map(self._bytes, sections))),
            _Texts(lambda: self._entries(number)),
        )

    def close(self) -> None:
        """Let go of the temporary file."""
        self._file.close()

    def _entries(self, number: int) -> Iterator[str]:
        """The texts of all findings, in their order.

        Localities mostly follow one another. Only where one lies below another, or is named so that it comes between,
        the findings of several are put in order together.
        """
        for runs in _together(sorted(self._runs, key=attrgetter("first"))):
            found = [entry for run in sorted(runs, key=attrgetter("number")) for entry in self._listed(run, number)]
            found.sort(key=itemgetter(0))
            yield from (to_text(text) for _, text in found)

    def _listed(self, run: _Run, number: int) -> Iterator[tuple[Order, bytes]]:
        """The findings of one locality: their places among all, and their texts."""
        listed, texts = _LISTS.decode(self._bytes(run.list)), self._bytes(run.texts)
        starts = accumulate((sum(sizes) for _, sizes in listed), initial=0)
        for (order, sizes), start in zip(listed, starts, strict=False):
            begin = start + sum(sizes[:number])
            yield order, texts[begin : begin + sizes[number]]

    def _put(self, data: bytes) -> _Piece:
        if isinstance(self._file, io.BytesIO) and self._end + len(data) > self._room:
            self._file = self._moved(self._file)
        try:
            piece = (self._end, self._file.write(data))
        except OSError as error:
            raise _no_room(error) from error
        self._end += len(data)
        return piece

    @staticmethod
    def _moved(memory: io.BytesIO) -> BinaryIO:
        """A temporary file with what was kept in memory."""
        from tempfile import TemporaryFile

        try:
            file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 (closed with the gathering)
            file.write(memory.getvalue())
        except OSError as error:
            raise _no_room(error) from error
        return file

    def _bytes(self, piece: _Piece) -> bytes:
        start, size = piece
        self._file.seek(start)
        return self._file.read(size)


def _no_room(error: OSError) -> NoRoom:
    from tempfile import gettempdir

    return NoRoom(error.errno, error.strerror, gettempdir())


def _together(runs: Sequence[_Run]) -> Iterator[list[_Run]]:
    """Runs, sorted by their beginnings, in groups of those that overlap."""
    group: list[_Run] = []
    last: Order | None = None
    for run in runs:
        if last is not None and run.first > last:
            yield group
            group, last = [], None
        group.append(run)
        last = max(run.last, last or run.last)
    if group:
        yield group


class _Texts(Struct, frozen=True):
    """Texts that can be gone through as often as wanted."""

    begin: Callable[[], Iterator[str]]

    def __iter__(self) -> Iterator[str]:
        return self.begin()
