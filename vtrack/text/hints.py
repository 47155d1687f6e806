"""What a Chinese keyboard mistypes, found in the raw text before YAML sees it.

YAML reports ``name：甲`` on the next line, or takes it silently for text; so these are looked for as characters.
Each hint is an edit that would mend the text: the reader applies all of them and reads on, so that one full-width
colon does not hide the mistakes behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from vtrack.text.characters import CONTROL, INVISIBLE, WIDE_SPACE, WIDE_SPACES
from vtrack.text.flaws import Flaw, Span
from vtrack.text.typed import date_meant, half_width, number_meant
from vtrack.text.walk import walk
from vtrack.text.walk_steps import Piece


class Hint(Struct, frozen=True):
    """One mistyped piece: ``text[start:end]`` is what stands there, ``instead`` what YAML wants."""

    kind: str
    start: int
    end: int
    instead: str


_HIDDEN = re.compile(f"(?P<invisible>[{INVISIBLE}]+)|(?P<control>[{CONTROL}]+)")


def find_hints(text: str) -> tuple[Hint, ...]:
    """Every mistyped piece of ``text`` in order, none overlapping another, none inside a comment or a quoted text.

    Invisible and control characters are found everywhere, comments and quotes included: nobody sees them there.
    There are none in a text that is not suspect, :mod:`vtrack.text.suspicion`, which need not be walked.
    """
    found: list[Hint] = []
    taken = 0
    for hint in sorted((*_hidden(text), *_mistyped(text)), key=lambda hint: (hint.start, -hint.end)):
        if hint.start >= taken:
            found.append(hint)
            taken = hint.end
    return tuple(found)


def hint_flaws(text: str, hints: Iterable[Hint]) -> Iterator[Flaw]:
    """Hints as flaws of ``text``, in the order of the hints, which is that of the text."""
    line, line_start, counted = 0, 0, 0
    for hint in hints:
        newlines = text.count("\n", counted, hint.start)
        if newlines:
            line += newlines
            line_start = text.rfind("\n", counted, hint.start) + 1
        counted = hint.start
        column, length = hint.start - line_start + 1, hint.end - hint.start
        span = Span(line + 1, column, line + 1, column + length)
        yield Flaw(hint.kind, span, text[hint.start : hint.end], hint.instead)


def _hidden(text: str) -> Iterator[Hint]:
    for match in _HIDDEN.finditer(text):
        yield Hint(f"{match.lastgroup}-character", match.start(), match.end(), "")


def _mistyped(text: str) -> Iterator[Hint]:
    pieces, _ = walk(text)
    indentation = _indentation(text)
    for piece in pieces:
        if piece.kind == "indent":
            yield from _indent(text, piece, indentation)
        elif piece.kind == "gap":
            yield from _gap(text, piece)
        elif piece.kind == "plain":
            yield from _plain(text, piece)
        else:
            yield from _sign(text, piece)


_TABS = re.compile("\t+")
_WIDE_GAP = re.compile(f"[{WIDE_SPACE}]+")
_SIGNS = {
    "：": ":",
    "，": ",",
    "、": ",",
    "｛": "{",
    "｝": "}",
    "［": "[",
    "］": "]",
    "＃": "#",
    "－": "-",
    "—": "-",
    "–": "-",
    "−": "-",
}


def _indent(text: str, piece: Piece, indentation: str) -> Iterator[Hint]:
    """Tabs become as many spaces as the file's other lines are indented by, a full-width space becomes two."""
    for match in _TABS.finditer(text, piece.start, piece.end):
        yield Hint("tab", match.start(), match.end(), indentation * len(match[0]))
    for match in _WIDE_GAP.finditer(text, piece.start, piece.end):
        spaces = "".join("  " if character == "\u3000" else " " for character in match[0])
        yield Hint("full-width-space", match.start(), match.end(), spaces)


def _indentation(text: str) -> str:
    match = re.search(r"^( +)(?=[^\s#-])", text, re.M)
    return match[1] if match and len(match[1]) <= 8 else "  "


def _gap(text: str, piece: Piece) -> Iterator[Hint]:
    follows = text[piece.end : piece.end + 1]
    for match in _WIDE_GAP.finditer(text, piece.start, piece.end):
        instead = "" if follows in ("", "\n", ":", "：") else " "
        yield Hint("full-width-space", match.start(), match.end(), instead)


def _sign(text: str, piece: Piece) -> Iterator[Hint]:
    sign = text[piece.start : piece.end]
    meant = _SIGNS.get(sign, sign)
    follows = text[piece.end : piece.end + 1]
    spaced = follows == "" or follows.isspace()
    if piece.kind == "colon" and sign == "：":
        yield Hint("full-width-colon", piece.start, piece.end, meant if spaced else f"{meant} ")
    elif piece.kind == "colon" and not spaced and follows not in ",]}":
        yield Hint("missing-space", piece.start, piece.end, f"{meant} ")
    elif piece.kind == "quote":
        yield Hint("full-width-punctuation", piece.start, piece.end, '"' if sign in "“”＂" else "'")
    elif meant != sign:
        needs_space = piece.kind == "comma" and not spaced and follows not in "}]｝］"
        yield Hint("full-width-punctuation", piece.start, piece.end, f"{meant} " if needs_space else meant)


_NUMBER = re.compile(r"[-+－＋−]?[0-9０-９][0-9０-９,，.．:：年月日底末/／－−-]*[ ]?[%％]?[十百千]?[万亿]*")
_WIDE_DIGIT = re.compile("[０-９．％]|\\A[－＋−]")
_CURLY = re.compile('[“＂]([!#-~％]+(?: [!#-~％]+)*)[“”＂"]')


def _plain(text: str, piece: Piece) -> Iterator[Hint]:
    """A number in full-width characters, a percent sign alone, a word in curly quotes. Text is left as it is."""
    value = text[piece.start : piece.end].rstrip(WIDE_SPACES)
    trailing = piece.start + len(value)
    if trailing < piece.end:
        yield Hint("full-width-space", trailing, piece.end, "")
    if value == "％":
        yield Hint("full-width-punctuation", piece.start, trailing, '"%"')
    elif match := _CURLY.fullmatch(value):
        inner = half_width(match[1])
        if "\\" not in inner and not number_meant(inner) and not date_meant(inner):
            yield Hint("full-width-punctuation", piece.start, trailing, f'"{inner}"')
    elif _WIDE_DIGIT.search(value) and _NUMBER.fullmatch(value):
        meant = number_meant(value) or date_meant(value) or half_width(value)
        yield Hint("full-width-digits", piece.start, trailing, meant)
