"""What stands in an exported workbook: rows, prefilled figures, what is locked and checked, and how it prints."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.exporting import HEAD, cell_of, exported, file_of, listings, locality, opened, row_of
from vtrack.workbooks.form.listing import LeftOut
from vtrack.workbooks.layout import (
    BY_DEPARTMENT,
    BY_LOCALITY,
    FACTS_SHEET,
    FILLED_IN,
    FIRST_ROW,
    HEADER_ROW,
    HEADERS,
    KEY_HEADER,
    Column,
    Key,
    cell_text,
    key_in,
)
from vtrack.workbooks.titles import file_name, sheet_title

TARGETS = """
coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2025}, lead: [housing, farming], note: 口径见附件}
villages: {name: 建成村, unit: "%", keep: {at_least: 90}, lead: [housing]}
homes: {name: 新建, unit: 座, accumulate: {at_least: 25}, lead: [farming], baseline: {year: 2022, value: 3.50}}
ratio: {name: 收入比, reach: {at_most: 1.54}, lead: [farming], nature: indicative}
road: {name: 路, milestone: {states: [未开工, "开工, 在建", 建成], reach: 建成}}
rules: {name: 制度, task: {by: 2024}}
"""
FIGURES = """
coverage:
  - {value: 95.0, as_of: 2025-03-31}
  - {value: 95.20, as_of: 2025-06-30, source: third_party, evidence: [验收单 1, 验收单 2], note: 复核}
villages: {count: 83, of: 85}
ratio: 1.50
road: {state: "开工, 在建", as_of: 2025-02-01}
rules: {done: false, as_of: 2025-01-31}
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    """The sheet of a county with a target of each kind, some of them reported."""
    return exported(locality(tmp_path / "county", TARGETS, _2025=FIGURES))["示范县"]


def held(sheet: Worksheet, target: str, column: Column) -> object:
    return sheet[cell_of(sheet, target, column)].value


def test_the_layout_is_the_one_that_import_reads(sheet: Worksheet) -> None:
    workbook = sheet.parent
    assert workbook is not None
    facts = workbook[FACTS_SHEET]
    headers = [sheet.cell(HEADER_ROW, column).value for column in range(1, 15)]

    assert workbook.sheetnames == ["Instructions", "示范县", FACTS_SHEET]
    assert facts.sheet_state == "veryHidden"
    assert [(facts.cell(row, 1).value, facts.cell(row, 2).value) for row in range(1, 5)] == [
        ("format", "1"),
        ("year", "2025"),
        ("exported", "2025-11-20"),
        ("language", "en"),
    ]
    assert headers == [KEY_HEADER, *(HEADERS[column].text for column in BY_LOCALITY[1:])]
    assert [sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)] == [
        f"county/{target}/2025" for target in ("coverage", "villages", "homes", "ratio", "road", "rules")
    ]
    assert sheet.column_dimensions["A"].hidden


def test_the_latest_figure_of_the_year_is_there_with_its_digits(sheet: Worksheet) -> None:
    # Shares are text, so that 83/85 and 10/14 are no dates.
    assert held(sheet, "coverage", Column.VALUE) == "95.20"
    assert held(sheet, "coverage", Column.AS_OF) == datetime(2025, 6, 30)
    assert held(sheet, "coverage", Column.SOURCE) == "third party"
    assert held(sheet, "coverage", Column.EVIDENCE) == "验收单 1\n验收单 2"
    assert held(sheet, "coverage", Column.NOTE) == "复核"
    assert held(sheet, "villages", Column.VALUE) == "83/85"
    assert held(sheet, "villages", Column.AS_OF) == datetime(2025, 12, 31)
    assert held(sheet, "ratio", Column.VALUE) == 1.5
    assert sheet[cell_of(sheet, "ratio", Column.VALUE)].number_format == "0.00"
    assert held(sheet, "road", Column.VALUE) == "开工, 在建"
    assert held(sheet, "rules", Column.VALUE) == "not completed"
    assert [held(sheet, "homes", column) for column in FILLED_IN] == [None] * 6


