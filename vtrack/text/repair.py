"""A text with its mistyped pieces mended, and the way back to where things really stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from vtrack.text.hints import Hint


class Repair:
    """``text`` after every hint's edit. ``column`` maps a place of the mended text back to the written one.

    An edit never adds or takes a line, so lines need no map.
    """

    def __init__(self, text: str, hints: Sequence[Hint]) -> None:
        pieces: list[str] = []
        self._shifts: dict[int, tuple[list[int], list[int]]] = {}
        taken = 0
        line, line_start, moved = 0, 0, 0
        for hint in hints:
            pieces += (text[taken : hint.start], hint.instead)
            newlines = text.count("\n", line_start, hint.start)
            if newlines:
                line += newlines
                line_start = text.rfind("\n", 0, hint.start) + 1
                moved = 0
            moved += len(hint.instead) - (hint.end - hint.start)
            columns, shifts = self._shifts.setdefault(line, ([], []))
            columns.append(hint.end - line_start + moved)
            shifts.append(moved)
            taken = hint.end
        pieces.append(text[taken:])
        self.text = "".join(pieces)

    def column(self, line: int, column: int) -> int:
        """The column (from 0) in the written text of ``column`` in the mended text's ``line`` (from 0)."""
        if line not in self._shifts:
            return column
        columns, shifts = self._shifts[line]
        index = bisect_right(columns, column) - 1
        return column - shifts[index] if index >= 0 else column
