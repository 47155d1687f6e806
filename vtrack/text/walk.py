"""A text walked as its writer meant it, where a parser would stop at the first mistake.

The walk tells YAML's own ground (keys, colons, brackets, commas, plain values) from comments, quoted texts and
blocks of text. A full-width colon behind a key counts as the colon that was meant, a full-width bracket as the
bracket, so that everything behind a mistake is still seen for what it is. What a piece is worth is not judged here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vtrack.text.characters import WIDE_SPACE

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

_BLANKS = re.compile(f"[ \t{WIDE_SPACE}]*")
_DASH = re.compile(f"-(?=[ \t\n{WIDE_SPACE}]|\\Z)|[－—–−](?=[ {WIDE_SPACE}])")
_QUOTED = re.compile(r"\"[^\"\\]*(?:\\.[^\"\\]*)*\"|'[^']*(?:''[^']*)*'", re.S)
_CURLED = re.compile(rf"(?:\"[^\"\n]*?[“”＂]|'[^'\n]*?[‘’＇])(?=[ \t{WIDE_SPACE}]*(?:[,，、\]}}］｝\n#]|\Z))")
_AFTER_QUOTED = re.compile(f"[ \t{WIDE_SPACE}]*(?:[\n:：,，、\\]}}］｝#]|\\Z)")
_PLAIN = re.compile(f"[^\n]*?(?=[ \t{WIDE_SPACE}]+#|[ \t]*(?:\n|\\Z))")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?(?=\n|\Z)")
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*")

_WORD = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
_COLON = f"(?P<wide>：)|(?P<plain>:(?=[ \t\n{WIDE_SPACE}]|\\Z))|(?P<tight>:(?=[^\\s/\\\\:]))"
_WORD_KEY = re.compile(f"(?P<name>[“”‘’＂]?{_WORD}[“”‘’＂]?)[ \t{WIDE_SPACE}]*(?:{_COLON})")
_AFTER_NAME = re.compile(f"[ \t{WIDE_SPACE}]*(?:{_COLON})")
_TEXT_KEY = re.compile(
    r"[^\s#\"'\[\]{},&*!|>%@`｛［](?:[^\n:#]|:(?![ \t\n]|\Z)|(?<![ \t])#)*(?P<plain>:(?=[ \t\n]|\Z))"
)
_NAME_KEY = re.compile(rf"[^\s#\"'\[\]{{}},&*!|>%@`｛［:：-][^\s:：,，。；#]*[ ]*(?:{_COLON})")
_LOWER_WORD = re.compile(r"[a-z][a-z0-9_-]+\Z")
_NAME_OR_YEAR = re.compile(r"[“”‘’＂]?(?:[A-Za-z_]|[0-9]{4}[“”‘’＂]?\Z)")

_FLOW_COLON = re.compile(
    f"(?P<wide>：)|(?P<plain>:(?=[\\s,\\]}}{WIDE_SPACE}]|\\Z))|(?P<tight>:(?=[^\\s/\\\\:]))|[,\\[\\]{{}}\n]| #|\\Z"
)
_FLOW_STOP = re.compile(f"[,\\[\\]{{}}\n]|[ \t{WIDE_SPACE}]#|[，、｝］]|\\Z")
_TOKEN = r"[\"']?[A-Za-z0-9０-９_.．%％+－-]+[\"']?"
_ITEM = re.compile(f"{_TOKEN}[ {WIDE_SPACE}]*")
_CLOSED = f"[ \t{WIDE_SPACE}]*(?:[,，、\\]}}］｝\n#]|\\Z)"
_ITEM_AFTER = re.compile(f"[ {WIDE_SPACE}]*{_TOKEN}{_CLOSED}")
_ENTRY_AFTER = re.compile(
    f"[\\s{WIDE_SPACE}]*(?:[\"']?{_WORD}[\"']?[ {WIDE_SPACE}]*:[ \n]"
    f"|[\"']?[a-z][a-z0-9_-]+[\"']?[ {WIDE_SPACE}]*(?:：|:(?!/))|(?:19|20|21)[0-9]{{2}} *[:：] *[0-9０-９x])"
)
_END_AFTER = re.compile(f"[ \t{WIDE_SPACE}]*(?:[\n}}\\]｝］]|\\Z)")
_CLOSED_AFTER = re.compile(_CLOSED)
_PAIRS = {"{": "}", "[": "]", "｛": "}", "［": "]"}
_ENDS = {"}": "}", "]": "]", "｝": "}", "］": "]"}
_TWINS = {"}": "[}｝]", "]": "[\\]］]"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of YAML's own ground, ``text[start:end]``, within one line.

    ``kind``: ``indent`` and ``gap`` (blank characters before and within a line), ``dash``, ``colon``, ``open``,
    ``close``, ``comma``, ``quote`` (one that closes in another shape than it opened), ``comment`` (the sign that
    begins one), or ``plain`` (a value without quotes).
    """

    kind: str
    start: int
    end: int


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


