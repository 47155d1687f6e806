"""The part of a sheet, read into rows and cells."""

from __future__ import annotations

from vtrack.messages import say
from vtrack.workbooks.faults import Unreadable
from vtrack.workbooks.file.grid import Area, Cell, Kind, Row, Sheet, position
from vtrack.workbooks.file.markup import walk
from vtrack.workbooks.file.package import EXPORT_AGAIN, SAVE_AS
from vtrack.workbooks.file.texts import Shown, Texts, as_typed

CELL_LIMIT = 500_000
"""Filled cells of a workbook: some 40,000 targets."""
MERGE_LIMIT = 10_000


def read_sheet(
    data: bytes, part: str, name: str, hidden: bool, texts: list[str], formats: list[Shown], room: int
) -> Sheet:
    """The sheet that a part holds.

    texts, formats: what the sheets share. room: how many filled cells it may have.

    Raises:
        Unreadable: the part is damaged, or has more cells or merged areas than it may.
    """
    listener = _Listener(texts, formats, room)
    try:
        walk(data, part, listener)
    except _Damaged:
        raise Unreadable(
            say("the workbook is damaged: its sheet {sheet} cannot be read", sheet=name), SAVE_AS
        ) from None
    rows = (Row(number, cells, number in listener.hidden) for number, cells in sorted(listener.rows.items()) if cells)
    return Sheet(name, hidden, tuple(rows), tuple(listener.merged))


class _Damaged(Exception):
    """A sheet's part says what no sheet can."""


class _Listener:
    """Listens to a sheet's part. A row or a cell that does not say where it is follows the one before."""

    def __init__(self, texts: list[str], formats: list[Shown], room: int) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.hidden: set[int] = set()
        self.merged: list[Area] = []
        self._texts, self._formats, self._room = texts, formats, room
        self._row = self._column = 0
        self._cell: dict[str, str] = {}
        self._value: list[str] | None = None
        self._inline: Texts | None = None
        self._formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._inline is not None:
            self._inline.start(name, attributes)
        elif name == "row":
            self._row, self._column = _whole(attributes.get("r"), self._row + 1), 0
            if attributes.get("hidden") in ("1", "true"):
                self.hidden.add(self._row)
        elif name == "c":
            self._begin(attributes)
        elif name == "v":
            self._value = []
        elif name == "f":
            self._formula = True
        elif name == "is":
            self._inline = Texts()
            self._inline.start(name, attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        if self._inline is not None:
            self._inline.end(name)
            if name == "is":
                self._cell["text"] = self._inline.found[0]
                self._inline = None
        elif name == "v" and self._value is not None:
            self._cell["text"] = "".join(self._value)
            self._value = None
        elif name == "c":
            self._finish()

    def text(self, text: str) -> None:
        if self._inline is not None:
            self._inline.text(text)
        elif self._value is not None:
            self._value.append(text)

    def _begin(self, attributes: dict[str, str]) -> None:
        self._column += 1
        if "r" in attributes:
            found = position(attributes["r"])
            if found is None:
                raise _Damaged
            self._row, self._column = found
        self._cell = {"type": attributes.get("t", "n"), "style": attributes.get("s", "")}
        self._formula = False

    def _finish(self) -> None:
        cell = self._made()
        if cell is None:
            return
        self._room -= 1
        if self._room < 0:
            raise Unreadable(say("the workbook has more than {most} filled cells", most=CELL_LIMIT), EXPORT_AGAIN)
        self.rows.setdefault(self._row, {})[self._column] = cell

    def _made(self) -> Cell | None:
        """The cell that has ended; ``None`` where it holds nothing."""
        if not self._cell.get("text"):
            # The result of a formula may be an empty text; an empty number is none that was calculated.
            is_void = self._formula and self._cell["type"] != "str"
            return Cell(Kind.VOID, "", formula=True) if is_void else None
        return self._filled(self._cell["text"], self._cell["type"])

    def _filled(self, text: str, type_: str) -> Cell | None:
        if type_ == "s":
            number = _whole(text, -1)
            if not 0 <= number < len(self._texts):
                raise _Damaged
            return Cell(Kind.TEXT, self._texts[number], formula=self._formula) if self._texts[number] else None
        if type_ == "inlineStr":
            return Cell(Kind.TEXT, text, formula=self._formula)
        if type_ in ("str", "d"):
            return Cell(Kind.TEXT, as_typed(text), formula=self._formula)
        if type_ in ("b", "e"):
            return Cell(Kind.BOOLEAN if type_ == "b" else Kind.ERROR, text.strip()[:40], formula=self._formula)
        style = _whole(self._cell["style"], 0)
        shown = self._formats[style] if style < len(self._formats) else Shown.PLAIN
        return Cell(Kind.NUMBER, text.strip()[:400], shown, self._formula)

    def _merge(self, called: str) -> None:
        first, _, last = called.partition(":")
        begin, end = position(first), position(last or first)
        if begin is None or end is None:
            raise _Damaged
        self.merged.append(Area(*begin, *end))
        if len(self.merged) > MERGE_LIMIT:
            raise Unreadable(say("a sheet has more than {most} merged cells", most=MERGE_LIMIT), EXPORT_AGAIN)


def _whole(text: str | None, otherwise: int) -> int:
    """A whole number as a part writes it."""
    if text is None or text == "":
        return otherwise
    if not (text.isascii() and text.strip().isdecimal() and len(text) < 12):
        raise _Damaged
    return int(text)
