"""Bounds: what a target asks of a value. FORMAT §2, «Bounds»."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from vtrack.model.quantity import ZERO, Placeholder, Quantity, decimal_places, order, rounded, written


class Comparison(str, Enum):
    """The bound words of the format."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"
    EQUAL = "equal"
    BETWEEN = "between"
    ABOUT = "about"


_SHORT, _MOST_PLACES = 6, 100

BOUND_WORDS = tuple(word.value for word in Comparison)

_SIGNS = {
    Comparison.AT_LEAST: "≥",
    Comparison.ABOVE: ">",
    Comparison.AT_MOST: "≤",
    Comparison.BELOW: "<",
    Comparison.EQUAL: "=",
}
# By names of their own, because a word of an enumeration takes longer to look up than to compare.
_BETWEEN = Comparison.BETWEEN
_STRICT, _RANGES = (Comparison.ABOVE, Comparison.BELOW), (_BETWEEN, Comparison.ABOUT)
_DIRECTIONS = {Comparison.AT_LEAST: 1, Comparison.ABOVE: 1, Comparison.AT_MOST: -1, Comparison.BELOW: -1}


class Series(Struct, frozen=True):
    """Another series that gives a bound: an external ``reference``, or another ``target`` of the same locality."""

    kind: str
    id: str

    def __str__(self) -> str:
        return self.id


class Bound(Struct, frozen=True):
    """A set of values that satisfy a target.

    ``limit`` is the number, the lower end of ``between``, a placeholder, or the series to compare with; ``upper`` is
    the upper end of ``between``; ``within`` the tolerance m of ``about`` and of a comparison, in the target's unit.
    """

    comparison: Comparison
    limit: Quantity | Series
    upper: Quantity | None = None
    within: Fraction = ZERO

    @property
    def is_placeholder(self) -> bool:
        """Whether a number of the bound is still to come."""
        return isinstance(self.limit, Placeholder) or isinstance(self.upper, Placeholder)

    @property
    def number(self) -> Fraction:
        """The limit as a number. Only for a bound that is neither a placeholder nor a comparison with a series."""
        if not isinstance(self.limit, Fraction):
            raise TypeError(f"{self} has no number of its own")
        return self.limit

    @property
    def is_range(self) -> bool:
        """Whether values on both sides of a number, or between two numbers, satisfy the bound."""
        return self.comparison in _RANGES

    @property
    def direction(self) -> int:
        """+1 where more is better, −1 where less is, 0 where neither."""
        return _DIRECTIONS.get(self.comparison, 0)

    @property
    def floor(self) -> Fraction | None:
        """The least value that can satisfy the bound; ``None`` where there is no least. Strictness aside."""
        if self.comparison is _BETWEEN:
            return self.number
        if self.direction < 0:
            return None
        return self.number - self.within if self.within else self.number

    @property
    def ceiling(self) -> Fraction | None:
        """The greatest value that can satisfy the bound; ``None`` where there is no greatest. Strictness aside."""
        if self.comparison is _BETWEEN:
            return self.upper if isinstance(self.upper, Fraction) else None
        if self.direction > 0:
            return None
        return self.number + self.within if self.within else self.number

    def holds(self, value: Fraction) -> bool:
        """Whether ``value`` satisfies the bound, compared exactly."""
        direction = _DIRECTIONS.get(self.comparison, 0)
        if not direction:
            floor, ceiling = self.floor, self.ceiling
            return (floor is None or value >= floor) and (ceiling is None or value <= ceiling)
        end = self.number - self.within * direction if self.within else self.number
        room = order(value, end) * direction
        return room > 0 if self.comparison in _STRICT else room >= 0

    def exceeded_by(self, value: Fraction) -> bool:
        """Whether ``value`` is already too much, so that growing further cannot satisfy the bound."""
        ceiling = self.ceiling
        if ceiling is None:
            return False
        return value >= ceiling if self.comparison is Comparison.BELOW else value > ceiling

    def around(self, limit: Fraction) -> Bound:
        """The same bound with ``limit`` in the place of the series that it compares with."""
        return replace(self, limit=limit)

    def times(self, share: Fraction) -> Bound:
        """The bound for a share of the period, of a value that adds up over it.

        Of a range (``between``, ``about``, ``equal``) only the lower end is prorated: its upper end limits the whole,
        and work that runs ahead of the calendar has not yet gone beyond it.
        """
        if self.direction:
            return replace(self, limit=self.number * share)
        return Bound(Comparison.BETWEEN, (self.number - self.within) * share, self.ceiling)

    def __str__(self) -> str:
        limit = self.limit.id if isinstance(self.limit, Series) else written(self.limit)
        if self.upper is not None:
            return f"{limit}–{written(self.upper)}"
        if self.comparison is Comparison.ABOUT:
            return f"{limit} ± {written(self.within)}"
        tolerance = f" ± {written(self.within)}" if self.within else ""
        return f"{_SIGNS[self.comparison]} {limit}{tolerance}"


def honest(value: Fraction, bound: Bound | None, places: int = 2) -> str:
    """A value to ``places`` decimals, or as many more as it takes to lie on its own side of the bound.

    97.996 against ≥ 98 is shown as 97.996, and 83/85 against ≥ 97.65 % as 97.647: rounded, they would look like a
    pass. Short decimals are shown as they were written.
    """
    needed = decimal_places(value)
    is_short = needed is not None and needed <= _SHORT
    if is_short or bound is None or bound.is_placeholder or isinstance(bound.limit, Series):
        return written(value)
    holds = bound.holds(value)
    while places < _MOST_PLACES and bound.holds(Fraction(rounded(value, places))) != holds:
        places += 1
    return f"{rounded(value, places):f}"
