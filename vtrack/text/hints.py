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
from vtrack.text.walk import WIDE_SPACE, Piece, walk


@dataclass(frozen=True, slots=True)
class Hint:
    """One mistyped piece: ``text[start:end]`` is what stands there, ``instead`` what YAML wants."""

    kind: str
    start: int
    end: int
    instead: str

    def flaw(self, text: str) -> Flaw:
        """The hint as a flaw of ``text``."""
        return Flaw(self.kind, span_of(text, self.start, self.end), text[self.start : self.end], self.instead)


_INVISIBLE = "\u00ad\u0085\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff"
_HIDDEN = re.compile(f"(?P<invisible>[{_INVISIBLE}]+)|(?P<control>[{_CONTROL}]+)")

# A text in which none of these is found has nothing to be walked for. Each begins with a character that is seldom,
# which makes the search cheap. They stop at some pieces that are in order; which, the walk knows.
_SELDOM = re.compile(f"[{_INVISIBLE}{_CONTROL}{WIDE_SPACE}\t０-９＃]")
_COLON = re.compile(r"：|:(?=[^\s/])")
_NAME_BEFORE = re.compile(
    r"(?:\A[ ]*(?:[–—－−-][ ]+)*[^\s:：#{}\[\]]|[{｛,]\s*[^\s:：,{}]|[，、][ ]*[\"']?[A-Za-z0-9_.-])[^:：{},]*\Z"
)
_BEHIND = r"[ ]*(?:[\n,，、{}\[\]｛｝［］#]|\Z)"
_SIGN = re.compile(
    r"[｛［｝］％．－＋−–—“＂”’‘＇，、](?:"
    r"(?<![^\s:,\[{｛［－–—−-][｛［])(?<=[｛［])"
    rf"|(?<=[｝］％])(?={_BEHIND})"
    r"|(?<=．)(?=[0-9])"
    r"|(?<![^\s:,\[{][－＋−–—])(?<=[－＋−–—])"
    r"|(?<![^\s:,\[{][“＂])(?<=[“＂])(?=[!#-~％ ]+[”＂“\"])"
    r"|(?<=[，、])(?=[ ]*[\w.-]+[\"']?[ ]*[:：])"
    rf"|(?P<quote>(?<=[“”＂‘’＇])(?={_BEHIND}))"
    r"|(?P<comma>(?<=[，、])(?=[ ]*(?:[\n}\]｝］]|\Z))|(?<=[\s\"'{}\[\]｛｝［］,，、:：][，、])"
    r"|(?<=[\w.%％+－-][，、])(?=[ ]*[\w\"'.+％%－-])))",
    re.A,
)


def find_hints(text: str) -> tuple[Hint, ...]:
    """Every mistyped piece of ``text`` in order, none overlapping another, none inside a comment or a quoted text.

    Invisible and control characters are found everywhere, comments and quotes included: nobody sees them there.
    """
    if not _is_suspect(text):
        return ()
    found: list[Hint] = []
    taken = 0
    for hint in sorted((*_hidden(text), *_mistyped(text)), key=lambda hint: (hint.start, -hint.end)):
        if hint.start >= taken:
            found.append(hint)
            taken = hint.end
    return tuple(found)


def _is_suspect(text: str) -> bool:
    if _SELDOM.search(text):
        return True
    if any(_NAME_BEFORE.search(_before(text, colon.start())) for colon in _COLON.finditer(text)):
        return True
    return any(_matters(text, sign) for sign in _SIGN.finditer(text))


def _before(text: str, place: int) -> str:
    """The line up to ``place``; of a long one the last part."""
    return text[max(text.rfind("\n", 0, place) + 1, place - 500) : place]


def _matters(text: str, sign: re.Match[str]) -> bool:
    """Whether a sign may stand on YAML's ground: a comma in brackets or at a line's end, a quote behind another."""
    place = sign.start()
    if sign["comma"] is not None:
        return text[place + 1 : place + 2] in ("", "\n") or any(bracket in _before(text, place) for bracket in "[{［｛")
    return sign["quote"] is None or any(quote in _before(text, place) for quote in "\"'")


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
_WIDE_SPACES = re.compile(f"[{WIDE_SPACE}]+")
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
    for match in _WIDE_SPACES.finditer(text, piece.start, piece.end):
        spaces = "".join("  " if character == "\u3000" else " " for character in match[0])
        yield Hint("full-width-space", match.start(), match.end(), spaces)


def _indentation(text: str) -> str:
    match = re.search(r"^( +)(?=[^\s#-])", text, re.M)
    return match[1] if match and len(match[1]) <= 8 else "  "


def _gap(text: str, piece: Piece) -> Iterator[Hint]:
    follows = text[piece.end : piece.end + 1]
    for match in _WIDE_SPACES.finditer(text, piece.start, piece.end):
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
    value = text[piece.start : piece.end].rstrip(WIDE_SPACE_CHARACTERS)
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


WIDE_SPACE_CHARACTERS = "".join(map(chr, (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
