"""Bounds as intervals of numbers: whether two can hold together, and whether one follows from the other."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from vtrack.model.bound import Bound, Comparison


class Interval(Struct, frozen=True):
    """The numbers that satisfy a bound. ``None`` is an end that does not exist; an open end is not itself included."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in the interval."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def and_(self, other: Interval) -> Interval:
        """The numbers that lie in both."""
        low, low_open = self._higher_low(other)
        high, high_open = self._lower_high(other)
        return Interval(low, high, low_open, high_open)

    def within(self, other: Interval) -> bool:
        """Whether every number of this interval lies in the other, too."""
        return self.and_(other) == self

    def _higher_low(self, other: Interval) -> tuple[Fraction | None, bool]:
        if self.low is None or (other.low is not None and other.low > self.low):
            return other.low, other.low_open
        return self.low, self.low_open or (self.low == other.low and other.low_open)

    def _lower_high(self, other: Interval) -> tuple[Fraction | None, bool]:
        if self.high is None or (other.high is not None and other.high < self.high):
            return other.high, other.high_open
        return self.high, self.high_open or (self.high == other.high and other.high_open)


def interval(bound: Bound) -> Interval:
    """The interval of a bound that is a number (or two) of its own."""
    return Interval(
        bound.floor, bound.ceiling, bound.comparison is Comparison.ABOVE, bound.comparison is Comparison.BELOW
    )
