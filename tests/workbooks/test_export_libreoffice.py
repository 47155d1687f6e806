"""LibreOffice opens what is exported, computes its formulas, saves it and prints it, and nothing is lost."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.exporting import cell_of, exported, file_of, listings, locality, opened, row_of
from tests.workbooks.libreoffice import converted, needed
from vtrack.workbooks.layout import BY_LOCALITY, FACTS_SHEET, FIRST_ROW, Column
from vtrack.workbooks.styles import SHORT, WRONG

pytestmark = needed

TARGETS = """
coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2025}}
villages: {name: 建成村, unit: "%", keep: {at_least: 90}}
ratio: {name: 收入比, keep: {below: 1.54}}
projects: {name: 项目, unit: 个, keep: {at_least: 12, entry: flow}}
homes: {name: 新建, unit: 座, accumulate: {at_least: 25}}
road: {name: 路, milestone: {states: [未开工, "开工, 在建", 建成], reach: 建成}}
formula: {name: "=1+1", task: {}}
"""
FIGURES = """
coverage: {value: 95.20, as_of: 2025-06-30, source: third_party, evidence: "=2+2"}
villages: {count: 10, of: 14}
ratio: 1.50
road: {state: "开工, 在建", as_of: 2025-02-01}
"""
# What is typed into the value and the day of a target, and how the value is painted.
TYPED: list[tuple[str, object, object, str | None]] = [
    ("coverage", "97.99", datetime(2025, 12, 31), SHORT),
    ("coverage", "97.99", None, SHORT),  # of the last day of the year
    ("coverage", "97.99", datetime(2025, 6, 30), None),  # the deadline is still to come
    ("coverage", "98", datetime(2025, 12, 31), None),
    ("coverage", 98, None, None),
    ("coverage", "98%", None, None),
    ("coverage", "８３／８５", None, SHORT),
    ("coverage", "83/85", None, SHORT),
    ("coverage", "85/85", None, None),
    ("coverage", "约98", None, WRONG),
    ("coverage", "98/", None, WRONG),
    ("coverage", "  ", None, None),
    ("villages", "10/14", datetime(2025, 3, 31), SHORT),  # and not the fourteenth of October
    ("villages", "13/14", None, None),
    ("ratio", 1.54, None, SHORT),
    ("ratio", 1.53, None, None),
    ("ratio", "一点五", None, WRONG),
    ("projects", 3, datetime(2025, 3, 31), None),
    ("projects", 11, datetime(2025, 12, 31), SHORT),
    ("homes", 0, None, None),
    ("homes", "1.18万", None, WRONG),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture(scope="module")
def ours(folder: Path) -> Path:
    """The workbook of a county, in Chinese as far as the layout has no words of its own."""
    file = folder / "填报表.xlsx"
    county = locality(folder / "county", TARGETS, _2025=FIGURES)
    file.write_bytes(file_of(listings(county)))
    return file


@pytest.fixture(scope="module")
def saved(ours: Path, folder: Path) -> Workbook:
    """The same after LibreOffice opened and saved it."""
    return load_workbook(converted(ours, "xlsx", folder))


def sheet_of(workbook: Workbook) -> Worksheet:
    sheet = workbook["示范县"]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_every_cell_survives(ours: Path, saved: Workbook) -> None:
    mine = opened(ours.read_bytes())

    assert saved.sheetnames == mine.sheetnames
    for sheet in mine:
        for row in sheet.iter_rows():
            for cell in row:
                assert saved[sheet.title][cell.coordinate].value == cell.value, f"{sheet.title}!{cell.coordinate}"


def test_what_is_text_stays_text(saved: Workbook) -> None:
    sheet = sheet_of(saved)

    assert sheet[cell_of(sheet, "coverage", Column.VALUE)].value == "95.20"
    assert sheet[cell_of(sheet, "villages", Column.VALUE)].value == "10/14"
    assert sheet[cell_of(sheet, "formula", Column.INDICATOR)].value == "=1+1"
    assert sheet[cell_of(sheet, "formula", Column.INDICATOR)].data_type == "s"


def test_the_set_up_survives(saved: Workbook) -> None:
    sheet = sheet_of(saved)
    value = cell_of(sheet, "road", Column.VALUE)

    assert saved[FACTS_SHEET].sheet_state in ("hidden", "veryHidden")
    assert sheet.column_dimensions["A"].hidden
    assert sheet.protection.sheet
    assert not sheet[value].protection.locked
    assert sheet["C4"].protection.locked
    assert "list" in [one.type for one in sheet.data_validations.dataValidation if value in one.sqref]
    assert sheet.conditional_formatting


def test_it_prints(ours: Path, folder: Path) -> None:
    assert converted(ours, "pdf", folder).read_bytes().startswith(b"%PDF")


def test_colours_are_those_of_what_is_typed(folder: Path) -> None:
    """The formulas of the colours, each computed beside a cell with the value that somebody typed."""
    county = locality(folder / "colours" / "county", TARGETS)
    workbook = exported(county)
    sheet = sheet_of(workbook)
    trial = workbook.create_sheet("trial")
    value, day = (BY_LOCALITY.index(column) + 1 for column in (Column.VALUE, Column.AS_OF))
    for number, (target, typed, when, _) in enumerate(TYPED, FIRST_ROW):
        own = row_of(sheet, target)
        trial.cell(number, value, typed)
        trial.cell(number, day, when)
        for column, (formula, color) in enumerate(rules(sheet, own), 20):
            moved = formula.replace(f"$I{own}", f"$I{number}").replace(f"$J{own}", f"$J{number}")
            trial.cell(number, column, f'=IF({moved},"{color}","")')
    file = folder / "trial.xlsx"
    workbook.save(file)

    computed = load_workbook(converted(file, "xlsx", folder), data_only=True)["trial"]

    for number, (target, typed, when, wanted) in enumerate(TYPED, FIRST_ROW):
        painted = [computed.cell(number, column).value for column in (20, 21)]
        assert [one for one in painted if one] == ([wanted] if wanted else []), (target, typed, when)


def rules(sheet: Worksheet, row: int) -> list[tuple[str, str]]:
    """The formula and the colour of each rule that looks at the value of one row alone."""
    return [
        (rule.formula[0], rule.dxf.fill.bgColor.rgb)
        for area in sheet.conditional_formatting
        if str(area.sqref) == f"I{row}"
        for rule in area.rules
    ]
