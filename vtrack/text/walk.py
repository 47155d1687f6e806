"""A text walked as its writer meant it, where a parser would stop at the first mistake.

The walk tells YAML's own ground (keys, colons, brackets, commas, plain values) from comments, quoted texts and
blocks of text. A full-width colon behind a key counts as the colon that was meant, a full-width bracket as the
bracket, so that everything behind a mistake is still seen for what it is. What a piece is worth is not judged here.
"""

from __future__ import annotations

import re

from vtrack.text.characters import WIDE_SPACE
from vtrack.text.walk_brackets import InBrackets
from vtrack.text.walk_steps import BLANK, NAME_OR_YEAR, ORDINARY, QUOTED, TIGHT, WIDE, WORD_KEY, Piece, colon

_LONGEST_LINE = 4000

# Lines in which nothing can be mistyped are walked at a stride, as most lines of any file are.
_ODD = f"\n\t{WIDE_SPACE}０-９％．#"
_ODD_IN_FLOW = f"{_ODD}:：，、｛｝［］{{}}\\[\\]\"'"
_LIST = f"\\[[^{_ODD_IN_FLOW}]*\\]"
_STRIDE = re.compile(
    r"(?P<column> *)(?:(?P<key>[A-Za-z0-9_][A-Za-z0-9_.-]*:(?=[ \n])) *|- )"
    rf"(?:|(?P<plain>[^\s\"'\[\]{{}}|>&!*#%@`｛［“”＂－＋−–—-][^{_ODD}]*)|\"[^\"\\\n]*\""
    rf"|{_LIST}|\{{(?:[^{_ODD_IN_FLOW}]|: |{_LIST})*\}})\n"
)
_NOTHING = re.compile(r"(?: *(?:#[^\n]*)?\n)+")

_DASH = re.compile(f"-(?=[ \t\n{WIDE_SPACE}]|\\Z)|[－—–−](?=[ {WIDE_SPACE}])")
_PLAIN = re.compile(f"[^\n]*?(?=[ \t{WIDE_SPACE}]+#|[ \t]*(?:\n|\\Z))")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?(?=\n|\Z)")
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*")
_AFTER_NAME = re.compile(f"{BLANK}(?:{WIDE}|{ORDINARY}|{TIGHT})")
_TEXT_KEY = re.compile(
    r"[^\s#\"'\[\]{},&*!|>%@`｛［](?:[^\n:#]|:(?![ \t\n]|\Z)|(?<![ \t])#)*(?P<plain>:(?=[ \t\n]|\Z))"
)
_NAME_KEY = re.compile(rf"[^\s#\"'\[\]{{}},&*!|>%@`｛［:：-][^\s:：,，。；#]*[ ]*(?:{WIDE}|{ORDINARY}|{TIGHT})")
_LOWER_WORD = re.compile(r"[a-z][a-z0-9_-]+\Z")


def walk(text: str) -> tuple[list[Piece], list[int]]:
    """The pieces of ``text``, and the places of brackets and quotes that nothing closes. Never raises.

    A text with lines too long to have been typed is not walked.
    """
    if max(map(len, text.split("\n"))) > _LONGEST_LINE:
        return [], []
    walker = _Walker(text)
    while walker.at < len(text):
        if not walker.stride():
            walker.line()
    return walker.pieces, walker.unclosed


