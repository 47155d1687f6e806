"""Workbooks as other programs write them: what their cells hold, and as what it is shown."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from tests.workbooks.packages import parts, sheet_part, styles_part, texts_part, zipped
from vtrack.workbooks.faults import Unreadable
from vtrack.workbooks.file.grid import Area, Cell, Kind, Row, Sheet, position, reference
from vtrack.workbooks.file.reading import read_workbook
from vtrack.workbooks.file.texts import Shown


def sheet(rows: str, after: str = "", **others: str) -> Sheet:
    """The one sheet of a workbook with these rows; ``others``: its parts of ``texts`` and ``styles``."""
    made = parts({"示范县": sheet_part(rows, after)})
    names = {"texts": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    made |= {names[name]: part for name, part in others.items()}
    return read_workbook(zipped(made)).sheets[0]


def cell(written: str, **others: str) -> Cell | None:
    """The cell A1, written so."""
    rows = sheet(f'<row r="1">{written}</row>', **others).rows
    return rows[0].cells[1] if rows else None


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ('<c r="A1"><v>95.2</v></c>', Cell(Kind.NUMBER, "95.2")),
        ('<c r="A1" s="1"><v>0.98</v></c>', Cell(Kind.NUMBER, "0.98", Shown.PERCENT)),
        ('<c r="A1" t="s"><v>1</v></c>', Cell(Kind.TEXT, "乙")),
        ('<c r="A1" t="inlineStr"><is><t>九十八</t></is></c>', Cell(Kind.TEXT, "九十八")),
        ('<c r="A1" t="inlineStr"><is><r><t>9</t></r><r><rPr/><t>8</t></r></is></c>', Cell(Kind.TEXT, "98")),
        ('<c r="A1" t="inlineStr"><is><t>值</t><rPh><t>zhi</t></rPh></is></c>', Cell(Kind.TEXT, "值")),
        ('<c r="A1" t="inlineStr"><is><t>上_x000A_下</t></is></c>', Cell(Kind.TEXT, "上\n下")),
        ('<c r="A1" t="b"><v>1</v></c>', Cell(Kind.BOOLEAN, "1")),
        ('<c r="A1" t="e"><v>#REF!</v></c>', Cell(Kind.ERROR, "#REF!")),
        ('<c r="A1" t="d"><v>2025-12-31</v></c>', Cell(Kind.TEXT, "2025-12-31")),
        ('<c r="A1"><f>B1*2</f><v>98</v></c>', Cell(Kind.NUMBER, "98", formula=True)),
        ('<c r="A1" t="str"><f>B1</f><v>甲</v></c>', Cell(Kind.TEXT, "甲", formula=True)),
        ('<c r="A1"><f>B1*2</f></c>', Cell(Kind.VOID, "", formula=True)),
        ('<c r="A1"><f>B1*2</f><v/></c>', Cell(Kind.VOID, "", formula=True)),
        ('<c r="A1" t="str"><f>B1</f><v></v></c>', None),
        ('<c r="A1" s="1"/>', None),
        ('<c r="A1" s="99"><v>1</v></c>', Cell(Kind.NUMBER, "1")),
        ("<c><v>1</v></c>", Cell(Kind.NUMBER, "1")),
    ],
)
def test_a_cell(written: str, held: Cell | None) -> None:
    assert cell(written) == held


@pytest.mark.parametrize(
    ("id", "shown"), [(9, Shown.PERCENT), (10, Shown.PERCENT), (14, Shown.DAY), (31, Shown.DAY), (58, Shown.DAY)]
)
def test_formats_that_have_only_a_number(id: int, shown: Shown) -> None:
    styles = styles_part("General").replace('<xf numFmtId="200"/>', f'<xf numFmtId="{id}"/>')

    assert cell('<c r="A1" s="0"><v>1</v></c>', styles=styles) == Cell(Kind.NUMBER, "1", shown)


def test_rows_and_cells_without_their_numbers_follow_one_another() -> None:
    rows = sheet("<row/><row><c/><c><v>1</v></c></row><row r='9'><c r='C9'><v>2</v></c><c><v>3</v></c></row>").rows

    assert rows == (
        Row(2, {2: Cell(Kind.NUMBER, "1")}),
        Row(9, {3: Cell(Kind.NUMBER, "2"), 4: Cell(Kind.NUMBER, "3")}),
    )


def test_hidden_rows_and_merged_cells() -> None:
    found = sheet(
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>', '<mergeCells><mergeCell ref="A2:$C$4"/></mergeCells>'
    )

    assert found.rows[0].hidden
    assert found.merged == (Area(2, 1, 4, 3),)
    assert found.merged[0].holds(4, 2)


@pytest.mark.parametrize(("row", "column", "called"), [(1, 1, "A1"), (7, 26, "Z7"), (7, 27, "AA7"), (9, 16384, "XFD9")])
def test_how_cells_are_called(row: int, column: int, called: str) -> None:
    assert reference(row, column) == called
    assert position(called) == (row, column)


@pytest.mark.parametrize("called", ["", "A", "7", "A0", "a1", "A1:B2", "AAAA1", "A12345678", "Ａ1", "A１"])
def test_what_no_cell_is_called(called: str) -> None:
    assert position(called) is None


def test_what_openpyxl_writes() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"], page["B1"], page["C1"], page["D1"] = "甲", 95.2, date(2025, 12, 31), True
    page["E1"], page["F1"] = "=B1*2", 0.1 + 0.2
    page["G1"] = 0.98
    page["G1"].number_format = "0.0%"
    out = io.BytesIO()
    book.save(out)

    assert list(read_workbook(out.getvalue()).sheets[0].rows[0].cells.values()) == [
        Cell(Kind.TEXT, "甲"),
        Cell(Kind.NUMBER, "95.2"),
        Cell(Kind.NUMBER, "46022", Shown.DAY),
        Cell(Kind.BOOLEAN, "1"),
        Cell(Kind.VOID, "", formula=True),
        Cell(Kind.NUMBER, "0.3"),
        Cell(Kind.NUMBER, "0.98", Shown.PERCENT),
    ]


def test_strict_workbooks_have_other_namespaces_and_are_the_same() -> None:
    strict = {
        name: part.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/m")
        for name, part in parts().items()
    }

    assert read_workbook(zipped(strict)) == read_workbook(zipped(parts()))


def test_the_year_that_days_are_counted_from() -> None:
    assert read_workbook(zipped(parts(workbook='<workbookPr date1904="1"/>'))).from_1904
    assert not read_workbook(zipped(parts(workbook="<workbookPr/>"))).from_1904


def test_a_sheet_that_only_holds_a_chart_is_passed_over() -> None:
    made = parts()
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace("/worksheet", "/chartsheet", 1)

    assert read_workbook(zipped(made)).sheets == ()


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="x"/>',
        '<row r="1"><c r="1A"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>2</v></c></row>',  # there are two texts, 0 and 1
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>１</v></c></row>',
        '<row r="1"><c r="A1" s="x"><v>1</v></c></row>',
    ],
)
def test_a_damaged_sheet(rows: str) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        sheet(rows)


def test_a_workbook_without_texts_and_styles() -> None:
    made = parts()
    rels = made["xl/_rels/workbook.xml.rels"]
    made["xl/_rels/workbook.xml.rels"] = rels.replace("sharedStrings", "x").replace("styles", "y")

    assert read_workbook(zipped(made)).sheets[0].rows[0].cells[1].text == "填报值"


def test_parts_that_are_named_from_the_top() -> None:
    made = parts()
    rels = made["xl/_rels/workbook.xml.rels"]
    made["xl/_rels/workbook.xml.rels"] = rels.replace('Target="', 'Target="/xl/')

    assert read_workbook(zipped(made)) == read_workbook(zipped(parts()))


def test_texts_keep_what_a_reader_would_lose() -> None:
    assert cell('<c r="A1" t="s"><v>0</v></c>', texts=texts_part(" a <&> b ")) == Cell(Kind.TEXT, " a <&> b ")
