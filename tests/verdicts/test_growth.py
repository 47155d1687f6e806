"""The arithmetic of growth."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from vtrack.model.bound import Bound, Comparison
from vtrack.verdicts.growth import change, grown, level_bound, yearly_rate

BASES = st.fractions(Fraction(1, 1000), 10**9, max_denominator=1000)
RATES = st.decimals(-99, 500, places=3).map(Fraction)
YEARS = st.integers(1, 30)
ONE_SIDED = st.sampled_from([Comparison.AT_LEAST, Comparison.ABOVE, Comparison.AT_MOST, Comparison.BELOW])


class TestGrown:
    def test_percent_compounds_and_differences_add_up(self):
        assert grown(Fraction(100), Fraction(6), 5, "percent") == Fraction("133.82255776")
        assert grown(Fraction(100), Fraction(6), 5, "units") == 130
        assert grown(Fraction(-1), Fraction("0.8"), 5, "points") == 3

    def test_a_fall_beyond_everything_is_below_any_level(self):
        assert grown(Fraction(100), Fraction(-100), 1, "percent") == 0
        assert grown(Fraction(100), Fraction(-101), 2, "percent") < 0

    @given(BASES, RATES, RATES, YEARS, st.sampled_from(["percent", "units", "points"]))
    def test_more_growth_never_leads_to_less(self, base, one, other, years, basis):
        assert grown(base, min(one, other), years, basis) <= grown(base, max(one, other), years, basis)


class TestYearlyRate:
    @given(BASES, RATES, YEARS, st.sampled_from(["percent", "units", "points"]))
    def test_it_inverts_growth_exactly(self, base, rate, years, basis):
        assert yearly_rate(base, grown(base, rate, years, basis), years, basis) == rate

    @given(BASES, BASES, st.integers(2, 30))
    def test_a_root_is_close_where_it_is_no_fraction(self, base, value, years):
        rate = yearly_rate(base, value, years, "percent")
        assert abs(grown(base, rate, years, "percent") - value) <= value * Fraction(1, 10**30)

    def test_exact_roots(self):
        assert yearly_rate(Fraction(100), Fraction("112.36"), 2, "percent") == 6
        assert yearly_rate(Fraction(27), Fraction(8), 3, "percent") == Fraction(-100, 3)
        assert yearly_rate(Fraction(100), Fraction(0), 3, "percent") == -100

    def test_where_there_is_none(self):
        assert yearly_rate(Fraction(0), Fraction(5), 1, "percent") is None
        assert yearly_rate(Fraction(-5), Fraction(5), 1, "percent") is None
        assert yearly_rate(Fraction(5), Fraction(-5), 1, "percent") is None

    @given(BASES, st.fractions(-(10**9), 10**9, max_denominator=1000))
    def test_one_years_change(self, before, after):
        assert before * (1 + change(before, after, "percent") / 100) == after
        assert before + change(before, after, "units") == after


class TestLevelBound:
    @given(BASES, BASES, RATES, YEARS, ONE_SIDED)
    def test_the_growth_holds_exactly_where_the_level_does(self, base, value, rate, years, comparison):
        # without any root: (V/V_b) against (1 + r/100)ⁿ
        bound = level_bound(Bound(comparison, rate), lambda of: grown(base, of, years, "percent"))
        ratio, needed = value / base, (1 + rate / 100) ** years
        expected = {
            Comparison.AT_LEAST: ratio >= needed,
            Comparison.ABOVE: ratio > needed,
            Comparison.AT_MOST: ratio <= needed,
            Comparison.BELOW: ratio < needed,
        }
        assert bound.holds(value) == expected[comparison]

    @given(BASES, RATES, YEARS, ONE_SIDED)
    def test_at_the_bound_itself(self, base, rate, years, comparison):
        bound = level_bound(Bound(comparison, rate), lambda of: grown(base, of, years, "percent"))
        strict = comparison in (Comparison.ABOVE, Comparison.BELOW)
        assert bound.holds(grown(base, rate, years, "percent")) != strict

    @given(BASES, RATES, RATES, st.integers(1, 5))
    def test_ranges(self, base, one, other, years):
        assume(one != other)
        level = lambda of: grown(base, of, years, "percent")  # noqa: E731
        middle, within = (one + other) / 2, abs(one - other) / 2
        between = level_bound(Bound(Comparison.BETWEEN, min(one, other), max(one, other)), level)
        about = level_bound(Bound(Comparison.ABOUT, middle, within=within), level)
        equal = level_bound(Bound(Comparison.EQUAL, one), level)
        for bound in (between, about):
            assert bound.holds(level(one))
            assert bound.holds(level(other))
            assert bound.holds(level(middle))
            assert not bound.holds(level(max(one, other)) + 1)
        assert equal.holds(level(one))
        assert not equal.holds(level(other))
