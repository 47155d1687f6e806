"""Of many localities only those that changed are asked of git and read; counted, not timed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from tests.history.repositories import Work, found, names
from vtrack.history import repository, snapshots
from vtrack.history.earlier import since
from vtrack.history.repository import Repository
from vtrack.history.snapshots import snapshot_of

COUNT = 150
COVERAGE = 'coverage: {name: 覆盖率, unit: "%", reach: {at_least: 98}}'


class Counted:
    """How often git was called, for how many contents, and which folders were read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[tuple[str, ...]] = []
        self.contents = 0
        self.read: list[str] = []
        run, contents = repository._git, Repository.contents

        def counted_run(*arguments, **named):  # type: ignore[no-untyped-def]
            self.calls.append(arguments[1:])
            return run(*arguments, **named)

        def counted_contents(one: Repository, ids: Iterable[str]) -> Mapping[str, bytes]:
            wanted = list(ids)
            self.contents += len(wanted)
            return contents(one, wanted)

        def counted_snapshot(folder, commit, files):  # type: ignore[no-untyped-def]
            self.read.append(folder)
            return snapshot_of(folder, commit, files)

        monkeypatch.setattr(repository, "_git", counted_run)
        monkeypatch.setattr(Repository, "contents", counted_contents)
        monkeypatch.setattr(snapshots, "snapshot_of", counted_snapshot)


@pytest.fixture
def many(work: Work) -> Work:
    for number in range(COUNT):
        work.locality(
            f"plans/county-{number:03}", COVERAGE, name=f"第{number}县", y2023="{coverage: 80}", y2024="{coverage: 90}"
        )
    work.commit()
    return work


def test_one_changed_locality(many: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    many.locality(
        "plans/county-077", COVERAGE.replace("98", "95"), name="第77县", y2023="{coverage: 80}", y2024="{coverage: 90}"
    )
    counted = Counted(monkeypatch)
    assert names(found(since("HEAD", [many.top]), many.top)) == ["target-relaxed"]
    assert counted.read == ["plans/county-077"]
    assert counted.contents == 3
    assert len(counted.calls) <= 7


def test_all_changed_localities_take_few_calls(many: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(COUNT):
        many.locality(
            f"plans/county-{number:03}",
            COVERAGE.replace("98", "95"),
            name=f"第{number}县",
            y2023="{coverage: 80}",
            y2024="{coverage: 90}",
        )
    counted = Counted(monkeypatch)
    assert names(found(since("HEAD", [many.top]), many.top)) == ["target-relaxed"] * COUNT
    assert counted.read == [f"plans/county-{number:03}" for number in range(COUNT)]
    assert counted.contents == 3 * COUNT
    assert len(counted.calls) <= 7 + COUNT / 50


def test_all_renamed_localities_are_read_once(many: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(COUNT):
        (many.top / f"plans/county-{number:03}").rename(many.top / f"plans/renamed-{COUNT - number:03}")
    counted = Counted(monkeypatch)
    assert found(since("HEAD", [many.top]), many.top) == []
    assert sorted(counted.read) == [f"plans/county-{number:03}" for number in range(COUNT)]
    assert len(counted.calls) <= 8 + COUNT / 50
