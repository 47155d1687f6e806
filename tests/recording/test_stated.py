"""A correction that is entered with its reason is stated as ``vtrack check --against`` asks for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.history.repositories import SETTINGS, Work
from tests.recording.desks import on_disk
from tests.recording.progress_files import PLAN
from vtrack.recording.entry import Amount, Done, Entry, Share, State
from vtrack.recording.saving import save

ROOT = Path(__file__).resolve().parents[2]
OLD = """\
format: 1
locality: demo
year: 2024
figures:
  coverage: {count: 80, of: 85, evidence: 验收单}
  villages:
    - {value: 12.50, as_of: 2024-06-30}   # 半年
    - {value: 13, as_of: 2024-12-31}
  roads: 3.10
  plant: {state: 未开工, as_of: 2024-09-30}
  board: {done: true, evidence: 照片}
"""
REASON = "监测数据复核"
CORRECTIONS = {
    "a bare number": (Entry("roads", 2024, Amount("4"), reason=REASON), "was: 3.10"),
    "a bare number with more": (Entry("roads", 2024, Amount("4"), source="survey", reason=REASON), "was: 3.10"),
    "an item": (Entry("villages", 2024, Amount("12"), date(2024, 6, 30), reason=REASON), "was: 12.50"),
    "a share": (Entry("coverage", 2024, Share("81", "85"), reason=REASON), "was: {count: 80, of: 85}"),
    "a share by its value": (Entry("coverage", 2024, Amount("94"), reason=REASON), "was: {count: 80, of: 85}"),
    "a state": (Entry("plant", 2024, State("开工建设"), date(2024, 9, 30), reason=REASON), "was: 未开工"),
    "what was not done": (Entry("board", 2024, Done(False), reason=REASON), "was: true"),
}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """A repository with a locality in its first commit."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, SETTINGS[name])
    work = Work(tmp_path / "县 规划")
    work.write({"plans/demo/plan.yaml": PLAN, "plans/demo/progress/2024.yaml": OLD})
    work.commit()
    return work


def complaints(work: Work) -> list[str]:
    """What the check says of the figures and of their past, information aside."""
    command = [sys.executable, "-m", "vtrack", "check", "--against", "HEAD", "--as-of", "2025-06-30"]
    command += ["--select", "history", "--select", "figure/revision-unknown", "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=work.top, env=environment, capture_output=True, check=False, timeout=60)
    assert done.returncode in (0, 1), done.stderr.decode()
    return [finding["rule"] for finding in json.loads(done.stdout)["findings"] if finding["severity"] != "info"]


@pytest.mark.parametrize("what", CORRECTIONS)
def test_a_stated_correction_is_no_quiet_change(work: Work, what: str) -> None:
    entry, was = CORRECTIONS[what]
    file = work.top / "plans" / "demo" / "progress" / "2024.yaml"

    drafted = on_disk(work.top / "plans" / "demo", entry)
    assert drafted.entered == (entry,), drafted.refusals
    save(drafted)

    last = file.read_text(encoding="utf-8").splitlines()[-1]
    stated = f"target: {entry.target}, as_of: {entry.day}, {was}, on: 2025-06-30, reason: {REASON}"
    assert last == f"  - {{{stated}}}"
    assert complaints(work) == []


def test_a_change_without_its_revision_is_one(work: Work) -> None:
    entry, _ = CORRECTIONS["a bare number"]
    file = work.top / "plans" / "demo" / "progress" / "2024.yaml"
    save(on_disk(work.top / "plans" / "demo", entry))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.partition("revisions:")[0], encoding="utf-8")

    assert complaints(work) == ["history/figure-changed"]


def test_a_figure_corrected_twice_is_stated_twice(work: Work) -> None:
    demo = work.top / "plans" / "demo"
    save(on_disk(demo, Entry("roads", 2024, Amount("4.0"), reason="一")))
    save(on_disk(demo, Entry("roads", 2024, Amount("5"), reason="二")))

    text = (demo / "progress" / "2024.yaml").read_text(encoding="utf-8")
    assert text.endswith(
        "revisions:\n"
        "  - {target: roads, as_of: 2024-12-31, was: 3.10, on: 2025-06-30, reason: 一}\n"
        "  - {target: roads, as_of: 2024-12-31, was: 4.0, on: 2025-06-30, reason: 二}\n"
    )
    assert complaints(work) == []


def test_evidence_that_is_added_is_no_correction(work: Work) -> None:
    demo = work.top / "plans" / "demo"
    save(on_disk(demo, Entry("roads", 2024, Amount("3.1"), evidence="图纸", reason="补佐证")))

    text = (demo / "progress" / "2024.yaml").read_text(encoding="utf-8")
    assert "  roads: {value: 3.10, evidence: 图纸}\n" in text
    assert "revisions" not in text
    assert complaints(work) == []
