"""Whether a bound asks less, against trying values; and first and last days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from vtrack.history.easier import ends_easier, is_easier, starts_easier
from vtrack.model.bound import Bound, Comparison, Series
from vtrack.model.forms import Accumulate, Compare, Deadline, Form, Grow, Keep, Milestone, Reach, Task
from vtrack.model.quantity import Placeholder

NUMBERS = st.integers(-12, 12).map(lambda halves: Fraction(halves, 2))
TOLERANCES = st.integers(0, 6).map(lambda halves: Fraction(halves, 2))
TINY = Fraction(1, 1000)


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    """Any bound with numbers, reversed ranges among them."""
    word = draw(st.sampled_from(Comparison))
    if word is Comparison.BETWEEN:
        return Bound(word, draw(NUMBERS), draw(NUMBERS))
    return Bound(word, draw(NUMBERS), within=draw(TOLERANCES) if word is Comparison.ABOUT else Fraction(0))


def tried(*bounds: Bound) -> list[Fraction]:
    """Values on, beside, between and far beyond the ends of some bounds."""
    ends = {end for bound in bounds for end in (bound.floor, bound.ceiling) if end is not None}
    near = {end + step for end in ends for step in (-TINY, Fraction(0), TINY)}
    between = {(one + other) / 2 for one in ends for other in ends}
    return sorted(near | between | {Fraction(-1000), Fraction(1000)})


@given(bounds(), bounds())
def test_easier_is_what_lets_some_value_through_that_was_not(old: Bound, new: Bound) -> None:
    assert is_easier(old, new) == any(new.holds(value) and not old.holds(value) for value in tried(old, new))


@given(bounds())
def test_the_same_bound_is_not_easier(bound: Bound) -> None:
    assert not is_easier(bound, bound)


@given(bounds(), bounds(), bounds())
def test_what_is_no_easier_than_what_is_no_easier_is_no_easier(one: Bound, two: Bound, three: Bound) -> None:
    if not is_easier(one, two) and not is_easier(two, three):
        assert not is_easier(one, three)


@given(bounds(), bounds())
def test_a_placeholder_is_easier_than_any_number_and_a_number_never_than_a_placeholder(old: Bound, new: Bound) -> None:
    open_bounds = [replace(new, limit=Placeholder("x"))]
    open_bounds += [replace(new, upper=Placeholder("x"))] if new.comparison is Comparison.BETWEEN else []
    for bound in open_bounds:
        assert is_easier(old, bound)
        assert not is_easier(bound, old)
        assert not is_easier(bound, bound)


@given(bounds(), bounds())
def test_a_tolerance_and_strictness_matter_with_another_series_as_with_a_number(old: Bound, new: Bound) -> None:
    city = Series("reference", "city")
    if Comparison.BETWEEN in (old.comparison, new.comparison):
        return
    around = [replace(bound, limit=Fraction(0)) for bound in (old, new)]
    assert is_easier(replace(old, limit=city), replace(new, limit=city)) == is_easier(*around)
    assert is_easier(replace(old, limit=city), replace(new, limit=Series("target", "city")))


BOUND = Bound(Comparison.AT_LEAST, Fraction(5))
UPPER = Bound(Comparison.AT_MOST, Fraction(5))
RANGE = Bound(Comparison.EQUAL, Fraction(5))
START = date(2023, 1, 1)
BY = Deadline(date(2026, 12, 31))
DAYS = {"sooner": date(2026, 6, 30), "later": date(2027, 1, 1)}
STARTS = {"sooner": date(2022, 12, 31), "later": date(2023, 1, 2)}


@pytest.mark.parametrize(
    ("form", "last", "first"),
    [
        (Reach(BOUND, START, BY), {"later"}, set()),
        (Keep(BOUND, START, BY), {"sooner"}, {"later"}),
        (Accumulate(BOUND, START, BY), {"later"}, {"sooner"}),
        (Accumulate(UPPER, START, BY), {"sooner"}, {"later"}),
        (Accumulate(RANGE, START, BY), {"sooner", "later"}, {"sooner", "later"}),
        (Grow(BOUND, START, BY, 2022), {"later"}, {"sooner", "later"}),
        (Grow(BOUND, START, BY, 2022, every=True), {"sooner"}, {"sooner", "later"}),
        (Compare(BOUND, START, BY), {"sooner"}, {"later"}),
        (Compare(BOUND, START, BY, average=True), {"sooner", "later"}, {"sooner", "later"}),
        (Milestone(("a", "b"), "b", BY), {"later"}, set()),
        (Task(BY), {"later"}, set()),
    ],
)
def test_days_by_form(form: Form, last: set[str], first: set[str]) -> None:
    for way, day in DAYS.items():
        assert ends_easier(form, replace(form, by=Deadline(day))) == (way in last)
    assert not ends_easier(form, replace(form, by=Deadline(BY.day, inherited=True)))
    assert ends_easier(form, replace(form, by=Deadline(None)))
    assert not ends_easier(replace(form, by=Deadline(None)), form)
    if isinstance(form, Milestone | Task):
        return
    for way, day in STARTS.items():
        assert starts_easier(form, replace(form, start=day)) == (way in first)
    assert starts_easier(form, replace(form, start=None)) == bool(first)
    assert not starts_easier(replace(form, start=None), form)
