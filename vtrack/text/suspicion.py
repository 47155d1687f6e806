"""Whether a text may hold a mistyped piece at all: a search that costs an ordinary file next to nothing.

A text in which nothing suspicious is found has nothing to be walked for. First it is asked whether a character is there
at all, which is much cheaper than a pattern; then each pattern begins with a character that is seldom. They stop at
some pieces that are in order; which, the walk knows.
"""

from __future__ import annotations

import re

_ALWAYS = "０１２３４５６７８９＃\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""Digits and a sign that are always looked at, and what is invisible though it is a letter or a mark."""
_NO_NAME_BEFORE = " \n/"
"""What follows a colon that ends no key."""
_COLON = r"：|:(?=[^\s/])"
_NAME_BEFORE = (
    r"(?:\A[ ]*(?:[–—－−-][ ]+)*[^\s:：#{}\[\]]|[{｛,]\s*[^\s:：,{}]|[，、][ ]*[\"']?[A-Za-z0-9_.-])[^:：{},]*\Z"
)
_BEHIND = r"[ ]*(?:[\n,，、{}\[\]｛｝［］#]|\Z)"
_OPENING = r"(?<![^\s:,\[{｛［－–—−-].)"
_DASH = r"(?<![^\s:,\[{].)"
_QUOTE = rf"(?P<quote>(?={_BEHIND}))"
_OPENING_QUOTE = r"(?<![^\s:,\[{].)(?=[!#-~％ ]+[”＂“\"])"
_COMMA = (
    r"(?=[ ]*[\w.-]+[\"']?[ ]*[:：])"
    r"|(?P<comma>(?=[ ]*(?:[\n}\]｝］]|\Z))|(?<=[\s\"'{}\[\]｛｝［］,，、:：].)"
    r"|(?<=[\w.%％+－-].)(?=[ ]*[\w\"'.+％%－-]))"
)
_SIGNS = {
    **dict.fromkeys("｛［", _OPENING),
    **dict.fromkeys("｝］％", f"(?={_BEHIND})"),
    "．": r"(?=[0-9])",
    **dict.fromkeys("－＋−–—", _DASH),
    **dict.fromkeys("“＂", f"{_OPENING_QUOTE}|{_QUOTE}"),
    **dict.fromkeys("”‘’＇", _QUOTE),
    **dict.fromkeys("，、", _COMMA),
}
"""What stands around a sign that may be mistyped; ``comma`` and ``quote`` only where the line before them says so."""
_LONGEST_NAME = 100


def is_suspect(text: str) -> bool:
    """False only where walking the text would come upon nothing that is mistyped."""
    # What is invisible otherwise, or steers a machine, or is a blank but none to YAML, is nothing to be printed.
    if not text.replace("\n", "").isprintable() or any(character in text for character in _ALWAYS):
        return True
    if _has_tight_colon(text) and any(
        re.search(_NAME_BEFORE, _before(text, colon.start())) for colon in re.finditer(_COLON, text)
    ):
        return True
    return any(sign in text and _is_mistyped(sign, text) for sign in _SIGNS)


def _has_tight_colon(text: str) -> bool:
    """Whether any colon may stand where one of YAML's is meant and none is."""
    harmless = sum(text.count(f":{behind}") for behind in _NO_NAME_BEFORE) + text.endswith(":")
    return "：" in text or text.count(":") > harmless


def _before(text: str, place: int) -> str:
    """The line up to ``place``, or of a long one the last part, behind a sign that no name holds."""
    begin = max(place - _LONGEST_NAME, 0)
    newline = text.rfind("\n", begin, place)
    if newline < 0 < begin:
        return f":{text[begin:place]}"
    return text[max(newline + 1, begin) : place]


def _is_mistyped(sign: str, text: str) -> bool:
    """Whether a sign may stand on YAML's ground: a comma in brackets or at a line's end, a quote behind another."""
    known, brackets, quotes = 0, False, False
    for found in re.finditer(f"{sign}(?:{_SIGNS[sign]})", text, re.A | re.S):
        place = found.start()
        if found.lastgroup is None:
            return True
        newline = text.rfind("\n", known, place)
        if newline >= 0:
            known, brackets, quotes = newline, False, False
        between = text[known:place]
        brackets = brackets or any(bracket in between for bracket in "[{［｛")
        quotes = quotes or any(quote in between for quote in "\"'")
        known = place
        if found.lastgroup == "quote":
            if quotes:
                return True
        elif brackets or text[place + 1 : place + 2] in ("", "\n"):
            return True
    return False
