"""What a Chinese keyboard mistypes, found in the raw text before YAML sees it.

YAML reports ``name：甲`` on the next line, or takes it silently for text; so these are looked for as characters.
Each hint is an edit that would mend the text: the reader applies all of them and reads on, so that one full-width
colon does not hide the mistakes behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vtrack.text.flaws import Flaw, span_of
from vtrack.text.typed import date_meant, half_width, number_meant


@dataclass(frozen=True, slots=True)
class Hint:
    """One mistyped piece: ``text[start:end]`` is what stands there, ``instead`` what YAML wants."""

    kind: str
    start: int
    end: int
    instead: str

    def flaw(self, text: str, shown: str | None = None) -> Flaw:
        """The hint as a flaw of ``text``; ``shown`` is what to tell the writer to type, when more helps."""
        found = text[self.start : self.end]
        return Flaw(self.kind, span_of(text, self.start, self.end), found, self.instead if shown is None else shown)


_INVISIBLE = "\u00ad\u0085\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff"
_WIDE_SPACE = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_ANY = re.compile(f"[{_INVISIBLE}{_CONTROL}{_WIDE_SPACE}\t：，、｛｝［］０-９．％＋－“”‘’]|:[^\\s/]")

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
_LEAD = r"(?:^[ \u3000\t]*(?:-[ \u3000]+)*|[{,，｛][ \u3000]*)"
_COLON = re.compile(rf"{_LEAD}[\"']?{_KEY}[\"']?[ \u3000]*(：)[ \u3000]?", re.M)
_CLOSE_COLON = re.compile(rf"{_LEAD}[A-Za-z_][A-Za-z0-9_.-]*(:)(?=[^\s/:,\]}}])", re.M)
_TAB = re.compile(r"^[ ]*(\t+)", re.M)
_BRACKET = re.compile(r"(?:(?<=[:：,，\[{［｛-])|(?<=[:：,，\[{［｛-] ))[｛［]|[｝］](?=[ ]*(?:$|[,，}\]｝］#]))", re.M)
_FLOW_COMMA = re.compile(rf"[，、](?=[ \u3000]*{_KEY}[ ]*[:：])|(?<=[0-9０-９％%])[，、](?=[ ]*[-+]?[0-9０-９])")
_SPACE = re.compile(
    rf"^[ ]*([{_WIDE_SPACE}][ {_WIDE_SPACE}]*)|(?<=[:：,\[{{-])[ ]*([{_WIDE_SPACE}]+)|([{_WIDE_SPACE}]+)[ ]*(?=$|#|[:：])", re.M
)
_NUMBER = re.compile(
    r"(?:(?<=[:：,，\[{-])|(?<=[:：,，\[{-][ \u3000])|(?<=^- ))"
    r"([-+－＋−]?[0-9０-９][0-9０-９,，.．:：年月日底末/／－-]*[ ]?[%％]?[万亿千百]*)(?=[ \u3000]*(?:$|[,，}\]｝］#]))",
    re.M,
)
_WIDE_DIGIT = re.compile("[０-９．％－＋]")
_BLOCK = re.compile(r"[|>][-+0-9]*[ ]*(?:#.*)?$")
_PAIRS = str.maketrans("：，、｛｝［］", ":,,{}[]")


def find_hints(text: str) -> tuple[Hint, ...]:
    """Every mistyped piece of ``text`` in order, none overlapping another, none inside a comment or a quoted text.

    Invisible and control characters are found everywhere, comments and quotes included: nobody sees them there.
    """
    if not _ANY.search(text):
        return ()
    found: list[Hint] = []
    taken = 0
    for hint in sorted(_candidates(text), key=lambda hint: (hint.start, -hint.end)):
        if hint.start >= taken and (hint.kind in _EVERYWHERE or _is_structure(text, hint.start)):
            found.append(hint)
            taken = hint.end
    return tuple(found)


_EVERYWHERE = frozenset({"invisible-character", "control-character"})


def _candidates(text: str) -> Iterator[Hint]:
    for match in re.finditer(f"[{_INVISIBLE}]", text):
        yield Hint("invisible-character", match.start(), match.end(), "")
    for match in re.finditer(f"[{_CONTROL}]", text):
        yield Hint("control-character", match.start(), match.end(), "")
    for match in _TAB.finditer(text):
        yield Hint("tab", match.start(1), match.end(1), "  " * len(match[1]))
    for match in _COLON.finditer(text):
        follows = text[match.end(1) : match.end(1) + 1]
        yield Hint("full-width-colon", match.start(1), match.end(1), ":" if follows in (" ", "\n", "") else ": ")
    for match in _CLOSE_COLON.finditer(text):
        yield Hint("missing-space", match.start(1), match.end(1), ": ")
    for match in _BRACKET.finditer(text):
        yield Hint("full-width-punctuation", match.start(), match.end(), match[0].translate(_PAIRS))
    for match in _FLOW_COMMA.finditer(text):
        if _in_flow(text, match.start()):
            follows = text[match.end() : match.end() + 1]
            yield Hint("full-width-punctuation", match.start(), match.end(), "," if follows == " " else ", ")
    yield from _spaces(text)
    for match in _NUMBER.finditer(text):
        if _WIDE_DIGIT.search(match[1]):
            meant = number_meant(match[1]) or date_meant(match[1]) or half_width(match[1])
            yield Hint("full-width-digits", match.start(1), match.end(1), meant)


def _spaces(text: str) -> Iterator[Hint]:
    for match in _SPACE.finditer(text):
        group = match.lastindex or 0
        wide = match[group]
        if group == 1:  # indentation: a full-width space is as wide as two
            instead = "".join("  " if c == "\u3000" else " " for c in wide)
        else:
            instead = " " if group == 2 else ""
        yield Hint("full-width-space", match.start(group), match.end(group), instead)


def _in_flow(text: str, offset: int) -> bool:
    """Whether an unclosed bracket stands before ``offset`` in its line."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return sum(map(line.count, "[{［｛")) > sum(map(line.count, "]}］｝"))


def _is_structure(text: str, offset: int) -> bool:
    """Whether ``offset`` is YAML's own ground: not in a comment, a quoted text or a block of text."""
    begin = text.rfind("\n", 0, offset) + 1
    return not _in_quotes_or_comment(text[begin:offset]) and not _in_block(text, begin)


def _in_quotes_or_comment(before: str) -> bool:
    quote = ""
    previous = " "
    for character in before:
        if quote:
            quote = "" if character == quote and previous != "\\" else quote
        elif character in "\"'" and previous in " [{,:-：，\u3000":
            quote = character
        elif character == "#" and previous in " \t\u3000":
            return True
        previous = character
    return bool(quote)


def _in_block(text: str, begin: int) -> bool:
    """Whether the line that begins at ``begin`` belongs to a literal or folded block opened above it."""
    stop = text.find("\n", begin)
    line = text[begin : stop if stop >= 0 else len(text)]
    indent = len(line) - len(line.lstrip(" "))
    while begin > 0:
        end = begin - 1
        begin = text.rfind("\n", 0, end) + 1
        above = text[begin:end]
        depth = len(above) - len(above.lstrip(" "))
        if above.strip() and depth < indent:
            if _BLOCK.search(above) and not above.lstrip().startswith("#"):
                return True
            indent = depth
        if indent == 0:
            return False
    return False
