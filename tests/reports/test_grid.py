"""Tables of many rows: what they hold, that they fit, and that colour changes nothing else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from vtrack.reports.grid import Cell, Column, drawn_grid, wrapped

COLUMNS = (Column("目标", share=3), Column("目标值", share=2), Column("数据", right=True, most=14), Column("状态"))
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
TEXT = st.text(st.sampled_from("甲乙丙丁abc 1，。%"), max_size=40).map(str.strip)
ROWS = st.lists(
    st.lists(st.builds(Cell, TEXT, st.sampled_from(["", "green", "bold red"])), min_size=4, max_size=4), max_size=5
)


def test_a_table() -> None:
    rows = [
        [Cell("产业振兴", "bold cyan")],
        [Cell("农村生活污水处理设施行政村覆盖率"), Cell("≥ 98 %"), Cell("95.2"), Cell("▼ 滞后", "yellow")],
        [Cell("路"), Cell("≥ 1000 公里"), Cell("7"), Cell("√ 已达标", "green")],
    ]

    assert drawn_grid(COLUMNS, rows, 44, color=False).splitlines() == [
        "",
        " 目标             目标值     数据  状态",
        " ──────────────────────────────────────────",
        " 产业振兴",
        " 农村生活污水处   ≥ 98 %     95.2  ▼ 滞后",
        " 理设施行政村覆",
        " 盖率",
        " 路               ≥ 1000        7  √ 已达标",
        "                  公里",
        "",
    ]


@given(ROWS, st.integers(30, 150))
def test_it_fits_and_loses_nothing(rows: list[list[Cell]], width: int) -> None:
    lines = drawn_grid(COLUMNS, rows, width, color=False).splitlines()

    assert all(cell_len(line) <= width for line in lines)
    ruled = next(place for place, line in enumerate(lines) if line.startswith(" ─"))
    assert sorted("".join(lines[ruled + 1 :]).replace(" ", "")) == sorted(
        "".join(cell.text for row in rows for cell in row).replace(" ", "")
    )


@given(ROWS, st.integers(30, 150))
def test_colour_changes_nothing_else(rows: list[list[Cell]], width: int) -> None:
    colored = drawn_grid(COLUMNS, rows, width, color=True)

    assert ESCAPE.sub("", colored) == drawn_grid(COLUMNS, rows, width, color=False)
    assert colored.count("\x1b[0m") * 2 == colored.count("\x1b["), "every style ends"


@given(TEXT, st.integers(2, 60))
def test_texts_are_wrapped_as_rich_wraps_them(text: str, width: int) -> None:
    theirs = Text(text).wrap(Console(width=width), width, overflow="fold")

    assert wrapped(text, width) == [line.plain.rstrip() for line in theirs]
