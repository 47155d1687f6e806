"""Running vtrack on hostile input in a process of its own, with little memory and not for ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 120
"""Seconds until a call counts as hanging. No measure of speed: what is bounded ends within a few of them."""
MEMORY = 2 * 1024**3

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
    done = subprocess.run(
        [sys.executable, "-m", "vtrack", *map(os.fspath, arguments)],
        cwd=cwd,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        preexec_fn=_little_memory if os.name == "posix" else None,
        env={**os.environ, "VTRACK_LANG": "en", "LANGUAGE": "", "VTRACK_CACHE_DIR": str(cwd / ".cache"), **environment},
    )
    out, err = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
    assert "Traceback" not in out + err
    return Answer(done.returncode, out, err)


def checked(root: Path) -> Answer:
    """What a check of everything below a folder answers, as JSON."""
    return answer("check", root, "--format", "json", "--as-of", "2026-11-21", cwd=root)


def _little_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
