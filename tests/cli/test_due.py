"""``vtrack due``: what must be reported, by whom and until when, and what is late."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from wcwidth import wcswidth

from tests.cli.conftest import Call
from tests.cli.county import Repository

MORE = """
projects:
  name: 每年推进的重点项目数量（含续建项目和年内新开工项目）
  unit: 个
  keep: {at_least: 90, entry: flow}
  lead: [office, transport]
roads:
  name: 通硬化路比例
  unit: "%"
  reach: {at_least: 100}
"""
DEPARTMENTS = "office: 县政府办公室, transport: 县交通运输局"
DAY = "2025-03-01"
"""The last day on which a figure of 2024 is in time."""


@pytest.fixture
def county(repository: Repository) -> Repository:
    """One target that is reported, one without 2023, and one that nobody leads."""
    folder = repository.locality("plans/demo", value=92, more=MORE)
    plan = folder / "plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("office: 县政府办公室", DEPARTMENTS)
    plan.write_text(text, encoding="utf-8")
    with (folder / "progress" / "2023.yaml").open("a", encoding="utf-8") as file:
        file.write("  roads: 88.5\n")
    return repository


def rows(out: str) -> list[list[str]]:
    """The lines of a plain table, by its columns."""
    return [re.split(r"  +", line.strip()) for line in out.splitlines() if re.search(r"  [!→] ", line)]


def test_what_is_late_comes_first_under_the_department_that_leads(vtrack: Call, county: Repository) -> None:
    outcome = vtrack("due", "--as-of", DAY, "--format", "plain", cwd=county.root)

    assert outcome.code == 0
    headings = [line.split("  ")[0] for line in outcome.out.splitlines() if "示范县" in line]
    assert headings == ["县政府办公室", "县交通运输局", "no lead named"]
    assert rows(outcome.out)[0][1:4] == ["figure of 2023", "2024-02-29", "! 366 d late"]
    assert rows(outcome.out)[1][1:4] == ["figure of 2024", DAY, "→ last day today"]
    assert "as of 2025-03-01 · late 1 · due within 30 days 2" in outcome.out


def test_a_target_of_two_departments_is_counted_once(vtrack: Call, county: Repository) -> None:
    asked = ("due", "--as-of", DAY, "--format")

    assert sum("每年推进" in row[0] for row in rows(vtrack(*asked, "plain", cwd=county.root).out)) == 4
    report = vtrack(*asked, "json", cwd=county.root).json
    assert report["summary"] == {"localities": 1, "late": 1, "soon": 2}
    assert [(due["target"], due["period"], due["days_late"]) for due in report["dues"]] == [
        ("projects", "2023", 366),
        ("projects", "2024", 0),
        ("roads", "2024", 0),
    ]
    assert report["dues"][0]["lead"] == ["县政府办公室", "县交通运输局"]
    assert report["dues"][2]["known"] == "88.5"


def test_one_day_later_it_is_late(vtrack: Call, county: Repository) -> None:
    out = vtrack("due", "--as-of", "2025-03-02", "--format", "plain", cwd=county.root).out

    assert [row[3] for row in rows(out) if row[1] == "figure of 2024"] == ["! 1 d late"] * 3


def test_by_locality(vtrack: Call, county: Repository) -> None:
    county.locality("plans/other", value=None, name="邻县")

    out = vtrack("due", "--as-of", DAY, "--by", "locality", "--format", "plain", cwd=county.root).out

    headings = [line.split("  ")[0] for line in out.splitlines() if "due within" in line and "as of" not in line]
    assert headings == ["示范县", "邻县"]
    assert "县政府办公室, 县交通运输局" in out


@pytest.mark.parametrize(("text", "within"), [("30d", 30), ("0", 0), ("400 天", 400), ("４００", 400), ("1day", 1)])
def test_within_a_number_of_days(vtrack: Call, county: Repository, text: str, within: int) -> None:
    report = vtrack("due", "--as-of", DAY, "--within", text, "--format", "json", cwd=county.root).json

    assert report["within"] == within
    assert len(report["dues"]) == (6 if within == 400 else 3)


@pytest.mark.parametrize("text", ["soon", "-3", "3m", "", "1e3", "999999"])
def test_within_no_number_of_days(vtrack: Call, county: Repository, text: str) -> None:
    outcome = vtrack("due", f"--within={text}", cwd=county.root)

    assert (outcome.code, outcome.out) == (2, "")
    assert "--within wants a number of days, such as 30d" in outcome.err


def test_when_nothing_is_due_the_next_day_is_told(vtrack: Call, county: Repository) -> None:
    county.locality("plans/demo", value=92)

    outcome = vtrack("due", "--as-of", "2025-06-30", cwd=county.root)

    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "as of 2025-06-30 · late 0 · due within 30 days 0",
        "the next after that: 1 by 2026-03-01 (--within 244d shows them)",
    ]
    assert "2026-03-01" in vtrack("due", "--as-of", "2025-06-30", "--within", "244d", cwd=county.root).out
    assert "figure of 2025" in vtrack("due", "--as-of", "2025-06-30", "--within", "244d", cwd=county.root).out


def test_csv_is_for_a_spreadsheet(vtrack: Call, county: Repository) -> None:
    out = vtrack("due", "--as-of", DAY, "--format", "csv", cwd=county.root).out

    assert out.startswith("\ufeff")
    assert out.count("\r\n") == out.count("\n")
    table = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert [(row["lead units"], row["target id"], row["wanted"], row["days late"]) for row in table] == [
        ("县政府办公室", "projects", "figure of 2023", "366"),
        ("县交通运输局", "projects", "figure of 2023", "366"),
        ("县政府办公室", "projects", "figure of 2024", ""),
        ("县交通运输局", "projects", "figure of 2024", ""),
        ("no lead named", "roads", "figure of 2024", ""),
    ]
    assert table[-1]["last known"] == "88.5"
    assert table[-1]["last known as of"] == "2023-12-31"
    assert table[-1]["days left"] == "0"


def test_no_cell_of_csv_is_run_as_a_formula(vtrack: Call, county: Repository) -> None:
    plan = county.root / "plans/demo/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("通硬化路比例", "'=HYPERLINK(1)'"), encoding="utf-8")

    assert ",'=HYPERLINK(1)," in vtrack("due", "--as-of", DAY, "--format", "csv", cwd=county.root).out


def test_markdown(vtrack: Call, county: Repository) -> None:
    out = vtrack("due", "--as-of", DAY, "--format", "markdown", cwd=county.root).out

    assert "## 县政府办公室 示范县" in out
    assert "| figure of 2023 | 2024-02-29 | " in re.sub(" +", " ", out)


@pytest.mark.parametrize("by", ["department", "locality"])
@pytest.mark.parametrize("columns", [80, 120])
def test_columns_line_up_within_the_terminal(vtrack: Call, county: Repository, columns: int, by: str) -> None:
    out = vtrack("due", "--as-of", DAY, "--by", by, cwd=county.root, VTRACK_LANG="en", COLUMNS=str(columns)).out

    lines = out.splitlines()
    assert max(map(wcswidth, lines)) <= columns
    starts = {wcswidth(line[: found.start()]) for line in lines if (found := re.search("[!→] ", line))}
    assert len(starts) == 1, "the standing of every row begins in one column, in every group"
    assert wcswidth(lines[0][: lines[0].index("standing")]) in starts
    assert ("last known" in lines[0]) == (columns == 120)


def test_colour_is_never_the_only_signal(vtrack: Call, county: Repository) -> None:
    colored = vtrack("due", "--as-of", DAY, "--color", "always", cwd=county.root).out
    plain = vtrack("due", "--as-of", DAY, cwd=county.root).out

    assert "\x1b[1;31m! 366 d late" in colored
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_of_a_locality_that_cannot_be_read_nothing_is_known(vtrack: Call, county: Repository) -> None:
    county.locality("plans/other", value=None, name="邻县")
    (county.root / "plans/other/plan.yaml").write_text("format: 1\nlocality: [\n", encoding="utf-8")

    outcome = vtrack("due", "--as-of", DAY, "--format", "plain", cwd=county.root)

    assert outcome.code == 1
    assert "other: its plan cannot be relied on, so nothing is known of it; vtrack check plans/other/" in outcome.out
    assert len(rows(outcome.out)) == 5, "of the others it is told all the same"
    as_csv = vtrack("due", "--as-of", DAY, "--format", "csv", cwd=county.root)
    assert (as_csv.code, as_csv.out.count("\r\n")) == (1, 6)
    assert "other: its plan cannot be relied on" in as_csv.err


def test_a_faulty_progress_file_leaves_open_what_is_missing(vtrack: Call, county: Repository) -> None:
    (county.root / "plans/demo/progress/2024.yaml").write_text("year: 2024\nfigures: 7\n", encoding="utf-8")

    outcome = vtrack("due", "--as-of", DAY, "--format", "json", cwd=county.root)

    assert (outcome.code, outcome.json["dues"]) == (1, [])
    assert "示范县: a progress file cannot be relied on" in outcome.json["unknown"][0]


def test_a_faulty_figure_leaves_open_what_its_target_wants(vtrack: Call, county: Repository) -> None:
    with (county.root / "plans/demo/progress/2024.yaml").open("a", encoding="utf-8") as file:
        file.write("  roads: 九十\n")

    outcome = vtrack("due", "--as-of", DAY, "--format", "json", cwd=county.root)

    assert outcome.code == 1
    assert {due["target"] for due in outcome.json["dues"]} == {"projects"}
    assert "faulty data of roads" in outcome.json["unknown"][0]


def test_it_only_reads(vtrack: Call, county: Repository) -> None:
    before = county.snapshot()

    vtrack("due", cwd=county.root)

    assert county.snapshot() == before


def test_nothing_to_ask(vtrack: Call, tmp_path: Path) -> None:
    assert vtrack("due", cwd=tmp_path).code == 2
    assert vtrack("due", "nowhere", cwd=tmp_path).code == 2
