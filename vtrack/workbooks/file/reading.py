"""A workbook as it lies in its package: sheets, rows and cells, with what a cell holds and how it is shown.

openpyxl, which writes our workbooks, is not asked here. It makes an object of each cell of a merged range, also of one
over 17 thousand million; it stops at styles that WPS writes and that do not matter; it forgets which number a cell's
text was made of, and needs a second pass to tell a formula. What is read here is read in one pass, within limits.
"""

from __future__ import annotations

from posixpath import dirname, join, normpath

from msgspec import Struct

from vtrack.messages import say
from vtrack.workbooks.faults import Unreadable
from vtrack.workbooks.file.grid import Sheet
from vtrack.workbooks.file.markup import walk
from vtrack.workbooks.file.package import EXPORT_AGAIN, SAVE_AS, Package, open_package
from vtrack.workbooks.file.sheet_part import CELL_LIMIT, read_sheet
from vtrack.workbooks.file.texts import read_formats, read_texts

SHEET_LIMIT = 1_000
_WORKBOOK = "officeDocument"
_SHEET, _TEXTS, _STYLES = "worksheet", "sharedStrings", "styles"


class Workbook(Struct, frozen=True):
    """The sheets of a workbook in their order.

    from_1904: whether its days are counted from 1904, as on old Macs. linked: whether it refers to other workbooks.
    """

    sheets: tuple[Sheet, ...]
    from_1904: bool = False
    linked: bool = False


def read_workbook(data: bytes) -> Workbook:
    """The workbook that the bytes of a file hold.

    Raises:
        Unreadable: they hold none, a damaged one, or one beyond the limits.
    """
    package = open_package(data)
    part = next((target for kind, target in _relations(package, "").values() if kind == _WORKBOOK), None)
    if part is None:
        raise Unreadable(say("the workbook is damaged: it does not say where its sheets are"), SAVE_AS)
    outline = _Outline()
    walk(package.part(part), part, outline)
    if len(outline.sheets) > SHEET_LIMIT:
        many = say("the workbook has {count} sheets, more than {most}", count=len(outline.sheets), most=SHEET_LIMIT)
        raise Unreadable(many, EXPORT_AGAIN)
    relations = _relations(package, part)
    by_kind = dict(relations.values())
    texts = read_texts(package, by_kind.get(_TEXTS))
    formats = read_formats(package, by_kind.get(_STYLES))
    sheets, room = [], CELL_LIMIT
    for name, relation, hidden in outline.sheets:
        kind, target = relations.get(relation, ("", ""))
        if kind == _SHEET:  # a chart may be a sheet too
            sheet = read_sheet(package.part(target), target, name, hidden, texts, formats, room)
            room -= sum(len(row.cells) for row in sheet.rows)
            sheets.append(sheet)
    return Workbook(tuple(sheets), outline.from_1904, package.has(f"{dirname(part)}/externallinks/".lower()))


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """What a part refers to inside the package, by the reference: the kind, and the other part's name."""
    name = f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels".lstrip("/")
    found = _Relations()
    walk(package.part(name), name, found)
    return {id: (kind, normpath(join("/", dirname(part), target)).lstrip("/")) for id, kind, target in found.rows}


class _Relations:
    """Listens to a part of relations; links to what lies outside are passed over."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.rows.append((attributes.get("Id", ""), kind, attributes.get("Target", "")))

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


class _Outline:
    """Listens to the workbook's own part: its sheets with their references, and how it counts days."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), hidden))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true", "on")

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass
