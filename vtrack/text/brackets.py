"""Mappings and lists in brackets, in one line or several, read without the parser; and where their pieces stand.

The expressions match nothing that could mean anything else in YAML. See :mod:`vtrack.text.ordinary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from vtrack.text.document import Data, Path
from vtrack.text.inline import KEY, LONGEST_REMEMBERED, MAY_BE_OTHER, Unordinary, scalar
from vtrack.text.scalars import Scalar

# A plain scalar holds none of YAML's signs, but a colon where another character follows, as in an address.
_PLAIN = (
    r"(?:[^\s?:,\[\]{}#&*!|>'\"%@`<-]|-(?=[0-9.]))"
    r"(?:[^:#?,\[\]{}\n]*(?::(?=[\w/])[^:#?,\[\]{}\n]*)*[^:#?,\[\]{} \n])?"
)
_SCALAR = rf"{_PLAIN}|\"[^\"\\\n]*\"|'[^'\n]*'"
_BLANK = r"[ \n]*"
_PAIR = re.compile(rf"{_BLANK}({KEY}):[ \n]+({_SCALAR}){_BLANK}")
_ITEM = re.compile(rf"{_BLANK}({_SCALAR}){_BLANK}")
_TOKEN = re.compile(rf"{_BLANK}(?:({KEY}):(?=[ \n])|([{{}}\[\],])|({_SCALAR})|(.))", re.S)
"""A key, a sign, a scalar, or what there must not be."""

_MOST_LEVELS = 8
LONGEST = 10_000
"""Brackets with more characters are the parser's, which reads a million tokens faster."""


def in_brackets(text: str) -> Data:
    """The data of a text that begins with a bracket.

    Raises:
        Unordinary: the parser must be asked.
        Unreadable: something looks like a number and is none.
    """
    if len(text) > LONGEST:
        raise Unordinary
    is_mapping = text[0] == "{"
    held = _remembered_scalars(text, is_mapping) if len(text) <= LONGEST_REMEMBERED else _scalars(text, is_mapping)
    if held is None:
        return _Brackets(text).whole()
    if not is_mapping:
        return list(held)
    data = dict(held)
    if len(data) < len(held):  # a key twice
        raise Unordinary
    return data


def _scalars(text: str, is_mapping: bool) -> tuple[Any, ...] | None:
    """The pairs of a mapping or the items of a list, if these are scalars, none of which has a comma."""
    if text[-1] != ("}" if is_mapping else "]"):
        return None
    parts = text[1:-1].split(",")
    if not is_mapping:
        items = tuple(scalar(match[1]) for part in parts if (match := _ITEM.fullmatch(part)))
        return items if len(items) == len(parts) else None
    pairs = tuple(filter(None, map(_remembered_pair if len(text) <= _LONGEST_OF_SHORT else _pair, parts)))
    return pairs if len(pairs) == len(parts) else None


def _pair(text: str) -> tuple[str, Scalar] | None:
    """A key and its value, or ``None`` where the value is no scalar."""
    match = _PAIR.fullmatch(text)
    if match is None:
        return None
    key, value = match.groups()
    return key, value if value[0] not in MAY_BE_OTHER else scalar(value)


_LONGEST_OF_SHORT = 200
"""In brackets with more characters a pair may be too long to be remembered."""
_remembered_pair = lru_cache(maxsize=10_000)(_pair)
_remembered_scalars = lru_cache(maxsize=10_000)(_scalars)


class _Brackets:
    """Brackets within brackets, read token by token."""

    def __init__(self, text: str) -> None:
        self._tokens = iter(_TOKEN.findall(text))

    def whole(self) -> Data:
        """What all of the text is."""
        data = self._piece(*self._token(), 1)
        if next(self._tokens, None) is not None:
            raise Unordinary
        return data

    def _token(self) -> tuple[str, str, str]:
        """The next token: a key, a sign or a scalar; the other two are empty."""
        key, sign, value, other = next(self._tokens, _NONE)
        if other:
            raise Unordinary
        return key, sign, value

    def _piece(self, key: str, sign: str, value: str, level: int) -> Data:
        if value:
            return scalar(value)
        if level > _MOST_LEVELS or key:
            raise Unordinary
        if sign == "{":
            return self._mapping(level + 1)
        if sign == "[":
            return self._list(level + 1)
        raise Unordinary

    def _mapping(self, level: int) -> dict[str, Data]:
        data: dict[str, Data] = {}
        key, sign, _ = self._token()
        while data or sign != "}":
            if not key or key in data:
                raise Unordinary
            data[key] = self._piece(*self._token(), level)
            if self._ends("}"):
                break
            key, sign, _ = self._token()
        return data

    def _list(self, level: int) -> list[Data]:
        data: list[Data] = []
        key, sign, value = self._token()
        while data or sign != "]":
            data.append(self._piece(key, sign, value, level))
            if self._ends("]"):
                break
            key, sign, value = self._token()
        return data

    def _ends(self, closing: str) -> bool:
        """Whether the brackets close behind a piece; otherwise a comma follows."""
        _, sign, _ = self._token()
        if sign not in (closing, ","):
            raise Unordinary
        return sign == closing


_NONE = ("", "", "", "the end")


def place(text: str, path: Path, *, key: bool) -> tuple[int, int] | None:
    """Where the piece at ``path`` within a text in brackets begins and ends in it, or its key.

    Of a path that leads nowhere the last piece is taken that there is; ``None`` for the key of the brackets themselves.
    The data has the order of its tokens, so it tells how many stand before a piece.
    """
    data = in_brackets(text)
    first, named, within = 0, False, False
    for step in path:
        if not holds(data, step):
            break
        named, within = isinstance(data, dict), True
        first += 1 + named
        for held, piece in _pieces(data):
            if held == step:
                data = piece
                break
            first += _tokens(piece) + 1 + named
    if key and not within:
        return None
    tokens = list(_TOKEN.finditer(text))
    if key and named:
        return tokens[first - 1].span(1)
    begin, end = tokens[first], tokens[first + _tokens(data) - 1]
    return begin.start(begin.lastindex or 0), end.end()


def _pieces(data: Data) -> Iterable[tuple[str | int, Data]]:
    if isinstance(data, dict):
        return data.items()
    return enumerate(data) if isinstance(data, list) else ()


def _tokens(data: Data) -> int:
    """How many tokens a piece of data is made of."""
    if isinstance(data, dict):
        return 2 + sum(2 + _tokens(piece) for piece in data.values()) - (len(data) > 0)
    if isinstance(data, list):
        return 2 + sum(1 + _tokens(piece) for piece in data) - (len(data) > 0)
    return 1


def holds(data: object, step: str | int) -> bool:
    """Whether a step leads from a piece of data to a piece within it."""
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)