class _Walker(InBrackets):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._mappings: list[int] = []
        """The columns of the block mappings that are open."""
        self._plain: int | None = None
        """After a plain value: the column that a line must exceed to go on with it."""
        self._doubtful: tuple[int, Piece] | None = None
        """A colon that is one only if the next line turns out to be a sibling, and its column."""

    def stride(self) -> bool:
        """Walk blank lines, comments and an ordinary line, or nothing where one must look closer."""
        if nothing := _NOTHING.match(self.text, self.at):
            self.at = nothing.end()
            return True
        match = _STRIDE.match(self.text, self.at)
        if match is None or self._doubtful is not None:
            return False
        column = match.end("column") - self.at
        if self._plain is not None and column > self._plain:
            return False
        self._close_mappings(column)
        if match["key"] and (not self._mappings or self._mappings[-1] < column):
            self._mappings.append(column)
        self._plain = column if match["plain"] else None
        self.at = match.end()
        return True

    def line(self) -> None:
        """Walk one line of block ground, and on to the end of what it opens."""
        begin = self.at
        self._blanks("indent")
        if self._at_end() or self.text[self.at] in "#＃":
            if not self._at_end():
                self._put("comment", 1)
            self._next_line()
            return
        column = self._column(begin)
        sibling = self._doubtful is not None and self._doubtful[0] == column
        goes_on = self._plain is not None and column > self._plain and not sibling
        parent, in_item = column - 1, False
        while not goes_on and (dash := _DASH.match(self.text, self.at)):
            parent, in_item = self._column(begin), True
            self._put("dash", len(dash[0]))
            self._blanks("gap")
            self._close_mappings(parent)
        column = self._column(begin)
        found = None if self._at_end() else self._key(column, doubtful=goes_on or in_item, goes_on=goes_on)
        if found is not None:
            self._close_mappings(column)
            if column not in self._mappings:
                self._mappings.append(column)
            self._step_to(found)
            parent = column
        elif goes_on and self._plain is not None:
            parent = self._plain
        self._value(parent)

    def _key(self, column: int, *, doubtful: bool, goes_on: bool) -> Piece | None:
        """The colon of the key that stands here, or ``None`` where no key does.

        In a line that may be nothing but more text only a word in small letters is a key.
        """
        text, at = self.text, self.at
        siblings, self._doubtful = self._doubtful, None
        found = None
        if match := WORD_KEY.match(text, at):
            certain = bool(match["plain"] or _LOWER_WORD.match(match["name"]) or not doubtful)
            if certain and (not match["tight"] or NAME_OR_YEAR.match(match["name"])):
                found = match
        elif goes_on:
            return None
        elif quoted := QUOTED.match(text, at):
            found = _AFTER_NAME.match(text, quoted.end())
        if found is None and not goes_on:
            found = _TEXT_KEY.match(text, at)
        if found is not None:
            if siblings is not None and siblings[0] == column:
                self.pieces.append(siblings[1])
            return colon(found)
        if not doubtful and (name := _NAME_KEY.match(text, at)):
            if column in self._mappings:
                return colon(name)
            self._doubtful = (column, colon(name))
        return None

    def _value(self, parent: int) -> None:
        """What stands behind a key or a dash, or alone; ``parent`` is the column that more of it must exceed."""
        self._plain = None
        self._blanks("gap")
        while property := _PROPERTY.match(self.text, self.at):
            self.at = property.end()
            self._blanks("gap")
        if self._at_end():
            self._next_line()
            return
        first = self.text[self.at]
        if first in "\"'":
            self._quoted()
        elif self._opens():
            self._flow(parent)
        elif block := _BLOCK.match(self.text, self.at):
            self.at = block.end()
            self._pass_block(parent)
            return
        elif first != "#":
            plain = _PLAIN.match(self.text, self.at)
            self._put("plain", plain.end() - self.at if plain else 0)
            self._plain = parent
        if self.at and self.text[self.at - 1] != "\n":
            self._blanks("gap")
            self._next_line()

    def _pass_block(self, parent: int) -> None:
        self._next_line()
        while self.at < len(self.text):
            begin = self.at
            self._pass_blanks()
            if not self._at_end() and self._column(begin) <= parent:
                self.at = begin
                return
            if self.text[begin : begin + 1] not in (" ", "\n") and self.at > begin:
                self._piece("indent", begin, self.at)
            self._next_line()

    def _close_mappings(self, column: int) -> None:
        while self._mappings and self._mappings[-1] > column:
            self._mappings.pop()