def test_a_number_longer_than_a_spreadsheet_can_count_is_text(tmp_path: Path) -> None:
    folder = locality(
        tmp_path / "county", "big: {name: 大数, unit: 元, keep: {at_least: 1}}", _2025="big: 1234567890123456.7"
    )
    sheet = exported(folder)["示范县"]

    assert sheet[cell_of(sheet, "big", Column.VALUE)].value == "1234567890123456.7"


def test_what_is_known_is_shown(sheet: Worksheet) -> None:
    assert held(sheet, "homes", Column.INDICATOR) == "新建\n(what was added this year, so far)"
    assert held(sheet, "homes", Column.BASELINE) == "3.5\n(2022)"
    assert held(sheet, "homes", Column.UNIT) == "座"
    assert held(sheet, "ratio", Column.NATURE) == "indicative"
    assert held(sheet, "coverage", Column.NATURE) == "binding"
    assert held(sheet, "coverage", Column.LEAD) == "县住建局\n县农业农村局"
    assert held(sheet, "coverage", Column.GOAL) == "≥ 98"


def test_only_the_columns_to_fill_in_are_open(sheet: Worksheet) -> None:
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.formatColumns  # of this attribute «false» means that it is allowed
    assert not sheet.protection.autoFilter
    for row in sheet.iter_rows(min_row=FIRST_ROW):
        assert [BY_LOCALITY[place] for place, cell in enumerate(row) if not cell.protection.locked] == list(FILLED_IN)


