"""Files under the name of a workbook that are none, are damaged, or are made to do harm: each gets a plain sentence."""

from __future__ import annotations

import os
import random
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.hold import answer, folder
from tests.workbooks.packages import HEAD, parts, sheet_part, texts_part, zipped
from vtrack.workbooks.faults import Unreadable
from vtrack.workbooks.file import package
from vtrack.workbooks.file.package import FILE_LIMIT, PART_COUNT_LIMIT, UNPACKED_LIMIT
from vtrack.workbooks.file.reading import read_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
HTML = "<html><head><meta charset='gbk'></head><table><tr><td>填报值</td></tr></table></html>"


def refused(data: bytes) -> str:
    """Why bytes are no workbook that is read."""
    with pytest.raises(Unreadable) as raised:
        read_workbook(data)
    assert "{" not in raised.value.message.render(str)
    assert raised.value.hint is not None
    return raised.value.message.render(str)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"\r\n \n", "empty"),
        (bytes(4096), "empty"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted with a password"),
        (OLE + "Workbook".encode("utf-16-le"), "old workbook"),
        (HTML.encode("gb18030"), "web page"),
        (b"\xef\xbb\xbf\r\n" + HTML.encode(), "web page"),
        (f"{HEAD}<Workbook/>".encode(), "XML table"),
        ("指标,填报值\n甲,98\n".encode(), "text file such as .csv"),
        ("指标,填报值\n甲,98\n".encode("gb18030"), "text file such as .csv"),
        ("指标\t填报值\n".encode("utf-16"), "text file such as .csv"),
        (b"%PDF-1.7\n\x00", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no workbook"),
        (b"PK\x03\x04" + bytes(50), "broke off"),
        (b"PK\x05\x06" + bytes(18), "zip file, not"),
        (zipped({"a.txt": "甲"}), "zip file, not"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument"),
        (zipped({"[Content_Types].xml": '<Types><Override ContentType="a/wordprocessingml"/></Types>'}), "no workbook"),
        (zipped(parts(type_="application/vnd.ms-excel.sheet.macroEnabled.main+xml")), "macros"),
        (zipped({**parts(), "xl/vbaProject.bin": "x"}), "macros"),
        (zipped(parts(type_="application/vnd.ms-excel.sheet.binary.macroEnabled.main")), "binary workbook"),
        (zipped({**parts(), "XL/Workbook.xml": "x"}), "two parts of one name"),
        (zipped(parts(), zipfile.ZIP_LZMA), "unusual"),
        (zipped({**parts(), **{f"x{n}": "" for n in range(PART_COUNT_LIMIT)}}), "parts, more than"),
        (zipped({name: part for name, part in parts().items() if "sheet1" not in name}), "sheet1.xml is missing"),
        (zipped({name: part for name, part in parts().items() if name != "_rels/.rels"}), "_rels/.rels is missing"),
        (zipped({**parts(), "_rels/.rels": "<Relationships/>"}), "does not say where"),
        (zipped(parts())[:-200], "broke off"),
    ],
)
def test_what_is_no_workbook(data: bytes, why: str) -> None:
    assert why in refused(data)


def test_a_file_beyond_the_limit() -> None:
    assert "larger than 32 MiB" in refused(bytes(FILE_LIMIT + 1))


def test_an_encrypted_zip() -> None:
    data = bytearray(zipped(parts()))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 1)

    assert "encrypted" in refused(bytes(data))


def test_a_zip_bomb_is_refused_before_anything_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({**parts(), "xl/worksheets/sheet1.xml": b" " * (UNPACKED_LIMIT + 1)})
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("something was unpacked"))

    assert len(bomb) < 200_000
    assert "unpacked it would be larger" in refused(bomb)


def test_many_parts_that_are_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "UNPACKED_LIMIT", 5_000)

    assert "unpacked it would be larger" in refused(zipped({**parts(), "a": b" " * 4_000, "b": b" " * 4_000}))


def test_a_zip_that_lies_about_a_part() -> None:
    """The directory says that a part is small; what comes out is not what it says."""
    made = parts({"甲": sheet_part("<row/>" * 10_000)})
    data = bytearray(zipped(made))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"xl/worksheets/sheet1.xml"))
    data[at + 24 : at + 28] = struct.pack("<I", 100)

    assert "cannot be unpacked" in refused(bytes(data))


@pytest.mark.parametrize("part", ["workbook.xml", "sharedStrings.xml", "styles.xml", "worksheets/sheet1.xml"])
@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    ],
)
def test_entities(part: str, declared: str) -> None:
    made = parts()
    made[f"xl/{part}"] = made[f"xl/{part}"].replace(HEAD, HEAD + declared)

    assert "declares entities" in refused(zipped(made))


@pytest.mark.parametrize(
    "part",
    [
        "<a>" * 100_000,
        "<worksheet><sheetData>" + "<row>" * 5_000,
        "no xml",
        HEAD.replace("UTF-8", "x-unknown") + "<a/>",
        "<a>\x00</a>",
        '<a b="1" b="2"/>',
    ],
)
def test_odd_xml(part: str) -> None:
    refused(zipped({**parts(), "xl/worksheets/sheet1.xml": part}))


def test_a_sheet_of_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vtrack.workbooks.file.markup.ELEMENT_LIMIT", 1_000)

    assert "larger than any" in refused(zipped(parts({"甲": sheet_part("<row/>" * 1_000)})))


