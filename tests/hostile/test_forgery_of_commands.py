"""What files and workbooks say can forge nothing in what the other commands say and write."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest

from tests.history.repositories import git
from tests.hostile.evil import EVIL, HIDDEN, PLAN, PROGRESS
from tests.hostile.hold import DANGEROUS, answer, answers, commands, folder, is_plain
from vtrack.text.reading import read
from vtrack.workbooks.layout import HEADER_ROW, KEY_HEADER

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


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_what_is_said_of_a_change(form: str, tmp_path: Path) -> None:
    """Evil texts in what was, in what is, and in figures that moved."""
    (tmp_path / "vtrack.yaml").write_text("plans: [.]\n", encoding="utf-8")
    for number, evil in enumerate((*EVIL, *HIDDEN)):
        name = f"n{number}"
        folder(tmp_path / "new", PLAN.format(evil, name), PROGRESS.format(evil, name)).rename(tmp_path / name)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@a", "commit", "-q", "-m", "evil")
    for plan in tmp_path.glob("*/plan.yaml"):
        plan.write_text(
            plan.read_text(encoding="utf-8").replace("98", "97").replace('e: "', 'e: "二'), encoding="utf-8"
        )
        figures = plan.parent / "progress" / "2024.yaml"
        figures.write_text(figures.read_text(encoding="utf-8").replace("91", "92"), encoding="utf-8")

    for call in (("diff", "HEAD", "--format", form), ("check", ".", "--against", "HEAD", "--format", form)):
        found = answer(*call, *DAY, cwd=tmp_path)

        assert is_plain(found), call
        assert not commands(found.out), call
        assert "92" in found.out
        if form == "markdown":
            assert not re.search(r"(?<!\\)<(script|img|!--|!DOCTYPE)", found.out)
            assert not re.search(r"(?<!\\)\]\((javascript|http)", found.out)


@pytest.mark.parametrize("evil", HIDDEN)
def test_nothing_hidden_gets_into_a_file(evil: str, localities: Path) -> None:
    """What is entered beside a figure stands there without what cannot be seen, or is refused."""
    text = cast("Any", read(f'a: "{evil}"\n'.encode()).document).data["a"]
    file = localities / "n1" / "progress" / "2024.yaml"
    before = file.read_bytes()
    reason = ("--reason", text, "--note", f"甲{text}")

    one = answer("record", "n1", "one", "92", "--as-of", "2024-12-31", *reason, cwd=localities)

    assert is_plain(one)
    found = answer("check", "n1", "--format", "json", *DAY, cwd=localities)
    assert not found.rules & {"text/control-character", "text/invisible-character"}
    if one.code:
        assert file.read_bytes() == before
    file.write_bytes(before)


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


def test_control_characters_beside_a_figure_are_refused(localities: Path) -> None:
    call = ("record", "n1", "one", "92", "--as-of", "2023-12-31", "--note")

    for note in ("\x1b[2J", "a\x07b"):
        one = answer(*call, note, cwd=localities)
        assert is_plain(one)
        assert one.code == 1
        assert "what was written with the figure has control characters: U+00" in one.err
    assert answer(*call, "甲\u200b", "--dry-run", cwd=localities).code == 0
