"""Values that targets are compared with have rows of their own in a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbooks.exporting import exported, listings, locality
from vtrack.workbooks.layout import BY_DEPARTMENT, BY_LOCALITY, Column, Key, key_in

TARGETS = """
  growth:
    name: 增速高于全市
    unit: "%"
    compare: {above: {reference: city-growth}, from: 2024, to: 2025}
    lead: [office]
  income:
    name: 收入增速高于全市上年
    unit: "%"
    compare: {at_least: {reference: city-income}, lag: 1, from: 2024, to: 2025}
    lead: [office]
  rural:
    name: 农村增速高于全市
    unit: "%"
    compare: {at_least: {reference: city-growth}}
    lead: [office]
  roads:
    name: 道路
    unit: 公里
    reach: {at_least: 3}
    lead: [office]
"""
BULLETIN = "市2024年统计公报"


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return locality(tmp_path / "county", TARGETS.replace("[office]", "[housing]"))


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2022, []),
        (2023, ["@city-income", "rural", "@city-growth", "roads"]),
        (2024, ["growth", "@city-growth", "income", "@city-income", "rural", "roads"]),
        (2025, ["growth", "@city-growth", "income", "rural", "roads"]),
        (2026, ["rural", "@city-growth", "roads"]),
    ],
)
def test_a_series_has_a_row_in_each_year_of_which_a_target_needs_its_value(
    demo: Path, year: int, expected: list[str]
) -> None:
    (listing,) = listings(demo, year=year)

    assert [str(row.key).split("/")[1] for row in listing.rows] == expected


def test_a_value_that_was_reported_has_a_row_to_be_corrected_in(demo: Path) -> None:
    file = demo / "progress" / "2025.yaml"
    file.write_text("format: 1\nlocality: county\nyear: 2025\nreferences: {city-income: 4.20}\n", "utf-8")
    (listing,) = listings(demo, year=2025)

    (row,) = [row for row in listing.rows if row.key.target == "city-income"]

    assert (row.digits, row.figure is not None) == ("4.20", True)


def test_what_its_row_says(demo: Path) -> None:
    file = demo / "progress" / "2024.yaml"
    text = f"format: 1\nlocality: county\nyear: 2024\nreferences:\n  city-growth: {{value: 5.50, source: {BULLETIN}}}\n"
    file.write_text(text, "utf-8")
    sheet = exported(demo, year=2024).worksheets[1]
    cells = {column: sheet.cell(5, number) for number, column in enumerate(BY_LOCALITY, 1)}

    assert {column: cell.value for column, cell in cells.items() if cell.value is not None} == {
        Column.KEY: "county/@city-growth/2024",
        Column.INDEX: 2,
        Column.INDICATOR: "city-growth\n(the value that others have published)",
        Column.NATURE: "to compare with",
        Column.UNIT: "%",
        Column.GOAL: "needed for: 增速高于全市, 农村增速高于全市",
        Column.LEAD: "县住建局",
        Column.VALUE: 5.5,
        Column.AS_OF: cells[Column.AS_OF].value,
        Column.SOURCE: BULLETIN,
    }
    assert cells[Column.VALUE].number_format == "0.00"
    assert cells[Column.SOURCE].number_format == "@"
    locked = [column for column, cell in cells.items() if cell.protection.locked]
    assert locked == [*BY_LOCALITY[:8], Column.EVIDENCE]


def test_its_source_has_no_drop_down_and_the_others_have(demo: Path) -> None:
    sheet = exported(demo, year=2024).worksheets[1]
    source = "K"
    assert sheet[f"{source}3"].value == "Data source"

    lists = [one for one in sheet.data_validations.dataValidation if one.type == "list"]
    cells = {f"{source}{row}" for row in range(4, 10)}
    chosen = {cell for cell in cells for one in lists if cell in one.sqref}

    rows = {row: str(sheet.cell(row, 1).value) for row in range(4, 10)}
    assert chosen == {f"{source}{row}" for row, key in rows.items() if "@" not in key}


def test_it_stands_with_the_department_of_the_first_target_that_needs_it(tmp_path: Path) -> None:
    targets = TARGETS.replace("[office]", "[farming]", 2).replace("[office]", "[housing]")
    found = listings(locality(tmp_path / "county", targets), year=2024, by="department")

    rows = {listing.name: [str(row.key).split("/")[1] for row in listing.rows] for listing in found}

    assert rows == {
        "县农业农村局": ["growth", "@city-growth", "income", "@city-income"],
        "县住建局": ["rural", "roads"],
    }
    assert len(BY_DEPARTMENT) == len(BY_LOCALITY) + 1


def test_the_key_tells_a_series_from_a_target() -> None:
    for key in (Key("demo", "growth", 2024), Key("demo", "growth", 2024, "references")):
        assert key_in(str(key)) == key
    assert str(Key("demo", "growth", 2024, "references")) == "demo/@growth/2024"
    assert key_in("demo/@@growth/2024") is key_in("@demo/growth/2024") is None
