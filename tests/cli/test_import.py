"""``vtrack import``: what a clerk fills into a workbook is what the progress files say, or is a fault at its cell."""

from __future__ import annotations

import errno
import io
import json
import os
import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.cli.conftest import Call, Outcome
from tests.cli.workbook import Content, County, Filling, county
from tests.workbooks.exporting import examined, file_of
from vtrack.workbooks.file.reading import read_workbook
from vtrack.workbooks.form.listing import by_department
from vtrack.workbooks.layout import FACTS_SHEET, Column

__all__ = ["county"]
SHEET = "示范县"


def taken(vtrack: Call, county: County, *options: str) -> Outcome:
    """Import the county's workbook, in English, as JSON."""
    return vtrack("import", str(county.book), "--format", "json", *options, cwd=county.root)


def faults(outcome: Outcome) -> list[tuple[str, str]]:
    """The cells that have faults, and what is wrong."""
    return [(f"{fault['sheet']}!{fault['cell']}", fault["message"]) for fault in outcome.json["faults"]]


def said(outcome: Outcome) -> list[tuple[str, str]]:
    """The cells that have remarks, and the remarks."""
    return [(f"{one['sheet']}!{one['cell']}", one["message"]) for one in outcome.json["remarks"]]


def counts(outcome: Outcome, locality: str = "demo") -> dict[str, int]:
    """How many rows of a locality there are of each kind, where there are any."""
    words = ("entered", "corrected", "supplemented", "unchanged", "empty")
    found = next(one for one in outcome.json["localities"] if one["locality"] == locality)
    return {word: found[word] for word in words if found[word]}


# Filled in, taken back


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_typed_is_what_the_file_says(county: County, vtrack: Call, language: str) -> None:
    county.locality()
    page = county.export(language=language)
    page.fill("coverage", "83/85").fill("households", 32100).fill("income-ratio", 1.72)
    page.fill("road", "开工建设").fill("road", date(2024, 9, 30), Column.AS_OF)
    page.fill("mechanism", "已完成").fill("mechanism", "县政办发〔2024〕27号", Column.EVIDENCE)
    page.fill("households", "统计", Column.SOURCE).fill("households", "含计划外", Column.NOTE)
    page.save()

    outcome = taken(vtrack, county)

    assert outcome.code == 0, outcome.out
    assert county.progress() == (
        "format: 1\n"
        "locality: demo\n"
        "year: 2024\n"
        "figures:\n"
        "  coverage: {count: 83, of: 85}\n"
        "  households: {value: 32100, source: statistics, note: 含计划外}\n"
        "  income-ratio: 1.72\n"
        "  road: {state: 开工建设, as_of: 2024-09-30}\n"
        "  mechanism: {done: true, evidence: 县政办发〔2024〕27号}\n"
    )
    assert counts(outcome) == {"entered": 5}
    assert outcome.json["ending"] == "saved"


def test_a_workbook_that_nobody_touched_changes_nothing(county: County, vtrack: Call) -> None:
    county.locality(
        _2024="""
        coverage: {count: 83, of: 85, source: statistics, evidence: [验收单一, 验收单二], note: 含试点}
        households: 32100.50
        income-ratio: {value: 1.7, as_of: 2024-06-30}
        road: {state: 开工建设}
        mechanism: {done: false}
        """
    )
    before = county.progress()
    county.export()

    outcome = taken(vtrack, county)

    assert outcome.code == 0
    assert outcome.json["ending"] == "nothing"
    assert outcome.json["remarks"] == []
    assert counts(outcome) == {"unchanged": 5}
    assert county.progress() == before


def test_importing_twice_changes_nothing_more(county: County, vtrack: Call) -> None:
    county.locality()
    county.export().fill("coverage", "９５.２").fill("coverage", "甲\n乙", Column.EVIDENCE).save()
    taken(vtrack, county)
    once = county.progress()

    outcome = taken(vtrack, county)

    assert county.progress() == once
    assert counts(outcome) == {"unchanged": 1, "empty": 4}


