"""What a walk through a text is made of: its pieces, and the steps from one to the next."""

from __future__ import annotations

import re

from msgspec import Struct

from vtrack.text.characters import WIDE_SPACE

BLANK = f"[ \t{WIDE_SPACE}]*"
WORD = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
WIDE = "(?P<wide>：)"
ORDINARY = f"(?P<plain>:(?=[ \t\n{WIDE_SPACE}]|\\Z))"
TIGHT = "(?P<tight>:(?=[^\\s/\\\\:]))"
"""The colons behind a key: full-width, as it should be, and with no space behind it; none is that of an address."""

QUOTED = re.compile(r"\"[^\"\\]*(?:\\.[^\"\\]*)*\"|'[^']*(?:''[^']*)*'", re.S)
WORD_KEY = re.compile(f"(?P<name>[“”‘’＂]?{WORD}[“”‘’＂]?){BLANK}(?:{WIDE}|{ORDINARY}|{TIGHT})")
NAME_OR_YEAR = re.compile(r"[“”‘’＂]?(?:[A-Za-z_]|[0-9]{4}[“”‘’＂]?\Z)")
"""What may be a key before a colon without a space: 12:30 is none."""

_BLANKS = re.compile(BLANK)
_CURLED = re.compile(rf"(?:\"[^\"\n]*?[“”＂]|'[^'\n]*?[‘’＇])(?={BLANK}(?:[,，、\]}}］｝\n#]|\Z))")
_AFTER_QUOTED = re.compile(rf"{BLANK}(?:[\n:：,，、\]}}］｝#]|\Z)")


class Piece(Struct, frozen=True):
    """One piece of YAML's own ground, ``text[start:end]``, within one line.

    ``kind``: ``indent`` and ``gap`` (blank characters before and within a line), ``dash``, ``colon``, ``open``,
    ``close``, ``comma``, ``quote`` (one that closes in another shape than it opened), ``comment`` (the sign that
    begins one), or ``plain`` (a value without quotes).
    """

    kind: str
    start: int
    end: int


class Steps:
    """A place in a text, and what was walked over on the way there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.pieces: list[Piece] = []
        self.unclosed: list[int] = []
        self._last = ""
        """What was walked over last, blanks aside."""

    def _quoted(self) -> bool:
        """Pass over a quoted text. One that closes only where it cannot have been meant to is left open."""
        match = QUOTED.match(self.text, self.at)
        if match and ("\n" not in match[0] or _AFTER_QUOTED.match(self.text, match.end())):
            self.at = match.end()
            self._last = "quoted"
            return True
        if mistyped := _CURLED.match(self.text, self.at):
            self.at = mistyped.end() - 1
            self._put("quote", 1)
            return True
        self.unclosed.append(self.at)
        stop = self.text.find("\n", self.at)
        self.at = len(self.text) if stop < 0 else stop
        return False

    def _step_to(self, colon: Piece) -> None:
        """Walk over a key and its colon."""
        name = self.text[self.at : colon.start]
        self._piece("gap", self.at + len(name.rstrip()), colon.start)
        self.at = colon.start
        self._put("colon", colon.end - colon.start)

    def _put(self, kind: str, length: int) -> None:
        self._piece(kind, self.at, self.at + length)
        self.at += length

    def _piece(self, kind: str, start: int, end: int) -> None:
        if end > start:
            self.pieces.append(Piece(kind, start, end))
            self._last = self._last if kind == "gap" else kind

    def _blanks(self, kind: str) -> None:
        begin = self.at
        self._pass_blanks()
        self._piece(kind, begin, self.at)

    def _pass_blanks(self) -> None:
        match = _BLANKS.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _at_end(self) -> bool:
        """Whether nothing more stands in the line."""
        return self.at >= len(self.text) or self.text[self.at] == "\n"

    def _next_line(self) -> None:
        stop = self.text.find("\n", self.at)
        self.at = len(self.text) if stop < 0 else stop + 1

    def _column(self, begin: int) -> int:
        """How far to the right the walk stands in the line that began at ``begin``; wide blanks count two."""
        before = self.text[begin : self.at]
        return len(before) + before.count("\u3000") + before.count("\t")


def colon(match: re.Match[str]) -> Piece:
    """The piece of the colon that a pattern found, of whichever kind."""
    group = match.lastgroup or 0
    return Piece("colon", match.start(group), match.end(group))
