"""What a target asks of a value. FORMAT §2, «Bounds»."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.model.bound import Bound, Comparison, Series
from vtrack.model.quantity import Placeholder

NUMBERS = st.fractions(-1000, 1000, max_denominator=100)
POSITIVE = st.fractions(Fraction(1, 100), 1000, max_denominator=100)
SHARES = st.fractions(Fraction(1, 100), 1, max_denominator=100)


@st.composite
def bounds(draw):
    comparison = draw(st.sampled_from(Comparison))
    limit = draw(NUMBERS)
    if comparison is Comparison.BETWEEN:
        return Bound(comparison, limit, draw(NUMBERS))
    within = draw(POSITIVE) if comparison is Comparison.ABOUT else Fraction(0)
    return Bound(comparison, limit, within=within)


class TestHolds:
    @pytest.mark.parametrize(
        ("bound", "inside", "outside"),
        [
            (Bound(Comparison.AT_LEAST, Fraction(98)), "98 98.1", "97.96 -98"),
            (Bound(Comparison.ABOVE, Fraction(98)), "98.001", "98 97"),
            (Bound(Comparison.AT_MOST, Fraction(5)), "5 4.9 -1", "5.001"),
            (Bound(Comparison.BELOW, Fraction(5)), "4.999", "5 6"),
            (Bound(Comparison.EQUAL, Fraction(5)), "5 5.0", "4.999 5.001"),
            (Bound(Comparison.BETWEEN, Fraction(3), Fraction(5)), "3 4 5", "2.99 5.01"),
            (Bound(Comparison.BETWEEN, Fraction(5), Fraction(3)), "", "3 4 5"),
            (Bound(Comparison.ABOUT, Fraction(15), within=Fraction(1)), "14 15 16", "13.99 16.01"),
            # a tolerance widens the bound of a comparison
            (Bound(Comparison.AT_LEAST, Fraction(6), within=Fraction(1, 2)), "5.5", "5.49"),
            (Bound(Comparison.ABOVE, Fraction(6), within=Fraction(1, 2)), "5.51", "5.5"),
            (Bound(Comparison.AT_MOST, Fraction(6), within=Fraction(1, 2)), "6.5", "6.51"),
            (Bound(Comparison.BELOW, Fraction(6), within=Fraction(1, 2)), "6.49", "6.5"),
            (Bound(Comparison.EQUAL, Fraction(6), within=Fraction(1, 2)), "5.5 6.5", "5.4 6.6"),
        ],
        ids=str,
    )
    def test_by_its_word(self, bound, inside, outside):
        assert all(bound.holds(Fraction(value)) for value in inside.split())
        assert not any(bound.holds(Fraction(value)) for value in outside.split())

    @given(bounds(), NUMBERS)
    def test_between_floor_and_ceiling_the_ends_aside(self, bound, value):
        above = bound.floor is None or value > bound.floor
        beneath = bound.ceiling is None or value < bound.ceiling
        if above and beneath:
            assert bound.holds(value)
        if bound.holds(value):
            assert bound.floor is None or value >= bound.floor
            assert bound.ceiling is None or value <= bound.ceiling
        if value in (bound.floor, bound.ceiling) and bound.comparison in (Comparison.ABOVE, Comparison.BELOW):
            assert not bound.holds(value)

    @given(bounds(), NUMBERS)
    def test_what_exceeds_it_never_comes_back_by_growing(self, bound, value):
        if bound.exceeded_by(value):
            assert not any(bound.holds(value + more) for more in (0, Fraction(1, 100), 1, 100, 10**6))
        elif bound.ceiling is None or bound.floor is None or bound.floor <= bound.ceiling:
            # what does not exceed it holds, or could by growing
            assert bound.holds(value) or bound.floor is None or value <= bound.floor

    @given(bounds(), NUMBERS, POSITIVE)
    def test_better_is_the_way_of_its_direction(self, bound, value, more):
        if bound.direction and bound.holds(value):
            assert bound.holds(value + bound.direction * more)

    def test_directions(self):
        words = {word.value: Bound(word, Fraction(1), Fraction(2)).direction for word in Comparison}
        assert words == {
            "at_least": 1,
            "above": 1,
            "at_most": -1,
            "below": -1,
            "equal": 0,
            "between": 0,
            "about": 0,
        }


class TestTimes:
    @given(bounds(), SHARES, NUMBERS)
    def test_a_one_sided_bound_is_its_share(self, bound, share, value):
        if bound.direction:
            assert bound.times(share).holds(value * share) == bound.holds(value)

    @given(bounds(), SHARES)
    def test_of_a_range_the_lower_end_is_its_share_and_the_upper_end_stays(self, bound, share):
        if not bound.direction:
            part = bound.times(share)
            assert part.floor == bound.floor * share
            assert part.ceiling == bound.ceiling

    @given(bounds(), NUMBERS)
    def test_the_whole_share_is_the_bound_itself(self, bound, value):
        assert bound.times(Fraction(1)).holds(value) == bound.holds(value)


class TestSeries:
    CITY = Bound(Comparison.ABOVE, Series("reference", "city"), within=Fraction(1, 2))

    def test_a_number_takes_its_place(self):
        assert self.CITY.around(Fraction(6)) == Bound(Comparison.ABOVE, Fraction(6), within=Fraction(1, 2))

    def test_it_has_no_number_of_its_own(self):
        with pytest.raises(TypeError, match="> city"):
            _ = self.CITY.number
        assert not self.CITY.is_placeholder

    def test_it_is_called_by_its_id(self):
        assert str(self.CITY.limit) == "city"


class TestPlaceholder:
    def test_in_either_end(self):
        x = Placeholder("x")
        assert Bound(Comparison.AT_LEAST, x).is_placeholder
        assert Bound(Comparison.BETWEEN, Fraction(1), x).is_placeholder
        assert Bound(Comparison.BETWEEN, x, Fraction(1)).is_placeholder
        assert not Bound(Comparison.BETWEEN, Fraction(1), Fraction(1)).is_placeholder
        assert Bound(Comparison.BETWEEN, Fraction(1), x).ceiling is None


class TestWritten:
    @pytest.mark.parametrize(
        ("bound", "text"),
        [
            (Bound(Comparison.AT_LEAST, Fraction(98)), "≥ 98"),
            (Bound(Comparison.ABOVE, Fraction("2.4")), "> 2.4"),
            (Bound(Comparison.AT_MOST, Fraction("1.54")), "≤ 1.54"),
            (Bound(Comparison.BELOW, Fraction(-1)), "< -1"),
            (Bound(Comparison.EQUAL, Fraction(100)), "= 100"),
            (Bound(Comparison.BETWEEN, Fraction(3), Fraction(5)), "3–5"),
            (Bound(Comparison.BETWEEN, Placeholder("x"), Placeholder("x")), "x–x"),
            (Bound(Comparison.ABOUT, Fraction(15), within=Fraction(1)), "15 ± 1"),
            (Bound(Comparison.AT_LEAST, Placeholder("××")), "≥ ××"),
            (Bound(Comparison.ABOVE, Series("reference", "wenzhou-gdp")), "> wenzhou-gdp"),
            (Bound(Comparison.AT_LEAST, Series("target", "gdp"), within=Fraction("0.5")), "≥ gdp ± 0.5"),
        ],
        ids=str,
    )
    def test_as_people_write_it(self, bound, text):
        assert str(bound) == text