class _Walker:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.pieces: list[Piece] = []
        self.unclosed: list[int] = []
        self._mappings: list[int] = []
        """The columns of the block mappings that are open."""
        self._plain: int | None = None
        """After a plain value: the column that a line must exceed to go on with it."""
        self._doubtful: tuple[int, Piece] | None = None
        """A colon that is one only if the next line turns out to be a sibling, and its column."""
        self._last = ""
        """What was walked over last, blanks aside."""

    # -- lines ------------------------------------------------------------------------------------------------------

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
        colon = None if self._at_end() else self._key(column, doubtful=goes_on or in_item, goes_on=goes_on)
        if colon is not None:
            self._close_mappings(column)
            if column not in self._mappings:
                self._mappings.append(column)
            self._step_to(colon)
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
        if match := _WORD_KEY.match(text, at):
            certain = bool(match["plain"] or _LOWER_WORD.match(match["name"]) or not doubtful)
            if certain and (not match["tight"] or _NAME_OR_YEAR.match(match["name"])):
                found = match
        elif goes_on:
            return None
        elif quoted := _QUOTED.match(text, at):
            found = _AFTER_NAME.match(text, quoted.end())
        if found is None and not goes_on:
            found = _TEXT_KEY.match(text, at)
        if found is not None:
            if siblings is not None and siblings[0] == column:
                self.pieces.append(siblings[1])
            return _colon(found)
        if not doubtful and (name := _NAME_KEY.match(text, at)):
            if column in self._mappings:
                return _colon(name)
            self._doubtful = (column, _colon(name))
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
            self.at = self._after(_BLANKS)
            if not self._at_end() and self._column(begin) <= parent:
                self.at = begin
                return
            if self.text[begin : begin + 1] not in (" ", "\n") and self.at > begin:
                self._piece("indent", begin, self.at)
            self._next_line()

    def _quoted(self) -> bool:
        """Pass over a quoted text. One that closes only where it cannot have been meant to is left open."""
        match = _QUOTED.match(self.text, self.at)
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

    # -- brackets ---------------------------------------------------------------------------------------------------

    def _flow(self, parent: int) -> None:
        """Walk from an opening bracket to the one that closes it."""
        opened, ends = self.at, [""]
        keyed = whole = False  # behind a key's colon; behind a whole value
        while True:
            if not self._to_next_in_flow(parent):
                self.unclosed.append(opened)
                return
            character = self.text[self.at]
            if character in "]}" or (character in "］｝" and _CLOSED_AFTER.match(self.text, self.at + 1)):
                self._put("close", 1)
                ends.pop()
                keyed = whole = True
                if len(ends) == 1:
                    return
            elif character in ",，、":
                self._put("comma", 1)
                keyed = whole = False
            elif character in ":：" and whole:
                if character == "：":
                    self._piece("colon", self.at, self.at + 1)
                self.at += 1
                keyed, whole = True, False
            elif self._opens():
                ends.append(_PAIRS[character])
                self._put("open", 1)
                keyed = whole = False
            elif character in "\"'" and not whole:
                whole = self._quoted()
            elif ends[-1] == "}" and not keyed and (colon := self._flow_key()):
                self._step_to(colon)
                keyed = True
            else:
                self._put("plain", self._flow_plain(ends[-1]) - self.at)
                whole = True

    def _to_next_in_flow(self, parent: int) -> bool:
        """Pass over blanks, comments and line ends. False where the bracket seems forgotten, or the text ends."""
        self._blanks("gap")
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                stop = self.text.find("\n", self.at)
                self.at = len(self.text) if stop < 0 else stop
            elif self.text[self.at] != "\n":
                return True
            else:
                self.at += 1
                begin, behind = self.at, self._last
                self._blanks("gap")
                key = _WORD_KEY.match(self.text, self.at)
                if key and self._column(begin) <= parent and behind not in ("comma", "open"):
                    self.at = begin
                    return False
        return False

    def _flow_key(self) -> Piece | None:
        for match in _FLOW_COLON.finditer(self.text, self.at):
            if not match.lastgroup:
                return None
            name = self.text[self.at : match.start()].strip()
            if name and (match["plain"] or match["wide"] or _NAME_OR_YEAR.match(name)):
                return _colon(match)
        return None

    def _flow_plain(self, end: str) -> int:
        """Where the plain value that begins here ends, its trailing blanks not counted."""
        begin, stop = self.at, len(self.text)
        for match in _FLOW_STOP.finditer(self.text, begin + 1):
            place = match.start()
            if match[0] in ("，", "、") and not self._separates(begin, place, end):
                continue
            if match[0] in ("｝", "］") and not self._closes(begin, place, end):
                continue
            stop = place
            break
        return max(begin + len(self.text[begin:stop].rstrip()), begin + 1)

    def _separates(self, begin: int, place: int, end: str) -> bool:
        """Whether a Chinese comma stands between two entries and not within a text."""
        if end == "}" and _ENTRY_AFTER.match(self.text, place + 1):
            return True
        if _ITEM.fullmatch(self.text, begin, place) is None:
            return False
        if _END_AFTER.match(self.text, place + 1):
            return True
        return end == "]" and _ITEM_AFTER.match(self.text, place + 1) is not None

    def _closes(self, begin: int, place: int, end: str) -> bool:
        """Whether a full-width bracket closes the one that is open and not one within the text."""
        character = self.text[place]
        opening = "｛" if character == "｝" else "［"
        inner = self.text[begin:place]
        return (
            _ENDS[character] == end
            and inner.count(opening) <= inner.count(character)
            and _CLOSED_AFTER.match(self.text, place + 1) is not None
        )

    def _opens(self) -> bool:
        """Whether a bracket stands here that opens; a full-width one may also be the first character of a text."""
        character = self.text[self.at]
        if character in "{[":
            return True
        if character not in "｛［":
            return False
        if _END_AFTER.match(self.text, self.at + 1):
            return True
        stop = self.text.find("\n", self.at)
        line = self.text[self.at : stop if stop >= 0 else len(self.text)]
        closing = re.search(_TWINS[_PAIRS[character]], line)
        return closing is not None and _CLOSED_AFTER.match(line, closing.end()) is not None

    # -- steps ------------------------------------------------------------------------------------------------------

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
        self._put(kind, self._after(_BLANKS) - self.at)

    def _after(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.at)
        return match.end() if match else self.at

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

    def _close_mappings(self, column: int) -> None:
        while self._mappings and self._mappings[-1] > column:
            self._mappings.pop()


def _colon(match: re.Match[str]) -> Piece:
    group = match.lastgroup or 0
    return Piece("colon", match.start(group), match.end(group))
