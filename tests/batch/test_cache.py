"""The cache: what it keeps, how little it trusts, and that it never stops a run."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from vtrack.batch import cache as module
from vtrack.batch.cache import Cache

KEYS = [bytes([number]) * 32 for number in range(150)]


def kept(folder: Path, keys: list[bytes] = KEYS) -> dict[bytes, bytes | None]:
    """What another run finds."""
    with Cache(folder) as cache:
        return {key: cache.get(key) for key in keys}


def filled(folder: Path) -> Path:
    """A cache with an entry for every key; its file."""
    with Cache(folder) as cache:
        for key in KEYS:
            cache.put(key, data_of(key))
    (file,) = folder.iterdir()
    return file


def data_of(key: bytes) -> bytes:
    return "达标".encode() + key * 50


def test_the_next_run_finds_what_was_kept(tmp_path: Path) -> None:
    filled(tmp_path)

    assert kept(tmp_path) == {key: data_of(key) for key in KEYS}
    assert kept(tmp_path, [b"another"]) == {b"another": None}


def test_without_a_folder_nothing_is_kept() -> None:
    with Cache(None) as cache:
        assert not cache.is_open
        cache.put(b"key", b"data")
        assert cache.get(b"key") is None


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_gives_what_was_kept_or_nothing(tmp_path: Path, seed: int) -> None:
    file = filled(tmp_path)
    data = bytearray(file.read_bytes())
    for place in range(seed * 37, len(data), 12 * 37):
        data[place] ^= 0x55
    file.write_bytes(data)

    for key, found in kept(tmp_path).items():
        assert found in (None, data_of(key))

    filled(tmp_path)  # and it is made anew, or goes on
    for key, found in kept(tmp_path).items():
        assert found in (None, data_of(key))


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_cache_is_made_one(tmp_path: Path, content: bytes) -> None:
    file = filled(tmp_path)
    file.write_bytes(content)

    assert set(kept(tmp_path).values()) == {None}

    filled(tmp_path)
    assert kept(tmp_path) == {key: data_of(key) for key in KEYS}


def test_an_entry_that_was_changed_or_moved_to_another_key_is_none(tmp_path: Path) -> None:
    with sqlite3.connect(filled(tmp_path)) as connection:
        connection.execute("UPDATE entries SET data = (SELECT data FROM entries WHERE key = ?) WHERE key = ?", KEYS[:2])
        connection.execute("UPDATE entries SET data = substr(data, 1, 40) WHERE key = ?", KEYS[2:3])
        connection.execute("UPDATE entries SET data = 'text' WHERE key = ?", KEYS[3:4])
        connection.execute("UPDATE entries SET data = x'' WHERE key = ?", KEYS[4:5])
    connection.close()

    found = kept(tmp_path)

    assert [found[key] for key in KEYS[:6]] == [data_of(KEYS[0]), None, None, None, None, data_of(KEYS[5])]


def test_a_folder_that_cannot_be_made_means_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with Cache(tmp_path / "file" / "cache") as cache:
        assert not cache.is_open
        cache.put(b"key", b"data")
        assert cache.get(b"key") is None


def test_two_runs_share_it(tmp_path: Path) -> None:
    with Cache(tmp_path) as one, Cache(tmp_path) as other:
        one.put(KEYS[0], b"one")
        other.put(KEYS[0], b"one")
        other.put(KEYS[1], b"other")

    assert kept(tmp_path, KEYS[:2]) == {KEYS[0]: b"one", KEYS[1]: b"other"}


def test_one_that_is_busy_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    file = filled(tmp_path)
    busy = sqlite3.connect(file, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")

    with Cache(tmp_path) as cache:
        assert cache.get(KEYS[0]) in (None, data_of(KEYS[0]))
        cache.put(b"new", b"data")
    busy.execute("ROLLBACK")
    busy.close()

    assert kept(tmp_path) == {key: data_of(key) for key in KEYS}
    assert kept(tmp_path, [b"new"]) == {b"new": None}


def test_old_entries_make_room(tmp_path: Path) -> None:
    for number in range(40):
        with Cache(tmp_path, limit=200_000) as cache:
            cache.put(bytes([number]), number.to_bytes(2, "big") + bytes(range(256)) * 40)
            cache.put(b"%d" % number, os.urandom(20_000))

    with Cache(tmp_path) as cache:
        there = [number for number in range(40) if cache.get(bytes([number]))]
    assert there == list(range(there[0], 40)), "the newest"
    assert 1 < len(there) < 20
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 400_000


def test_an_interrupted_run_keeps_nothing_more(tmp_path: Path) -> None:
    def run() -> None:
        with Cache(tmp_path) as cache:
            cache.put(b"key", b"data")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()

    assert kept(tmp_path, [b"key"]) == {b"key": None}


@pytest.mark.skipif(os.name == "nt", reason="Windows gives a folder its rights in another way")
def test_the_user_alone_may_read_it(tmp_path: Path) -> None:
    filled(tmp_path / "cache")

    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0
