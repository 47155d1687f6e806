"""Saving: one writer at a time, whole files or nothing, and no other place than the locality's folder."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recording.desks import made, on_disk
from tests.recording.progress_files import PLAN
from vtrack.errors import CallError
from vtrack.recording.entry import Amount, Entry
from vtrack.recording.saving import Moved, locked, save

ROOT = Path(__file__).resolve().parents[2]
OLD = "format: 1\nlocality: demo\nyear: 2024\nfigures:\n  coverage: 95.2  # 年报\n"
NEW = OLD + "  villages: 12\n"
ENTRY = Entry("villages", 2024, Amount("12"))

posix = pytest.mark.skipif(os.name == "nt", reason="asks for what only POSIX systems have")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Locks lie in a folder of the test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("VTRACK_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A locality with one figure."""
    return made(tmp_path, y2024=OLD)


def held(demo: Path, year: int = 2024) -> str:
    return (demo / "progress" / f"{year}.yaml").read_bytes().decode()


def names(demo: Path) -> list[str]:
    return sorted(path.name for path in (demo / "progress").iterdir())


def sentence(error: pytest.ExceptionInfo[CallError]) -> str:
    return error.value.message.render(str)


def test_what_was_drafted_is_saved(demo: Path) -> None:
    with locked(demo):
        save(on_disk(demo, ENTRY))

    assert held(demo) == NEW
    assert names(demo) == ["2024.yaml"]


def test_a_file_is_made_and_so_is_its_folder(tmp_path: Path) -> None:
    demo = made(tmp_path)
    (demo / "progress").rmdir()

    save(on_disk(demo, ENTRY))

    assert held(demo) == "format: 1\nlocality: demo\nyear: 2024\nfigures:\n  villages: 12\n"


def test_several_years_are_saved_at_once(demo: Path) -> None:
    save(on_disk(demo, ENTRY, Entry("villages", 2023, Amount("11"))))

    assert held(demo) == NEW
    assert held(demo, 2023).endswith("year: 2023\nfigures:\n  villages: 11\n")


def test_nothing_to_save_touches_nothing(demo: Path) -> None:
    before = (demo / "progress" / "2024.yaml").stat()

    save(on_disk(demo, Entry("coverage", 2024, Amount("95.20"))))

    assert (demo / "progress" / "2024.yaml").stat() == before


@posix
def test_permissions_stay_and_a_new_file_has_those_that_the_system_gives(demo: Path) -> None:
    file = demo / "progress" / "2024.yaml"
    file.chmod(0o640)
    ordinary = demo / "ordinary"
    ordinary.touch()

    save(on_disk(demo, ENTRY, Entry("villages", 2023, Amount("11"))))

    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert (demo / "progress" / "2023.yaml").stat().st_mode == ordinary.stat().st_mode


def test_a_file_changed_since_it_was_drafted_is_left_alone(demo: Path) -> None:
    drafted = on_disk(demo, ENTRY, Entry("villages", 2023, Amount("11")))
    other = OLD.replace("95.2", "95.3")
    (demo / "progress" / "2024.yaml").write_bytes(other.encode())

    with pytest.raises(Moved) as error:
        save(drafted)

    assert "was changed by someone else meanwhile; nothing was written" in sentence(error)
    assert held(demo) == other
    assert names(demo) == ["2024.yaml"]