def test_drop_downs_point_at_ranges(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    hidden = sheet.parent[FACTS_SHEET]

    def choices(cell: str) -> list[object]:
        found = [one for one in sheet.data_validations.dataValidation if cell in one.sqref]
        assert [one.type for one in found] == ["list"]
        name, cells = str(found[0].formula1).split("!")
        assert name == f"'{FACTS_SHEET}'"
        return [cell.value for (cell,) in hidden[cells.replace("$", "")]]

    assert choices(cell_of(sheet, "road", Column.VALUE)) == ["未开工", "开工, 在建", "建成"]
    assert choices(cell_of(sheet, "rules", Column.VALUE)) == ["completed", "not completed"]
    assert choices(cell_of(sheet, "homes", Column.SOURCE)) == [
        "self-reported",
        "statistics office",
        "third party",
        "cross-check",
        "survey",
    ]


def test_numbers_and_days_are_checked_while_they_are_typed(sheet: Worksheet) -> None:
    by_cell = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    share, number = by_cell[cell_of(sheet, "coverage", Column.VALUE)], by_cell[cell_of(sheet, "homes", Column.VALUE)]
    day = next(one for one in by_cell.values() if one.type == "date")

    assert (share.type, share.errorStyle) == ("custom", "warning")
    assert share.prompt == "口径见附件"
    assert (number.type, number.errorStyle) == ("decimal", "warning")
    assert (day.formula1, day.formula2) == ("DATE(2025,1,1)", "DATE(2025,12,31)")
    assert cell_of(sheet, "homes", Column.AS_OF) in day.sqref


def test_it_prints_on_a4_with_the_headers_on_every_page(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "D4"
    assert sheet.page_setup.orientation == "landscape"
    assert int(sheet.page_setup.paperSize or 0) == 9
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.right is not None
    assert sheet.oddFooter.right.text == "&P / &N"
    assert sheet.auto_filter.ref == "A3:N9"


def test_a_name_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    targets = """
    evil: {name: '=HYPERLINK("http://x","点这里")', unit: "+1", keep: {at_least: 1}, lead: [housing]}
    states: {name: '@SUM(1)', milestone: {states: ["=1+1", "-2"], reach: "-2"}, lead: [housing]}
    """
    head = HEAD.replace("示范县,", '"=1+1",').replace("县住建局", '"-3"')
    figures = """
    evil: {value: 1, as_of: 2025-01-01, evidence: "=cmd|' /C calc'!A0", note: "+1"}
    states: {state: "=1+1", as_of: 2025-01-01}
    """
    workbook = exported(locality(tmp_path / "county", targets, head, _2025=figures))

    for sheet in workbook:
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
    sheet = workbook["=1+1"]
    assert held(sheet, "evil", Column.EVIDENCE) == "=cmd|' /C calc'!A0"
    assert sheet[cell_of(sheet, "evil", Column.EVIDENCE)].quotePrefix


def test_characters_that_no_cell_holds_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vtrack.text.parsing.find_escapes", lambda *_: ())  # the reader refuses them
    targets = r'odd: {name: "甲\u0007\u200b　乙", unit: 个, keep: {at_least: 1}}'
    figures = r'odd: {value: 1, note: "一\n二\b"}'
    sheet = exported(locality(tmp_path / "county", targets, _2025=figures))["示范县"]

    assert held(sheet, "odd", Column.INDICATOR) == "甲<U+0007><U+200B>　乙"
    assert held(sheet, "odd", Column.NOTE) == "一\n二<U+0008>"


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_any_text_fits_a_cell(text: str) -> None:
    cell = Workbook().create_sheet()["A1"]
    cell.value = cell_text(text)

    assert cell_text(cell_text(text)) == cell_text(text)


def test_targets_of_which_nothing_is_to_be_reported_are_left_out_and_counted(tmp_path: Path) -> None:
    targets = """
    draft: {name: 占位, unit: 个, reach: {at_least: x}}
    later: {name: 以后, unit: 个, keep: {at_least: 1, from: 2026}}
    before: {name: 以前, unit: 个, reach: {at_least: 1, by: 2024}}
    corrected: {name: 可更正, unit: 个, reach: {at_least: 1, by: 2024}}
    built: {name: 建成了, milestone: {states: [开工, 建成], reach: 建成}}
    late: {name: 逾期的, milestone: {states: [开工, 建成], reach: 建成, by: 2024}}
    finished: {name: 今年办结, task: {by: 2025}}
    done: {name: 去年办结, task: {by: 2024}}
    """
    folder = locality(
        tmp_path / "county",
        targets,
        _2024="before: 1\nbuilt: {state: 建成, as_of: 2024-05-01}\ndone: {done: true, evidence: 文}",
        _2025="corrected: 2\nfinished: {done: true, as_of: 2025-03-01, evidence: 文}",
    )

    (found,) = listings(folder)

    assert [row.target.id for row in found.rows] == ["corrected", "late", "finished"]
    assert found.left_out == {
        LeftOut.PLACEHOLDER: 1,
        LeftOut.NOT_BEGUN: 1,
        LeftOut.OVER: 1,
        LeftOut.SETTLED: 2,
    }
    cover = exported(folder)["Instructions"]
    assert "1 still placeholders" in str([cell.value for row in cover.iter_rows() for cell in row])


def test_by_department_a_target_stands_once_with_its_first_lead(tmp_path: Path) -> None:
    workbook = exported(locality(tmp_path / "county", TARGETS), by="department")

    assert workbook.sheetnames == [
        "Instructions",
        "县住建局",
        "县农业农村局",
        "no responsible unit stated",
        FACTS_SHEET,
    ]
    sheet = workbook["县住建局"]
    assert [sheet.cell(row, 1).value for row in (4, 5)] == ["county/coverage/2025", "county/villages/2025"]
    assert sheet[cell_of(sheet, "coverage", Column.LOCALITY, BY_DEPARTMENT)].value == "示范县"
    assert sheet[cell_of(sheet, "coverage", Column.LEAD, BY_DEPARTMENT)].value == "县住建局\n县农业农村局"
    keys = [cell.value for sheet in workbook for (cell,) in sheet.iter_rows(min_row=FIRST_ROW, max_col=1)]
    assert sorted(filter(None, keys)) == sorted(set(filter(None, keys)))


def test_offices_of_the_same_name_in_two_localities_are_two(tmp_path: Path) -> None:
    first = locality(tmp_path / "county", TARGETS)
    second = locality(tmp_path / "other", TARGETS, HEAD.replace("id: county, name: 示范县", "id: other, name: 邻县"))

    workbook = exported(first, second, by="department")

    assert workbook.sheetnames[1:3] == ["示范县·县住建局", "示范县·县农业农村局"]
    assert "邻县·县住建局" in workbook.sheetnames


def test_the_same_figures_make_the_same_bytes(tmp_path: Path) -> None:
    found = listings(locality(tmp_path / "county", TARGETS, _2025=FIGURES))

    assert file_of(found) == file_of(found)
    with zipfile.ZipFile(BytesIO(file_of(found))) as archive:
        assert b"2025-11-20T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def test_the_cover_tells_of_every_sheet_and_leads_to_it(tmp_path: Path) -> None:
    name = "O'Neill [一]"
    folder = locality(tmp_path / "county", TARGETS, HEAD.replace("示范县,", f'"{name}",'), _2025=FIGURES)
    workbook = exported(folder)
    cover = workbook["Instructions"]
    line = next(row for row in cover.iter_rows() if row[1].value == "O'Neill ［一］")

    assert [cell.value for cell in line[2:4]] == [6, 5]
    assert line[1].hyperlink is not None
    assert line[1].hyperlink.location == "'O''Neill ［一］'!A1"
    assert cover.protection.sheet


def test_an_empty_sheet_is_not_written(tmp_path: Path) -> None:
    full = locality(tmp_path / "county", TARGETS)
    empty = locality(
        tmp_path / "other",
        "draft: {name: 占位, unit: 个, reach: {at_least: x}}",
        HEAD.replace("id: county, name: 示范县", "id: other, name: 邻县"),
    )

    assert exported(full, empty).sheetnames == ["Instructions", "示范县", FACTS_SHEET]


@pytest.mark.parametrize(
    ("name", "taken", "title"),
    [
        ("示范县", (), "示范县"),
        ("a[b]:c*d?e/f\\g", (), "a［b］：c＊d？e／f＼g"),
        ("'县'", (), "县"),
        ("", (), "-"),
        ("History", (), "History(2)"),
        ("VTRACK", ("vtrack",), "VTRACK(2)"),
        ("县" * 40, (), "县" * 31),
        ("县" * 40, ("县" * 31,), "县" * 28 + "(2)"),
        ("𠮷" * 20, (), "𠮷" * 15),
        ("甲\n乙\x07", (), "甲 乙<U+0007>"),
    ],
)
def test_titles_that_excel_takes(name: str, taken: tuple[str, ...], title: str) -> None:
    assert sheet_title(name, taken) == title


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"])), max_size=6))
def test_any_names_make_titles_that_excel_takes(names: list[str]) -> None:
    titles: list[str] = []
    for name in names:
        titles.append(sheet_title(name, titles))

    assert len({title.casefold() for title in titles}) == len(titles)
    for title in titles:
        assert 1 <= len(title.encode("utf-16-le")) // 2 <= 31
        assert not set(title) & set(r"[]:*?/\\")
        assert not title.startswith("'")
        assert not title.endswith("'")


@pytest.mark.parametrize(
    ("name", "taken", "wanted"),
    [("a/b", (), "a／b"), ("CON", (), "CON(2)"), ("县.", (), "县"), ("县", ("县",), "县(2)"), ("..", (), "-")],
)
def test_names_that_every_system_takes(name: str, taken: tuple[str, ...], wanted: str) -> None:
    assert file_name(name, taken) == wanted


def test_a_key_says_what_a_row_is_about() -> None:
    assert key_in("dongtou/sewage-coverage/2026") == Key("dongtou", "sewage-coverage", 2026)
    assert str(Key("dongtou", "sewage-coverage", 2026)) == "dongtou/sewage-coverage/2026"
    assert [key_in(text) for text in ("", "dongtou/2026", "a/b/20260", "a/B/2026", "a//2026")] == [None] * 5


def test_rows_of_long_texts_are_high_enough(tmp_path: Path) -> None:
    targets = f"""
    long: {{name: {"很长的名称" * 20}, unit: 个, keep: {{at_least: 1}}}}
    short: {{name: 短, unit: 个, keep: {{at_least: 1}}}}
    """
    sheet = exported(locality(tmp_path / "county", targets))["示范县"]
    high, low = (sheet.row_dimensions[row_of(sheet, target)].height for target in ("long", "short"))

    assert high > 5 * 15
    assert low < 40


def test_the_day_is_the_one_that_is_asked_for(tmp_path: Path) -> None:
    data = file_of(listings(locality(tmp_path / "county", TARGETS)), day=date(2025, 2, 3))

    assert opened(data)[FACTS_SHEET]["B3"].value == "2025-02-03"
