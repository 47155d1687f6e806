"""The tables of a filled-in workbook: which rows are targets, and in which columns what was filled in stands.

Columns are found by their headers and rows by their keys. So sheets may be renamed, columns moved, rows inserted,
sorted and taken out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from unicodedata import normalize

from msgspec import Struct

from vtrack.messages import listed, say
from vtrack.workbooks.faults import FAULTS_SHEET, Fault, Remark, Spot
from vtrack.workbooks.file.grid import Area, Cell, Kind, Row, Sheet, reference
from vtrack.workbooks.file.reading import Workbook
from vtrack.workbooks.layout import (
    FACTS_SHEET,
    FILLED_IN,
    FORMAT,
    LONGEST,
    Column,
    Fact,
    headers,
    in_every_language,
    key_in,
)

_MERGED_LIMIT = 500_000


class Facts(Struct, frozen=True):
    """What the hidden sheet says of the workbook; ``None`` where it does not."""

    format: int | None = None
    year: int | None = None


class Line(Struct, frozen=True):
    """One row of a table, with the cells of the columns that were found.

    columns: the number of each. merged: of these columns, the areas that their cells are merged into with others.
    """

    spot: Spot
    row: int
    columns: Mapping[Column, int]
    cells: Mapping[Column, Cell]
    hidden: bool = False
    merged: Mapping[Column, Area] | None = None

    def at(self, column: Column) -> Spot:
        """Where a cell of the row is; that of its value where the table lacks the column."""
        number = self.columns.get(column, self.columns[Column.VALUE])
        return Spot(self.spot.file, self.spot.sheet, reference(self.row, number))

    def text(self, column: Column) -> str:
        """What a cell that nobody fills in says, as far as it can matter."""
        cell = self.cells.get(column)
        return cell.text.strip()[:LONGEST] if cell else ""


class Table(Struct, frozen=True):
    """One sheet's rows that may be targets."""

    sheet: Sheet
    spot: Spot
    lines: tuple[Line, ...]


class Tables(Struct, frozen=True):
    """What was found in one workbook."""

    facts: Facts
    tables: tuple[Table, ...] = ()
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()


def tables(workbook: Workbook, file: str) -> Tables:
    """The tables of a workbook that is called ``file``."""
    facts = _facts(workbook)
    spot = Spot(file)
    if facts.format is not None and facts.format > FORMAT:
        newer = say("the workbook was made by a newer vtrack than this one")
        return Tables(facts, faults=(Fault(spot, newer, say("install the newest vtrack, and import it again")),))
    found: list[Table] = []
    faults: list[Fault] = []
    remarks: list[Remark] = []
    passed_over = {FACTS_SHEET, *in_every_language(FAULTS_SHEET)}
    if workbook.linked:
        remarks.append(Remark(spot, say("the links to other workbooks in it are not followed")))
    shown = [sheet for sheet in workbook.sheets if sheet.name not in passed_over]
    for number, sheet in enumerate(shown):
        table = _table(sheet, Spot(file, sheet.name))
        if isinstance(table, Fault):
            faults.append(table)
        elif table is not None:
            found.append(table)
        elif number and sheet.rows:  # the cover is the first
            remarks.append(Remark(Spot(file, sheet.name), say("a sheet without a table to be filled in; passed over")))
    if not found and not faults:
        message = say("there is no sheet in it with a table to be filled in")
        faults.append(Fault(spot, message, say("the workbooks to fill in are made by vtrack export")))
    return Tables(facts, tuple(found), tuple(faults), tuple(remarks))


def _facts(workbook: Workbook) -> Facts:
    told: dict[str, str] = {}
    for sheet in workbook.sheets:
        if sheet.name == FACTS_SHEET:
            for row in sheet.rows:
                if 1 in row.cells and 2 in row.cells:
                    told[row.cells[1].text] = row.cells[2].text
    format_, year = (_whole(told.get(fact.value, "")) for fact in (Fact.FORMAT, Fact.YEAR))
    return Facts(format_, year)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 else None


def _table(sheet: Sheet, spot: Spot) -> Table | Fault | None:
    """The table of a sheet; ``None`` where it has none, a fault where it has lost its headers."""
    columns: dict[Column, int] = {}
    rows: list[tuple[Row, dict[Column, int]]] = []
    for row in sheet.rows:
        named = _headers(row)
        if Column.VALUE in named and not {Column.KEY, Column.INDICATOR}.isdisjoint(named):
            twice = [column for column in named if len(named[column]) > 1]
            if twice:
                cells = listed(tuple(reference(row.number, number) for number in named[twice[0]]))
                message = say("the same header stands in several columns: {cells}", cells=cells)
                return Fault(spot, message, say("take one of the columns out"))
            columns = {column: numbers[0] for column, numbers in named.items()}
        elif columns:
            rows.append((row, columns))
    if not columns:
        keyed = any(key_in(cell.text) for row in sheet.rows for cell in row.cells.values() if len(cell.text) < 200)
        message = say("the headers of the table are gone: there is none for the value")
        return Fault(spot, message, say("write the headers again as in a new export")) if keyed else None
    merged = _merged(sheet, [row.number for row, _ in rows])
    if merged is None:
        message = say("the sheet has more merged cells than a clerk makes")
        return Fault(spot, message, say("unmerge them, and write each value into its own row"))
    return Table(sheet, spot, tuple(_lines(sheet, spot, rows, merged)))


def _headers(row: Row) -> dict[Column, list[int]]:
    found: dict[Column, list[int]] = {}
    for number, cell in row.cells.items():
        column = _COLUMNS.get(_plain(cell.text)) if cell.kind is Kind.TEXT and len(cell.text) < 80 else None
        if column is not None:
            found.setdefault(column, []).append(number)
    return found


def _plain(text: str) -> str:
    """A header whatever its spaces, its width and the star of a column that must be filled in."""
    return "".join(normalize("NFKC", text).casefold().split()).strip("*:")


_COLUMNS = {_plain(header): column for column in Column for header in headers(column)}


def _lines(
    sheet: Sheet,
    spot: Spot,
    rows: list[tuple[Row, dict[Column, int]]],
    merged: Mapping[tuple[int, int], Area],
) -> Iterator[Line]:
    held = {row.number: row for row in sheet.rows}
    for row, columns in rows:
        cells, areas = {}, {}
        for column, number in columns.items():
            area = merged.get((row.number, number))
            if area is not None:
                areas[column] = area
            # What a merged cell holds counts for each row that it spans, but of figures, which are told apart later.
            spans = area is not None and area.first_column == number and column in FILLED_IN
            source = held.get(area.first_row) if area is not None and spans else row
            cell = source.cells.get(number) if source is not None else None
            if cell is not None:
                cells[column] = cell
        if cells:
            yield Line(spot, row.number, columns, cells, row.hidden, areas or None)


def _merged(sheet: Sheet, numbers: list[int]) -> dict[tuple[int, int], Area] | None:
    """By row and column, the merged area of each cell in the rows of these numbers; ``None`` for too many."""
    found: dict[tuple[int, int], Area] = {}
    last = max((column for row in sheet.rows for column in row.cells), default=0)
    room = _MERGED_LIMIT
    for area in sheet.merged:
        rows = numbers[bisect_left(numbers, area.first_row) : bisect_right(numbers, area.last_row)]
        columns = range(area.first_column, min(area.last_column, last) + 1)
        room -= len(rows) * len(columns)
        if room < 0:
            return None
        found.update({(row, column): area for row in rows for column in columns})
    return found
