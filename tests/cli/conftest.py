"""Ways to call vtrack: in this process, in one of its own, at a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commits import SETTINGS, Commits
from tests.cli.county import Repository
from tests.cli.on_a_day import MIDYEAR, clock
from vtrack.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
_OURS = ("VTRACK_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS", "GITHUB_STEP_SUMMARY")


@dataclass(frozen=True)
class Outcome:
    """What a call came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The report that was printed as JSON."""
        return json.loads(self.out)

    @property
    def rules(self) -> list[str]:
        """The rule of each finding in it."""
        return [finding["rule"] for finding in self.json["findings"]]

    @property
    def status(self) -> dict[str, str]:
        """The status of each verdict in it, by target."""
        return {verdict["target"]: verdict["status"] for verdict in self.json["verdicts"]}


Call = Callable[..., Outcome]


@pytest.fixture
def vtrack(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """``vtrack(*arguments)`` from the folder that the repositories of a test lie in; English unless asked otherwise."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, cwd: Path | None = None, **environment: str) -> Outcome:
        for name in _OURS:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("LANGUAGE", "")  # which a run sets, for click's own messages
        for name, value in (environment or {"VTRACK_LANG": "en"}).items():
            monkeypatch.setenv(name, value)
        if cwd is not None:
            monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["vtrack", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), out, err)

    return call


@dataclass(frozen=True)
class Run:
    """What a process of its own came to."""

    code: int
    out: bytes
    err: bytes


def environment(changes: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process that has nothing to do with this one's language or terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in _OURS and name != "LANGUAGE"}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **changes}


def run(arguments: Sequence[str], cwd: Path, **changes: str) -> Run:
    """Run ``python -m vtrack`` and wait for it."""
    done = subprocess.run(
        [sys.executable, "-m", "vtrack", *arguments],
        cwd=cwd,
        env=environment(changes),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return Repository(tmp_path / "repository")


@pytest.fixture
def commits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commits:
    """A repository of git, in a folder with a Chinese name, with a county in its first commit, on ``main``."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, SETTINGS[name])
    made = Commits(tmp_path / "县 规划")
    made.locality("plans/demo")
    made.commit("first")
    return made


@pytest.fixture
def midyear(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is 30 June 2025, and locks are made in a folder of the test's own."""
    import vtrack.commands.record  # noqa: F401  its name for the clock is to be changed too

    monkeypatch.setattr("vtrack.commands.call.now", clock(MIDYEAR))
    monkeypatch.setattr("vtrack.commands.record.now", clock(MIDYEAR))
    monkeypatch.setenv("VTRACK_CACHE_DIR", str(tmp_path / "cache"))
