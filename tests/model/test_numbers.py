from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from vtrack.model.numbers import Numbers, numbers_of
from vtrack.model.plan_data import build_plan
from vtrack.model.record_data import ProgressData, build_record

VALUES = st.decimals(min_value=-(10**6), max_value=10**6, places=3)


def numbers(entry: Any, **target: Any) -> list[Numbers]:
    targets = {"a": {"name": "样例", "unit": "%", "reach": {"at_least": 98}, **target}}
    plan = build_plan({"locality": {"id": "demo"}, "period": {"start": 2023, "end": 2027}, "targets": targets})
    data = {"year": 2024, "figures": {"a": entry, "unknown": 3}}
    return list(numbers_of(plan, build_record(plan, [ProgressData("progress/2024.yaml", data)])))


def test_each_target_that_has_numbers() -> None:
    (found,) = numbers([{"value": 3, "as_of": "2024-06-30"}, {"count": 1, "of": 2, "as_of": "2024-12-31"}])
    assert [value for _, value in found.reports] == [3, 50]
    assert (found.least, found.most) == (3, 50)
    assert numbers({"state": "建成"}) == []


def test_the_baseline_counts_among_the_least_and_the_most() -> None:
    (found,) = numbers(30, baseline={"year": 2022, "value": 3})
    assert (found.least, found.most, found.spread) == (3, 30, 10)


def test_there_is_no_telling_how_many_times_nothing_a_number_is() -> None:
    (found,) = numbers(30, baseline={"year": 2022, "value": 0})
    assert found.spread == inf


@given(st.lists(VALUES, min_size=1, max_size=5))
def test_what_is_rounded_never_hides_what_is_exact(values: list[Decimal]) -> None:
    (found,) = numbers([{"value": value, "as_of": f"2024-{month:02d}-15"} for month, value in enumerate(values, 1)])
    exact = [Fraction(value) for value in values]
    assert (found.least < 0) == (min(exact) < 0)
    assert max(exact) <= 100 or found.most >= 100
    if min(exact) > 0:
        assert abs(found.spread - max(exact) / min(exact)) <= max(exact) / min(exact) / 10**9
