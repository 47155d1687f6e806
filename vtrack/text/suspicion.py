"""Whether a text may hold a mistyped piece at all: a search that costs an ordinary file next to nothing.

A text in which nothing suspicious is found has nothing to be walked for. Each pattern begins with a character that is
seldom, which makes the search cheap. They stop at some pieces that are in order; which, the walk knows.
"""

from __future__ import annotations

import re

from vtrack.text.characters import CONTROL, INVISIBLE, WIDE_SPACE

_SELDOM = re.compile(f"[{INVISIBLE}{CONTROL}{WIDE_SPACE}\t０-９＃]")
_TIGHT = re.compile(r":(?=[^\s/])")
_COLON = re.compile(f"：|{_TIGHT.pattern}")
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
_LONGEST_NAME = 100


def is_suspect(text: str) -> bool:
    """False only where walking the text would come upon nothing that is mistyped."""
    if _SELDOM.search(text):
        return True
    # Most texts have neither colon, and each alone is found much faster than one of both.
    has_colon = "：" in text or _TIGHT.search(text)
    if has_colon and any(_NAME_BEFORE.search(_before(text, colon.start())) for colon in _COLON.finditer(text)):
        return True
    return _has_sign(text)


def _before(text: str, place: int) -> str:
    """The line up to ``place``, or of a long one the last part, behind a sign that no name holds."""
    begin = max(place - _LONGEST_NAME, 0)
    newline = text.rfind("\n", begin, place)
    if newline < 0 < begin:
        return f":{text[begin:place]}"
    return text[max(newline + 1, begin) : place]


def _has_sign(text: str) -> bool:
    """Whether a sign may stand on YAML's ground: a comma in brackets or at a line's end, a quote behind another."""
    known, brackets, quotes = 0, False, False
    for sign in _SIGN.finditer(text):
        place = sign.start()
        if sign.lastgroup is None:
            return True
        newline = text.rfind("\n", known, place)
        if newline >= 0:
            known, brackets, quotes = newline, False, False
        between = text[known:place]
        brackets = brackets or any(bracket in between for bracket in "[{［｛")
        quotes = quotes or any(quote in between for quote in "\"'")
        known = place
        if sign.lastgroup == "quote":
            if quotes:
                return True
        elif brackets or text[place + 1 : place + 2] in ("", "\n"):
            return True
    return False
