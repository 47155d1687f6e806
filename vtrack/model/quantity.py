"""Exact numbers, the placeholders that may stand for one, and how a number is shown without lying about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from msgspec import Struct

PLACEHOLDER_PATTERN = r"^(x|X|×|××|待定|TBD)(-(x|X|×|××|待定|TBD))?$"
_WIDE = Context(prec=1000)
"""Wide enough for whatever arithmetic makes of figures of 30 digits; nothing is cut to it."""
_MOST_PLACES = 30
"""As many decimals as a figure in a file may have: one that was written is shown as it was written."""
_PLACEHOLDER = re.compile(PLACEHOLDER_PATTERN[:-1] + r"\Z")


class Placeholder(Struct, frozen=True):
    """What a draft writes where the number is still to come: x, ××, 待定."""

    text: str

    def __str__(self) -> str:
        return self.text


Quantity = Fraction | Placeholder
ZERO = Fraction(0)


def is_placeholder(text: str) -> bool:
    """Whether ``text`` is one of FORMAT's placeholders, alone or as a range ``x-x``."""
    return _PLACEHOLDER.match(text) is not None


def quantity(data: int | Decimal | str) -> Quantity:
    """A number as it was written, exactly, or the placeholder in its place."""
    return Placeholder(data) if isinstance(data, str) else exact(data)


@lru_cache(4000)  # the same numbers come again and again, and a fraction is slow to make
def exact(data: int | Decimal) -> Fraction:
    """A number as it was written, exactly."""
    return Fraction(*data.as_integer_ratio())


# What follows is done in whole numbers, so that one fraction is made and brought to its lowest terms, not one a step.


def order(one: Fraction, other: Fraction) -> int:
    """A number below, at or above 0 as ``one`` is less than, equal to or more than ``other``."""
    top, bottom = one.as_integer_ratio()
    other_top, other_bottom = other.as_integer_ratio()
    return top * other_bottom - other_top * bottom


def distance(one: Fraction, other: Fraction) -> Fraction:
    """How far two numbers lie apart."""
    top, bottom = one.as_integer_ratio()
    other_top, other_bottom = other.as_integer_ratio()
    return Fraction(abs(top * other_bottom - other_top * bottom), bottom * other_bottom)


def percentage(part: Fraction, whole: Fraction, less: Fraction = ZERO) -> Fraction:
    """How many percent of ``whole``, which must not be 0, are ``part``, or what it has more than ``less``."""
    top, bottom = part.as_integer_ratio()
    less_top, less_bottom = less.as_integer_ratio()
    whole_top, whole_bottom = whole.as_integer_ratio()
    return Fraction(100 * (top * less_bottom - less_top * bottom) * whole_bottom, bottom * less_bottom * whole_top)


def total(numbers: Iterable[Fraction], parts: int = 1) -> Fraction:
    """The sum of numbers, or one of so many equal ``parts`` of it."""
    sum, whole = 0, 1
    for number in numbers:
        top, bottom = number.as_integer_ratio()
        if whole % bottom:
            wider = lcm(whole, bottom)
            sum, whole = sum * (wider // whole), wider
        sum += top * (whole // bottom)
    return Fraction(sum, whole * parts)


def mean(numbers: Sequence[Fraction]) -> Fraction:
    """The arithmetic mean of at least one number."""
    return total(numbers, len(numbers))


def decimal_places(value: Fraction) -> int | None:
    """How many decimals write ``value`` exactly; ``None`` when no finite number of them does (1/3)."""
    denominator = value.denominator
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    return max(twos, fives) if denominator == 1 else None


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """``value`` to ``places`` decimals, without trailing zeros; a tie goes to the even digit, as in GB/T 8170."""
    # In whole numbers throughout: this is done for every figure of a report.
    whole = value.denominator
    number, rest = divmod(value.numerator * 10**places, whole)
    if 2 * rest > whole or (2 * rest == whole and number % 2):
        number += 1
    while places and number % 10 == 0:
        number, places = number // 10, places - 1
    return Decimal(number).scaleb(-places, _WIDE) if places else Decimal(number)


def exactly(value: Fraction, places: int = 2) -> Decimal:
    """``value`` as decimals: as written where a finite number of them says it all, else to ``places``.

    A fraction such as 83/85 is shown as 97.65, never as the whole number that it only comes close to: more places
    are taken until the difference shows.
    """
    if value.denominator == 1:
        return Decimal(value.numerator)
    needed = decimal_places(value)
    if needed is not None and needed <= _MOST_PLACES:
        return Decimal(value.numerator * 10**needed // value.denominator).scaleb(-needed, _WIDE)
    shown = rounded(value, places)
    while shown == shown.to_integral_value(context=_WIDE):
        places += 2
        shown = rounded(value, places)
    return shown


def written(value: Quantity, places: int = 2) -> str:
    """A quantity as people write it: decimals without an exponent, or the placeholder."""
    return str(value) if isinstance(value, Placeholder) else f"{exactly(value, places):f}"


def signed(value: Fraction, places: int = 1) -> str:
    """A difference with its sign, to ``places`` decimals; a small one is never shown as nothing."""
    number = nonzero(value, places)
    return f"{number:+f}"


def nonzero(value: Fraction, places: int) -> Decimal:
    """``value`` to ``places`` decimals, or to as many more as it takes to differ from zero when it does."""
    number = rounded(value, places)
    while value and not number:
        places += 1
        number = rounded(value, places)
    return number
