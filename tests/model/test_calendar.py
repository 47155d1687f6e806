"""Time as plans count it. FORMAT §2, «Dates»."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.model.calendar import (
    Each,
    Stretch,
    days_late,
    due,
    due_through,
    months,
    months_before,
    number,
    stretches,
    year_end,
    year_start,
)

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30))
SPANS = st.tuples(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(0, 4000)).map(
    lambda span: Stretch(span[0], span[0] + timedelta(days=span[1]))
)


class TestMonths:
    @given(st.integers(1, 9999), st.integers(1, 12))
    def test_the_last_day_of_a_month_is_the_whole_month(self, year, month):
        assert months(date(year, month, monthrange(year, month)[1])) == 12 * year + month

    @given(DAYS)
    def test_another_day_is_its_share_of_the_month(self, day):
        assert months(day) == 12 * day.year + day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])

    @given(DAYS)
    def test_time_goes_forward_and_leaves_nothing_out(self, day):
        assert months(day) > months_before(day)
        assert months_before(day + timedelta(days=1)) == months(day)

    @pytest.mark.parametrize("year", [1899, 1900, 2000, 2022, 2023, 2024, 2100, 2198])
    def test_two_years_are_two_years_leap_years_included(self, year):
        assert months(year_end(year + 2)) - months(year_end(year)) == 24

    def test_february(self):
        assert months(date(2024, 2, 29)) - months(date(2023, 12, 31)) == 2
        assert months(date(2023, 2, 28)) - months(date(2022, 12, 31)) == 2
        assert months(date(2024, 2, 28)) - months(date(2023, 12, 31)) == 1 + Fraction(28, 29)


class TestStretch:
    @given(SPANS, DAYS)
    def test_the_share_that_has_passed(self, span, day):
        share = span.share(day)
        assert (share == 0) == (day < span.first)
        assert (share == 1) == (day >= span.last)
        assert 0 <= share <= 1
        assert span.holds(day) == (span.first <= day <= span.last)

    def test_of_a_year(self):
        year = Stretch(date(2024, 1, 1), date(2024, 12, 31))
        assert year.length == 12
        assert year.share(date(2024, 6, 30)) == Fraction(1, 2)
        assert year.share(date(2024, 2, 29)) == Fraction(1, 6)
        assert year.share(date(2023, 12, 31)) == 0
        assert year.share(date(2025, 1, 1)) == 1

    def test_a_single_day(self):
        assert Stretch(date(2024, 2, 10), date(2024, 2, 10)).length == Fraction(1, 29)

    def test_the_part_of_a_year(self):
        span = Stretch(date(2023, 7, 1), date(2025, 6, 30))
        assert [str(span.year(year)) for year in (2023, 2024, 2025)] == [
            "2023-07-01/2023-12-31",
            "2024",
            "2025-01-01/2025-06-30",
        ]

    @pytest.mark.parametrize(
        ("first", "last", "name"),
        [
            ("2024-01-01", "2024-12-31", "2024"),
            ("2024-04-01", "2024-06-30", "2024-Q2"),
            ("2024-10-01", "2024-12-31", "2024-Q4"),
            ("2024-02-01", "2024-02-29", "2024-02"),
            ("2024-02-01", "2024-04-30", "2024-02-01/2024-04-30"),
            ("2024-01-01", "2024-06-30", "2024-01-01/2024-06-30"),
        ],
    )
    def test_its_name(self, first, last, name):
        assert str(Stretch(date.fromisoformat(first), date.fromisoformat(last))) == name


class TestStretches:
    def test_quarters_cut_to_their_span(self):
        found = stretches(Each.QUARTER, date(2023, 2, 15), date(2023, 8, 10))
        assert [str(one) for one in found] == ["2023-02-15/2023-03-31", "2023-Q2", "2023-07-01/2023-08-10"]

    def test_none_in_a_span_that_ends_before_it_begins(self):
        assert list(stretches(Each.YEAR, date(2023, 7, 1), date(2023, 6, 30))) == []

    def test_up_to_the_end_of_the_calendar(self):
        assert len(list(stretches(Each.MONTH, date(9999, 11, 1), date(9999, 12, 31)))) == 2
        assert len(list(stretches(Each.YEAR, date(1, 1, 1), date(2, 12, 31)))) == 2

    @given(SPANS, st.sampled_from(Each))
    def test_they_fill_the_span_without_gap_or_overlap(self, span, each):
        found = list(stretches(each, span.first, span.last))
        assert found[0].first == span.first
        assert found[-1].last == span.last
        for one, next_one in pairwise(found):
            assert next_one.first == one.last + timedelta(days=1)
            assert number(each, next_one.first) == number(each, one.first) + 1
        assert all(number(each, one.first) == number(each, one.last) for one in found)
        assert sum(one.length for one in found) == span.length

    @given(DAYS)
    def test_numbers(self, day):
        assert number(Each.YEAR, day) == day.year
        assert number(Each.QUARTER, day) == 4 * day.year + (day.month - 1) // 3
        assert number(Each.MONTH, day) == 12 * day.year + day.month - 1


class TestDue:
    @given(DAYS, st.integers(0, 400), st.integers(-500, 500))
    def test_after_the_last_day_and_the_grace(self, last, grace, later):
        try:
            day = last + timedelta(days=later)
        except OverflowError:
            return
        assert due(last, day, grace) == (later > grace) == (last.toordinal() <= due_through(day, grace))
        assert days_late(last, day) == max(later, 0)

    def test_year_ends(self):
        assert (year_start(2024), year_end(2024)) == (date(2024, 1, 1), date(2024, 12, 31))
