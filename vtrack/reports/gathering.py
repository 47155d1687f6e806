"""Contributions laid aside until the last one is there: in memory while they are few, then in a temporary file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import BinaryIO, cast

from vtrack.reports.material import Contribution, Material, Order, to_text
from vtrack.result import Summary

ROOM = 16_000_000
"""Bytes that are kept in memory: more than the report of a county with all its villages has."""
_Piece = tuple[int, int]
"""Where a text begins, and how many bytes it has."""


class Gathering:
    """The contributions of localities, in their order; first all are added, then reports are written from them.

    Raises:
        OSError: in any method: there is no room for the temporary file.
    """

    def __init__(self, room: int = ROOM) -> None:
        self.summary = Summary()
        self.failures: list[tuple[str, str]] = []
        self._room = room
        self._file: BinaryIO = io.BytesIO()
        self._end = 0
        self._sections: list[tuple[_Piece, ...]] = []
        self._entries: list[tuple[Order, tuple[_Piece, ...]]] = []

    def add(self, one: Contribution) -> None:
        """Lay one contribution aside."""
        self.summary += one.summary
        self.failures += [one.failure] if one.failure else []
        self._sections.append(tuple(map(self._put, one.sections)))
        self._entries += [(order, tuple(map(self._put, texts))) for order, texts in one.entries]

    def material(self, number: int, as_of: date) -> Material:
        """What a report is written from, the ``number``-th, from 0, of those that each contribution is for."""
        self._entries.sort(key=itemgetter(0))
        sections = [pieces[number] for pieces in self._sections]
        entries = [pieces[number] for _, pieces in self._entries]
        return Material(as_of, self.summary, _Texts(self._file, sections), _Texts(self._file, entries))

    def close(self) -> None:
        """Let go of the temporary file."""
        self._file.close()

    def _put(self, data: bytes) -> _Piece:
        if isinstance(self._file, io.BytesIO) and self._end + len(data) > self._room:
            from tempfile import TemporaryFile

            file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 (closed with the gathering)
            file.write(self._file.getvalue())
            self._file = file
        piece = (self._end, self._file.write(data))
        self._end += len(data)
        return piece


@dataclass(frozen=True, slots=True)
class _Texts:
    """Texts of a file, which can be gone through as often as wanted."""

    file: BinaryIO
    pieces: Sequence[_Piece]

    def __iter__(self) -> Iterator[str]:
        for start, size in self.pieces:
            self.file.seek(start)
            yield to_text(self.file.read(size))
