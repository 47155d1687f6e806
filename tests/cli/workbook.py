"""A county whose workbook is exported and filled in as a clerk does it: by the headers and the indicators' rows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.exporting import examined, file_of
from vtrack.workbooks.form.listing import by_locality
from vtrack.workbooks.layout import HEADER_ROW, KEY_HEADER, Column, headers

TARGETS = """
  coverage:
    name: 污水处理设施覆盖率
    unit: "%"
    reach: {at_least: 98}
    baseline: {year: 2022, value: 91}
    lead: [office]
  households:
    name: 改厕户数
    unit: 户
    accumulate: {at_least: 90000}
    lead: [office]
  income-ratio:
    name: 城乡收入比
    reach: {at_most: 1.5}
    baseline: {year: 2022, value: 1.9}
    lead: [office]
  road:
    name: 环城公路
    milestone: {states: [谋划储备, 开工建设, 建成通车], reach: 建成通车}
    lead: [office]
  mechanism:
    name: 建立长效机制
    task: {}
    lead: [office]
"""
HEAD = """
format: 1
locality: {{id: {id}, name: {name}, level: county}}
document: {{title: {name}实施方案}}
period: {{start: 2023, end: 2027}}
departments: {{office: 县政府办公室}}
targets:
"""
YEAR = 2024
Content = str | int | float | Decimal | date | bool | None


class County:
    """A repository with localities, the workbook of a year, and what is filled into it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.book = root / "示范县.xlsx"
        (root / ".git").mkdir()

    def locality(self, id: str = "demo", name: str = "示范县", targets: str = TARGETS, **progress: str) -> Path:
        """A locality with targets; ``progress``: the figures of a year, by its number after an underscore."""
        folder = self.root / "plans" / id
        (folder / "progress").mkdir(parents=True)
        plan = HEAD.format(id=id, name=name).lstrip() + targets.strip("\n") + "\n"
        (folder / "plan.yaml").write_text(plan, encoding="utf-8")
        for key, figures in progress.items():
            year = key.strip("_")
            body = textwrap.indent(textwrap.dedent(figures).strip("\n"), "  ")
            text = f"format: 1\nlocality: {id}\nyear: {year}\nfigures:\n{body}\n"
            (folder / "progress" / f"{year}.yaml").write_text(text, encoding="utf-8")
        return folder

    def export(self, *, language: str = "zh", year: int = YEAR) -> Filling:
        """Export the workbook of all localities, and open it for filling in."""
        found = by_locality(examined(self.root / "plans", day=date(year + 1, 2, 1)), year)
        self.book.write_bytes(file_of(found, year, date(year + 1, 2, 1), language))
        return Filling(self.book)

    def progress(self, id: str = "demo", year: int = YEAR) -> str:
        """What a progress file holds; nothing where there is none."""
        file = self.root / "plans" / id / "progress" / f"{year}.yaml"
        return file.read_text(encoding="utf-8") if file.exists() else ""


class Filling:
    """A workbook that is open for filling in."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.book = openpyxl.load_workbook(file)

    @property
    def sheets(self) -> Iterator[Worksheet]:
        """The sheets that have a table."""
        return (sheet for sheet in self.book.worksheets if sheet.cell(HEADER_ROW, 1).value == KEY_HEADER)

    @staticmethod
    def column(sheet: Worksheet, column: Column) -> int:
        """The number of a column of a sheet, by its header."""
        return next(cell.column for cell in sheet[HEADER_ROW] if str(cell.value) in headers(column))

    def cell(self, target: str, column: Column = Column.VALUE, sheet: str | None = None) -> str:
        """What the cell of a target is called."""
        page = next(one for one in self.sheets if sheet in (None, one.title))
        row = next(row[0].row for row in page.iter_rows(min_row=HEADER_ROW) if f"/{target}/" in str(row[0].value))
        return page.cell(row, self.column(page, column)).coordinate

    def fill(
        self,
        target: str,
        value: Content,
        column: Column = Column.VALUE,
        *,
        shown: str | None = None,
        sheet: str | None = None,
    ) -> Filling:
        """Write something into a target's row; ``shown``: the number format that the cell gets."""
        page = next(one for one in self.sheets if sheet in (None, one.title))
        cell = page[self.cell(target, column, sheet)]
        cell.value = value
        if shown is not None:
            cell.number_format = shown
        return self

    def save(self, file: Path | None = None) -> Path:
        """Save the workbook, under another name if one is given."""
        self.book.save(file or self.file)
        return file or self.file


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    """An empty county; locks are kept below the test's folder."""
    monkeypatch.setenv("VTRACK_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "县 规划"
    root.mkdir()
    return County(root)
