"""YAML's plain scalars to exact values: integers, decimals, booleans, nothing, or the text as it was written.

This is YAML 1.2's core schema with three refusals, each a flaw with its own rule rather than a silent reading:
numbers with a leading zero (a code, or a typing mistake), numbers too long to be figures, and ``.inf``/``.nan``.
Dates stay text; what a date is, the schema says.
"""

from __future__ import annotations

import re
from decimal import Decimal

Scalar = str | int | Decimal | bool | None

MAX_DIGITS = 30
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(\.[0-9]*)?|(\.[0-9]+))([eE][-+]?[0-9]+)?\Z")
"""An integer, or with a group that matches a decimal; the last is its power of ten."""
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+(?:\.[0-9]*)?\Z")
_STARTS = frozenset("0123456789+-.")


class Unreadable(ValueError):
    """A plain scalar that looks like a number and is none that can be compared; ``kind`` names the flaw."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def resolve(text: str) -> Scalar:
    """The value of a plain scalar.

    Raises:
        Unreadable: ``number-size`` for more than :data:`MAX_DIGITS` digits or places, ``leading-zero`` for ``007``.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _STARTS:
        return text
    if match := _NUMBER.match(text):
        if len(text) > MAX_DIGITS:
            raise Unreadable("number-size")
        if not match.lastindex:
            return int(text)
        number = Decimal(text)
        if match[3] and not -MAX_DIGITS <= _exponent(number) <= MAX_DIGITS:
            raise Unreadable("number-size")
        return number
    if _LEADING_ZERO.match(text):
        raise Unreadable("leading-zero")
    return text


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # only of a number that is none it is a word
    return exponent
