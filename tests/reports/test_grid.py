"""Tables of many rows: what they hold, that they fit, and that colour changes nothing else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from vtrack.reports.grid import Cell, Column, drawn_grid, grid_for, styled_lines, wrapped

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


@given(ROWS, ROWS, st.integers(30, 150), st.sampled_from(["", " "]))
def test_parts_of_one_table_line_up(one: list[list[Cell]], other: list[list[Cell]], width: int, margin: str) -> None:
    grid = grid_for(COLUMNS, [*one, *other], width, margin=margin, color=False)

    assert grid.body(one) + grid.body(other) == grid.body([*one, *other])
    assert all(cell_len(line) <= width for line in (grid.head() + grid.body([*one, *other])).splitlines())
    assert grid.head().splitlines()[-1] == margin + "─" * (width - 2 * len(margin))


@given(TEXT, st.integers(2, 60))
def test_texts_are_wrapped_as_rich_wraps_them(text: str, width: int) -> None:
    theirs = Text(text).wrap(Console(width=width), width, overflow="fold")

    assert wrapped(text, width) == [line.plain.rstrip() for line in theirs]


def test_pieces_of_one_text_keep_their_styles_when_it_is_broken() -> None:
    pieces = [Cell("县/plan.yaml:3 "), Cell("错误", "bold red"), Cell("  vtrack explain", "dim")]

    assert styled_lines(pieces, 26, color=True).splitlines() == [
        "县/plan.yaml:3 \x1b[1;31m错误\x1b[0m",
        "\x1b[2mvtrack explain\x1b[0m",
    ]


@given(st.lists(st.builds(Cell, TEXT, st.sampled_from(["", "green", "dim"])), max_size=4), st.integers(2, 60))
def test_pieces_are_wrapped_as_one_text(pieces: list[Cell], width: int) -> None:
    text = "".join(piece.text for piece in pieces)

    assert ESCAPE.sub("", styled_lines(pieces, width, color=True)).split("\n") == [*wrapped(text, width), ""]
    assert styled_lines(pieces, width, color=False).split("\n") == [*wrapped(text, width), ""]
