"""The corpus of the benchmarks: the same every time, and in order by vtrack's own schemas and rules. No timing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vtrack.model.forms import FORM_WORDS
from vtrack.text.reading import read
from vtrack.validation.shape import shape_errors

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import checkers
import measure
import spoil

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "benchmarks/corpus.py"


def make(into: Path, *options: str) -> dict[str, bytes]:
    """Run the generator as a user does; its files by name."""
    subprocess.run([sys.executable, SCRIPT, "--into", into, *options], check=True, capture_output=True)
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in sorted(into.rglob("*.yaml"))}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two localities, with more targets than there are indicators, so that some are used twice."""
    into = tmp_path_factory.mktemp("corpus")
    make(into, "--localities", "2", "--targets", "70")
    return into


@pytest.fixture(scope="module")
def report(folder: Path) -> dict[str, Any]:
    """What vtrack says about them."""
    call = [sys.executable, "-m", "vtrack", "check", folder, "--as-of", "2026-03-31", "--format", "json"]
    checked = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return json.loads(checked.stdout)


def test_the_same_seed_makes_the_same_files(tmp_path: Path) -> None:
    first = make(tmp_path / "a", "--localities", "2", "--targets", "8")
    assert first == make(tmp_path / "b", "--localities", "2", "--targets", "8")
    assert first != make(tmp_path / "c", "--localities", "2", "--targets", "8", "--seed", "2")


def test_a_small_corpus_is_the_beginning_of_a_large_one(tmp_path: Path) -> None:
    small = make(tmp_path / "small", "--localities", "1")
    large = make(tmp_path / "large", "--localities", "3")
    assert small.items() <= large.items()


def test_the_default_shape(tmp_path: Path) -> None:
    files = make(tmp_path, "--localities", "1")
    assert sorted(files) == [
        "county-0001/plan.yaml",
        *(f"county-0001/progress/{year}.yaml" for year in (2023, 2024, 2025)),
    ]
    assert 30_000 < sum(map(len, files.values())) < 40_000


def test_every_file_is_sound_and_passes_its_schema(folder: Path) -> None:
    files = sorted(folder.rglob("*.yaml"))
    assert len(files) == 8
    for file in files:
        reading = read(file.read_bytes())
        assert reading.flaws == ()
        assert reading.document is not None
        assert shape_errors(reading.document.data, "plan" if file.name == "plan.yaml" else "progress") == ()


def test_every_target_is_judged_and_the_forms_are_mixed(report: dict[str, Any]) -> None:
    assert report["summary"]["targets"] == len(report["verdicts"]) == 140
    for locality in ("county-0001", "county-0002"):
        assert {one["form"] for one in report["verdicts"] if one["locality"] == locality} == set(FORM_WORDS)


def test_only_verdicts_are_found_fault_with(report: dict[str, Any]) -> None:
    faults = {one["rule"] for one in report["findings"] if one["severity"] != "info"}
    assert all(rule.startswith("target/") for rule in faults), faults


def test_every_spoiled_file_has_a_finding_where_it_is_wrong(tmp_path: Path) -> None:
    make(tmp_path, "--localities", "12")
    spoiled = {(str(path), line) for path, _, line in spoil.spoil_all(tmp_path)}

    call = [sys.executable, "-m", "vtrack", "check", tmp_path, "--as-of", "2026-03-31", "--format", "json"]
    checked = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    found = {(one["file"], one["line"]) for one in json.loads(checked.stdout)["findings"]}

    assert len(spoiled) == len(list(tmp_path.rglob("*.yaml"))) == 48
    assert spoiled <= found


def test_every_kind_of_mistake_is_made(tmp_path: Path) -> None:
    make(tmp_path, "--localities", "40")

    made = {name for _, name, _ in spoil.spoil_all(tmp_path)}

    assert made == {one.name for one in (*spoil.PLAN, *spoil.PROGRESS)}


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="what a process took is asked in Unix's way")
def test_what_is_measured_does_its_job(folder: Path, tmp_path: Path) -> None:
    for tool in checkers.ours(folder, tmp_path):
        sample = measure.run(tool, dict(os.environ))
        assert sample.clock > 0
        assert sample.processor > 0
    one = measure.Tool("none", ((sys.executable, "-c", "raise SystemExit(3)"),))
    with pytest.raises(SystemExit, match="none ended with 3"):
        measure.run(one, dict(os.environ))
