"""A text with its mistyped pieces mended, and the way back to where things really stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from vtrack.text.hints import Hint


class _Edit(Struct, frozen=True):
    """Columns of one edit in the mended and in the written line."""

    start: int
    end: int
    written_start: int
    written_end: int


class Repair:
    """``text`` after every hint's edit. ``place`` maps a place of the mended text back to the written one.

    An edit never adds or takes a line, so lines need no map.
    """

    def __init__(self, text: str, hints: Sequence[Hint]) -> None:
        pieces: list[str] = []
        self._edits: dict[int, list[_Edit]] = {}
        taken = 0
        line, line_start, moved = 0, 0, 0
        for hint in hints:
            pieces += (text[taken : hint.start], hint.instead)
            newlines = text.count("\n", line_start, hint.start)
            if newlines:
                line += newlines
                line_start = text.rfind("\n", 0, hint.start) + 1
                moved = 0
            start = hint.start - line_start
            edit = _Edit(start + moved, start + moved + len(hint.instead), start, hint.end - line_start)
            self._edits.setdefault(line, []).append(edit)
            moved = edit.end - edit.written_end
            taken = hint.end
        pieces.append(text[taken:])
        self.text = "".join(pieces)
        self._last = text.count("\n")
        self._last_column = len(text) - (text.rfind("\n") + 1)

    def place(self, line: int, column: int) -> tuple[int, int]:
        """The place (from 0) in the written text of a place in the mended one.

        A parser may put the end of a text into a line that is not there: that is the end of the last line.
        """
        if line > self._last:
            return self._last, self._last_column
        return line, self.column(line, column)

    def column(self, line: int, column: int) -> int:
        """The column (from 0) in the written text of ``column`` in the mended text's ``line`` (from 0)."""
        edits = self._edits.get(line, ())
        index = bisect_right(edits, column, key=lambda edit: edit.start) - 1
        if index < 0:
            return column
        edit = edits[index]
        if column < edit.end:  # within what was put there
            return min(edit.written_start + column - edit.start, edit.written_end)
        return edit.written_end + column - edit.end
