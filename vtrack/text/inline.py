"""Values that stand in one line: plain, quoted, or in brackets that close; read without the parser.

The expressions match nothing that could mean anything else in YAML. See :mod:`vtrack.text.ordinary`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vtrack.text.document import Data
from vtrack.text.scalars import Scalar, resolve

KEY = "[A-Za-z0-9_][A-Za-z0-9_-]{0,99}"
# A plain value begins with no sign that means something to YAML, and with no dash but a number's.
_FIRST = r"(?:[^\s?:,\[\]{}#&*!|>'\"%@`<-]|-(?=[0-9.]))"
_PLAIN = rf"{_FIRST}[^:#\n]*(?::(?=\S)[^:#\n]*)*(?<! )"
_PLAIN_WITHIN = rf"{_FIRST}(?:[^:#?,\[\]{{}}\n]*[^:#?,\[\]{{}} \n])?"
"""A plain value in a line, and one within brackets."""
_QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
VALUE = rf"{_PLAIN}|{_QUOTED}|[{{\[].*[}}\]]"
"""What may be a value, as far as a line shows; what is within the brackets, :func:`value_of` looks at."""
_PAIR = re.compile(rf"[{{,] *({KEY}): +({_PLAIN_WITHIN}) *(?=[,}}])")
"""A key and its plain value, with the bracket or comma before them and up to the next."""
_ITEMS = re.compile(rf"\[ *{_PLAIN_WITHIN} *(?:, *{_PLAIN_WITHIN} *)*\]")
"""Brackets that hold plain values and nothing else."""
_TOKEN = re.compile(rf" *(?:({KEY}): +|([{{}}\[\],])|({_PLAIN_WITHIN}|{_QUOTED}))")

_MOST_LEVELS = 8
_MAY_BE_NO_TEXT = frozenset("0123456789+-.~nNtTfF")
"""What numbers, truths and nothing begin with; a plain value that begins otherwise is text."""
_SHORT = 16
_LONGEST = 10_000
"""Brackets with more characters are the parser's, which reads a million tokens faster."""


class Unordinary(Exception):
    """The text is none that can be read without the parser."""


_remembered = lru_cache(maxsize=10_000)(resolve)


def _scalar(text: str) -> Scalar:
    """The value of a plain scalar. Figures, days and years come again and again."""
    return _remembered(text) if len(text) < _SHORT else resolve(text)


def value_of(text: str) -> Data:
    """What stands behind a key or a dash; ``text`` matches :data:`VALUE`.

    Raises:
        Unordinary: the parser must be asked.
        Unreadable: it looks like a number and is none.
    """
    first = text[0]
    if first in "{[":
        if len(text) > _LONGEST:
            raise Unordinary
        if (pairs := _pairs(text)) is not None:
            return pairs
        if _ITEMS.fullmatch(text):
            return [value_of(item.strip(" ")) for item in text[1:-1].split(",")]
        return _Brackets(text).whole()
    if first in _MAY_BE_NO_TEXT:
        return _scalar(text)
    return text[1:-1] if first in "\"'" else text


def _pairs(text: str) -> dict[str, Data] | None:
    """The mapping in brackets that hold nothing but pairs of a key and a plain value; ``None`` for others.

    Each bracket or comma begins a pair that goes on to the next, so when there are as many pairs as these, nothing
    stands between them.
    """
    if text[0] != "{" or text[-1] != "}" or text.count("{") > 1 or text.count("}") > 1:
        return None
    pairs = _PAIR.findall(text)
    if len(pairs) != text.count(",") + 1:
        return None
    data = {key: _scalar(value) if value[0] in _MAY_BE_NO_TEXT else value for key, value in pairs}
    if len(data) < len(pairs):
        raise Unordinary
    return data


class _Brackets:
    """Brackets within brackets, read token by token."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def whole(self) -> Data:
        """What all of the text is."""
        data = self._piece(self._token(), 1)
        if self._at < len(self._text):
            raise Unordinary
        return data

    def _token(self) -> tuple[str, str, str]:
        """The next token: a key, a sign or a value; the other two are empty."""
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            raise Unordinary
        self._at = match.end()
        key, sign, value = match.groups("")
        return key, sign, value

    def _piece(self, token: tuple[str, str, str], level: int) -> Data:
        _, sign, value = token
        if value:
            return value_of(value)
        if level > _MOST_LEVELS or not sign or sign not in "{[":
            raise Unordinary
        return self._mapping(level + 1) if sign == "{" else self._list(level + 1)

    def _mapping(self, level: int) -> dict[str, Data]:
        data: dict[str, Data] = {}
        key, sign, _ = self._token()
        while not (sign == "}" and not data):
            if not key or key in data:
                raise Unordinary
            data[key] = self._piece(self._token(), level)
            if self._ends("}"):
                break
            key, sign, _ = self._token()
        return data

    def _list(self, level: int) -> list[Data]:
        data: list[Data] = []
        token = self._token()
        while not (token[1] == "]" and not data):
            data.append(self._piece(token, level))
            if self._ends("]"):
                break
            token = self._token()
        return data

    def _ends(self, closing: str) -> bool:
        """Whether the brackets close behind a piece; otherwise a comma follows."""
        _, sign, _ = self._token()
        if sign not in (closing, ","):
            raise Unordinary
        return sign == closing
