"""Formulas as people write them, exact, with what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from vtrack.model.bound import Bound, Comparison, honest
from vtrack.model.calendar import months
from vtrack.model.quantity import decimal_places, exactly, nonzero, written
from vtrack.verdicts.path import Point

_MOST_PLACES = 6


class Formula(Struct, frozen=True):
    """An expression of exact numbers and what it comes to. ``places``: of the decimals that are shown of that.

    A result that these places cannot write exactly is shown as ``≈``. ``signed`` shows a plus too.
    """

    expression: str
    result: Fraction
    places: int = 2
    signed: bool = False

    @property
    def shown(self) -> Fraction:
        """The result as far as it is shown."""
        needed = decimal_places(self.result)
        is_short = needed is not None and needed <= _MOST_PLACES and not self.signed
        return self.result if is_short else Fraction(nonzero(self.result, self.places))

    def __str__(self) -> str:
        shown = self.shown
        text = written(shown, _MOST_PLACES)
        if text == self.expression:
            return text
        sign = "+" if self.signed and shown >= 0 else ""
        return f"{self.expression} {'=' if shown == self.result else '≈'} {sign}{text}"


def exact(value: Fraction) -> str:
    """A number within a formula: as decimals where a few of them say it all, else as a fraction in brackets."""
    places = decimal_places(value)
    if places is None or places > 2 * _MOST_PLACES:
        return f"({value.numerator}/{value.denominator})"
    text = f"{exactly(value):f}"
    return f"({text})" if value < 0 else text


def path_formula(points: Sequence[Point], day: date) -> Formula:
    """The value of an expected path on ``day``: linear in months between two of its points."""
    first_day, first = points[0]
    if day <= first_day:
        return Formula(exact(first), first)
    if day in dict(points):
        return Formula(exact(dict(points)[day]), dict(points)[day])
    for (left_day, left), (right_day, right) in pairwise(points):
        if day <= right_day:
            passed, whole = months(day) - months(left_day), months(right_day) - months(left_day)
            share = f"{exact(passed)}/{exact(whole)}"
            way = f"{exact(left)} + ({exact(right)} - {exact(left)})" if left else exact(right)
            return Formula(f"{way} × {share}", left + (right - left) * passed / whole)
    return Formula(exact(points[-1][1]), points[-1][1])


def relation(bound: Bound, value: Fraction) -> str:
    """How a value stands to a bound that is a number: ``95.2 < 98``, true as it is written."""
    shown, holds, number, within = honest(value, bound), bound.holds(value), written(bound.number), bound.within
    match bound.comparison:
        case Comparison.BETWEEN:
            upper = written(bound.upper) if bound.upper is not None else ""
            if holds:
                return f"{number} ≤ {shown} ≤ {upper}"
            return f"{shown} < {number}" if value < bound.number else f"{shown} > {upper}"
        case Comparison.ABOUT:
            return _around(shown, number, within, holds=holds)
        case Comparison.EQUAL:
            return (
                _around(shown, number, within, holds=holds) if within else f"{shown} {'=' if holds else '≠'} {number}"
            )
        case Comparison.AT_LEAST | Comparison.ABOVE:
            limit = f"{number} - {written(within)}" if within else number
            signs = ("≥", "<") if bound.comparison is Comparison.AT_LEAST else (">", "≤")
        case _:
            limit = f"{number} + {written(within)}" if within else number
            signs = ("≤", ">") if bound.comparison is Comparison.AT_MOST else ("<", "≥")
    return f"{shown} {signs[0] if holds else signs[1]} {limit}"


def _around(shown: str, number: str, within: Fraction, *, holds: bool) -> str:
    return f"|{shown} - {number}| {'≤' if holds else '>'} {written(within)}"
