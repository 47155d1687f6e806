"""The walk within brackets, where commas part entries and a Chinese comma may do either: part them, or be text."""

from __future__ import annotations

import re

from vtrack.text.characters import WIDE_SPACE
from vtrack.text.walk_steps import BLANK, NAME_OR_YEAR, TIGHT, WIDE, WORD, WORD_KEY, Piece, Steps, colon

_COLON = re.compile(rf"{WIDE}|(?P<plain>:(?=[\s,\]}}{WIDE_SPACE}]|\Z))|{TIGHT}|[,\[\]{{}}\n]| #|\Z")
_STOP = re.compile(rf"[,\[\]{{}}\n]|[ \t{WIDE_SPACE}]#|[，、｝］]|\Z")
_TOKEN = r"[\"']?[A-Za-z0-9０-９_.．%％+－-]+[\"']?"
_ITEM = re.compile(f"{_TOKEN}[ {WIDE_SPACE}]*")
_CLOSED = rf"{BLANK}(?:[,，、\]}}］｝\n#]|\Z)"
_ITEM_AFTER = re.compile(f"[ {WIDE_SPACE}]*{_TOKEN}{_CLOSED}")
_ENTRY_AFTER = re.compile(
    rf"[\s{WIDE_SPACE}]*(?:[\"']?{WORD}[\"']?{BLANK}:[ \n]"
    rf"|[\"']?[a-z][a-z0-9_-]+[\"']?{BLANK}(?:：|:(?!/))|(?:19|20|21)[0-9]{{2}} *[:：] *[0-9０-９x])"
)
_END_AFTER = re.compile(rf"{BLANK}(?:[\n}}\]｝］]|\Z)")
_CLOSED_AFTER = re.compile(_CLOSED)
_PAIRS = {"{": "}", "[": "]", "｛": "}", "［": "]"}
_ENDS = {"}": "}", "]": "]", "｝": "}", "］": "]"}
_TWINS = {"}": "[}｝]", "]": "[\\]］]"}


class InBrackets(Steps):
    """A walk that can pass through brackets."""

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
            elif ends[-1] == "}" and not keyed and (found := self._flow_key()):
                self._step_to(found)
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
                key = WORD_KEY.match(self.text, self.at)
                if key and self._column(begin) <= parent and behind not in ("comma", "open"):
                    self.at = begin
                    return False
        return False

    def _flow_key(self) -> Piece | None:
        for match in _COLON.finditer(self.text, self.at):
            if not match.lastgroup:
                return None
            name = self.text[self.at : match.start()].strip()
            if name and (match["plain"] or match["wide"] or NAME_OR_YEAR.match(name)):
                return colon(match)
        return None

    def _flow_plain(self, end: str) -> int:
        """Where the plain value that begins here ends, its trailing blanks not counted."""
        begin, stop = self.at, len(self.text)
        for match in _STOP.finditer(self.text, begin + 1):
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
