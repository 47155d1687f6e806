"""What the sheets of a workbook share: the texts that cells point at, and the ways in which numbers are shown."""

from __future__ import annotations

import re
from enum import Enum

from vtrack.messages import say
from vtrack.workbooks.faults import Unreadable
from vtrack.workbooks.file.capacity import MOST_CHARACTERS
from vtrack.workbooks.file.markup import walk
from vtrack.workbooks.file.package import SAVE_AS, Package


class Shown(Enum):
    """As what a sheet shows a number."""

    PLAIN = "plain"
    PERCENT = "percent"
    FRACTION = "fraction"
    DAY = "day"
    TIME = "time"


# ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 as Chinese Excel and WPS have them.
_BUILT_IN = {
    **dict.fromkeys((9, 10), Shown.PERCENT),
    **dict.fromkeys((12, 13), Shown.FRACTION),
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58), Shown.DAY),
    **dict.fromkeys((18, 19, 20, 21, *range(32, 36), 45, 46, 47, 55, 56), Shown.TIME),
}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|general|e[+-]', re.I | re.S)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def shown_by(code: str) -> Shown:
    """As what a number format of the workbook's own shows a number: ``0.0%``, ``yyyy"年"m"月"d"日"``, ``# ?/?``."""
    signs = _LITERAL.sub("", code[:255]).partition(";")[0].lower()
    if "%" in signs:
        return Shown.PERCENT
    if any(sign in signs for sign in "yde"):
        return Shown.DAY
    if any(sign in signs for sign in "hs"):
        return Shown.TIME
    if "m" in signs:
        return Shown.DAY
    return Shown.FRACTION if re.search(r"[?#]\s*/", signs) else Shown.PLAIN


def read_formats(package: Package, part: str | None) -> list[Shown]:
    """As what the cells of each style show a number, by the style's number."""
    styles = _Styles()
    if part is not None:
        walk(package.part(part), part, styles)
    return [styles.own.get(id) or _BUILT_IN.get(id, Shown.PLAIN) for id in styles.cells]


def read_texts(package: Package, part: str | None) -> list[str]:
    """The texts that cells point at by number."""
    texts = Texts()
    if part is not None:
        walk(package.part(part), part, texts)
    return texts.found


class Texts:
    """Listens to texts, each in an element ``si`` or ``is``; rich text is one text, the reading aid is none."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._aid = self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name in ("si", "is"):
            self._pieces = []
        elif name == "rPh":
            self._aid = True
        elif name == "t":
            self._inside = not self._aid

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("si", "is"):
            self.found.append(as_typed("".join(self._pieces)))
        elif name == "rPh":
            self._aid = False
        elif name == "t":
            self._inside = False

    def text(self, text: str) -> None:
        """A piece of text."""
        if self._inside:
            self._pieces.append(text)


def as_typed(text: str) -> str:
    """A text as it was typed: control characters stand in the file as ``_x000D_``.

    Raises:
        Unreadable: it is longer than a cell can hold.
    """
    if len(text) > 7 * MOST_CHARACTERS:  # each character escaped
        raise _too_long()
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if len(plain) > MOST_CHARACTERS:
        raise _too_long()
    return plain


def _too_long() -> Unreadable:
    return Unreadable(say("a text in it is longer than the {most} characters of a cell", most=MOST_CHARACTERS), SAVE_AS)


class _Styles:
    """Listens to the part of styles: the number formats of the workbook's own, and the format of each style."""

    def __init__(self) -> None:
        self.own: dict[int, Shown] = {}
        self.cells: list[int] = []
        self._cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self.own[_number(attributes.get("numFmtId"))] = shown_by(attributes.get("formatCode", ""))
        elif name == "cellXfs":
            self._cells = True
        elif name == "xf" and self._cells:
            self.cells.append(_number(attributes.get("numFmtId")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._cells = False

    def text(self, text: str) -> None:
        pass


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0
