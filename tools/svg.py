"""A terminal's screen as an SVG picture that looks the same everywhere: every wide character has its own place.

No font is fetched; the reader's own are used, and whichever they are, columns line up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text
from wcwidth import wcwidth

CELL, LINE, SIZE, WIDE_SIZE = 8.4, 20, 14, 16
"""Of one column, one line, the letters and the wide characters, which take two columns; in pixels."""
_MARGIN, _HEAD = 16, 34
_FONTS = (
    "'Cascadia Mono', Consolas, 'Sarasa Mono SC', 'DejaVu Sans Mono', 'Liberation Mono', Menlo, "
    "'Microsoft YaHei', 'PingFang SC', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"
)
_THEME = TerminalTheme(
    (30, 30, 30),
    (220, 220, 220),
    [
        *((70, 70, 70), (235, 90, 90), (120, 200, 110), (225, 190, 80)),
        *((110, 160, 240), (200, 130, 210), (90, 200, 200), (200, 200, 200)),
    ],
    [
        *((130, 130, 130), (255, 120, 120), (150, 230, 140), (250, 215, 110)),
        *((140, 185, 255), (225, 160, 235), (120, 225, 225), (245, 245, 245)),
    ],
)
_DIM = 0.6


def picture(lines: Sequence[str], title: str, columns: int) -> str:
    """The lines of a terminal, with the escape sequences of their colours, as an SVG."""
    width = round(columns * CELL + 2 * _MARGIN)
    height = _HEAD + len(lines) * LINE + _MARGIN
    name = escape(title)
    background, foreground = _THEME.background_color.hex, _THEME.foreground_color.hex
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{name}">',
        f"<title>{name}</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{background}"/>',
        *(f'<circle cx="{_MARGIN + 4 + 18 * at}" cy="17" r="5" fill="#606060"/>' for at in range(3)),
        f'<g font-family="{_FONTS}" font-size="{SIZE}" fill="{foreground}" xml:space="preserve">',
    ]
    console = Console(width=columns * 2, color_system="truecolor", legacy_windows=False)
    for number, line in enumerate(lines):
        drawn += _line(Text.from_ansi(line).render(console), _HEAD + number * LINE)
    return "\n".join([*drawn, "</g>", "</svg>", ""])


def _line(segments: Iterator[Segment] | Sequence[Segment], top: int) -> Iterator[str]:
    column = 0
    for segment in segments:
        style = segment.style or Style()
        for kind, run in groupby(segment.text.replace("\n", ""), _kind):
            text = "".join(run)
            cells = sum(max(wcwidth(character), 0) for character in text)
            if style.bgcolor is not None and not style.bgcolor.is_default:
                color = style.bgcolor.get_truecolor(_THEME, foreground=False).hex
                size = f'width="{_number(cells * CELL)}" height="{LINE}"'
                yield f'<rect x="{_at(column)}" y="{top}" {size} fill="{color}"/>'
            if text.strip():
                yield f'<text{_placed(kind, text, column, cells)} y="{top + 15}"{_look(style)}>{escape(text)}</text>'
            column += cells


def _kind(character: str) -> str:
    """How a character is put in its place: alone where its width depends on the font."""
    if character == " ":
        return "space"
    if wcwidth(character) == 2:
        return "wide"
    return "plain" if character.isascii() else "stretched" if character in "─━" else "single"


def _placed(kind: str, text: str, column: int, cells: int) -> str:
    if kind == "plain":
        return f' x="{_at(column)}" textLength="{_number(cells * CELL)}"'
    if kind == "stretched":
        return f' x="{_at(column)}" textLength="{_number(cells * CELL)}" lengthAdjust="spacingAndGlyphs"'
    step = 2 if kind == "wide" else 1
    inset, size = ((2 * CELL - WIDE_SIZE) / 2, f' font-size="{WIDE_SIZE}"') if kind == "wide" else (0, "")
    return f' x="{" ".join(_at(column + step * number, inset) for number in range(len(text)))}"{size}'


def _at(column: int, inset: float = 0) -> str:
    return _number(_MARGIN + column * CELL + inset)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _look(style: Style) -> str:
    """The colour and the weight of a run, as attributes."""
    look = ""
    if style.color is not None and not style.color.is_default:
        look += f' fill="{style.color.get_truecolor(_THEME).hex}"'
    if style.bold:
        look += ' font-weight="bold"'
    if style.italic:
        look += ' font-style="italic"'
    if style.underline:
        look += ' text-decoration="underline"'
    if style.dim:
        look += f' fill-opacity="{_DIM}"'
    return look
