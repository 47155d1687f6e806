"""Bounds as intervals: what two of them have in common, against what the bounds themselves say of numbers."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from vtrack.model.bound import Bound, Comparison
from vtrack.rules.plan._intervals import interval

NUMBERS = st.integers(-3, 3).map(Fraction)
HALVES = [Fraction(number, 2) for number in range(-12, 13)]
ONE_SIDED = [word for word in Comparison if word not in (Comparison.BETWEEN, Comparison.ABOUT)]
BOUNDS = (
    st.builds(Bound, st.sampled_from(ONE_SIDED), NUMBERS)
    | st.builds(Bound, st.just(Comparison.BETWEEN), NUMBERS, NUMBERS)
    | st.builds(Bound, st.just(Comparison.ABOUT), NUMBERS, st.none(), st.sampled_from([Fraction(0), Fraction(1)]))
)


@given(BOUNDS, BOUNDS)
def test_two_bounds_hold_together_where_some_number_satisfies_both(one: Bound, other: Bound) -> None:
    # Between whole numbers, halves stand for all the rest.
    together = any(one.holds(value) and other.holds(value) for value in HALVES)
    assert interval(one).and_(interval(other)).is_empty is not together


@given(BOUNDS, BOUNDS)
def test_one_bound_follows_from_another(one: Bound, other: Bound) -> None:
    if any(one.holds(value) for value in HALVES):
        follows = all(other.holds(value) for value in HALVES if one.holds(value))
        assert interval(one).within(interval(other)) is follows
