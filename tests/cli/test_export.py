"""``vtrack export``: which file is written of which year, what is refused, and the figures for analysis."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Call
from tests.cli.county import Repository

DAY = "2025-11-20"
MORE = """
    road:
      name: 路
      milestone: {states: [开工, 建成], reach: 建成}
      lead: [office]
"""


def year_of(file: Path) -> str:
    return str(load_workbook(file)["vtrack"]["B2"].value)


def test_a_workbook_of_the_year_that_is_reported(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo", more=MORE)

    done = vtrack("export", "--as-of", DAY, cwd=repository.root)

    file = repository.root / "figures-2025.xlsx"
    assert (done.code, done.err) == (0, "")
    assert done.out == ("wrote figures-2025.xlsx · to be reported in 2025: 2 · reported already: 0 · not listed: 0\n")
    assert load_workbook(file).sheetnames == ["Instructions", "示范县", "vtrack"]
    assert year_of(file) == "2025"


@pytest.mark.parametrize(
    ("day", "year"), [("2025-12-31", 2025), ("2026-01-01", 2025), ("2026-03-01", 2025), ("2026-03-02", 2026)]
)
def test_the_year_is_the_one_before_until_its_figures_are_due(
    day: str, year: int, repository: Repository, vtrack: Call
) -> None:
    repository.locality("plans/demo")

    vtrack("export", "--as-of", day, cwd=repository.root)

    assert [file.name for file in repository.root.glob("*.xlsx")] == [f"figures-{year}.xlsx"]


def test_the_year_that_is_asked_for(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")

    done = vtrack("export", "--year", "2024", "-o", "out/一 年.xlsx", cwd=repository.root)

    assert "to be reported in 2024: 1 · reported already: 1" in done.out
    assert year_of(repository.root / "out" / "一 年.xlsx") == "2024"


def test_a_year_in_which_nothing_is_to_be_reported(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")

    done = vtrack("export", "--year", "2030", cwd=repository.root)

    assert (done.code, done.out) == (2, "")
    assert done.err == "vtrack: no target is to be reported in 2030; choose another year with --year\n"
    assert list(repository.root.glob("*.xlsx")) == []


def test_nothing_is_written_over(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")
    file = repository.write("figures-2025.xlsx", "filled in\n")

    done = vtrack("export", "--as-of", DAY, cwd=repository.root)

    assert (done.code, done.err) == (2, "vtrack: figures-2025.xlsx is there already; --force writes over it\n")
    assert file.read_text(encoding="utf-8") == "filled in\n"
    assert vtrack("export", "--as-of", DAY, "--force", cwd=repository.root).code == 0
    assert year_of(file) == "2025"


def test_a_name_that_no_spreadsheet_opens(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")

    done = vtrack("export", "--as-of", DAY, "-o", "表.xls", cwd=repository.root)

    assert (done.code, done.err) == (2, "vtrack: a workbook's name ends in .xlsx, unlike 表.xls\n")


def test_one_file_a_locality(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")
    repository.locality("plans/other", name="甲/乙县")

    done = vtrack("export", "--as-of", DAY, "--split", cwd=repository.root)

    folder = repository.root / "figures-2025"
    names = ["figures-2025-示范县.xlsx", "figures-2025-甲／乙县.xlsx"]
    assert done.code == 0
    assert len(done.out.splitlines()) == 2
    assert sorted(file.name for file in folder.iterdir()) == sorted(names)
    assert load_workbook(folder / names[0]).sheetnames == ["Instructions", "示范县", "vtrack"]
    # Not even one is written when another is in the way.
    (folder / names[0]).unlink()
    assert vtrack("export", "--as-of", DAY, "--split", cwd=repository.root).code == 2
    assert [file.name for file in folder.iterdir()] == names[1:]


def test_one_file_a_department(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")

    vtrack("export", "--as-of", DAY, "--split", "--by", "department", "-o", "部门", cwd=repository.root)

    assert [file.name for file in (repository.root / "部门").iterdir()] == ["figures-2025-县政府办公室.xlsx"]


def test_a_faulty_locality_is_refused_before_anything_is_written(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")
    repository.locality("plans/other")
    repository.write("plans/other/plan.yaml", "format: 1\n")

    done = vtrack("export", "--as-of", DAY, cwd=repository.root)

    assert done.code == 1
    assert done.out.splitlines() == [
        "plans/other/plan.yaml: the plan is faulty, nothing is known of its targets",
        "nothing was written; «vtrack check» shows what is wrong and how to mend it",
    ]
    assert list(repository.root.glob("*.xlsx")) == []


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("progress/2024.yaml", "format: 1\nfigure: {}\n", "a progress file is faulty, nothing is known of the figures"),
        (
            "progress/2025.yaml",
            "format: 1\nlocality: demo\nyear: 2025\nfigures: {coverage: 约九十}\n",
            "the data of these targets is faulty: coverage",
        ),
    ],
)
def test_faulty_figures_are_refused(file: str, text: str, fault: str, repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")
    repository.write(f"plans/demo/{file}", text)

    done = vtrack("export", "--as-of", DAY, cwd=repository.root)

    assert (done.code, done.out.splitlines()[0]) == (1, f"plans/demo/plan.yaml: {fault}")


def test_two_localities_of_one_id_are_refused(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/a/demo")
    repository.locality("plans/b/demo")

    done = vtrack("export", "--as-of", DAY, cwd=repository.root)

    assert (done.code, done.err) == (2, "vtrack: plans/a/demo and plans/b/demo have the same id demo\n")


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="needs a user's rights")
def test_a_folder_that_cannot_be_written(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")
    locked = repository.root / "locked"
    locked.mkdir(mode=0o500)

    done = vtrack("export", "--as-of", DAY, "-o", "locked/a.xlsx", cwd=repository.root)

    assert done.code == 2
    assert "cannot write locked/a.xlsx" in done.err


def test_a_folder_in_the_place_of_the_file(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")
    (repository.root / "a.xlsx").mkdir()

    done = vtrack("export", "--as-of", DAY, "--force", "-o", "a.xlsx", cwd=repository.root)

    assert done.code == 2
    assert "cannot write a.xlsx" in done.err
    assert sorted(path.name for path in repository.root.iterdir()) == [".git", "a.xlsx", "plans"]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_all_figures_as_csv(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo", more=MORE)
    repository.write(
        "plans/demo/progress/2025.yaml",
        """
        format: 1
        locality: demo
        year: 2025
        figures:
          coverage: {count: 83, of: 85, as_of: 2025-06-30, source: third_party, evidence: [一, 二], note: "=1+1"}
        """,
    )

    done = vtrack("export", "--format", "csv", "--as-of", DAY, cwd=repository.root)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("\ufeff")
    found = rows(done.out)
    assert [(row["target id"], row["year"], row["value"]) for row in found] == [
        ("coverage", "2023", "93"),
        ("coverage", "2024", "96"),
        ("coverage", "2025", "97.65"),
        ("road", "", ""),
    ]
    assert found[2] == {
        "locality": "示范县",
        "target id": "coverage",
        "target": "农村生活污水处理设施行政村覆盖率",
        "unit": "%",
        "form": "reach",
        "nature": "binding",
        "section": "乡村宜居宜业提升行动",
        "lead units": "县政府办公室",
        "year": "2025",
        "day": "2025-06-30",
        "value": "97.65",
        "count": "83",
        "whole": "85",
        "state": "",
        "done": "",
        "source": "third party",
        "evidence": "一; 二",
        "note": "'=1+1",
        "status": "ahead",
        "lamp": "green",
        "bound": "≥ 98",
        "deadline": "2027-12-31",
        "gap": "+45.0",
    }


def test_the_figures_of_one_year(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo", more=MORE)

    done = vtrack("export", "--format", "csv", "--year", "2024", "--as-of", DAY, cwd=repository.root)

    assert [(row["target id"], row["year"]) for row in rows(done.out)] == [("coverage", "2024"), ("road", "")]


def test_all_figures_and_verdicts_as_json(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo", more=MORE)
    repository.write(
        "plans/demo/progress/2025.yaml",
        """
        format: 1
        locality: demo
        year: 2025
        figures:
          coverage: {value: 96.123456789012345678, evidence: 文}
          road: {state: 开工, as_of: 2025-03-01}
        references: {city-gdp: {value: 5.8, source: 统计公报}}
        """,
    )

    done = vtrack("export", "--format", "json", "--as-of", DAY, cwd=repository.root)
    checked = vtrack("check", "--format", "json", "--as-of", DAY, cwd=repository.root)

    found = json.loads(done.out)
    assert list(found) == ["format", "as_of", "figures", "references", "verdicts"]
    assert found["verdicts"] == checked.json["verdicts"]
    assert found["figures"][0] == {
        "locality": "demo",
        "target": "coverage",
        "year": 2023,
        "as_of": "2023-12-31",
        "value": 93,
        "source": "statistics",
        "evidence": ["验收单 2023-1"],
        "note": None,
    }
    assert found["figures"][2]["value"] == "96.123456789012345678"  # more digits than a JSON number holds
    assert found["figures"][3]["state"] == "开工"
    assert found["references"] == [
        {
            "locality": "demo",
            "reference": "city-gdp",
            "year": 2025,
            "as_of": "2025-12-31",
            "value": 5.8,
            "source": "统计公报",
            "evidence": [],
            "note": None,
        }
    ]


def test_figures_are_written_to_a_file(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")

    done = vtrack("export", "--format", "csv", "-o", "all.csv", cwd=repository.root)
    again = vtrack("export", "--format", "csv", "-o", "all.csv", cwd=repository.root)

    data = (repository.root / "all.csv").read_bytes()
    assert (done.code, done.out) == (0, "")
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert again.code == 2


def test_what_is_left_out_of_the_figures_is_said(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")
    repository.locality("plans/other")
    repository.write("plans/other/plan.yaml", "format: 1\n")

    done = vtrack("export", "--format", "json", "--as-of", DAY, cwd=repository.root)

    assert done.code == 1
    assert {verdict["locality"] for verdict in json.loads(done.out)["verdicts"]} == {"demo"}
    assert done.err == "left out: plans/other/plan.yaml: the plan is faulty, nothing is known of its targets\n"


@pytest.mark.parametrize("option", [("--split",), ("--by", "department")])
def test_what_only_workbooks_have_is_refused_elsewhere(
    option: tuple[str, ...], repository: Repository, vtrack: Call
) -> None:
    repository.locality("plans/demo")

    done = vtrack("export", "--format", "csv", *option, cwd=repository.root)

    assert (done.code, done.err) == (2, f"vtrack: {option[0]} is for workbooks only\n")


def test_plans_and_progress_are_only_read(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")
    before = repository.snapshot()

    vtrack("export", "--as-of", DAY, "-o", str(repository.root.parent / "out.xlsx"), cwd=repository.root)
    vtrack("export", "--format", "csv", cwd=repository.root)

    assert repository.snapshot() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_others_may_read_what_is_written(repository: Repository, vtrack: Call) -> None:
    repository.locality("plans/demo")
    old = os.umask(0o022)
    try:
        vtrack("export", "--as-of", DAY, "-o", "out.xlsx", cwd=repository.root)
    finally:
        os.umask(old)

    assert (repository.root / "out.xlsx").stat().st_mode & 0o777 == 0o644


def test_a_workbook_that_could_not_be_taken_back_is_not_written(
    vtrack: Call, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("aa", "bb"):
        repository.locality(f"plans/{name}")
    monkeypatch.setattr("vtrack.workbooks.file.reading.SHEET_LIMIT", 3)

    outcome = vtrack("export", "--year", "2024", "-o", "all.xlsx", cwd=repository.root)

    assert outcome.code == 2
    assert outcome.err.startswith("vtrack: with 2 sheets it would be larger than any workbook that vtrack import reads")
    assert not (repository.root / "all.xlsx").exists()
    assert vtrack("export", "--year", "2024", "--split", "-o", "all", cwd=repository.root).code == 0
    assert len(list((repository.root / "all").iterdir())) == 2
