"""The arithmetic of growth, exact: a bound on a yearly rate as a bound on the value that it leads to.

The average growth over n years satisfies a bound of r percent when V_t satisfies it against V_b·(1 + r/100)^n. Both
sides are fractions, so no root is taken and nothing is rounded. (水平法, the geometric mean by end levels, as
China's statistical bulletins compute 年均增长.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Context, Decimal
from fractions import Fraction

from vtrack.model.bound import Bound, Comparison

_ROOTS = Context(prec=40)


def grown(base: Fraction, rate: Fraction, years: int, basis: str) -> Fraction:
    """The value after ``years`` of growth by ``rate`` a year: percent of the level, or units (points) on top.

    A fall of more than 100 % leads below any level, so every value is above it.
    """
    if basis != "percent":
        return base + rate * years
    factor = 1 + rate / 100
    return base * factor**years if factor >= 0 else Fraction(-1)


def level_bound(bound: Bound, level: Callable[[Fraction], Fraction]) -> Bound:
    """The bound on a rate as the bound on a level. ``level`` gives the level of a rate and must not fall with it."""
    if bound.direction or bound.comparison is Comparison.EQUAL:
        return replace(bound, limit=level(bound.number))
    floor, ceiling = bound.floor, bound.ceiling
    assert floor is not None and ceiling is not None
    return Bound(Comparison.BETWEEN, level(floor), level(ceiling))


def yearly_rate(base: Fraction, value: Fraction, years: int, basis: str) -> Fraction | None:
    """The yearly growth from ``base`` to ``value``, for showing: exact for units, points and one year, else a root.

    ``None`` where no such rate exists (a percent growth from or to a value that is not positive).
    """
    if basis != "percent":
        return (value - base) / years
    if base <= 0 or value < 0:
        return None
    ratio = value / base
    if years == 1:
        return 100 * (ratio - 1)
    if ratio == 0:
        return Fraction(-100)
    root = _ROOTS.power(
        _ROOTS.divide(Decimal(ratio.numerator), Decimal(ratio.denominator)), _ROOTS.divide(Decimal(1), Decimal(years))
    )
    return 100 * (Fraction(root) - 1)