def test_a_sheet_that_says_it_is_as_large_as_can_be() -> None:
    """Empty rows, far cells and a dimension that lies cost nothing."""
    rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    part = sheet_part(rows).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')

    assert read_workbook(zipped(parts({"甲": part}))).sheets[0].rows[0].number == 1048576


def test_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vtrack.workbooks.file.reading.CELL_LIMIT", 10)
    row = "".join("<c><v>1</v></c>" for _ in range(6))

    assert "filled cells" in refused(zipped(parts({name: sheet_part(f"<row>{row}</row>") for name in "甲乙"})))


def test_a_long_text_that_many_cells_point_at() -> None:
    made = {**parts(), "xl/sharedStrings.xml": texts_part("长" * 33_000)}

    assert "characters of a cell" in refused(zipped(made))


def test_too_many_sheets() -> None:
    assert "sheets, more than" in refused(zipped(parts({str(number): "" for number in range(1_001)})))


def test_links_lead_nowhere() -> None:
    made = parts()
    outside = '<Relationship Id="s1" Type="x/worksheet" Target="file:///etc/passwd" TargetMode="External"/>'
    made["xl/_rels/workbook.xml.rels"] = f"{HEAD}<Relationships>{outside}</Relationships>"

    assert read_workbook(zipped(made)).sheets == ()


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "/etc/passwd", "..\\..\\x", "http://127.0.0.1:9/"])
def test_parts_outside_the_package_are_missing(target: str) -> None:
    made = parts()
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace("worksheets/sheet1.xml", target)

    assert "is missing" in refused(zipped(made))


GOOD = zipped(parts({"甲": sheet_part('<row><c s="1"><v>0.98</v></c><c t="s"><v>1</v></c></row>')}))


@given(st.integers(0, 2**32))
@settings(max_examples=300)
def test_a_damaged_workbook_is_refused_or_read(seed: int) -> None:
    """Bytes changed at random: of the zip, or of a part that is then packed soundly."""
    chance = random.Random(seed)
    data = bytearray(GOOD)
    if chance.random() < 0.5:
        made = parts({"甲": sheet_part('<row><c s="1"><v>0.98</v></c><c t="s"><v>1</v></c></row>')})
        name = chance.choice(sorted(made))
        part = bytearray(made[name].encode())
        for _ in range(chance.randint(1, 8)):
            part[chance.randrange(len(part))] = chance.choice(b"<>&;\"'=/ 0129AZ\x00\xff")
        data = bytearray(zipped({**made, name: bytes(part)}))
    else:
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    with suppress(Unreadable):
        read_workbook(bytes(data))


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    refused(data)


@pytest.mark.parametrize(
    "made",
    [
        {"xl/sharedStrings.xml": texts_part(*("长" * 32_000 for _ in range(300)))},
        {"xl/worksheets/sheet1.xml": sheet_part("<row>" + "<c><v>1</v></c>" * 900_000 + "</row>")},
        {"xl/worksheets/sheet1.xml": sheet_part(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')},
        {"xl/worksheets/sheet1.xml": sheet_part().replace("<worksheet", f'<worksheet a="{"甲" * 15_000_000}"', 1)},
    ],
    ids=["texts", "cells", "merged", "attribute"],
)
def test_the_command_answers_in_little_memory(made: dict[str, str], tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "book.xlsx").write_bytes(zipped({**parts(), **made}))

    came = answer("import", "book.xlsx", "--to", "demo", "--marked", "marked.xlsx", cwd=tmp_path)

    assert came.code == 1, came.err
    assert "book.xlsx fault" in came.out


WRONG = (
    "<row>"
    + "".join(f'<c t="inlineStr"><is><t>{header}</t></is></c>' for header in ("vtrack-key", "Indicator", "Value"))
    + '</row><row><c t="inlineStr"><is><t>demo/one/2024</t></is></c><c/><c><v>1E99</v></c></row>'
)


@pytest.mark.parametrize(
    ("part", "is_marked"),
    [
        (sheet_part(WRONG), True),
        (sheet_part(WRONG + '<row><c r="XFD1048576"><v>1</v></c></row>'), True),
        (sheet_part(WRONG, '<mergeCells><mergeCell ref="D9:XFD1048576"/></mergeCells>'), False),
        (sheet_part(WRONG + f"<row>{'<c/>' * 16_000}</row>" * 30), True),
        (sheet_part(WRONG + "<row>" + "<c s='1'/>" * 1_000_000 + "</row>"), False),
        (sheet_part(WRONG, '<conditionalFormatting sqref="A1"><cfRule type="x"/></conditionalFormatting>'), False),
    ],
    ids=["small", "far", "merged", "cells", "large", "unheard"],
)
def test_a_marked_copy_of_what_is_odd(part: str, is_marked: bool, tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "book.xlsx").write_bytes(zipped(parts({"甲": part})))

    came = answer("import", "book.xlsx", "--to", "demo", "--marked", "marked.xlsx", cwd=tmp_path)

    assert came.code == 1, came.err
    assert "甲!C2 fault" in came.out
    assert (tmp_path / "marked.xlsx").exists() == is_marked


def test_the_command_and_what_is_no_file(tmp_path: Path) -> None:
    folder(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.xlsx")
        assert answer("import", "pipe.xlsx", cwd=tmp_path).code == 2
    assert answer("import", "demo", cwd=tmp_path).code == 2
    assert answer("import", "nowhere.xlsx", cwd=tmp_path).code == 2
