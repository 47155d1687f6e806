"""A data sheet: one row a target or reference series, what is known of it locked, what is to be filled in open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from vtrack.messages import say
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Target
from vtrack.model.reference import Reference
from vtrack.workbooks import styles
from vtrack.workbooks.form.contents import Content, contents_of
from vtrack.workbooks.form.entry_checks import (
    day_validation,
    locked_colours,
    row_colours,
    source_validation,
    value_colours,
    value_validation,
)
from vtrack.workbooks.form.hidden import Hidden
from vtrack.workbooks.form.listing import Row
from vtrack.workbooks.form.value_cells import GENERAL, TEXT, Kind, Words, content, kind_of
from vtrack.workbooks.layout import (
    DONE_WORDS,
    EXPLANATION_ROW,
    FILLED_IN,
    FIRST_ROW,
    HEADER_ROW,
    HEADERS,
    KEY_HEADER,
    SOURCE_WORDS,
    TITLE_ROW,
    Column,
)
from vtrack.workbooks.page_setup import print_on_a4, protect
from vtrack.workbooks.styles import put_text

_WIDTHS = {
    Column.KEY: 12,
    Column.INDEX: 5,
    Column.LOCALITY: 11,
    Column.INDICATOR: 28,
    Column.NATURE: 8.5,
    Column.UNIT: 8,
    Column.BASELINE: 10.5,
    Column.GOAL: 24,
    Column.LEAD: 14,
    Column.VALUE: 12,
    Column.AS_OF: 12,
    Column.SOURCE: 11,
    Column.EVIDENCE: 18,
    Column.NOTE: 15,
    Column.REASON: 13,
}
"""In characters. Together they fit a landscape A4 page at a size that can still be read."""
_CENTERED = (Column.INDEX, Column.NATURE, Column.UNIT, Column.BASELINE, Column.AS_OF, Column.SOURCE)
_DAY_FORMAT = "yyyy-mm-dd"


class Page(Struct, frozen=True):
    """What a data sheet shows. ``columns``: from A on. ``foot``: what stands at the foot of a printed page."""

    heading: str
    rows: Sequence[Row]
    columns: Sequence[Column]
    year: int
    foot: str


def write_sheet(sheet: Worksheet, page: Page, hidden: Hidden, word: Words) -> None:
    """Fill an empty sheet."""
    letters = {column: get_column_letter(number) for number, column in enumerate(page.columns, 1)}
    last = FIRST_ROW + len(page.rows) - 1
    _write_head(sheet, page, letters, word)
    for place, row in enumerate(page.rows):
        _write_row(sheet, FIRST_ROW + place, row, place + 1, letters, word)
    _add_checks(sheet, page, letters, last, hidden, word)
    _set_up(sheet, page, letters, last)


def _write_head(sheet: Worksheet, page: Page, letters: dict[Column, str], word: Words) -> None:
    explanation = word(
        say(
            "Fill in the light cells on the right; everything else is locked. 98 means 98 %, 83/85 is a count of a"
            " whole. What is not known stays empty; it is no 0."
        )
    )
    first, last = get_column_letter(2), get_column_letter(len(letters))
    for row, text, height in ((TITLE_ROW, page.heading, 32.0), (EXPLANATION_ROW, explanation, 22.0)):
        cell = sheet[f"{first}{row}"]
        put_text(cell, text)
        sheet.merge_cells(f"{first}{row}:{last}{row}")
        sheet.row_dimensions[row].height = height
    sheet[f"{first}{TITLE_ROW}"].font = styles.font(16, bold=True, heading=True)
    sheet[f"{first}{TITLE_ROW}"].alignment = styles.CENTER
    sheet[f"{first}{EXPLANATION_ROW}"].font = styles.font(10, color="FF5B6770")
    sheet[f"{first}{EXPLANATION_ROW}"].alignment = styles.LEFT
    for column, letter in letters.items():
        cell = sheet[f"{letter}{HEADER_ROW}"]
        put_text(cell, KEY_HEADER if column is Column.KEY else word(HEADERS[column]))
        cell.font = styles.font(10.5, bold=True, heading=True)
        cell.fill = styles.HEADER_TO_FILL_IN if column in FILLED_IN else styles.HEADER
        cell.alignment, cell.border = styles.CENTER, styles.BORDER
    sheet.row_dimensions[HEADER_ROW].height = 34


def _write_row(sheet: Worksheet, number: int, row: Row, index: int, letters: dict[Column, str], word: Words) -> None:
    contents = contents_of(row, index, word)
    value_format = content(row, word)[1]
    for column, letter in letters.items():
        cell = sheet[f"{letter}{number}"]
        put(cell, contents.get(column))
        cell.font, cell.border = styles.font(10), styles.BORDER
        cell.alignment = styles.CENTER if column in _CENTERED else styles.LEFT
        if column in _open_in(row):
            cell.protection = styles.UNLOCKED
            cell.number_format = _formats(column, row, value_format)
        else:
            cell.fill = styles.LOCKED
    value = sheet[f"{letters[Column.VALUE]}{number}"]
    value.alignment = styles.CENTER if kind_of(row.target) in (Kind.STATE, Kind.DONE) else styles.RIGHT
    texts = [(str(contents.get(column) or ""), _WIDTHS[column]) for column in letters if column is not Column.KEY]
    sheet.row_dimensions[number].height = styles.height(texts)


def _open_in(row: Row) -> Sequence[Column]:
    """The columns that may be filled in: a value to compare with has a source, and no evidence besides."""
    if isinstance(row.target, Reference):
        return [column for column in FILLED_IN if column is not Column.EVIDENCE]
    return FILLED_IN


def _formats(column: Column, row: Row, of_value: str) -> str:
    if column is Column.VALUE:
        return of_value
    if column is Column.AS_OF:
        return _DAY_FORMAT
    return GENERAL if column is Column.SOURCE and isinstance(row.target, Target) else TEXT


def put(cell: Cell, held: Content) -> None:
    """Put something into a cell; nothing, where there is nothing."""
    if isinstance(held, str):
        if held:
            put_text(cell, held)
    elif held is not None:
        cell.value = held


def _add_checks(
    sheet: Worksheet, page: Page, letters: dict[Column, str], last: int, hidden: Hidden, word: Words
) -> None:
    value, day, source = (letters[column] for column in (Column.VALUE, Column.AS_OF, Column.SOURCE))
    for number, row in enumerate(page.rows, FIRST_ROW):
        form = row.target.form if isinstance(row.target, Target) else None
        words = form.states if isinstance(form, Milestone) else [word(one) for one in DONE_WORDS.values()]
        choices = hidden.choices(words) if isinstance(form, Milestone | Task) else None
        sheet.add_data_validation(value_validation(row, f"{value}{number}", choices, word))
        for rule in value_colours(row, f"${value}{number}", f"${day}{number}"):
            sheet.conditional_formatting.add(f"{value}{number}", rule)
        for column in [column for column in FILLED_IN if column not in _open_in(row)]:
            for rule in locked_colours():
                sheet.conditional_formatting.add(f"{letters[column]}{number}", rule)
    sheet.add_data_validation(day_validation(f"{day}{FIRST_ROW}:{day}{last}", page.year, word))
    sources = hidden.choices([word(one) for one in SOURCE_WORDS.values()])
    sheet.add_data_validation(source_validation(_of_targets(page.rows, source), sources, word))
    for rule in row_colours(f"${value}{FIRST_ROW}"):
        sheet.conditional_formatting.add(f"{value}{FIRST_ROW}:{letters[FILLED_IN[-1]]}{last}", rule)


def _of_targets(rows: Sequence[Row], letter: str) -> Iterator[str]:
    """The ranges of a column that are targets' and not those of reference series."""
    for is_target, numbered in groupby(enumerate(rows, FIRST_ROW), lambda one: isinstance(one[1].target, Target)):
        numbers = [number for number, _ in numbered]
        if is_target:
            yield f"{letter}{numbers[0]}:{letter}{numbers[-1]}"


def _set_up(sheet: Worksheet, page: Page, letters: dict[Column, str], last: int) -> None:
    """Widths, what stays in view, what may be done to a locked sheet, and how it is printed."""
    for column, letter in letters.items():
        sheet.column_dimensions[letter].width = _WIDTHS[column]
    sheet.column_dimensions[letters[Column.KEY]].hidden = True
    after_name = get_column_letter(list(letters).index(Column.INDICATOR) + 2)
    sheet.freeze_panes = f"{after_name}{FIRST_ROW}"
    final = list(letters.values())[-1]
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{final}{last}"
    protect(sheet)
    print_on_a4(sheet, page.foot, landscape=True)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.print_area = f"B{TITLE_ROW}:{final}{last}"
    sheet.sheet_view.zoomScale = 100
