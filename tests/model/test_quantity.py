"""Exact numbers, and how they are shown without lying about them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vtrack.model.bound import Bound, Comparison, Series, honest
from vtrack.model.quantity import (
    Placeholder,
    decimal_places,
    distance,
    exact,
    exactly,
    is_placeholder,
    mean,
    nonzero,
    order,
    percentage,
    quantity,
    rounded,
    signed,
    total,
    written,
)
from vtrack.text.scalars import MAX_DIGITS, resolve

WRITTEN = st.decimals(-(10**12), 10**12, places=12).map(lambda number: number.normalize() + 0) | st.integers(
    -(10**29), 10**29
).map(Decimal)
FRACTIONS = st.fractions(-(10**6), 10**6, max_denominator=10**6)
COUNTS = st.tuples(st.integers(0, 10**4), st.integers(1, 10**4)).map(lambda pair: 100 * Fraction(*pair))
BOUNDS = st.builds(
    Bound,
    st.sampled_from([Comparison.AT_LEAST, Comparison.ABOVE, Comparison.AT_MOST, Comparison.BELOW, Comparison.EQUAL]),
    st.decimals(0, 100, places=2).map(Fraction),
)


class TestPlaceholder:
    @pytest.mark.parametrize("text", ["x", "X", "×", "××", "待定", "TBD", "x-x", "X-x", "×-××", "待定-TBD"])
    def test_alone_or_joined(self, text):
        assert is_placeholder(text)
        assert str(quantity(text)) == text
        assert written(Placeholder(text)) == text

    @pytest.mark.parametrize("text", ["", "xx", "x-", "-x", "x-x-x", "x\n", "98", "约x", "tbd", "×××"])
    def test_nothing_else(self, text):
        assert not is_placeholder(text)


class TestArithmetic:
    """Done in whole numbers, it is the arithmetic of fractions."""

    @given(WRITTEN)
    def test_a_number_as_it_was_written(self, number):
        assert exact(number) == Fraction(number)

    @given(FRACTIONS, FRACTIONS)
    def test_of_two_numbers(self, one, other):
        assert (order(one, other) < 0, order(one, other) == 0) == (one < other, one == other)
        assert distance(one, other) == abs(one - other)

    @given(FRACTIONS, FRACTIONS.filter(bool), FRACTIONS)
    def test_percentages(self, part, whole, less):
        assert percentage(part, whole) == 100 * part / whole
        assert percentage(part, whole, less) == 100 * (part - less) / whole

    @given(st.lists(FRACTIONS, max_size=8))
    def test_of_many_numbers(self, numbers):
        assert total(numbers) == sum(numbers)
        assert not numbers or mean(numbers) == sum(numbers) / len(numbers)


class TestAsWritten:
    @given(WRITTEN)
    def test_a_decimal_comes_back_as_it_was_written(self, number):
        assert exactly(Fraction(number)) == number
        assert Decimal(written(Fraction(number))) == number
        assert "E" not in written(Fraction(number))

    @given(WRITTEN)
    def test_through_the_reader_and_back(self, number):
        text = f"{number:f}"
        assume(len(text) <= MAX_DIGITS)
        assert quantity(resolve(text)) == Fraction(number)
        assert written(quantity(resolve(text))) == text

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            ("98", "98"),
            ("1.540", "1.54"),
            ("0.10", "0.1"),
            ("-0.5", "-0.5"),
            ("1000000", "1000000"),
            ("97.99999999999999999999999", "97.99999999999999999999999"),
            ("0.000000000000000000000000000001", "0.000000000000000000000000000001"),
        ],
    )
    def test_examples(self, value, text):
        assert written(Fraction(value)) == text

    @given(st.integers(-(10**6), 10**6), st.integers(0, 8), st.integers(0, 8))
    def test_places(self, number, twos, fives):
        value = Fraction(number, 2**twos * 5**fives)
        places = decimal_places(value)
        assert (value * 10**places).denominator == 1
        assert places == 0 or (value * 10 ** (places - 1)).denominator != 1

    def test_no_number_of_places_writes_a_third(self):
        assert decimal_places(Fraction(1, 3)) is None
        assert decimal_places(Fraction(1, 30)) is None


class TestRounded:
    def test_a_count_of_a_whole(self):
        assert written(100 * Fraction(83, 85)) == "97.65"

    def test_a_tie_goes_to_the_even_digit(self):
        assert [rounded(Fraction(text), 1) for text in ("0.25", "0.35", "-0.25")] == [
            Decimal("0.2"),
            Decimal("0.4"),
            Decimal("-0.2"),
        ]

    @given(FRACTIONS, st.integers(0, 12))
    def test_it_is_as_near_as_it_can_be(self, value, places):
        assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)

    @given(FRACTIONS)
    def test_what_is_not_whole_never_looks_whole(self, value):
        assume(value.denominator != 1)
        assert exactly(value) != exactly(value).to_integral_value()

    def test_however_near_it_is(self):
        assert written(100 * Fraction(10**15 - 1, 10**15 + 1)) == "99.9999999999998"
        assert written(Fraction(3 * 10**40 - 1, 3 * 10**40)).startswith("0.9999999999")


class TestDifferences:
    @pytest.mark.parametrize(
        ("value", "text"),
        [("-2.4", "-2.4"), ("5", "+5"), ("0", "+0"), ("-0.04", "-0.04"), ("0.0001", "+0.0001"), ("-25/3", "-8.3")],
    )
    def test_signed(self, value, text):
        assert signed(Fraction(value)) == text

    @given(FRACTIONS, st.integers(0, 6))
    def test_a_small_one_is_never_nothing(self, value, places):
        assert (nonzero(value, places) == 0) == (value == 0)
        assert (nonzero(value, places) > 0) == (value > 0)

    def test_however_small(self):
        assert nonzero(Fraction(-1, 10**40), 1) == Decimal("-1E-40")


class TestHonest:
    """Whatever is shown lies on its own side of the bound."""

    @given(COUNTS | FRACTIONS | st.decimals(0, 100, places=9).map(Fraction), BOUNDS)
    def test_a_failing_value_never_looks_passing(self, value, bound):
        assert bound.holds(Fraction(honest(value, bound))) == bound.holds(value)

    @pytest.mark.parametrize(
        ("value", "bound", "text"),
        [
            ("97.996", "98", "97.996"),
            ("1660/17", "97.65", "97.647"),  # 83 of 85
            ("1660/17", "98", "97.65"),
            ("97.99999999999999999999", "98", "97.99999999999999999999"),
            ("293/3", "98", "97.67"),
        ],
    )
    def test_examples(self, value, bound, text):
        assert honest(Fraction(value), Bound(Comparison.AT_LEAST, Fraction(bound))) == text

    def test_where_there_is_no_number_to_tell_it_from(self):
        assert honest(Fraction(293, 3), None) == "97.67"
        assert honest(Fraction(293, 3), Bound(Comparison.AT_LEAST, Placeholder("x"))) == "97.67"
        assert honest(Fraction(293, 3), Bound(Comparison.AT_LEAST, Series("reference", "city"))) == "97.67"

    def test_a_bound_that_no_decimal_writes(self):
        third = Bound(Comparison.AT_LEAST, Fraction(1, 3))
        assert honest(Fraction(1, 3), third).startswith("0.3333")

    @given(st.integers(1, 10**4), st.integers(6, 25), BOUNDS)
    def test_however_close_to_the_bound(self, apart, places, bound):
        value = bound.number - Fraction(1, 10**places + apart)
        assert bound.holds(Fraction(honest(value, bound))) == bound.holds(value)

    @given(st.integers(1, 10**4), BOUNDS)
    def test_close_to_the_bound(self, apart, bound):
        value = bound.number - Fraction(1, 10**6 + apart)
        assert bound.holds(Fraction(written(value, 8))) == bound.holds(value)
