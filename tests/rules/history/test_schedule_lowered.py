"""``history/schedule-lowered``."""

from __future__ import annotations

import pytest

from tests.rules.history.cases import SHORT, all_findings, findings, hints
from tests.rules.history.test_target_relaxed import changed

RULE = "history/schedule-lowered"


def scheduled(earlier: str, now: str, *more: str, keys: str = "reach: {at_least: 98", based: bool = True) -> str:
    """A snippet in which only the schedule of one target differs; an empty one is left out."""
    base = "baseline: {year: 2022, value: 90}, " if based else ""
    parts = [f"{base}{keys}{f', schedule: {one}' if one else ''}}}" for one in (earlier, now)]
    return changed(parts[0], parts[1], *more)


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("{2024: 94}", "{2024: 93.9}"),
        ("{2024: 94, 2025: 96}", "{2024: 95, 2025: 95}"),
        ("{2024: 97}", "{2025: 97}"),
        ("{2024: 97}", ""),
        ("{2024: 97}", "{2024: x}"),
        ("{2025: 97}", "{2024: 91, 2025: 97}"),
        ("{2024: 94}", "{2024: 94, 2026: 94}"),
    ],
)
def test_less_is_asked_of_some_year(earlier: str, now: str) -> None:
    assert all_findings(scheduled(earlier, now)) == ["schedule-lowered"]
    entry = f"amendments: [{{target: a, on: 2025-03-01, document: 甲〔2025〕1号, was: {{schedule: {earlier}}}}}]"
    assert all_findings(scheduled(earlier, now, entry)) == []
    assert f"was: {{schedule: {earlier}}}}}" in hints(scheduled(earlier, now), RULE)[0]


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("{2024: 94}", "{2024: 94.0}"),
        ("{2024: 94, 2025: 96}", '{"2025": 96, "2024": 94}'),
        ("{2024: 94}", "{2024: 95}"),
        ("{2024: 94}", "{2024: 94, 2026: 97}"),
        ("{2024: 92}", ""),
        ("{2024: 92, 2026: 97}", "{2026: 97}"),
        ("", "{2024: 91}"),
        ("{2024: x, 2025: 96}", "{2024: 91, 2025: 96}"),
        ("{2024: x}", "{2024: 待定}"),
        ("{2027: 98}", "{2027: 97}"),
    ],
)
def test_the_same_or_more_or_nothing_before(earlier: str, now: str) -> None:
    assert all_findings(scheduled(earlier, now)) == []


def test_points_at_the_year_or_at_the_form_where_it_is_gone() -> None:
    assert findings(scheduled("{2024: 94, 2025: 96}", "{2024: 94, 2025: 95}"), RULE) == [
        f"plan.yaml:2:100 error 甲: 95 is asked for 2025, it was 96 in commit {SHORT}, and no amendment says so"
    ]
    assert findings(scheduled("{2024: 97}", ""), RULE) == [
        f"plan.yaml:2:58 error 甲: 93.2 is asked for 2024, it was 97 in commit {SHORT}, and no amendment says so"
    ]


def test_without_a_baseline_the_schedule_is_the_whole_way() -> None:
    assert "nothing is asked for 2024, it was 94" in findings(scheduled("{2024: 94}", "", based=False), RULE)[0]
    assert all_findings(scheduled("{2024: 94, 2025: 95}", "{2024: 94}", based=False)) == []
    assert all_findings(scheduled("{2024: 94, 2025: 97}", "{2024: 94}", based=False)) == ["schedule-lowered"]


@pytest.mark.parametrize("keys", ["reach: {at_most: 98", "accumulate: {at_most: 98"])
def test_of_an_upper_bound_more_is_less(keys: str) -> None:
    assert all_findings(scheduled("{2024: 94}", "{2024: 95}", keys=keys)) == ["schedule-lowered"]
    assert all_findings(scheduled("{2024: 94}", "{2024: 93}", keys=keys)) == []


def test_a_running_total() -> None:
    keys = "accumulate: {at_least: 12"
    assert all_findings(scheduled("{2023: 3, 2025: 8}", "{2023: 3, 2025: 7}", keys=keys)) == ["schedule-lowered"]
    assert all_findings(scheduled("{2023: 3, 2025: 8}", "{2023: 3.5, 2025: 8}", keys=keys)) == []
    assert all_findings(scheduled("{2023: 3, 2025: 8}", "{2023: 3}", keys=keys)) == ["schedule-lowered"]


