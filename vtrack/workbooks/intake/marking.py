"""A copy of a workbook with its faults marked: a red cell with what is wrong in its comment, and a sheet of all faults.

The copy is made by openpyxl, which reads a workbook whole. So it is only asked for one that was read already, and that
is not larger than a clerk's.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from vtrack.messages import Message, Translate, say
from vtrack.text.visible import visible
from vtrack.workbooks.faults import FAULTS_SHEET, Fault, Unreadable
from vtrack.workbooks.file.grid import position
from vtrack.workbooks.file.package import Package, open_package
from vtrack.workbooks.layout import in_every_language

if TYPE_CHECKING:
    import openpyxl
    from openpyxl.worksheet.worksheet import Worksheet

    from vtrack.workbooks.file.reading import Workbook

SIZE_LIMIT, MERGED_LIMIT = 8 * 2**20, 200_000
"""Bytes of the sheets' parts together, and cells of all merged areas, that openpyxl is asked to hold."""
_CANNOT_BE_KEPT = say("the workbook has features that a copy cannot keep")
_AUTHOR = "vtrack"
_RED, _WHITE = "FFE03131", "FFFFFFFF"
_COLUMNS = (say("Sheet"), say("Cell"), say("What is wrong"), say("What to do"))
_WIDTHS = (20, 8, 60, 60)
_LOST = {
    "xl/drawings/": say("drawings"),
    "xl/media/": say("pictures"),
    "xl/charts/": say("charts"),
    "xl/externallinks/": say("links to other workbooks"),
    "xl/pivottables/": say("pivot tables"),
}


class Marked(Struct, frozen=True):
    """The bytes of the copy, and what of the workbook may not be in it."""

    data: bytes
    lost: tuple[Message, ...] = ()


def is_marked(workbook: Workbook) -> bool:
    """Whether a workbook is such a copy."""
    titles = in_every_language(FAULTS_SHEET)
    return any(sheet.name in titles for sheet in workbook.sheets)


def mark(data: bytes, workbook: Workbook, faults: Sequence[Fault], translate: Translate) -> Marked:
    """The copy of a workbook, which was read from ``data``, with ``faults`` marked.

    Raises:
        Unreadable: it is too large for that, or openpyxl cannot read it.
    """
    package = open_package(data)
    _is_small(package, workbook)
    book = _loaded(data)
    for title in in_every_language(FAULTS_SHEET):
        if title in book.sheetnames:
            del book[title]
    for sheet in book.worksheets:
        _clear(sheet)
        of_sheet = [fault for fault in faults if fault.spot.sheet == sheet.title and fault.spot.cell]
        _mark(sheet, of_sheet, translate)
    _list(book, faults, translate)
    return Marked(_saved(book), tuple(word for name, word in _LOST.items() if package.has(name)))


def _is_small(package: Package, workbook: Workbook) -> None:
    size = sum(info.file_size for info in package.parts.values())
    merged = sum(
        (area.last_row - area.first_row + 1) * (area.last_column - area.first_column + 1)
        for sheet in workbook.sheets
        for area in sheet.merged
    )
    if size > SIZE_LIMIT or merged > MERGED_LIMIT:
        raise Unreadable(say("the workbook is too large for a marked copy"))


def _loaded(data: bytes) -> openpyxl.Workbook:
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that are not kept
            return load_workbook(io.BytesIO(data), keep_links=False, rich_text=True)
    except Exception:  # it raises whatever its parts run into: TypeError, KeyError, ValueError, …
        raise Unreadable(_CANNOT_BE_KEPT) from None


def _saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    try:
        book.save(out)
    except Exception:  # likewise
        raise Unreadable(_CANNOT_BE_KEPT) from None
    return out.getvalue()


def _clear(sheet: Worksheet) -> None:
    """Take the marks of an earlier copy away."""
    from openpyxl.styles import PatternFill

    # Not its rows, of which a sheet with one far cell has a million.
    for cell in sheet._cells.values():
        if cell.comment is not None and cell.comment.author == _AUTHOR:
            cell.comment = None
            cell.fill = PatternFill()


def _mark(sheet: Worksheet, faults: Sequence[Fault], translate: Translate) -> None:
    """Colour the faulty cells, also where the sheet's own rules colour them, and say what is wrong in a comment."""
    from openpyxl.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    texts: dict[str, list[str]] = {}
    for fault in faults:
        texts.setdefault(fault.spot.cell or "", []).append(_said(fault, translate))
    for called, said in texts.items():
        if position(called) is None:
            continue
        cell = sheet[called]
        if not isinstance(cell, MergedCell):
            cell.fill = PatternFill("solid", start_color=_RED, end_color=_RED)
            cell.comment = Comment("\n".join(said), _AUTHOR, height=120, width=320)
    if texts:
        _above_other_colours(sheet, list(texts))


def _above_other_colours(sheet: Worksheet, cells: Sequence[str]) -> None:
    from openpyxl.formatting.formatting import ConditionalFormattingList
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    style = DifferentialStyle(font=Font(color=_WHITE, bold=True), fill=PatternFill(bgColor=_RED))
    own = ConditionalFormattingList()
    own.add(" ".join(cells), Rule("expression", dxf=style, formula=["TRUE"], stopIfTrue=True, priority=1))
    for formatting in sheet.conditional_formatting:
        for rule in formatting.rules:
            if not (rule.formula == ["TRUE"] and rule.priority == 1):  # of an earlier copy
                rule.priority += 1
                own.add(str(formatting.sqref), rule)
    sheet.conditional_formatting = own


def _list(book: openpyxl.Workbook, faults: Sequence[Fault], translate: Translate) -> None:
    """The sheet of all faults, before the others, each with a link to its cell."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    from vtrack.workbooks import styles
    from vtrack.workbooks.page_setup import print_on_a4

    sheet = book.create_sheet(FAULTS_SHEET.render(translate), 0)
    for column, (header, width) in enumerate(zip(_COLUMNS, _WIDTHS, strict=True), 1):
        cell = sheet.cell(1, column)
        styles.put_text(cell, header.render(translate))
        cell.font, cell.fill = styles.font(10.5, bold=True, heading=True), styles.HEADER
        sheet.column_dimensions[cell.column_letter].width = width
    for row, fault in enumerate(faults, 2):
        hint = fault.hint.render(translate) if fault.hint else ""
        texts = (fault.spot.sheet or "", fault.spot.cell or "", fault.message.render(translate), hint)
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column)
            styles.put_text(cell, _plain(text))
            cell.font, cell.alignment = styles.font(10.5), styles.LEFT
        if fault.spot.sheet in book.sheetnames and fault.spot.cell:
            cell = sheet.cell(row, 2)
            place = f"'{fault.spot.sheet.replace(chr(39), 2 * chr(39))}'!{fault.spot.cell}"
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
            cell.font = Font(name=styles.BODY_FONT, size=10.5, underline="single", color="FF0563C1")
    sheet.freeze_panes = "A2"
    print_on_a4(sheet, "", landscape=True)
    book.active = 0
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet


def _said(fault: Fault, translate: Translate) -> str:
    words = fault.message.render(translate) + (f" → {fault.hint.render(translate)}" if fault.hint else "")
    return _plain(words)


def _plain(text: str) -> str:
    """A text that a cell can hold: texts of the workbook stand in it, whatever they are."""
    return visible(text, 2_000)
