"""What is ready to use, run as a pipeline runs it: bash, real git, and a ``vtrack`` to be found on the path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.history.repositories import SETTINGS, Work

ROOT = Path(__file__).resolve().parents[2]
CI = ROOT / "examples" / "ci"


@dataclass(frozen=True)
class Ended:
    """What a script came to."""

    code: int
    out: str
    err: str


Script = Callable[..., Ended]


def loaded(file: Path) -> Any:
    """A YAML file's data."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder for the path, with ``vtrack`` as it is installed: run by the Python of these tests."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "vtrack"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m vtrack "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


@pytest.fixture
def script(tools: Path) -> Script:
    """``script(text, folder, NAME=value)``: a step run as GitHub's runner runs it with ``shell: bash``."""
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        pytest.skip("bash is missing")

    def run(text: str, folder: Path, *arguments: str, **environment: str) -> Ended:
        unwanted = ("VTRACK_LANG", "GITHUB_STEP_SUMMARY", "LANGUAGE", "PYTHONPATH")
        kept = {name: value for name, value in os.environ.items() if name not in unwanted}
        done = subprocess.run(
            [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", text, "script", *arguments],
            cwd=folder,
            env={**kept, **SETTINGS, "PATH": f"{tools}{os.pathsep}{kept['PATH']}", "PYTHONUTF8": "1", **environment},
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=120,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


TARGET = 'sample: {{name: 样例, unit: "%", reach: {{at_least: {bound}, by: 2024}}, lead: [office], source: 一}}'


@pytest.fixture
def work(tmp_path: Path) -> Work:
    """A repository whose ``main`` holds a locality that has reported 2023, and whose ``change`` is to be merged."""
    made = Work(tmp_path / "规划 库")
    made.locality("plans/demo", TARGET.format(bound=98), y2023="{sample: {value: 96, evidence: 单}}")
    made.commit("2023")
    made.git("checkout", "-q", "-b", "change")
    return made


def honestly_missed(work: Work) -> None:
    """The change reports a target that was missed, and nothing else."""
    work.locality(
        "plans/demo",
        TARGET.format(bound=98),
        y2023="{sample: {value: 96, evidence: 单}}",
        y2024="{sample: {value: 97, evidence: 单}}",
    )
    work.commit("2024")


def quietly_changed(work: Work) -> None:
    """The change lowers the target besides, and says nothing of it."""
    honestly_missed(work)
    work.locality(
        "plans/demo",
        TARGET.format(bound=97),
        y2023="{sample: {value: 96, evidence: 单}}",
        y2024="{sample: {value: 97, evidence: 单}}",
    )
    work.commit("2024, again")


def bad_data(work: Work) -> None:
    """The change holds a figure that no program can read."""
    work.locality("plans/demo", TARGET.format(bound=98), y2023="{sample: 九十六}")
    work.commit("2023, again")


CHANGES = {
    "honestly missed": (honestly_missed, 0),
    "quietly changed": (quietly_changed, 1),
    "bad data": (bad_data, 1),
}
"""What a change may be, and whether the gate blocks it."""
