"""What files and workbooks say can forge nothing in what the other commands say and write."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import openpyxl
import pytest

from tests.hostile.hold import DANGEROUS, answer, answers, folder, is_plain
from tests.hostile.test_forgery import EVIL
from vtrack.workbooks.layout import HEADER_ROW, KEY_HEADER

PLAN = """\
format: 1
locality: {{id: {1}, name: "{0}"}}
document: {{title: "{0}", number: "{0}", issuer: "{0}", issued: 2023-06-29}}
period: {{start: 2023, end: 2027}}
departments: {{office: "{0}"}}
targets:
  one:
    name: "{0}"
    unit: "{0}"
    reach: {{at_least: 98}}
    baseline: {{year: 2022, value: 90}}
    lead: [office]
    source: "{0}"
    group: "{0}"
    note: "{0}"
  two:
    name: 节点
    milestone: {{states: [甲, "{0}"], reach: "{0}", by: 2025}}
    lead: [office]
    source: "{0}"
  three:
    name: 增速
    unit: "%"
    compare: {{above: {{reference: gdp}}}}
    lead: [office]
    source: "{0}"
amendments:
  - {{target: one, on: 2024-05-01, document: "{0}", reason: "{0}", was: {{at_least: 99}}}}
"""
PROGRESS = """\
format: 1
locality: {1}
year: 2024
figures:
  one: {{value: 91, evidence: ["{0}", "{0}"], note: "{0}"}}
  two: {{state: "{0}", as_of: 2024-06-30, note: "{0}"}}
  three: 5
references:
  gdp: {{value: 3, source: "{0}"}}
revisions:
  - {{target: one, as_of: 2024-12-31, was: 90, on: 2025-01-01, reason: "{0}"}}
"""
DAY = ("--as-of", "2026-11-21")
TABLES = (
    ("check", ".", *DAY),
    ("check", ".", "--format", "plain", *DAY),
    ("check", ".", "--format", "csv", *DAY),
    ("check", ".", "--format", "json", *DAY),
    ("due", ".", *DAY),
    ("due", ".", "--by", "locality", "--color", "never", *DAY),
    ("due", ".", "--format", "markdown", *DAY),
    ("due", ".", "--format", "json", *DAY),
    ("due", ".", "--format", "csv", *DAY),
    ("export", ".", "--format", "csv", *DAY),
    ("export", ".", "--format", "json", *DAY),
)


@pytest.fixture(scope="module")
def localities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locality for each evil text, in files that are sound, and their workbooks."""
    root = tmp_path_factory.mktemp("forgery")
    (root / "vtrack.yaml").write_text("plans: [.]\n", encoding="utf-8")
    for number, evil in enumerate(EVIL):
        name = f"n{number}"
        folder(root / "new", PLAN.format(evil, name), PROGRESS.format(evil, name)).rename(root / name)
    for name, by in (("book.xlsx", "locality"), ("units.xlsx", "department")):
        one = answer("export", ".", "--year", "2024", "--by", by, "-o", name, *DAY, cwd=root)
        assert one.code == 0, one
    return root


def cells_of(text: str) -> list[str]:
    """Every cell of a table of comma-separated values, all of whose rows are as long."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len({len(row) for row in rows}) == 1
    return [cell for row in rows for cell in row]


def commands(text: str) -> list[str]:
    """The lines of a log that GitHub would obey: those that begin with two colons, and those that hold ``##[``."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize("width", ["20", "40", "79"])
def test_no_line_that_is_wrapped_becomes_a_command(width: str, localities: Path) -> None:
    for call in (("check", "."), ("show", "n2", "one"), ("due", ".")):
        found = answer(*call, "--as-of", "2026-11-21", cwd=localities, COLUMNS=width)
        assert is_plain(found)
        assert not commands(found.out), call


@pytest.mark.parametrize("call", TABLES, ids=" ".join)
def test_what_is_said_of_all(call: tuple[str, ...], localities: Path) -> None:
    found = answer(*call, cwd=localities)

    assert is_plain(found)
    assert found.code == 0
    if "json" in call:
        assert json.loads(found.out)
    elif "csv" in call:
        for cell in cells_of(found.out):
            assert not re.match(r"[=+@\t\r]|-(?![0-9.]+\Z)", cell), cell
    elif "markdown" in call:
        assert not re.search(r"(?<!\\)<(script|img|!--|!DOCTYPE)", found.out)
        assert not re.search(r"(?<!\\)\]\((javascript|http)", found.out)
    assert not commands(found.out)


