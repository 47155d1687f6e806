"""Workbooks that are exported from real files and opened again."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from vtrack.checking import Examination, Examined, examine
from vtrack.discovery import find_localities
from vtrack.language import translator
from vtrack.reports.words import View
from vtrack.verdicts.verdict import Terms
from vtrack.workbooks.form.book import Facts, workbook_bytes
from vtrack.workbooks.form.listing import Listing, by_department, by_locality
from vtrack.workbooks.layout import BY_LOCALITY, FIRST_ROW, Column

DAY = date(2025, 11, 20)
HEAD = """
format: 1
locality: {id: county, name: 示范县, level: county}
document: {title: 示范县实施方案}
period: {start: 2023, end: 2027}
departments: {housing: 县住建局, farming: 县农业农村局}
targets:
"""


def locality(folder: Path, targets: str, head: str = HEAD, **progress: str) -> Path:
    """A county with these targets; ``progress``: the figures of a year, by its number after an underscore."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(head.lstrip() + _in(targets), encoding="utf-8")
    (folder / "progress").mkdir(exist_ok=True)
    for name, figures in progress.items():
        year = name.strip("_")
        text = f"format: 1\nlocality: {folder.name}\nyear: {year}\nfigures:\n{_in(figures)}"
        (folder / "progress" / f"{year}.yaml").write_text(text, encoding="utf-8")
    return folder


def _in(text: str) -> str:
    return textwrap.indent(textwrap.dedent(text).strip("\n"), "  ") + "\n"


def examined(*folders: Path, day: date = DAY) -> list[Examined]:
    """The localities in folders, as of a day."""
    terms = Examination(Terms(day), day, (), str)
    return [examine(files, terms) for files in find_localities(folders)]


def listings(*folders: Path, year: int = 2025, by: str = "locality", day: date = DAY) -> list[Listing]:
    """What a workbook of these folders lists."""
    return (by_locality if by == "locality" else by_department)(examined(*folders, day=day), year)


def file_of(found: Sequence[Listing], year: int = 2025, day: date = DAY, language: str = "en") -> bytes:
    """The bytes of the workbook."""
    return workbook_bytes(found, Facts(year, day, language), View(translator(language)).word)


def opened(data: bytes) -> Workbook:
    """A workbook opened again."""
    return load_workbook(io.BytesIO(data))


def exported(*folders: Path, year: int = 2025, by: str = "locality", day: date = DAY) -> Workbook:
    """The workbook of these folders, opened again."""
    return opened(file_of(listings(*folders, year=year, by=by, day=day), year, day))


def row_of(sheet: Worksheet, target: str) -> int:
    """The number of a target's row."""
    keys = {str(sheet.cell(row, 1).value).split("/")[1]: row for row in range(FIRST_ROW, sheet.max_row + 1)}
    return keys[target]


def cell_of(sheet: Worksheet, target: str, column: Column, columns: Sequence[Column] = BY_LOCALITY) -> str:
    """The coordinate of a target's cell in a column."""
    return sheet.cell(row_of(sheet, target), columns.index(column) + 1).coordinate


def texts(found: Sequence[Listing]) -> dict[str, str]:
    """This year's target or expected value of each target, by id, in English."""
    word = View(translator("en")).word
    return {row.target.id: word(row.goal) for listing in found for row in listing.rows}
