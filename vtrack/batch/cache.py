"""Results kept from one run to the next, by a key that says everything they came from.

One SQLite file in the user's folder for caches. An entry whose checksum is wrong is no entry; a file that is damaged
is made anew; a folder that cannot be written to, or is busy, means that nothing is kept. A cache never stops a run.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

FORMAT = 1
"""Of the file; part of its name."""
LIMIT = 256_000_000
"""Bytes of entries that are kept at most: those of some 50,000 localities. The oldest go first."""
PATIENCE = 2.0
"""Seconds that one run waits for another to let go of the file."""
AT_ONCE = 100
"""Entries that are written together."""
_DIGEST = 16
_TABLE = "CREATE TABLE IF NOT EXISTS entries (number INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, data BLOB NOT NULL)"

_DROP = "DELETE FROM entries WHERE number <= (SELECT min(number) + (max(number) - min(number)) / 3 FROM entries)"


class Cache:
    """Entries by their keys. Without a folder, nothing is ever found or kept."""

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        self._limit = limit
        self._file = folder / f"results-{FORMAT}.sqlite" if folder else None
        self._new: dict[bytes, bytes] = {}
        self._connection = self._open()

    @property
    def is_open(self) -> bool:
        """Whether it is worth asking."""
        return self._connection is not None

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key; ``None`` when it is nothing, or damaged."""
        if self._connection is None:
            return None
        import sqlite3

        try:
            row = self._connection.execute("SELECT data FROM entries WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return None if row is None else _unpacked(key, row[0])

    def put(self, key: bytes, data: bytes) -> None:
        """Keep data under a key."""
        if self._connection is not None:
            self._new[key] = _packed(key, data)
            if len(self._new) >= AT_ONCE:
                self._write()

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:  # whoever interrupts a run does not wait
            self._new.clear()
        self.close()

    def close(self) -> None:
        """Write what is new and drop what is old."""
        if self._connection is None:
            return
        import sqlite3

        if self._new:
            self._write()
            self._shrink()
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _open(self) -> Connection | None:
        if self._file is None:
            return None
        try:
            import sqlite3
        except ImportError:  # a Python without it
            return None
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return _connected(self._file)
        except (OSError, sqlite3.OperationalError):  # not writable, or busy
            return None
        except sqlite3.Error:
            self._remove()
        with suppress(sqlite3.Error):
            return _connected(self._file)
        return None

    def _write(self) -> None:
        import sqlite3

        if self._connection is not None:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany(
                    "INSERT OR REPLACE INTO entries (key, data) VALUES (?, ?)", self._new.items()
                )
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                self._give_up(error)
        self._new.clear()

    def _shrink(self) -> None:
        """Drop the oldest third until there is room again; what is left stays in order of age."""
        import sqlite3

        try:
            while self._connection is not None and self._size() > self._limit:
                self._connection.execute(_DROP)
        except sqlite3.Error as error:
            self._give_up(error)

    def _size(self) -> int:
        """Bytes of the file that hold something."""
        if self._connection is None:
            return 0
        pages, free, size = (
            self._connection.execute(f"PRAGMA {what}").fetchone()[0]
            for what in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def _give_up(self, error: Exception) -> None:
        """Do without: a file that is damaged is removed, one that is only busy stays."""
        import sqlite3

        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
        if not isinstance(error, sqlite3.OperationalError):
            self._remove()

    def _remove(self) -> None:
        if self._file is not None:
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    Path(f"{self._file}{ending}").unlink()


def _connected(file: Path) -> Connection:
    import sqlite3

    connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made anew
    connection.execute(_TABLE)
    return connection


def _packed(key: bytes, data: bytes) -> bytes:
    import zlib

    packed = zlib.compress(data, 1)
    return _mark(key, packed) + packed


def _unpacked(key: bytes, entry: object) -> bytes | None:
    import zlib

    if not isinstance(entry, bytes):
        return None
    mark, packed = entry[:_DIGEST], entry[_DIGEST:]
    return zlib.decompress(packed) if _mark(key, packed) == mark else None


def _mark(key: bytes, packed: bytes) -> bytes:
    """The checksum of an entry, bound to its key."""
    from hashlib import blake2b

    return blake2b(packed, key=key, digest_size=_DIGEST).digest()