def test_what_is_said_of_each(localities: Path) -> None:
    ways = (
        ("show", "{}", *DAY),
        ("show", "{}", "one", *DAY),
        ("show", "{}", "two", *DAY),
        ("show", "{}", "three", *DAY),
        ("show", "{}", "none", *DAY),
        ("record", "{}", "one", "92", "--as-of", "2023-12-31", "--dry-run"),
        ("record", "{}", "one", "93", "--as-of", "2024-12-31", "--reason", "更正", "--dry-run"),
        ("record", "{}", "one", "95", "--as-of", "2024-12-31"),
        ("record", "{}", "one", "9x", "--as-of", "2024-12-31"),
        ("record", "{}", "two", "乙", "--as-of", "2024-12-31"),
        ("record", "{}", "gdp", "4", "--as-of", "2024-12-31", "--dry-run"),
    )
    calls = [tuple(word.format(f"n{number}") for word in way) for number in range(len(EVIL)) for way in ways]

    for call, one in zip(calls, answers(calls, localities), strict=True):
        assert is_plain(one), call
        assert not commands(one.out + one.err), call


@pytest.mark.parametrize("name", ["book.xlsx", "units.xlsx"])
def test_no_cell_of_a_workbook_is_a_formula(name: str, localities: Path) -> None:
    book = openpyxl.load_workbook(localities / name)

    assert len(book.worksheets) == len(EVIL) + 2
    assert not book.defined_names
    for sheet in book.worksheets:
        assert not DANGEROUS.search(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
                assert cell.hyperlink is None or (cell.hyperlink.target is None and cell.hyperlink.location)
                assert not (isinstance(cell.value, str) and DANGEROUS.search(cell.value)), (sheet.title, cell.value)
        for part in (sheet.oddHeader, sheet.oddFooter):
            assert not re.search("&(?!&|[PN])", (part.left.text or "").replace("&&", ""))


@pytest.mark.parametrize("name", ["book.xlsx", "units.xlsx"])
def test_a_workbook_that_nobody_touched_changes_nothing(name: str, localities: Path) -> None:
    found = answer("import", name, "--format", "json", cwd=localities)

    assert is_plain(found)
    assert found.code == 0, found.out
    assert found.report["ending"] == "nothing"
    assert len(found.report["localities"]) == len(EVIL)


@pytest.mark.parametrize("form", ["table", "json"])
def test_what_is_said_of_a_workbook(form: str, localities: Path) -> None:
    """Evil texts filled in: they are entered as texts, or are faults, and are shown with what cannot be seen named."""
    book = openpyxl.load_workbook(localities / "book.xlsx")
    for sheet in book.worksheets:
        if sheet.cell(HEADER_ROW, 1).value == KEY_HEADER:
            columns = {str(cell.value): cell.column for cell in sheet[HEADER_ROW]}
            for place, evil in enumerate(("=1+1", "\u202e::error::x", "[a](javascript:x)\t<b>")):
                row = HEADER_ROW + 1 + place
                for column in ("Value", "As of", "Evidence", "Note", "Reason for the change"):
                    if column != "As of" or place == 1:
                        cell = sheet.cell(row, columns[column])
                        cell.value, cell.data_type = evil, "s"
    book.save(localities / "evil.xlsx")

    found = answer("import", "evil.xlsx", "--format", form, "--marked", f"marked-{form}.xlsx", cwd=localities)

    assert is_plain(found)
    assert found.code == 1
    marked = openpyxl.load_workbook(localities / f"marked-{form}.xlsx")
    for cell in (cell for sheet in marked.worksheets for row in sheet.iter_rows() for cell in row):
        assert cell.data_type != "f"
        assert cell.comment is None or not DANGEROUS.search(cell.comment.text)


@pytest.mark.parametrize(
    "name", [b"new\nline", b"es\x1b[31mcape", "中文".encode(), "bidi\u202ename".encode(), b"-rf", b"::error::x"]
)
def test_odd_names_of_folders(name: bytes, tmp_path: Path) -> None:
    import os

    (tmp_path / "vtrack.yaml").write_text("plans: [.]\n", encoding="utf-8")
    odd = os.fsdecode(name)
    folder(tmp_path).rename(tmp_path / odd)
    calls = (
        *TABLES,
        ("show", "--", odd),
        ("show", "示范", "one"),
        ("record", "--reason", "更正", "--as-of", "2024-12-31", "--dry-run", "--", odd, "one", "3"),
        ("record", "示范", "one", "3", "--as-of", "2023-12-31"),
        ("export", "--year", "2024", "-o", "book.xlsx"),
        ("import", "book.xlsx"),
        ("check", "--format", "plain"),
    )

    for call, one in zip(calls, answers(calls, tmp_path), strict=True):
        assert is_plain(one), call
