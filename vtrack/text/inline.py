"""Scalars that stand in one line, plain or quoted, read without the parser.

What is taken here means one thing in YAML; see :mod:`vtrack.text.ordinary`.
"""

from __future__ import annotations

from functools import lru_cache

from vtrack.text.scalars import Scalar, resolve

KEY = "[A-Za-z0-9_][A-Za-z0-9_-]{0,99}"

# A plain scalar begins with no sign that means something to YAML, and with no dash but a number's.
_SIGNS = frozenset("?:,[]{}#&*!|>%@`<")
MAY_BE_OTHER = frozenset("0123456789+-.~nNtTfF\"'")
"""What numbers, truths and nothing begin with, and quotes; a plain scalar that begins otherwise is text."""
_OF_NUMBERS = frozenset("0123456789.")


class Unordinary(Exception):
    """The text is none that can be read without the parser."""


def scalar(text: str) -> Scalar:
    """The value of what stands behind a key or a dash, up to the end of its line or the comment there.

    Raises:
        Unordinary: the parser must be asked.
        Unreadable: it looks like a number and is none.
    """
    first = text[0]
    if first in "\"'":
        inner = text[1:-1]
        if len(text) < 2 or text[-1] != first or first in inner or (first == '"' and "\\" in inner):
            raise Unordinary
        return inner
    if first in _SIGNS or ": " in text or text[-1] == ":" or (first == "-" and text[1:2] not in _OF_NUMBERS):
        raise Unordinary
    return resolve(text) if first in MAY_BE_OTHER else text


LONGEST_REMEMBERED = 60
"""What is longer seldom comes twice; keys, figures, days and words come again and again."""

remembered_scalar = lru_cache(maxsize=10_000)(scalar)
"""The same, for a text of at most :data:`LONGEST_REMEMBERED` characters."""
