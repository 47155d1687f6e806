"""``vtrack import`` takes the values back that targets are compared with."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cli.conftest import Call
from tests.cli.test_import import counts, faults, said, taken
from tests.cli.workbook import Content, County, county
from tests.workbooks.test_export_references import BULLETIN, TARGETS
from tests.workbooks.test_import_round_trip import resaved
from vtrack.workbooks.layout import Column

__all__ = ["county"]


def filled(county: County, value: Content, source: Content = BULLETIN, **progress: str) -> None:
    county.locality(targets=TARGETS, **progress)
    county.export().fill("@city-growth", value).fill("@city-growth", source, Column.SOURCE).save()


@pytest.mark.parametrize(
    ("value", "shown", "written"),
    [(5.5, None, "5.5"), ("５．５０％", "@", "5.50"), (0.055, "0.0%", "5.5"), (-0.3, None, "-0.3")],
)
def test_what_was_filled_in_stands_under_references(
    county: County, vtrack: Call, value: Content, shown: str | None, written: str
) -> None:
    county.locality(targets=TARGETS, _2024="roads: 2")
    page = county.export().fill("@city-growth", value, shown=shown).fill("@city-growth", BULLETIN, Column.SOURCE)
    page.save()

    outcome = taken(vtrack, county)

    assert (outcome.code, faults(outcome)) == (0, [])
    assert county.progress() == (
        "format: 1\nlocality: demo\nyear: 2024\nfigures:\n  roads: 2\n"
        f"references:\n  city-growth: {{value: {written}, source: {BULLETIN}}}\n"
    )
    assert counts(outcome) == {"entered": 1, "unchanged": 1, "empty": 4}
    again = taken(vtrack, county)
    assert counts(again) == {"unchanged": 2, "empty": 4}


def test_an_untouched_workbook_changes_nothing_also_after_libreoffice(county: County, vtrack: Call) -> None:
    folder = county.locality(targets=TARGETS, _2024="roads: 2")
    with (folder / "progress/2024.yaml").open("a", encoding="utf-8") as file:
        file.write("references:\n  city-growth: {value: 5.50, source: '1月公报', note: 初步数}\n  city-income: 4\n")
    before = county.progress()
    county.export()
    county.book.write_bytes(resaved(county.book).read_bytes())

    outcome = taken(vtrack, county)

    assert (outcome.code, faults(outcome), said(outcome)) == (0, [], [])
    assert county.progress() == before


def test_a_value_without_a_source_is_entered_and_it_is_said(county: County, vtrack: Call) -> None:
    filled(county, 5.5, None)

    outcome = taken(vtrack, county)

    assert outcome.code == 0
    assert "  city-growth: 5.5\n" in county.progress()
    assert said(outcome) == [("示范县!K5", "it has no source: name the bulletin or letter that it is from")]


def test_a_change_needs_a_reason(county: County, vtrack: Call) -> None:
    folder = county.locality(targets=TARGETS, _2024="roads: 2")
    with (folder / "progress/2024.yaml").open("a", encoding="utf-8") as file:
        file.write("references:\n  city-growth: {value: 5.5, source: 快报}\n")
    page = county.export().fill("@city-growth", 5.6)
    page.save()
    assert faults(taken(vtrack, county)) == [("示范县!N5", "5.5 is reported for 2024-12-31 already")]

    page.fill("@city-growth", "公报订正", Column.REASON).save()
    outcome = taken(vtrack, county)

    assert outcome.code == 0
    assert "  city-growth: {value: 5.6, source: 快报}\n" in county.progress()
    assert "- {target: city-growth, as_of: 2024-12-31, was: 5.5, on: " in county.progress()


@pytest.mark.parametrize(
    ("column", "content", "cell", "message"),
    [
        (Column.VALUE, "83/85", "I5", "83/85 is a count of a whole, and a value to compare with is one number"),
        (Column.VALUE, "较快", "I5", "较快 is no number that can be compared"),
        (Column.EVIDENCE, "统计局函", "L5", "a value to compare with has a source, and no evidence besides"),
        (Column.AS_OF, date(2023, 12, 31), "J5", "the day 2023-12-31 is not in 2024, which the row is of"),
        (Column.UNIT, "亿元", "E5", "the unit is 亿元 here, and % in the plan"),
        (Column.INDICATOR, "道路", "C5", "the row shows 道路, its hidden key is that of city-growth"),
        (Column.INDICATOR, "city-income", "C5", "the row shows city-income, its hidden key is that of city-growth"),
        (Column.KEY, "demo/@city-grwth/2024", "A5", "示范县 has no target city-grwth"),
    ],
)
def test_what_is_wrong_is_a_fault_at_its_cell(
    county: County, vtrack: Call, column: Column, content: Content, cell: str, message: str
) -> None:
    county.locality(targets=TARGETS)
    page = county.export().fill("@city-growth", 5.5)
    page.fill("@city-growth", content, column).save()

    outcome = taken(vtrack, county)

    assert outcome.code == 1
    assert faults(outcome) == [(f"示范县!{cell}", message)]
    assert county.progress() == ""


def test_a_row_without_a_key_is_found_by_its_id(county: County, vtrack: Call) -> None:
    county.locality(targets=TARGETS)
    page = county.export().fill("@city-growth", 5.5).fill("@city-growth", BULLETIN, Column.SOURCE)
    next(page.sheets)["A5"].value = None
    page.save()

    outcome = taken(vtrack, county)

    assert (outcome.code, faults(outcome)) == (0, [])
    assert f"references:\n  city-growth: {{value: 5.5, source: {BULLETIN}}}\n" in county.progress()


def test_a_target_and_a_series_of_one_id_keep_apart(county: County, vtrack: Call) -> None:
    county.locality(targets=TARGETS.replace("reference: city-growth", "reference: roads"))
    county.export().fill("roads", 2).fill("@roads", 5.5).fill("@roads", BULLETIN, Column.SOURCE).save()

    outcome = taken(vtrack, county)

    assert (outcome.code, faults(outcome)) == (0, [])
    assert county.progress().endswith(
        f"figures:\n  roads: 2\nreferences:\n  roads: {{value: 5.5, source: {BULLETIN}}}\n"
    )