def test_a_file_changed_in_the_last_moment_is_left_alone(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafted = on_disk(demo, ENTRY)
    monkeypatch.setattr(os, "fsync", lambda _: (demo / "progress" / "2024.yaml").write_bytes(b"# mine\n"))

    with pytest.raises(Moved):
        save(drafted)

    assert held(demo) == "# mine\n"
    assert names(demo) == ["2024.yaml"]


def test_a_file_that_appeared_since_is_left_alone(demo: Path) -> None:
    drafted = on_disk(demo, Entry("villages", 2023, Amount("11")))
    (demo / "progress" / "2023.yaml").write_bytes(b"# mine\n")

    with pytest.raises(Moved):
        save(drafted)

    assert held(demo, 2023) == "# mine\n"


def test_a_file_that_may_not_be_written_is_left_alone(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafted = on_disk(demo, ENTRY)
    monkeypatch.setattr(os, "access", lambda path, mode: not (mode == os.W_OK and path.name == "2024.yaml"))

    with pytest.raises(CallError) as error:
        save(drafted)

    assert (
        sentence(error)
        == "cannot write progress/2024.yaml: it may not be written, or another program has it open; nothing was changed"
    )
    assert held(demo) == OLD


@posix
def test_a_file_that_is_a_link_is_not_written_through(demo: Path, tmp_path: Path) -> None:
    elsewhere = demo / "kept.yaml"
    (demo / "progress" / "2024.yaml").rename(elsewhere)
    (demo / "progress" / "2024.yaml").symlink_to(elsewhere)

    with pytest.raises(CallError) as error:
        save(on_disk(demo, ENTRY))

    assert "is a link" in sentence(error)
    assert elsewhere.read_bytes().decode() == OLD
    assert (demo / "progress" / "2024.yaml").is_symlink()


@posix
def test_nothing_is_written_behind_a_folder_that_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = made(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    drafted = on_disk(demo, ENTRY)
    (demo / "progress").rmdir()
    (demo / "progress").symlink_to(elsewhere)
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("something was written"))

    with pytest.raises(CallError) as error:
        save(drafted)

    assert "is a link, or lies behind one" in sentence(error)
    assert on_disk(demo, ENTRY).refusals  # which says so at once
    assert not list(elsewhere.iterdir())


@posix
def test_a_locality_behind_a_link_is_written_where_it_lies(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(demo)

    save(on_disk(tmp_path / "linked", ENTRY))

    assert held(demo) == NEW


def test_a_file_that_cannot_be_written_is_said_to_be_whole(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "")

    drafted = on_disk(demo, ENTRY)
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(CallError) as error:
        save(drafted)

    assert sentence(error).endswith("2024.yaml: the disk is full; nothing was changed")
    assert held(demo) == OLD
    assert names(demo) == ["2024.yaml"]


def test_what_was_written_before_the_trouble_is_said(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafted = on_disk(demo, ENTRY, Entry("villages", 2023, Amount("11")))
    replace = os.replace

    def busy(source: Path, target: Path) -> None:
        if target.name == "2024.yaml":
            raise PermissionError(errno.EACCES, "")
        replace(source, target)

    monkeypatch.setattr(os, "replace", busy)

    with pytest.raises(CallError) as error:
        save(drafted)

    assert "2024.yaml: it may not be written, or another program has it open; already written: " in sentence(error)
    assert sentence(error).endswith("2023.yaml")
    assert held(demo) == OLD
    assert names(demo) == ["2023.yaml", "2024.yaml"]


def test_a_folder_made_in_vain_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = made(tmp_path)
    (demo / "progress").rmdir()

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "")

    drafted = on_disk(demo, ENTRY)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CallError):
        save(drafted)

    assert not (demo / "progress").exists()


def test_one_locality_has_one_writer_at_a_time(demo: Path, tmp_path: Path) -> None:
    with locked(demo):
        with pytest.raises(CallError) as error, locked(demo, patience=0):
            pass
        with locked(made(tmp_path / "other"), patience=0):
            pass  # another locality is free

    assert "another vtrack is writing to" in sentence(error)
    with locked(demo, patience=0):
        pass


def test_nothing_of_the_lock_lies_in_the_folders_that_are_checked(demo: Path, cache: Path) -> None:
    before = sorted(demo.rglob("*"))
    with locked(demo):
        assert sorted(demo.rglob("*")) == before
    assert list((cache / "locks").iterdir())


def test_a_lock_that_cannot_be_made_is_one_sentence(demo: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(CallError) as error, locked(demo):
        pass

    assert "cannot make the lock" in sentence(error)


# What follows runs in processes of its own, which are stopped, starved, or many.

CHILD = """
import os, signal, sys
from pathlib import Path
from tests.recording.desks import on_disk
from vtrack.errors import CallError
from vtrack.recording.entry import Amount, Entry
from vtrack.recording.saving import locked, save

def die(*_):
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

def enter(demo, target, value):
    try:
        with locked(demo):
            save(on_disk(demo, Entry(target, 2024, Amount(value))))
    except CallError as error:
        print(error.message.render(str))

demo = Path(sys.argv[1])
"""


def child(code: str, *arguments: object) -> subprocess.Popen[bytes]:
    """A process that runs some code with what :data:`CHILD` gives it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", CHILD + code, *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


STEPS = {
    "before anything": """
real = os.open
os.open = lambda path, *rest: die() if ".vtrack-new" in str(path) else real(path, *rest)
""",
    "once the hidden file is there": """
real = os.fdopen
os.fdopen = lambda handle, mode: die() if mode == "wb" else real(handle, mode)
""",
    "in the middle of its text": """
import io
real = os.fdopen
class Half(io.FileIO):
    def write(self, data):
        super().write(bytes(data)[: len(data) // 2])
        die()
os.fdopen = lambda handle, mode: Half(handle, mode) if mode == "wb" else real(handle, mode)
""",
    "before it is on the disk": "os.fsync = die",
    "once it is on the disk": "real = os.fsync\nos.fsync = lambda handle: (real(handle), die())",
    "before it takes the name": "os.replace = die",
    "once it has taken the name": "real = os.replace\nos.replace = lambda *names: (real(*names), die())",
}


@pytest.mark.parametrize("step", STEPS)
def test_a_killed_process_leaves_the_old_file_or_the_new_one(demo: Path, step: str) -> None:
    process = child(f"{STEPS[step]}\nenter(demo, 'villages', '12')\nprint('alive')", demo)
    out, err = process.communicate(timeout=60)

    assert out == b"", err.decode()
    assert process.returncode != 0
    assert held(demo) == (NEW if step == "once it has taken the name" else OLD)
    left = [name for name in names(demo) if name != "2024.yaml"]
    assert len(left) == (step not in ("before anything", "once it has taken the name"))
    assert all(name.startswith(".2024.yaml.") and name.endswith(".vtrack-new") for name in left)
    with locked(demo, patience=0):  # which the dead process does not hold any more
        save(on_disk(demo, Entry("roads", 2024, Amount("3"))))
    assert names(demo) == ["2024.yaml"]
    assert held(demo).endswith("  roads: 3\n")


@posix
def test_a_full_disk_leaves_the_old_file(demo: Path) -> None:
    code = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))\nenter(demo, 'villages', '12')"
    process = child(code, demo)
    out, err = process.communicate(timeout=60)

    assert process.returncode == 0, err.decode()
    assert out.decode().strip().endswith("File too large; nothing was changed")
    assert held(demo) == OLD
    assert names(demo) == ["2024.yaml"]


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    ids = [f"t{number}" for number in range(40)]
    targets = "".join(f"  {id}: {{name: 目标{id}, unit: 个, keep: {{at_least: 1}}, lead: [office]}}\n" for id in ids)
    demo = made(tmp_path, plan=PLAN.partition("targets:\n")[0] + "targets:\n" + targets)
    code = "for id in sys.argv[2:]:\n    enter(demo, id, id[1:])"

    processes = [child(code, demo, *ids[:20]), child(code, demo, *ids[20:])]
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out) == (0, b""), err.decode()

    figures = "".join(f"  {id}: {id[1:]}\n" for id in ids)
    assert held(demo) == f"format: 1\nlocality: demo\nyear: 2024\nfigures:\n{figures}"