def test_a_correction_wants_its_reason(county: County, vtrack: Call) -> None:
    county.locality(_2024="coverage: 95.2  # 初报")
    page = county.export().fill("coverage", "95.1")
    page.save()

    refused = taken(vtrack, county)

    assert refused.code == 1
    assert faults(refused) == [
        (f"{SHEET}!{page.cell('coverage', Column.REASON)}", "95.2 is reported for 2024-12-31 already")
    ]

    page.fill("coverage", "复核", Column.REASON).save()
    outcome = taken(vtrack, county)

    assert outcome.code == 0
    assert counts(outcome) == {"corrected": 1, "empty": 4}
    assert "coverage: 95.1  # 初报" in county.progress()
    assert "was: 95.2" in county.progress()
    assert "reason: 复核" in county.progress()


def test_a_later_day_is_another_figure(county: County, vtrack: Call) -> None:
    county.locality(_2024="coverage: {value: 94, as_of: 2024-06-30}")
    county.export().fill("coverage", "95").fill("coverage", "2024年12月31日", Column.AS_OF).save()

    outcome = taken(vtrack, county)

    assert counts(outcome) == {"entered": 1, "empty": 4}
    assert "{value: 94, as_of: 2024-06-30}" in county.progress()
    assert "{value: 95, as_of: 2024-12-31}" in county.progress()


def test_evidence_alone_is_added_to_a_figure(county: County, vtrack: Call) -> None:
    county.locality(_2024="coverage: 95.20")
    county.export().fill("coverage", "验收单", Column.EVIDENCE).save()

    assert counts(taken(vtrack, county)) == {"supplemented": 1, "empty": 4}
    assert "coverage: {value: 95.20, evidence: 验收单}" in county.progress()


def test_an_emptied_cell_takes_nothing_away(county: County, vtrack: Call) -> None:
    county.locality(_2024="coverage: 95.2")
    page = county.export().fill("coverage", None)
    page.save()
    before = county.progress()

    outcome = taken(vtrack, county)

    assert outcome.code == 0
    assert county.progress() == before
    assert said(outcome) == [
        (
            f"{SHEET}!{page.cell('coverage')}",
            "the value is empty here, and stays as it was reported; an import takes nothing away",
        )
    ]


def test_a_figure_that_was_changed_since_the_export_is_not_put_back(county: County, vtrack: Call) -> None:
    folder = county.locality(_2024="coverage: 95.2")
    county.export()
    file = folder / "progress" / "2024.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("95.2", "96"), encoding="utf-8")

    assert [message for _, message in faults(taken(vtrack, county))] == ["96 is reported for 2024-12-31 already"]


# Understood, and said so


@pytest.mark.parametrize(
    ("target", "value", "shown", "figure"),
    [
        ("coverage", 0.9796, "0.00%", "97.96"),
        ("coverage", 0.98, "0%", "98"),
        ("coverage", "98%", "@", "98"),
        ("coverage", "９８.５％", "@", "98.5"),
        ("coverage", "83／85", "@", "{count: 83, of: 85}"),
        ("coverage", Decimal("95.2"), "0.00", "95.2"),
        ("coverage", 0.1 + 0.2 + 95, None, "95.3"),
        ("households", "1.18万", "@", "11800"),
        ("households", "１１８００户", "@", "11800"),
        ("households", "'11800", "@", "11800"),
        ("households", " 11,800 \n", "@", "11800"),
        ("households", 1.18e4, "0.00E+00", "11800"),
        ("mechanism", True, None, "{done: true}"),
        ("mechanism", "完成", None, "{done: true}"),
        ("road", "开工", None, "{state: 开工建设}"),
    ],
)
def test_values_as_clerks_write_them(
    county: County, vtrack: Call, target: str, value: Content, shown: str | None, figure: str
) -> None:
    county.locality()
    county.export().fill(target, value, shown=shown).save()

    outcome = taken(vtrack, county)

    assert faults(outcome) == []
    assert f"  {target}: {figure}\n" in county.progress()


@pytest.mark.parametrize(
    "value", [Decimal("0.9796"), "９８.５％", "1.18万", "'98"], ids=["percent", "wide", "wan", "apostrophe"]
)
def test_what_is_not_plain_is_said(county: County, vtrack: Call, value: Content) -> None:
    county.locality()
    target = "households" if value == "1.18万" else "coverage"
    page = county.export().fill(target, value, shown="0.00%" if isinstance(value, Decimal) else "@")
    page.save()

    assert [cell for cell, _ in said(taken(vtrack, county))] == [f"{SHEET}!{page.cell(target)}"]


