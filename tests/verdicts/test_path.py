"""The expected path between its points."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from vtrack.model.quantity import Placeholder
from vtrack.verdicts.path import expected_on, scheduled

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
VALUES = st.fractions(-(10**9), 10**9, max_denominator=1000)
POINTS = st.dictionaries(DAYS, VALUES, min_size=1, max_size=6).map(lambda points: sorted(points.items()))


class TestScheduled:
    STAGES = ((2024, Fraction(1)), (2025, Placeholder("x")), (2026, Fraction(3)), (2027, Fraction(4)))

    def test_year_ends_strictly_between_two_days(self):
        assert scheduled(self.STAGES, date(2024, 12, 31), date(2027, 12, 31)) == [(date(2026, 12, 31), 3)]
        assert scheduled(self.STAGES, date(2024, 12, 30), date(2028, 1, 1)) == [
            (date(2024, 12, 31), 1),
            (date(2026, 12, 31), 3),
            (date(2027, 12, 31), 4),
        ]

    def test_without_a_beginning(self):
        assert scheduled(self.STAGES, None, date(2026, 6, 30)) == [(date(2024, 12, 31), 1)]


class TestExpectedOn:
    @given(POINTS)
    def test_each_point_is_on_the_path(self, points):
        assert all(expected_on(points, day) == value for day, value in points)

    @given(POINTS, DAYS)
    def test_between_its_neighbours(self, points, day):
        before = [value for when, value in points if when <= day] or [points[0][1]]
        after = [value for when, value in points if when >= day] or [points[-1][1]]
        low, high = sorted((before[-1], after[0]))
        assert low <= expected_on(points, day) <= high

    @given(POINTS, DAYS)
    def test_steady_on_a_rising_path(self, points, day):
        rising = [(when, Fraction(place)) for place, (when, _) in enumerate(points)]
        assert expected_on(rising, day) <= expected_on(rising, day + timedelta(days=1))

    @given(POINTS, VALUES)
    def test_level_between_equal_points(self, points, value):
        level = [(when, value) for when, _ in points]
        assert expected_on(level, points[0][0] + timedelta(days=40)) == value

    def test_by_months_and_not_by_days(self):
        points = [(date(2022, 12, 31), Fraction(0)), (date(2024, 12, 31), Fraction(24))]
        assert expected_on(points, date(2023, 2, 28)) == 2
        assert expected_on(points, date(2024, 2, 29)) == 14
        assert expected_on(points, date(2023, 3, 1)) == 2 + Fraction(1, 31)
