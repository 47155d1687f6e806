"""A target's profile can be drawn of whatever the schemas let pass, in any width, and shows no number wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.verdicts.anything import DAYS, FIGURES, PERIODS, REFERENCE_FIGURES, TARGETS
from tests.verdicts.judge import plan_of, progress_of
from tests.verdicts.test_properties import plan_from, progress_from
from vtrack.model.plan import Plan
from vtrack.model.record import Record
from vtrack.model.record_data import build_record
from vtrack.reports.expectation import path_of, reported
from vtrack.reports.steps.case import Case
from vtrack.reports.target_profile import TargetProfile, render
from vtrack.reports.words import View
from vtrack.verdicts.assess import assess
from vtrack.verdicts.path import expected_on
from vtrack.verdicts.verdict import Terms


def case_of(plan: Plan, record: Record, day: date) -> Case:
    terms = Terms(day)
    return Case(assess(plan.targets["sample"], plan, record, terms), plan, record, terms)


def drawn(case: Case, width: int = 80) -> str:
    return render(TargetProfile("sample", "plan.yaml:5", case.plan, case.record, case), View(str, width=width))


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TARGETS, PERIODS, FIGURES, REFERENCE_FIGURES, DAYS, st.sampled_from([20, 40, 80, 120]))
def test_it_is_drawn_of_whatever_the_schemas_let_pass(target, period, figures, references, day, width):
    plan = plan_from(target, period)
    case = case_of(plan, build_record(plan, progress_from(figures, references)), day)

    text = drawn(case, width)

    assert "how the verdict comes about" in " ".join(text.split())


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TARGETS, FIGURES, DAYS)
def test_a_row_shows_what_a_check_on_its_day_said(target, figures, day):
    plan = plan_from(target, {"start": 2023, "end": 2027})
    case = case_of(plan, build_record(plan, progress_from(figures, {})), day)

    for one in reported(case):
        then = case_of(plan, case.record, one.figure.day).verdict
        assert one.figure.day <= day
        if one.gap is not None:
            assert one.gap == then.pace_gap
        if one.gap is not None and then.workings.points and then.workings.share is None:
            assert one.expected is None or one.expected == then.workings.expected


@pytest.mark.parametrize(
    ("target", "figures", "points"),
    [
        ("baseline: {year: 2022, value: 4}\nreach: {at_least: 9, schedule: {2024: 5}}", {},
         "2022-12-31 4, 2024-12-31 5, 2027-12-31 9"),
        ("reach: {at_least: 9}", {}, ""),
        ("baseline: {year: 2022, value: 4}\nreach: {between: [5, 9]}", {}, ""),
        ("accumulate: {at_least: 9, from: 2024-07-01}", {}, "2024-06-30 0, 2027-12-31 9"),
        ("grow: {at_least: 100, by: 2024}", {2022: 3}, "2022-12-31 3, 2023-12-31 6, 2024-12-31 12"),
        ("grow: {at_least: 100, entry: rates}", {2022: 3}, ""),
        ("keep: {at_least: 9}", {}, ""),
        ("task: {}", {}, ""),
    ],
)  # fmt: skip
def test_the_expected_path(target: str, figures: dict[int, int], points: str) -> None:
    plan = plan_of(target)
    record = build_record(plan, [progress_of(year, value) for year, value in figures.items()])
    path = path_of(case_of(plan, record, date(2025, 1, 31)))

    assert ", ".join(f"{day} {value}" for day, value in path) == points
    if path:
        assert expected_on(path, date(2030, 1, 1)) == path[-1][1]


def test_without_a_verdict_the_plan_is_shown_all_the_same() -> None:
    plan = plan_of('unit: "%"\nreach: {at_least: 98}')
    profile = TargetProfile("sample", "plan.yaml:5", plan, Record(), None, faults=2)

    text = render(profile, View(str))

    assert "not judged for faulty data" in text
    assert "the files have errors (2), so something may be missing here" in text
    assert "≥ 98 %" in text


def test_a_target_whose_own_data_is_faulty_is_named() -> None:
    plan = replace(plan_of("task: {}"), targets={})

    assert "示范县 · sample" in render(TargetProfile("sample", "plan.yaml:5", plan, Record(), None), View(str))
