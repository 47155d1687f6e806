"""The arithmetic of growth, exact: a bound on a yearly rate as a bound on the value that it leads to.

The average growth over n years satisfies a bound of r percent when V_t satisfies it against V_b·(1 + r/100)^n. Both
sides are fractions, so no root is taken and nothing is rounded. (水平法, the geometric mean by end levels, as
China's statistical bulletins compute 年均增长.)
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from vtrack.model.bound import Bound, Comparison
from vtrack.model.quantity import percentage

_PLACES = 40
_LEVEL = Fraction(1)
_BELOW_ANY = Fraction(-1)


class Growth(Struct, frozen=True):
    """A growth from one level to another over some years, in percent of the level or in units (points)."""

    base: Fraction
    value: Fraction
    years: int
    basis: str

    @property
    def yearly_rate(self) -> Fraction | None:
        """The average growth a year, as :func:`yearly_rate` gives it."""
        return yearly_rate(self.base, self.value, self.years, self.basis)


def grown(base: Fraction, rate: Fraction, years: int, basis: str) -> Fraction:
    """The value after ``years`` of growth by ``rate`` a year: percent of the level, or units (points) on top.

    A fall of more than 100 % leads below any level, so every value is above it.
    """
    if basis != "percent":
        return base + rate * years
    factor = _factor(rate, years)
    return _BELOW_ANY if factor is None else base * factor


@lru_cache(1000)  # plans ask for the same rates over the same years
def _factor(rate: Fraction, years: int) -> Fraction | None:
    """How many times the level becomes; ``None`` below any."""
    factor = 1 + rate / 100
    return factor**years if factor >= 0 else None


def change(before: Fraction, after: Fraction, basis: str) -> Fraction:
    """One year's growth: in percent of the level before, which must not be 0, or in units (points)."""
    return after - before if basis != "percent" else percentage(after, before, less=before)


def level_bound(bound: Bound, level: Callable[[Fraction], Fraction]) -> Bound:
    """The bound on a rate as the bound on a level. ``level`` gives the level of a rate and must not fall with it."""
    if bound.is_range:
        floor, ceiling = bound.number - bound.within, bound.ceiling
        return Bound(Comparison.BETWEEN, level(floor), None if ceiling is None else level(ceiling))
    return replace(bound, limit=level(bound.number))


def yearly_rate(base: Fraction, value: Fraction, years: int, basis: str) -> Fraction | None:
    """The yearly growth from ``base`` to ``value``, for showing: exact where it is a fraction, else cut to 38 places.

    ``None`` where no such rate exists (a percent growth from or to a value that is not positive).
    """
    if basis != "percent":
        return (value - base) / years
    if base <= 0 or value < 0:
        return None
    if years == 1:
        return change(base, value, basis)
    return change(_LEVEL, _root(value / base, years), basis)


def _root(ratio: Fraction, degree: int) -> Fraction:
    """The root of a ratio that is not negative: exact where there is one, else the next smaller decimal."""
    top, bottom = ratio.numerator, ratio.denominator
    whole_top = _whole_root(top, degree)
    if whole_top**degree == top:
        exact = Fraction(whole_top, _whole_root(bottom, degree))
        if exact**degree == ratio:
            return exact
    return Fraction(_whole_root(top * 10 ** (_PLACES * degree) // bottom, degree), 10**_PLACES)


def _whole_root(number: int, degree: int) -> int:
    """The greatest whole number whose power does not exceed ``number``, by Newton's method from above."""
    if number == 0:
        return 0
    root = 1 << -(-number.bit_length() // degree)
    while (nearer := ((degree - 1) * root + number // root ** (degree - 1)) // degree) < root:
        root = nearer
    return root
