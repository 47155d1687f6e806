"""The cover of a workbook: what is to be filled in and how, and which sheets there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from vtrack.messages import Message, listed, say
from vtrack.workbooks import styles
from vtrack.workbooks.form.listing import LEFT_OUT_WORDS, Listing
from vtrack.workbooks.form.value_cells import Words
from vtrack.workbooks.layout import HEADERS, Column
from vtrack.workbooks.page_setup import print_on_a4, protect
from vtrack.workbooks.styles import put_text

_WIDTHS = {"A": 2, "B": 20, "C": 12, "D": 12, "E": 48}
_ACROSS = sum(_WIDTHS[letter] for letter in "CDE")


class Cover(Struct, frozen=True):
    """What a cover tells. ``sheets``: the title of each data sheet and what is listed on it."""

    year: int
    day: date
    sheets: Sequence[tuple[str, Listing]]
    foot: str


def write_cover(sheet: Worksheet, cover: Cover, word: Words) -> None:
    """Fill an empty sheet."""
    sheet.sheet_view.showGridLines = False
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    _title(sheet, word(say("How to fill in the figures of {year}", year=cover.year)))
    about = say(
        "Exported on {day}. Please fill in the sheets, save the workbook as .xlsx and send it back.", day=cover.day
    )
    _across(sheet, 2, word(about), color="FF5B6770")
    row = _steps(sheet, 4, cover.year, word)
    row = _legend(sheet, row + 1, word)
    _contents(sheet, row + 1, cover, word)
    protect(sheet)
    print_on_a4(sheet, cover.foot, landscape=False)


def _title(sheet: Worksheet, text: str) -> None:
    put_text(sheet["B1"], text)
    sheet["B1"].font = styles.font(18, bold=True, heading=True)
    sheet["B1"].alignment = styles.LEFT
    sheet.merge_cells("B1:E1")
    sheet.row_dimensions[1].height = 40


def _across(sheet: Worksheet, row: int, text: str, *, color: str = "FF1F2933") -> None:
    cell = sheet[f"B{row}"]
    put_text(cell, text)
    cell.font, cell.alignment = styles.font(10.5, color=color), styles.LEFT
    sheet.merge_cells(f"B{row}:E{row}")
    sheet.row_dimensions[row].height = styles.height([(text, _WIDTHS["B"] + _ACROSS)], least=20)


def _heading(sheet: Worksheet, row: int, text: str) -> int:
    put_text(sheet[f"B{row}"], text)
    sheet[f"B{row}"].font = styles.font(12, bold=True, heading=True)
    sheet[f"B{row}"].alignment = styles.LEFT
    sheet.merge_cells(f"B{row}:E{row}")
    sheet.row_dimensions[row].height = 26
    return row + 1


def _explained(year: int) -> Iterator[tuple[Message, Message]]:
    """The columns to fill in, and how."""
    value = say(
        "The figure in the unit of its row, without the unit. For 98 % write 98, not 0.98; a count of a whole may be"
        " written as 83/85. Milestones and tasks have a list to choose from. Words in brackets under an indicator say"
        " which figure is wanted. What is not known stays empty; it is no 0."
    )
    day = say(
        "The day of the figure, such as {year}-06-30. Empty, it is {year}-12-31; so until the year is over it must be"
        " written.",
        year=year,
    )
    reason = say(
        "Only where a figure that was reported before is changed and its day stays the same. To report a later day,"
        " write the new figure and its day over the old ones."
    )
    yield HEADERS[Column.VALUE], value
    yield HEADERS[Column.AS_OF], day
    yield (
        HEADERS[Column.SOURCE],
        say(
            "Choose from the list. Empty, it is self-reported. Of a value to compare with, write the bulletin or letter"
            " that it is from."
        ),
    )
    yield HEADERS[Column.EVIDENCE], say("The papers that prove it, by name and number. No task is completed without.")
    yield HEADERS[Column.NOTE], say("Whatever else should be known of the figure.")
    yield HEADERS[Column.REASON], reason


def _steps(sheet: Worksheet, row: int, year: int, word: Words) -> int:
    row = _heading(sheet, row, word(say("The columns to fill in")))
    for name, how in _explained(year):
        _pair(sheet, row, word(name), word(how))
        row += 1
    rules = say(
        "Rows that are filled in already show the last figure reported for the year; rows that are not touched change"
        " nothing. Rows may be filtered. Please do not add or delete rows and columns or change the headers."
    )
    _across(sheet, row, word(rules))
    return row + 1


def _pair(sheet: Worksheet, row: int, name: str, text: str) -> None:
    label, cell = sheet[f"B{row}"], sheet[f"C{row}"]
    put_text(label, name)
    put_text(cell, text)
    label.font, cell.font = styles.font(10.5, bold=True), styles.font(10.5)
    label.fill, label.alignment, cell.alignment = styles.HEADER_TO_FILL_IN, styles.CENTER, styles.LEFT
    sheet.merge_cells(f"C{row}:E{row}")
    for letter in "BCDE":
        sheet[f"{letter}{row}"].border = styles.BORDER
    sheet.row_dimensions[row].height = styles.height([(text, _ACROSS)])


def _legend(sheet: Worksheet, row: int, word: Words) -> int:
    row = _heading(sheet, row, word(say("The colours")))
    for color, meaning in (
        (styles.MISSING, say("nothing reported yet")),
        (styles.FILLED, say("filled in")),
        (
            styles.SHORT,
            say("does not satisfy the target that already applies: please check it, and send it if it is right"),
        ),
        (styles.WRONG, say("not a plain number: please check it")),
    ):
        swatch, cell = sheet[f"B{row}"], sheet[f"C{row}"]
        swatch.fill, swatch.border = styles.fill(color), styles.BORDER
        put_text(cell, word(meaning))
        cell.font, cell.alignment = styles.font(10.5), styles.LEFT
        sheet.merge_cells(f"C{row}:E{row}")
        sheet.row_dimensions[row].height = 20
        row += 1
    return row


def _contents(sheet: Worksheet, row: int, cover: Cover, word: Words) -> None:
    row = _heading(sheet, row, word(say("The sheets")))
    head = (say("Sheet"), say("To be reported"), say("Reported"), say("Not listed"))
    for letter, message in zip("BCDE", head, strict=True):
        cell = sheet[f"{letter}{row}"]
        put_text(cell, word(message))
        cell.font, cell.fill = styles.font(10.5, bold=True, heading=True), styles.HEADER
        cell.alignment, cell.border = styles.CENTER, styles.BORDER
    sheet.row_dimensions[row].height = 22
    for number, (title, listing) in enumerate(cover.sheets, row + 1):
        _line(sheet, number, title, listing, word)


def _line(sheet: Worksheet, row: int, title: str, listing: Listing, word: Words) -> None:
    reasons = tuple(LEFT_OUT_WORDS[why](count) for why, count in sorted(listing.left_out.items()))
    absent = word(listed(reasons)) if reasons else ""
    name = sheet[f"B{row}"]
    put_text(name, title)
    sheet[f"C{row}"], sheet[f"D{row}"] = len(listing.rows), sum(each.figure is not None for each in listing.rows)
    put_text(sheet[f"E{row}"], absent)
    for letter in "BCDE":
        cell = sheet[f"{letter}{row}"]
        cell.font, cell.border = styles.font(10.5), styles.BORDER
        cell.alignment = styles.CENTER if letter in "CD" else styles.LEFT
    if listing.rows:
        quoted = title.replace("'", "''")
        name.hyperlink = Hyperlink(name.coordinate, location=f"'{quoted}'!A1", display=title)
        name.font = styles.font(10.5, color="FF1A5FB4")
    sheet.row_dimensions[row].height = styles.height([(title, _WIDTHS["B"]), (absent, _WIDTHS["E"])], least=20)
