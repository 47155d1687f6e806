"""The examples: the good ones show everything the format has, the faulty ones are caught slip by slip."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vtrack.model.bound import BOUND_WORDS
from vtrack.model.forms import FORM_WORDS
from vtrack.text.reading import read
from vtrack.validation.schemas import schema
from vtrack.validation.shape import shape_errors
from vtrack.verdicts.verdict import Lamp, Status

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
DAY = "2026-03-31"
GOOD = sorted((EXAMPLES / "county").rglob("*.yaml"))
FAULTY = sorted((EXAMPLES / "mistakes").rglob("*.yaml"))
FILES = [*GOOD, *FAULTY]

# What county/yunqiao says on purpose; a comment beside the target says so too.
ON_PURPOSE = {("plan/placeholder", "digital-village"), ("plan/unquantified", "craftsmen")}


@pytest.fixture(scope="module")
def checked() -> subprocess.CompletedProcess[str]:
    """The check that examples/README.md tells the reader to run."""
    call = [sys.executable, "-m", "vtrack", "check", "examples/county", "--as-of", DAY, "--format", "json"]
    return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def report(checked: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    return json.loads(checked.stdout)


@pytest.fixture(scope="module")
def verdicts(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in report["verdicts"] if one["locality"] == "yunqiao"]


def plain(file: Path) -> Any:
    """The plain data of a file."""
    document = read(file.read_bytes()).document
    assert document is not None
    return document.data


def kind(file: Path) -> str:
    """Which schema a file is held against."""
    return "plan" if file.name == "plan.yaml" else "progress"


def name(file: Path) -> str:
    return file.relative_to(EXAMPLES).as_posix()


def targets() -> dict[str, Any]:
    return plain(EXAMPLES / "county/yunqiao/plan.yaml")["targets"]


def test_exit_code_is_1_because_targets_are_missed(
    checked: subprocess.CompletedProcess[str], report: dict[str, Any]
) -> None:
    assert checked.returncode == 1, checked.stderr
    errors = {one["rule"] for one in report["findings"] if one["severity"] == "error"}
    assert errors == {"target/missed", "target/breached", "target/overdue"}


def test_every_status_occurs(verdicts: list[dict[str, Any]]) -> None:
    assert {one["status"] for one in verdicts} == {status.value for status in Status}


def test_every_lamp_occurs(verdicts: list[dict[str, Any]]) -> None:
    assert {one["lamp"] for one in verdicts} == {lamp.value for lamp in Lamp}


def test_every_form_occurs(verdicts: list[dict[str, Any]]) -> None:
    assert {one["form"] for one in verdicts} == set(FORM_WORDS)


def test_every_bound_word_occurs() -> None:
    words = {word for target in targets().values() for form in FORM_WORDS for word in target.get(form) or ()}
    assert set(BOUND_WORDS) <= words


def test_every_key_of_a_form_occurs() -> None:
    used = {key for target in targets().values() for form in FORM_WORDS for key in target.get(form) or ()}
    assert used == {key for form in FORM_WORDS for key in schema("plan")["$defs"][form]["properties"]}


def test_every_key_of_a_target_and_of_a_figure_occurs() -> None:
    plans = [plain(file) for file in GOOD if kind(file) == "plan"]
    used = {key for plan in plans for target in plan["targets"].values() for key in target}
    assert used == set(schema("plan")["$defs"]["target"]["properties"])
    years = [plain(file) for file in GOOD if kind(file) == "progress"]
    entries = [entry for year in years for entry in year["figures"].values()]
    reports = [one for entry in entries for one in (entry if isinstance(entry, list) else [entry])]
    keys = {key for one in reports if isinstance(one, dict) for key in one}
    assert keys == set(schema("progress")["$defs"]["report"]["properties"])
    assert {"figures", "references", "revisions"} <= {key for year in years for key in year}


def test_size_of_the_tutorial(report: dict[str, Any], verdicts: list[dict[str, Any]]) -> None:
    assert 24 <= len(verdicts) <= 30
    assert report["summary"]["localities"] == 2
    assert len({target.get("group") for target in targets().values()}) >= 3


def test_the_plans_comments_tell_the_verdicts(verdicts: list[dict[str, Any]]) -> None:
    """The word after «结果：» beside each target is the status that the check gives."""
    words = {
        "占位未填": "placeholder",
        "未到期": "not_due",
        "未报送": "no_data",
        "缺基期": "no_baseline",
        "已达标": "met",
        "未达标": "missed",
        "提前实现": "met_early",
        "快于预期": "ahead",
        "符合进度": "on_pace",
        "滞后": "behind",
        "已失守": "breached",
        "逾期": "overdue",
        "推进中": "in_progress",
    }
    told: dict[str, str] = {}
    current = ""
    for line in (EXAMPLES / "county/yunqiao/plan.yaml").read_text(encoding="utf-8").split("\n"):
        if key := re.match(r"  ([a-z-]+):$", line):
            current = key[1]
        if result := re.search(r"结果：(\w+)", line):
            told[current] = next(status for word, status in words.items() if result[1].startswith(word))
    assert told == {one["target"]: one["status"] for one in verdicts}


def test_nothing_is_wrong_with_the_good_files(report: dict[str, Any]) -> None:
    faults = {
        (one["rule"], one["target"])
        for one in report["findings"]
        if one["rule"].split("/")[0] in ("text", "schema", "plan", "figure") and one["severity"] != "info"
    }
    assert faults <= ON_PURPOSE


@pytest.mark.parametrize("file", GOOD, ids=name)
def test_good_files_are_sound(file: Path) -> None:
    reading = read(file.read_bytes())
    assert reading.flaws == ()
    assert shape_errors(plain(file), kind(file)) == ()


@pytest.mark.parametrize("file", FILES, ids=name)
def test_every_file_names_its_schema_and_says_that_it_is_invented(file: Path) -> None:
    first, second = file.read_text(encoding="utf-8").split("\n")[:2]
    relative = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert relative
    assert (file.parent / relative[1]).resolve() == ROOT / f"schemas/{kind(file)}.schema.json"
    assert "虚构" in second
    assert "invented" in second


@pytest.mark.parametrize("file", FAULTY, ids=name)
def test_every_slip_is_found_where_it_is_marked(file: Path) -> None:
    reading = read(file.read_bytes())
    document = reading.document
    assert document is not None
    found = {flaw.span.line for flaw in reading.flaws}
    found |= {document.span(e.path, key=e.at_key).line for e in shape_errors(document.data, kind(file))}
    lines = file.read_text(encoding="utf-8").split("\n")
    marked = {number for number, line in enumerate(lines, 1) if "# 错" in line}
    assert found == marked


def test_the_check_points_at_every_slip_in_one_run() -> None:
    """The other check that examples/README.md tells the reader to run."""
    call = [sys.executable, "-m", "vtrack", "check", "examples/mistakes", "--format", "json"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    said = {(one["file"], one["line"]) for one in json.loads(done.stdout)["findings"]}
    marked = {
        (file.relative_to(ROOT).as_posix(), number)
        for file in FAULTY
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1)
        if "# 错" in line
    }
    assert marked <= said


def test_the_slips_cover_what_beginners_write() -> None:
    kinds = {flaw.kind for file in FAULTY for flaw in read(file.read_bytes()).flaws}
    kinds |= {error.kind for file in FAULTY for error in shape_errors(plain(file), kind(file))}
    assert {
        "duplicate-key",
        "full-width-colon",
        "full-width-digits",
        "full-width-punctuation",
        "full-width-space",
        "missing-space",
        "tab",
        "thousands-comma",
        "date",
        "id",
        "missing-key",
        "number",
        "report",
        "unknown-key",
        "word",
    } <= kinds