def test_rich_text_and_links_are_their_text(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export()
    sheet = next(page.sheets)
    sheet[page.cell("coverage")] = CellRichText("9", TextBlock(InlineFont(b=True), "6"))
    sheet[page.cell("coverage", Column.EVIDENCE)] = "验收单"
    sheet[page.cell("coverage", Column.EVIDENCE)].hyperlink = "https://example.org/a"
    page.save()

    assert taken(vtrack, county).code == 0
    assert "coverage: {value: 96, evidence: 验收单}" in county.progress()


def with_results(county: County, results: dict[str, str]) -> None:
    """Give formulas the results that a spreadsheet program would have saved with them."""
    import zipfile

    data = io.BytesIO()
    with zipfile.ZipFile(county.book) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode() if name.endswith(".xml") else old.read(name)
            for cell, result in results.items() if isinstance(part, str) else ():
                part = re.sub(rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?/?>(</v>)?', rf"\g<1><v>{result}</v>", part)
            new.writestr(name, part)
    county.book.write_bytes(data.getvalue())


def test_the_result_of_a_formula(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("households", "=100*321").fill("income-ratio", "=1/0")
    page.save()

    uncalculated = taken(vtrack, county)
    never = "the cell holds a formula that was never calculated"
    assert [message for _, message in faults(uncalculated)] == [never, never]

    with_results(county, {page.cell("households"): "32100"})
    outcome = taken(vtrack, county, "--partial")
    assert said(outcome) == [
        (f"{SHEET}!{page.cell('households')}", "the result of a formula, read as 32100"),
    ]
    assert "households: 32100\n" in county.progress()


@pytest.mark.parametrize(
    ("day", "shown", "written"),
    [
        (date(2024, 6, 30), None, "2024-06-30"),
        (datetime(2024, 6, 30, 17, 30), "yyyy/m/d h:mm", "2024-06-30"),
        (45473, "General", "2024-06-30"),
        (20240630, "General", "2024-06-30"),
        ("2024.6.30", "@", "2024-06-30"),
        ("6月30日", "@", "2024-06-30"),
        ("2024年6月", "@", "2024-06-30"),
        ("２０２４年６月３０日", "@", "2024-06-30"),
    ],
)
def test_days_as_clerks_write_them(county: County, vtrack: Call, day: Content, shown: str | None, written: str) -> None:
    county.locality()
    county.export().fill("coverage", "95").fill("coverage", day, Column.AS_OF, shown=shown).save()

    outcome = taken(vtrack, county)

    assert faults(outcome) == []
    assert f"coverage: {{value: 95, as_of: {written}}}" in county.progress()


def test_a_workbook_that_counts_days_from_1904(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export()
    page.book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    page.fill("coverage", "95").fill("coverage", date(2024, 6, 30), Column.AS_OF).save()

    assert taken(vtrack, county).code == 0
    assert "as_of: 2024-06-30" in county.progress()


# Rows, columns and sheets that were moved


def test_sheets_renamed_rows_inserted_columns_moved(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "95").fill("road", "开工建设")
    sheet = next(page.sheets)
    sheet.title = "改过的名字"
    sheet.insert_cols(3)
    sheet.insert_rows(1, 3)
    sheet.insert_rows(8)
    for row in sheet.iter_rows(min_row=6):  # the value's column goes to the end
        row[0].parent.cell(row[0].row, 30).value = row[9].value
        row[9].value = None
    page.book.move_sheet(sheet, 1)
    page.save()

    assert counts(taken(vtrack, county)) == {"entered": 2, "empty": 3}
    assert "coverage: 95\n" in county.progress()


def test_rows_taken_out_and_sorted(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "95").fill("households", 11800)
    sheet = next(page.sheets)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=5)]
    sheet.delete_rows(6, 2)
    for number, values in enumerate(reversed(rows), 4):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column).value = value
    page.save()

    assert counts(taken(vtrack, county)) == {"entered": 2, "empty": 1}
    assert "  coverage: 95\n  households: 11800\n" in county.progress()


def test_a_row_that_was_sorted_without_its_key_is_no_ones(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "95").fill("households", 11800)
    sheet = next(page.sheets)
    for column in range(2, 15):
        upper, lower = sheet.cell(4, column), sheet.cell(5, column)
        upper.value, lower.value = lower.value, upper.value
    page.save()

    outcome = taken(vtrack, county)

    assert [message for _, message in faults(outcome)] == [
        "the row shows 改厕户数, its hidden key is that of 污水处理设施覆盖率",
        "the row shows 污水处理设施覆盖率, its hidden key is that of 改厕户数",
    ]
    assert county.progress() == ""


def test_a_row_without_a_key_is_found_by_its_indicator(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export()
    sheet = next(page.sheets)
    row = sheet.max_row + 3
    sheet.cell(row, 3).value, sheet.cell(row, 9).value = "收入比", 1.7
    page.save()

    outcome = taken(vtrack, county)

    assert said(outcome) == [(f"{SHEET}!C{row}", "a row without a key, taken for 城乡收入比 by its indicator")]
    assert "income-ratio: 1.7\n" in county.progress()


@pytest.mark.parametrize(
    ("indicator", "message"),
    [
        ("村卫生室", "示范县 has no target 村卫生室"),
        ("收", "收 may be any of these targets: 城乡收入比 (income-ratio), 收储粮食 (grain)"),
        (None, "this value stands in a row without an indicator"),
    ],
)
def test_a_row_that_is_no_target(county: County, vtrack: Call, indicator: str | None, message: str) -> None:
    from tests.cli.workbook import TARGETS

    county.locality(targets=TARGETS + "  grain: {name: 收储粮食, unit: 吨, reach: {at_least: 9}, lead: [office]}\n")
    page = county.export()
    sheet = next(page.sheets)
    row = sheet.max_row + 1
    sheet.cell(row, 3).value, sheet.cell(row, 9).value = indicator, 1.7
    page.save()

    assert [said for _, said in faults(taken(vtrack, county))] == [message]


def test_headings_and_signatures_are_no_rows(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "95")
    sheet = next(page.sheets)
    sheet.insert_rows(6)
    sheet["B6"] = "一、人居环境"
    sheet.merge_cells("B6:N6")
    sheet.cell(sheet.max_row + 2, 3).value = "填报人：某某　审核人：某某"
    page.save()

    outcome = taken(vtrack, county)

    assert faults(outcome) == []
    assert counts(outcome) == {"entered": 1, "empty": 4}


def test_hidden_rows_are_read_and_said(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "95")
    next(page.sheets).row_dimensions[4].hidden = True
    page.save()

    outcome = taken(vtrack, county)

    assert "coverage: 95\n" in county.progress()
    assert [message for _, message in said(outcome)] == [
        "1 of the values stand in hidden rows, and were read like the others"
    ]


def test_a_merged_text_counts_for_each_of_its_rows(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "95").fill("households", 11800).fill("coverage", "报表", Column.EVIDENCE)
    next(page.sheets).merge_cells("L4:L5")
    page.save()

    assert page.cell("coverage", Column.EVIDENCE) == "L4"
    assert taken(vtrack, county).code == 0
    assert "coverage: {value: 95, evidence: 报表}" in county.progress()
    assert "households: {value: 11800, evidence: 报表}" in county.progress()


def test_a_merged_value_is_nobodys(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "95")
    next(page.sheets).merge_cells("I4:I5")
    page.save()

    assert faults(taken(vtrack, county)) == [
        (f"{SHEET}!I4", "the value's cell is merged with others, so it is not clear whose value it is")
    ]


@pytest.mark.parametrize(("second", "code"), [("95.0", 0), ("96", 1)])
def test_a_target_that_is_filled_in_twice(county: County, vtrack: Call, second: str, code: int) -> None:
    county.locality()
    page = county.export().fill("coverage", "95")
    sheet = next(page.sheets)
    copy = page.book.copy_worksheet(sheet)
    copy.title = "副本"
    copy["I4"] = second
    page.save()

    outcome = taken(vtrack, county)

    assert outcome.code == code
    if code:
        assert [cell for cell, _ in faults(outcome)] == ["示范县!I4", "副本!I4"]
        assert "filled in twice, and otherwise in 副本!I4" in outcome.out
    else:
        assert said(outcome) == [("副本!I4", "filled in already in 示范县!I4, the same")]


def test_a_sheet_that_lost_its_headers(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "95")
    next(page.sheets).delete_rows(3)
    page.save()

    assert [message for _, message in faults(taken(vtrack, county))] == [
        "the headers of the table are gone: there is none for the value"
    ]


def test_two_columns_of_one_header(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export()
    sheet = next(page.sheets)
    sheet["R3"] = sheet["I3"].value
    page.save()

    assert [message for _, message in faults(taken(vtrack, county))] == [
        "the same header stands in several columns: I3, R3"
    ]


# Faults


@pytest.mark.parametrize(
    ("target", "value", "shown"),
    [
        ("coverage", "很多", "@"),
        ("coverage", date(2024, 11, 12), "m/d/yyyy"),  # 11/12 as a spreadsheet took it
        ("coverage", 0.976470588, "# ??/??"),
        ("coverage", "86/85", "@"),
        ("coverage", "—", "@"),
        ("coverage", "待定", "@"),
        ("coverage", "长" * 200, "@"),
        ("households", 0.5, "0%"),
        ("households", 1e308, None),
        ("households", "1.18亿元", "@"),
        ("households", True, None),
        ("road", "竣工", None),
        ("road", 3, None),
        ("mechanism", 98, None),
    ],
)
def test_a_value_that_is_none(county: County, vtrack: Call, target: str, value: Content, shown: str | None) -> None:
    county.locality()
    page = county.export().fill(target, value, shown=shown)
    page.save()

    outcome = taken(vtrack, county)

    assert outcome.code == 1
    assert [cell for cell, _ in faults(outcome)] == [f"{SHEET}!{page.cell(target)}"]
    assert county.progress() == ""


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        (Column.AS_OF, "2024-02-30", "2024-02-30 is no day"),
        (Column.AS_OF, date(2026, 12, 31), "the day 2026-12-31 is not in 2024, which the row is of"),
        (Column.SOURCE, "听说", "听说 is no source of a figure"),
        (
            Column.NOTE,
            date(2024, 6, 30),
            "the cell holds a day: a spreadsheet takes a text such as 11/12 for one",
        ),
        (Column.NOTE, "长" * 2_001, "the text has 2001 characters, more than 2000"),
        (Column.UNIT, "万户", "the unit is 万户 here, and % in the plan"),
        (Column.KEY, "demo/coverage", "demo/coverage is no key of a row"),
        (Column.KEY, "demo/coverage/2023", "the row's key is of 2023, the workbook of 2024"),
        (Column.KEY, "nowhere/coverage/2024", "there is no locality nowhere among the plans"),
        (Column.KEY, "demo/coverrage/2024", "示范县 has no target coverrage"),
    ],
)
def test_other_cells_that_are_wrong(county: County, vtrack: Call, column: Column, value: Content, message: str) -> None:
    county.locality()
    page = county.export().fill("coverage", "95")
    cell = page.cell("coverage", column)
    page.fill("coverage", value, column).save()

    assert faults(taken(vtrack, county)) == [(f"{SHEET}!{cell}", message)]


def test_all_faults_are_told_at_once_and_nothing_is_written(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "很多").fill("households", "#REF!").fill("income-ratio", 1.7)
    next(page.sheets)[page.cell("households")].data_type = "e"
    page.fill("road", "竣工").fill("mechanism", "已完成").fill("mechanism", "昨天", Column.AS_OF).save()

    outcome = vtrack("import", str(county.book), cwd=county.root, VTRACK_LANG="en", COLUMNS="100")

    assert outcome.code == 1
    assert [line for line in outcome.out.splitlines() if line.startswith(SHEET)] == [
        f"{SHEET}!I4 fault",
        f"{SHEET}!I5 fault",
        f"{SHEET}!I7 fault",
        f"{SHEET}!J8 fault",
    ]
    assert "nothing was written, because of the faults; --partial enters the good ones, 1" in outcome.out
    assert county.progress() == ""


def test_partial_enters_what_is_good(county: County, vtrack: Call) -> None:
    county.locality()
    county.export().fill("coverage", "86/85").fill("road", "竣工").fill("income-ratio", 1.7).save()

    outcome = taken(vtrack, county, "--partial")

    assert outcome.code == 1
    assert len(faults(outcome)) == 2
    assert counts(outcome) == {"entered": 1, "empty": 2}
    assert county.progress().endswith("figures:\n  income-ratio: 1.7\n")


def test_what_the_rules_only_remark_on_is_entered_and_said(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "0.95")
    page.save()

    outcome = taken(vtrack, county)

    assert outcome.code == 0
    assert [cell for cell, message in said(outcome) if "figure/unit-mixup" in message] == [
        f"{SHEET}!{page.cell('coverage')}"
    ]


def test_several_workbooks_are_one_import(county: County, vtrack: Call) -> None:
    county.locality("one", "甲县")
    county.locality("two", "乙县")
    page = county.export()
    first = page.fill("coverage", "95", sheet="甲县").save(county.root / "甲.xlsx")
    page.fill("coverage", None, sheet="甲县")
    second = page.fill("coverage", "很多", sheet="乙县").save(county.root / "乙.xlsx")

    outcome = vtrack("import", str(first), str(second), "--format", "json", cwd=county.root)

    assert [(fault["file"], fault["cell"]) for fault in outcome.json["faults"]] == [("乙.xlsx", "I4")]
    assert county.progress("one") == ""

    page.fill("coverage", "96", sheet="乙县").save(second)
    outcome = vtrack("import", str(first), str(second), "--format", "json", cwd=county.root)

    assert outcome.code == 0
    assert counts(outcome, "one") == {"entered": 1, "empty": 4}
    assert "coverage: 95\n" in county.progress("one")
    assert "coverage: 96\n" in county.progress("two")


def test_sheets_of_departments_that_answer_in_several_localities(county: County, vtrack: Call) -> None:
    county.locality("one", "甲县")
    county.locality("two", "乙县")
    book = file_of(by_department(examined(county.root / "plans", day=date(2025, 2, 1)), 2024), 2024, date(2025, 2, 1))
    county.book.write_bytes(book)
    page = Filling(county.book)
    first, second = page.sheets
    column = page.column(first, Column.VALUE)
    first.cell(4, column).value = "95"
    row = second.max_row + 1  # added by hand, for another locality
    second.cell(row, page.column(second, Column.LOCALITY)).value = "甲县"
    second.cell(row, page.column(second, Column.INDICATOR)).value = "城乡收入比"
    second.cell(row, column).value = 1.7
    page.save()

    outcome = taken(vtrack, county)

    assert faults(outcome) == []
    assert "  coverage: 95\n  income-ratio: 1.7\n" in county.progress("one")
    assert county.progress("two") == ""


def test_a_row_of_another_locality_than_its_key(county: County, vtrack: Call) -> None:
    county.locality("one", "甲县")
    county.locality("two", "乙县")
    day = date(2025, 2, 1)
    county.book.write_bytes(file_of(by_department(examined(county.root / "plans", day=day), 2024), 2024, day))
    page = Filling(county.book)
    sheet = next(page.sheets)
    sheet.cell(4, page.column(sheet, Column.VALUE)).value = "95"
    sheet.cell(4, page.column(sheet, Column.LOCALITY)).value = "乙县"
    page.save()

    assert [message for _, message in faults(taken(vtrack, county))] == [
        "the row shows 乙县, its hidden key is that of 甲县"
    ]


def test_a_plan_that_cannot_be_relied_on(county: County, vtrack: Call) -> None:
    folder = county.locality()
    county.export().fill("coverage", "95").save()
    (folder / "plan.yaml").write_text("locality: [", encoding="utf-8")

    assert [message for _, message in faults(taken(vtrack, county))] == [
        "the plan of demo cannot be relied on, so nothing is entered for it"
    ]


def test_a_progress_file_that_cannot_be_relied_on(county: County, vtrack: Call) -> None:
    folder = county.locality()
    page = county.export().fill("coverage", "95")
    page.save()
    (folder / "progress" / "2024.yaml").write_text("figures: [", encoding="utf-8")

    assert [cell for cell, _ in faults(taken(vtrack, county))] == [f"{SHEET}!{page.cell('coverage')}"]
    assert county.progress() == "figures: ["


def test_a_workbook_of_a_newer_vtrack(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export().fill("coverage", "95")
    page.book[FACTS_SHEET]["B1"] = "2"
    page.save()

    assert faults(taken(vtrack, county)) == [("None!None", "the workbook was made by a newer vtrack than this one")]


def test_a_workbook_of_somebody_else(county: County, vtrack: Call) -> None:
    county.locality()
    openpyxl.Workbook().save(county.book)

    assert faults(taken(vtrack, county)) == [("None!None", "there is no sheet in it with a table to be filled in")]


# Dry run, marked copy, the call


def test_a_dry_run_shows_the_difference(county: County, vtrack: Call) -> None:
    county.locality(_2024="coverage: 95")
    county.export().fill("households", 11800).save()
    before = county.progress()

    outcome = vtrack("import", str(county.book), "--dry-run", cwd=county.root)

    assert outcome.code == 0
    assert "+++ b/plans/demo/progress/2024.yaml" in outcome.out
    assert "+  households: 11800" in outcome.out
    assert outcome.out.endswith("a dry run: nothing was written\n")
    assert county.progress() == before


def test_the_marked_copy(county: County, vtrack: Call) -> None:
    county.locality()
    page = county.export(language="en").fill("coverage", "=HYPERLINK(1)").fill("income-ratio", 1.7)
    next(page.sheets)[page.cell("coverage")].data_type = "s"
    page.fill("road", "竣工").save()
    original = county.book.read_bytes()

    outcome = taken(vtrack, county, "--marked", "marked.xlsx")

    assert outcome.json["marked"] == ["the faults of 示范县.xlsx are marked in marked.xlsx"]
    assert county.book.read_bytes() == original
    copy = openpyxl.load_workbook(county.root / "marked.xlsx")
    sheet = copy[SHEET]
    assert sheet["I4"].fill.start_color.rgb == "FFE03131"
    assert sheet["I4"].data_type == "s"
    comment = sheet["I7"].comment
    assert comment is not None
    assert "竣工 is none of its states" in comment.text
    assert sheet["I6"].comment is None
    listed = copy.worksheets[0]
    assert [[cell.value for cell in row][:2] for row in listed.iter_rows(min_row=2)] == [[SHEET, "I4"], [SHEET, "I7"]]
    assert listed["B2"].hyperlink.location == "'示范县'!I4"
    assert all(cell.data_type != "f" for row in listed.iter_rows() for cell in row)
    rules = [rule for formatting in sheet.conditional_formatting for rule in formatting.rules]
    assert [rule.formula for rule in rules if rule.priority == 1] == [["TRUE"]]


def test_a_clerk_may_mend_the_marked_copy_and_import_that(county: County, vtrack: Call) -> None:
    county.locality()
    county.export().fill("coverage", "很多").fill("road", "竣工").save()
    taken(vtrack, county, "--marked", "marked.xlsx")
    copy = openpyxl.load_workbook(county.root / "marked.xlsx")
    copy[SHEET]["I4"] = "95"
    copy.save(county.root / "marked.xlsx")

    assert vtrack("import", "marked.xlsx", "--marked", "marked.xlsx", cwd=county.root).code == 2
    again = vtrack("import", "marked.xlsx", "--marked", "more.xlsx", "--format", "json", cwd=county.root)

    assert faults(again) == [(f"{SHEET}!I7", "环城公路: 竣工 is none of its states")]
    more = openpyxl.load_workbook(county.root / "more.xlsx")
    assert len(more.sheetnames) == len(copy.sheetnames)
    assert more[SHEET]["I4"].comment is None
    more[SHEET]["I7"] = "开工建设"
    more.save(county.root / "more.xlsx")
    assert vtrack("import", "more.xlsx", cwd=county.root).code == 0
    assert "coverage: 95\n" in county.progress()


def test_a_marked_copy_replaces_only_a_marked_copy(county: County, vtrack: Call) -> None:
    county.locality()
    county.export().fill("coverage", "很多").save()
    other = county.root / "other.xlsx"
    other.write_bytes(county.book.read_bytes())

    for name in (county.book.name, "other.xlsx", "plans/demo/plan.yaml", "marked.txt"):
        assert taken(vtrack, county, "--marked", name).code == 2, name
    assert taken(vtrack, county, "--marked", "marked.xlsx").code == 1
    assert taken(vtrack, county, "--marked", "marked.xlsx").code == 1
    assert read_workbook(other.read_bytes()) == read_workbook(county.book.read_bytes())


@pytest.mark.parametrize("name", ["no/marked.xlsx/x.xlsx", "marked.xlsx"])
def test_nothing_is_entered_where_the_marked_copy_cannot_be_written(
    name: str, county: County, vtrack: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    county.locality()
    county.export().fill("coverage", "83/85").fill("households", "许多").save()
    before = county.progress()
    (county.root / "no").write_bytes(b"")  # where a folder is wanted
    if name == "marked.xlsx":

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.replace", full)

    outcome = vtrack("import", str(county.book), "--partial", "--marked", name, cwd=county.root)

    assert (outcome.code, outcome.out) == (2, "")
    assert "cannot write" in outcome.err
    assert outcome.err.count("\n") == 1
    assert county.progress() == before
    monkeypatch.undo()
    again = vtrack("import", str(county.book), "--partial", "--marked", "marked.xlsx", cwd=county.root)
    assert again.code == 1
    assert county.progress() != before


def test_no_marked_copy_where_nothing_is_wrong_or_nothing_is_read(county: County, vtrack: Call) -> None:
    county.locality()
    county.export().fill("coverage", "95").save()
    (county.root / "old.xlsx").write_bytes(b"<html>")
    copies = county.root / "copies"
    copies.mkdir()

    outcome = vtrack("import", str(county.book), "old.xlsx", "--marked", "copies", "--format", "json", cwd=county.root)

    assert outcome.json["marked"] == [
        "no marked copy of 示范县.xlsx: it has no faults",
        "no marked copy of old.xlsx: it cannot be read",
    ]
    assert list(copies.iterdir()) == []


def test_the_call(county: County, vtrack: Call) -> None:
    county.locality()
    county.export().fill("coverage", "95").save()

    assert vtrack("import", cwd=county.root).code == 2
    assert vtrack("import", "nowhere.xlsx", cwd=county.root).code == 2
    assert vtrack("import", "plans", cwd=county.root).code == 2
    assert vtrack("import", str(county.book), "--to", "nowhere", cwd=county.root).code == 2
    assert vtrack("import", str(county.book), "--to", "plans/demo", cwd=county.root).code == 0


def test_two_localities_of_one_id(county: County, vtrack: Call) -> None:
    folder = county.locality()
    county.export().fill("coverage", "95").save()
    other = county.root / "plans" / "north" / "demo"
    other.mkdir(parents=True)
    (other / "plan.yaml").write_bytes((folder / "plan.yaml").read_bytes())

    assert [message for _, message in faults(taken(vtrack, county))] == ["there are 2 localities demo among the plans"]
    assert taken(vtrack, county, "--to", "plans/north").code == 0
    assert county.progress() == ""


def test_in_chinese_and_without_colour(county: County, vtrack: Call) -> None:
    county.locality()
    county.export().fill("coverage", "很多").save()

    plain = vtrack("import", str(county.book), cwd=county.root, VTRACK_LANG="zh")
    coloured = vtrack("import", str(county.book), "--color", "always", cwd=county.root, VTRACK_LANG="zh")

    assert "示范县!I4" in plain.out
    assert "\x1b[" not in plain.out
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.out) == plain.out


def test_json_of_every_kind(county: County, vtrack: Call) -> None:
    county.locality()
    county.export().fill("coverage", "９５").fill("road", "竣工").save()

    report = json.loads(taken(vtrack, county, "--dry-run").out)

    assert report["format"] == 1
    assert report["ending"] == "refused"
    assert report["workbooks"] == ["示范县.xlsx"]
    assert report["faults"][0]["hint"]
    assert "coverage: 95" in report["differences"][0]


def test_a_disk_that_is_full_in_the_middle(county: County, vtrack: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written before a locality that cannot be written is said, and another import does the rest."""
    county.locality("one", "甲县")
    county.locality("two", "乙县")
    county.export().fill("coverage", "95", sheet="甲县").fill("coverage", "96", sheet="乙县").save()
    replace = os.replace

    def full(old: str, new: Path) -> None:
        if "two" in str(new):
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(old, new)

    monkeypatch.setattr(os, "replace", full)
    outcome = vtrack("import", str(county.book), cwd=county.root)

    assert outcome.code == 2
    assert "plans/one/progress/2024.yaml are written and the rest is not" in outcome.err
    assert "cannot write plans/two/progress/2024.yaml" in outcome.err
    assert (county.progress("one") != "", county.progress("two")) == (True, "")

    monkeypatch.setattr(os, "replace", replace)
    assert vtrack("import", str(county.book), cwd=county.root).code == 0
    assert "coverage: 96\n" in county.progress("two")


def test_more_values_than_are_entered_at_once(county: County, vtrack: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    county.locality()
    county.export().fill("coverage", "83/85").fill("households", 32100).save()
    monkeypatch.setattr("vtrack.commands.import_.MOST_ENTRIES", 1)

    outcome = taken(vtrack, county)

    assert outcome.code == 2
    assert "示范县: 2 values are more than are entered at once" in outcome.err
    assert county.progress() == ""
