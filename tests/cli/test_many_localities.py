"""A check that takes a while: the bar, Ctrl-C, and a process that is lost. Real processes at a real terminal."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import environment, run

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import corpus

pty = pytest.importorskip("pty", reason="a pseudo-terminal is Unix's")
fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
CALL = ("--as-of", "2026-03-31", "--jobs", "2", "--no-cache", "--lang", "en")
WORD = b"localities checked"
AT_ONCE = "import vtrack.reports.progress as p; p.PATIENCE = 0; from vtrack.__main__ import main; main()"
"""vtrack with a bar from the beginning, however fast the machine is."""
FEW, MANY = 30, 400
"""Localities to see a check through, and to stop it in its middle."""


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two others, of few and of many localities, all alike."""
    top = tmp_path_factory.mktemp("province")
    corpus.write(top / "one", 1)
    for name, count in (("few", FEW), ("many", MANY)):
        for number in range(count):
            shutil.copytree(top / "one" / "county-0001", top / name / f"county-{number:04d}")
    return top


class Terminal:
    """vtrack at a terminal of its own, which reads the keys that are pressed."""

    def __init__(self, arguments: tuple[str, ...], cwd: Path, **changes: str) -> None:
        self._ours, its = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", AT_ONCE, "check", *arguments],
            cwd=cwd,
            env=environment({"TERM": "xterm-256color", "COLUMNS": "100", **changes}),
            stdin=its,
            stdout=its,
            stderr=its,
            start_new_session=True,
            # So that Ctrl-C reaches whoever runs here.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 (no threads here)
        )
        os.close(its)
        self.seen = b""

    def read(self, until: bytes | None = None) -> bytes:
        """What was printed, up to and with a word, or all."""
        while until is None or until not in self.seen:
            ready, _, _ = select.select([self._ours], [], [], 60)
            assert ready, "nothing happened for a minute"
            try:
                piece = os.read(self._ours, 65536)
            except OSError:  # Linux's way to say that nobody writes any more
                piece = b""
            if not piece:
                break
            self.seen += piece
        return self.seen

    def press(self, key: bytes) -> None:
        """Press a key."""
        os.write(self._ours, key)

    def end(self) -> int:
        """The exit code, once all is over."""
        self.read()
        os.close(self._ours)
        return self.process.wait(60)


def children(process: int) -> list[int]:
    """The two processes that one starts, once it has."""
    started: list[str] = []
    while len(started) < 2:
        os.sched_yield()
        started = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return list(map(int, started))


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """The terminals of a test, which leave nobody behind whatever happens."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        if terminal.process.poll() is None:
            os.killpg(terminal.process.pid, signal.SIGKILL)
            terminal.process.wait()


def is_empty(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def test_whoever_waits_sees_a_bar_and_afterwards_none(province: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal(("few", *CALL), province)
    terminals.append(terminal)

    assert terminal.end() == 1
    before, _, report = terminal.seen.partition(b"few/county-0000/plan.yaml")
    assert re.search(WORD + rb".*\d+/%d" % FEW, before)
    assert WORD not in report
    assert before.rfind(b"\x1b[2K") > before.rfind(WORD), "the line of the bar is emptied"


@pytest.mark.parametrize("changes", [{"TERM": "dumb"}, {"NO_COLOR": "1"}])
def test_a_terminal_that_shows_no_colour_shows_no_bar(
    province: Path, terminals: list[Terminal], changes: dict[str, str]
) -> None:
    terminal = Terminal(("few", *CALL), province, **changes)
    terminals.append(terminal)

    assert terminal.end() == 1
    assert WORD not in terminal.seen
    assert b"\x1b" not in terminal.seen


def test_a_pipe_gets_no_bar(province: Path) -> None:
    done = run(("check", "few", *CALL), province)

    assert done.code == 1
    assert done.err == b""
    assert WORD not in done.out


def test_control_c_ends_all_at_once(province: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal(("many", *CALL), province)
    terminals.append(terminal)
    terminal.read(until=WORD)

    terminal.press(b"\x03")

    assert terminal.end() == 130
    assert is_empty(terminal.process.pid)
    assert b"Traceback" not in terminal.seen
    assert b"Interrupt" not in terminal.seen
    assert b"plan.yaml" not in terminal.seen, "no half of a report"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs to know who is whose child")
def test_a_process_that_is_killed_gives_a_sentence(province: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal(("many", *CALL), province)
    terminals.append(terminal)
    terminal.read(until=WORD)

    os.kill(children(terminal.process.pid)[0], signal.SIGKILL)

    assert terminal.end() == 2
    assert is_empty(terminal.process.pid)
    last = terminal.seen.decode().replace("\r", "").splitlines()[-1]
    assert "vtrack: a process of the check was stopped, perhaps because memory ran out; --jobs 1 needs less" in last
    assert b"Traceback" not in terminal.seen


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs to know who is whose child")
def test_no_process_outlives_one_that_is_killed(province: Path) -> None:
    call = [sys.executable, "-m", "vtrack", "check", "many", *CALL]
    process = subprocess.Popen(call, cwd=province, env=environment({}), stdout=subprocess.PIPE, start_new_session=True)
    assert len(children(process.pid)) == 2

    process.kill()

    process.communicate(timeout=60)  # which is over when nobody holds the pipe any more