def test_a_number_to_be_hit_is_neared_from_where_it_started() -> None:
    assert all_findings(scheduled("{2024: 94}", "{2024: 93}", keys="reach: {equal: 98")) == ["schedule-lowered"]
    assert all_findings(scheduled("{2024: 87}", "{2024: 86}", keys="reach: {equal: 80")) == []
    assert all_findings(scheduled("{2024: 87}", "{2024: 88}", keys="reach: {equal: 80")) == ["schedule-lowered"]


def test_a_range_has_no_pace_that_could_be_lowered() -> None:
    assert all_findings(scheduled("{2024: 94}", "{2024: 9}", keys="reach: {about: 98, within: 1")) == []


def test_a_stricter_bound_or_an_earlier_deadline_lowers_nothing() -> None:
    earlier = "baseline: {year: 2022, value: 90}, reach: {at_least: 98, schedule: {2024: 93, 2025: 95}}"
    for now in (
        "baseline: {year: 2022, value: 90}, reach: {at_least: 99, schedule: {2024: 93, 2025: 95}}",
        "baseline: {year: 2022, value: 90}, reach: {at_least: 98, by: 2026, schedule: {2024: 93, 2025: 95}}",
        "baseline: {year: 2022, value: 90}, reach: {at_least: 98, by: 2025, schedule: {2024: 94}}",
    ):
        assert all_findings(changed(earlier, now)) == []


def test_a_relaxed_bound_and_a_lowered_schedule_are_two_findings() -> None:
    earlier = "baseline: {year: 2022, value: 90}, reach: {at_least: 98, schedule: {2024: 93}}"
    now = "baseline: {year: 2022, value: 90}, reach: {at_least: 96, schedule: {2024: 92}}"
    assert all_findings(changed(earlier, now)) == ["schedule-lowered", "target-relaxed"]
    same = "baseline: {year: 2022, value: 90}, reach: {at_least: 96, schedule: {2024: 93}}"
    assert all_findings(changed(earlier, same)) == ["target-relaxed"]


def test_a_plan_whose_end_is_open_has_its_schedule_all_the_same() -> None:
    period = "    period: {start: x, end: x}\n"
    assert all_findings(period + scheduled("{2024: 94}", "{2024: 93}")) == ["schedule-lowered"]
    assert all_findings(period + scheduled("{2024: 94}", "{2024: 94}")) == []


def expected(earlier: str, now: str, *more: str) -> str:
    """A snippet in which only the expectations of a milestone differ."""
    keys = "milestone: {states: [谋划, 在建, 通车], reach: 通车"
    parts = [f"{keys}{f', expect: {one}' if one else ''}}}" for one in (earlier, now)]
    return changed(parts[0], parts[1], *more)


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("{2024: 在建}", "{2024: 谋划}"),
        ("{2024: 在建}", "{2025: 在建}"),
        ("{2024: 在建}", ""),
        ("{2024-06-30: 在建}", "{2024-07-01: 在建}"),
        ("{2024: 在建, 2026: 通车}", "{2024: 在建}"),
    ],
)
def test_less_is_expected_by_a_day(earlier: str, now: str) -> None:
    assert all_findings(expected(earlier, now)) == ["schedule-lowered"]
    assert f"was: {{expect: {earlier}}}}}" in hints(expected(earlier, now), RULE)[0]
    entry = f"amendments: [{{target: a, on: 2025-03-01, document: 甲〔2025〕1号, was: {{expect: {earlier}}}}}]"
    assert all_findings(expected(earlier, now, entry)) == []


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("{2024: 在建}", "{2024-12-31: 在建}"),
        ("{2024: 在建}", "{2024: 通车}"),
        ("{2024: 在建}", "{2023: 在建}"),
        ("{2024: 在建}", "{2023: 谋划, 2024: 在建, 2025: 通车}"),
        ("", "{2026: 谋划}"),
        ("{2024: 再建}", "{2024: 谋划}"),
    ],
)
def test_the_same_or_more_is_expected(earlier: str, now: str) -> None:
    assert all_findings(expected(earlier, now)) == []


def test_tells_the_states() -> None:
    assert findings(expected("{2024: 在建}", "{2024: 谋划}"), RULE) == [
        f"plan.yaml:2:69 error 甲: «谋划» is expected by 2024-12-31, it was «在建» in commit {SHORT}, "
        "and no amendment says so"
    ]
    assert "nothing is expected by 2024-12-31" in findings(expected("{2024: 在建}", ""), RULE)[0]
