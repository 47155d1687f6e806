"""Running vtrack on hostile input in a process of its own, with little memory and not for ever."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PATIENCE = 120
"""Seconds until a call counts as hanging. No measure of speed: what is bounded ends within a few of them."""
MEMORY = 2 * 1024**3
# What a terminal obeys, and what turns or hides text.
DANGEROUS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
ROOT = Path(__file__).resolve().parents[2]

PLAN = """\
format: 1
locality: {id: demo, name: 示范县}
document: {title: 文件, number: 示政办发〔2023〕1号, issuer: 示范县人民政府办公室, issued: 2023-06-29}
period: {start: 2023, end: 2027}
departments: {office: 甲局}
targets:
  one:
    name: 指标一
    unit: 个
    reach: {at_least: 98}
    baseline: {year: 2022, value: 90}
    lead: [office]
    source: 附件1
"""
PROGRESS = """\
format: 1
locality: demo
year: 2024
figures:
  one: 95
"""


@dataclass(frozen=True)
class Answer:
    """What a call came to."""

    code: int
    out: str
    err: str

    @property
    def rules(self) -> set[str]:
        """The rules that found something, of a report printed as JSON."""
        return {finding["rule"] for finding in self.report["findings"]}

    @property
    def report(self) -> Any:
        """The report that was printed as JSON."""
        return json.loads(self.out)


def folder(root: Path, plan: str | bytes = PLAN, progress: str | bytes | None = PROGRESS) -> Path:
    """A locality's folder with these two files."""
    demo = root / "demo"
    (demo / "progress").mkdir(parents=True)
    (demo / "plan.yaml").write_bytes(plan if isinstance(plan, bytes) else plan.encode())
    if progress is not None:
        data = progress if isinstance(progress, bytes) else progress.encode()
        (demo / "progress" / "2024.yaml").write_bytes(data)
    return demo


def answer(*arguments: str | Path, cwd: Path, **environment: str) -> Answer:
    """Call vtrack where neither time nor memory is plenty; whatever happens, no traceback is printed."""
    surroundings = {"VTRACK_LANG": "en", "LANGUAGE": "", "VTRACK_CACHE_DIR": str(cwd / ".cache"), **environment}
    found = (_forked if hasattr(os, "fork") else _started)(list(map(os.fspath, arguments)), cwd, surroundings)
    assert "Traceback" not in found.out + found.err
    return found


def answers(calls: Iterable[Sequence[str | Path]], cwd: Path, **environment: str) -> list[Answer]:
    """Several calls, one after the other."""
    return [answer(*arguments, cwd=cwd, **environment) for arguments in calls]


def _started(arguments: list[str], cwd: Path, environment: dict[str, str]) -> Answer:
    done = subprocess.run(
        [sys.executable, "-m", "vtrack", *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        env={**os.environ, **environment},
    )
    return Answer(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def _forked(arguments: list[str], cwd: Path, environment: dict[str, str]) -> Answer:
    """The same, in a process that does not have to load the modules first."""
    beginning = _beginning()
    assert beginning.stdin is not None
    assert beginning.stdout is not None
    call = {"arguments": arguments, "cwd": str(cwd), "environment": environment}
    beginning.stdin.write(json.dumps(call) + "\n")
    beginning.stdin.flush()
    return Answer(**json.loads(beginning.stdout.readline()))


@cache
def _beginning() -> subprocess.Popen[str]:
    """The process that all calls begin in; it ends when this one does."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.forking"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def is_plain(one: Answer) -> bool:
    """Whether an answer is one: findings or a sentence, foreseen, and nothing in it that a terminal obeys."""
    assert one.code in (0, 1, 2), one
    assert "unexpected" not in one.err, one.err
    assert not DANGEROUS.search(one.out.removeprefix("\ufeff") + one.err), one
    if one.code == 2:
        assert one.err.startswith("vtrack: "), one
        assert one.err.count("\n") == 1, one
    return True


def commands(text: str) -> list[str]:
    """The lines of a log that GitHub or Azure would obey: those that begin with two colons, and that hold ``##``."""
    return [
        line for line in text.splitlines() if line.lstrip("\ufeff \t").startswith("::") or re.search(r"##\w*\[", line)
    ]


def checked(root: Path) -> Answer:
    """What a check of everything below a folder answers, as JSON."""
    return answer("check", root, "--format", "json", "--as-of", "2026-11-21", cwd=root)


def little_memory() -> None:
    """Let this process have no more memory than ``MEMORY``."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
