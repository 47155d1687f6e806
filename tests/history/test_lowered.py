"""Whether the way to a deadline asks less, against the way that verdicts take."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from vtrack.history.lowered import lowered
from vtrack.model.bound import Bound, Comparison
from vtrack.model.calendar import year_end
from vtrack.model.forms import Accumulate, Deadline, Form, Reach
from vtrack.model.plan import Baseline, Target
from vtrack.verdicts.path import expected_on, scheduled

START, END = date(2023, 1, 1), date(2028, 12, 31)
VALUES = st.integers(0, 40).map(lambda quarters: Fraction(quarters, 4))
SCHEDULES = st.dictionaries(st.integers(2023, 2028), VALUES, min_size=1, max_size=4)
WORDS = st.sampled_from([Comparison.AT_LEAST, Comparison.ABOVE, Comparison.AT_MOST, Comparison.BELOW])


def target(form: Form, base: Fraction | None) -> Target:
    return Target("a", "甲", form, baseline=None if base is None else Baseline(2022, base))


@st.composite
def paced(draw: st.DrawFn) -> Target:
    """A target with a schedule, based where it is to be reached."""
    bound = Bound(draw(WORDS), draw(VALUES))
    schedule = tuple(sorted(draw(SCHEDULES).items()))
    if draw(st.booleans()):
        return target(Accumulate(bound, START, Deadline(END), schedule=schedule), None)
    return target(Reach(bound, START, Deadline(END), schedule), draw(VALUES))


def way(one: Target) -> list[Fraction]:
    """What is asked at every year-end before the deadline, as ``vtrack.verdicts`` has it."""
    form = one.form
    assert isinstance(form, Reach | Accumulate)
    first = (date(2022, 12, 31), one.baseline.value if one.baseline else Fraction(0))
    points = [first, *scheduled(form.schedule, first[0], END), (END, form.bound.number)]
    return [expected_on(points, year_end(year)) for year in range(2022, 2028)]


@given(paced(), SCHEDULES)
def test_lowered_is_what_asks_less_at_some_year_end(old: Target, schedule: dict[int, Fraction]) -> None:
    assert old.bound is not None
    assert isinstance(old.form, Reach | Accumulate)
    new = replace(old, form=replace(old.form, schedule=tuple(sorted(schedule.items()))))
    less = [(then - now) * old.bound.direction > 0 for then, now in zip(way(old), way(new), strict=True)]
    step = lowered(old, new)
    assert (step is not None) == any(less)
    if step is not None:
        assert step.now is not None
        assert less[step.day.year - 2022]
        assert (step.before, step.now) == (way(old)[step.day.year - 2022], way(new)[step.day.year - 2022])


@given(paced())
def test_the_same_schedule_lowers_nothing_whatever_else_changes(old: Target) -> None:
    assert lowered(old, old) is None
    assert lowered(old, replace(old, name="乙", note="口径")) is None


@given(paced(), st.sampled_from([END, date(2030, 12, 31), date(2025, 6, 30)]), VALUES)
def test_a_moved_end_alone_lowers_no_scheduled_year(old: Target, end: date, limit: Fraction) -> None:
    """The bound and the deadline are findings of their own."""
    assert old.bound is not None
    assert isinstance(old.form, Reach | Accumulate)
    form = replace(old.form, by=Deadline(end), bound=replace(old.bound, limit=limit))
    step = lowered(old, replace(old, form=form))
    scheduled_years = {year for year, _ in old.form.schedule}
    assert step is None or step.day.year not in {year for year in scheduled_years if year_end(year) < min(END, end)}
