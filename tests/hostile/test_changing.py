"""Files that vanish, change or turn into something else while they are read: an answer, and no half file."""

from __future__ import annotations

import os
import random
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from tests.hostile.hold import PLAN, PROGRESS, answers, folder, is_plain
from vtrack.checking import Examination, examine
from vtrack.discovery import find_localities
from vtrack.errors import CallError
from vtrack.opening import read_bytes
from vtrack.recording.draft import draft
from vtrack.recording.entry import Amount, Entry
from vtrack.recording.saving import locked, save
from vtrack.rules.registry import chosen
from vtrack.verdicts.verdict import Terms

DAY = date(2026, 11, 21)
ENTRY = Entry("one", 2024, Amount("96"), reason="更正")
OTHER = PROGRESS.replace("95", "94")


def examination(bytes_of: Callable[[Path], bytes] = read_bytes) -> Examination:
    return Examination(Terms(DAY), DAY, chosen(), str, DAY, bytes_of=bytes_of)


@pytest.mark.parametrize("name", ["plan.yaml", "progress/2024.yaml", "waivers.yaml"])
@pytest.mark.parametrize("error", [FileNotFoundError(2, "No such file"), PermissionError(13, "Permission denied")])
def test_a_file_that_vanishes_after_it_was_listed(name: str, error: OSError, tmp_path: Path) -> None:
    demo = folder(tmp_path)
    (demo / "waivers.yaml").write_text("[]\n", encoding="utf-8")

    def bytes_of(path: Path) -> bytes:
        if path == demo / name:
            raise error
        return read_bytes(path)

    (files,) = find_localities([tmp_path])
    found = examine(files, examination(bytes_of)).result

    assert {finding.rule for finding in found.findings} & {"text/unreadable", "schema/no-plan", "schema/file-name"}
    assert bool(found.verdicts) is (name == "waivers.yaml")


@pytest.mark.parametrize("seed", range(5))
def test_each_file_is_read_once(seed: int, tmp_path: Path) -> None:
    """What is judged is what was read: a file that holds something else at every look makes no mixture."""
    demo, chance = folder(tmp_path), random.Random(seed)
    held = {"plan.yaml": (PLAN, "x", PLAN[:200]), "2024.yaml": (PROGRESS, OTHER, PROGRESS[:20])}
    seen: list[Path] = []

    def bytes_of(path: Path) -> bytes:
        seen.append(path)
        return chance.choice(held[path.name]).encode()

    (files,) = find_localities([tmp_path])
    examine(files, examination(bytes_of))

    assert sorted(seen) == [demo / "plan.yaml", demo / "progress" / "2024.yaml"]


def draft_of(root: Path) -> tuple[Path, Callable[[], None]]:
    """A file, and what saves a figure that was drafted from it."""
    demo = folder(root)
    (files,) = find_localities([root])
    drafted = draft(files, [ENTRY], examination(), on=DAY)
    assert not drafted.refusals
    return demo / "progress" / "2024.yaml", lambda: save(drafted)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.write_text(OTHER, encoding="utf-8"),
        lambda file: file.unlink(),
        lambda file: (file.unlink(), file.mkdir()),
        lambda file: (file.unlink(), file.symlink_to("../plan.yaml")),
        lambda file: (file.unlink(), file.symlink_to("/dev/zero")),
        lambda file: (file.unlink(), os.mkfifo(file)),
        lambda file: (file.parent.rename(file.parents[2] / "out"), file.parent.symlink_to(file.parents[2] / "out")),
    ],
    ids=["other words", "gone", "a folder", "a link", "a device", "a pipe", "a folder that is a link"],
)
@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of other systems")
def test_a_file_that_changed_since_it_was_drafted_is_not_written(
    change: Callable[[Path], object], tmp_path: Path
) -> None:
    file, saving = draft_of(tmp_path / "repository")
    plan = (tmp_path / "repository" / "demo" / "plan.yaml").read_bytes()
    change(file)
    before = sorted(str(path) for path in tmp_path.rglob("*"))
    text = file.read_bytes() if file.is_file() and not file.is_symlink() else b""

    with pytest.raises(CallError):
        saving()

    assert sorted(str(path) for path in tmp_path.rglob("*")) == before
    assert not file.is_file() or file.is_symlink() or file.read_bytes() == text
    assert (tmp_path / "repository" / "demo" / "plan.yaml").read_bytes() == plan


def test_a_file_that_another_keeps_changing(tmp_path: Path) -> None:
    """Another program writes the file over and over while figures are entered: each is entered whole, or not at all."""
    demo = folder(tmp_path)
    (tmp_path / "vtrack.yaml").write_text("plans: [.]\n", encoding="utf-8")
    file, over = demo / "progress" / "2024.yaml", threading.Event()

    def keep_changing() -> None:
        turn = 0
        while not over.is_set() and turn < 100_000:
            turn += 1
            with suppress(OSError):
                beside = file.with_name("beside")
                beside.write_text(PROGRESS.replace("95", str(90 + turn % 7)), encoding="utf-8")
                os.replace(beside, file)

    other = threading.Thread(target=keep_changing)
    other.start()
    try:
        found = answers(
            [
                ("record", "demo", "one", "96", "--as-of", "2024-12-31", "--reason", "更正"),
                ("check", "demo", "--format", "json", "--as-of", "2026-11-21"),
                ("due", "demo"),
                ("show", "demo", "one"),
                ("export", "demo", "--format", "json"),
            ]
            * 4,
            tmp_path,
        )
    finally:
        over.set()
        other.join()

    for one in found:
        assert is_plain(one)
    assert {file.name for file in file.parent.iterdir()} == {"2024.yaml"}


def test_a_locality_that_vanishes_while_it_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VTRACK_CACHE_DIR", str(tmp_path / "cache"))
    demo = folder(tmp_path / "repository")
    (files,) = find_localities([tmp_path / "repository"])
    with locked(demo):
        drafted = draft(files, [ENTRY], examination(), on=DAY)
        demo.rename(tmp_path / "elsewhere")
        with pytest.raises(CallError):
            save(drafted)
    assert (tmp_path / "elsewhere" / "progress" / "2024.yaml").read_text(encoding="utf-8") == PROGRESS
    assert not demo.exists()
