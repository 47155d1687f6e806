"""How a workbook looks: fonts, fills, borders and the heights that wrapped text needs."""

from __future__ import annotations

import unicodedata
from math import ceil

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle

# Both are on every Chinese Windows, for Excel and WPS alike, and stand in for each other where one is absent.
BODY_FONT, HEADING_FONT = "宋体", "黑体"
_CHINESE = 134  # the character set by which a system without the font looks for one that has Chinese


def font(size: float = 10.5, *, bold: bool = False, heading: bool = False, color: str = "FF1F2933") -> Font:
    """A font of the workbook, ``size`` in points."""
    return Font(name=HEADING_FONT if heading else BODY_FONT, charset=_CHINESE, size=size, bold=bold, color=color)


def fill(color: str) -> PatternFill:
    """A plain background."""
    return PatternFill("solid", start_color=color, end_color=color)


HEADER = fill("FFDCE6F1")
HEADER_TO_FILL_IN = fill("FFFFE699")
LOCKED_COLOR = "FFF5F6F7"
LOCKED = fill(LOCKED_COLOR)

# What a conditional format paints, and the legend on the cover.
MISSING, FILLED, SHORT, WRONG = "FFFFF9DB", "FFE7F5E4", "FFFFD8A8", "FFFFA8A8"

_EDGE = Side("thin", color="FFB8C2CC")
BORDER = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)

LEFT = Alignment("left", "center", wrap_text=True, indent=1)
CENTER = Alignment("center", "center", wrap_text=True)
RIGHT = Alignment("right", "center", wrap_text=True, indent=1)

# What a spreadsheet takes for the beginning of a formula when it is typed.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

UNLOCKED = Protection(locked=False)


def painted(color: str) -> DifferentialStyle:
    """The background of a conditional format, whose fill has its colour as the end."""
    return DifferentialStyle(fill=PatternFill(bgColor=color))


def height(texts_and_widths: list[tuple[str, float]], line: float = 15, least: float = 24) -> float:
    """The height in points of a row whose cells wrap their texts at the widths of their columns, in characters."""
    lines = [
        sum(max(1, ceil(_columns(part) / max(width - 2, 1))) for part in text.split("\n"))
        for text, width in texts_and_widths
        if text
    ]
    return min(max(least, line * max(lines, default=1) + 6), 400)


def _columns(text: str) -> int:
    """How many narrow characters a text is wide; a Chinese one is two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Put a text into a cell as text, whatever it begins with: no plan can slip a formula into a workbook.

    The prefix keeps it so when somebody edits the cell.
    """
    assert isinstance(cell, Cell)
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True
