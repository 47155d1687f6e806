"""The arithmetic in words: every formula is true, and comes to what the verdict says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.verdicts.anything import DAYS, FIGURES, PERIODS, REFERENCE_FIGURES, TARGETS
from tests.verdicts.judge import Entry, plan_of, progress_of
from tests.verdicts.test_properties import plan_from, progress_from
from vtrack.messages import Message
from vtrack.model.quantity import rounded, signed
from vtrack.model.record_data import build_record
from vtrack.reports.steps.arithmetic import Formula
from vtrack.reports.steps.case import Case
from vtrack.reports.steps.verdict import steps_of
from vtrack.verdicts.assess import assess
from vtrack.verdicts.verdict import Terms

ROOT = re.compile(r"\^\(1/\d+\)")


def value_of(expression: str) -> Fraction:
    """What a formula comes to, by its text alone."""
    exact = re.sub(r"\|([^|]+)\|", r"abs(\1)", expression).replace("×", "*").replace("^", "**")
    exact = re.sub(r"\*\*(\d+)", r"**EXPONENT\1", exact)
    exact = re.sub(r"(?<![\w.])(\d+(?:\.\d+)?)", r"Fraction('\1')", exact)
    exact = exact.replace("EXPONENT", "")
    return eval(exact, {"Fraction": Fraction, "abs": abs})


def formulas(messages: list[Message]) -> Iterator[Formula]:
    for message in messages:
        for _, value in message.values:
            if isinstance(value, Formula):
                yield value
            elif isinstance(value, Message):
                yield from formulas([value])


def is_true(formula: Formula) -> bool:
    if ROOT.search(formula.expression):
        power = int(ROOT.search(formula.expression)[0][4:-1])  # type: ignore[index]
        inner = value_of(re.sub(r"^100 × \(\((.*)\)\^\(1/\d+\) - 1\)$", r"\1", formula.expression))
        rate = 1 + formula.result / 100
        return abs(rate**power - inner) <= abs(inner) * Fraction(power, 10**30) + Fraction(power, 10**30)
    return value_of(formula.expression) == formula.result


@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TARGETS, PERIODS, FIGURES, REFERENCE_FIGURES, DAYS, st.sampled_from([60, 0, 400]))
def test_what_is_shown_comes_to_what_the_verdict_says(target, period, figures, references, day, grace):
    plan = plan_from(target, period)
    record = build_record(plan, progress_from(figures, references))
    terms = Terms(day, grace)
    verdict = assess(plan.targets["sample"], plan, record, terms)

    steps = steps_of(Case(verdict, plan, record, terms))

    assert len(steps) >= 2, "a reason and a conclusion"
    shown = list(formulas(steps))
    for formula in shown:
        assert is_true(formula), formula
    gaps = [formula for formula in shown if formula.signed]
    assert [formula.result for formula in gaps] == ([] if verdict.pace_gap is None else [verdict.pace_gap])
    if verdict.pace_gap is not None:
        assert value_of(gaps[0].expression) == verdict.pace_gap
        assert f"{rounded(gaps[0].shown, 40):+f}" == signed(verdict.pace_gap), "as check shows it"
        assert any(signed(verdict.pace_gap) in step.render(str) for step in steps[-1:])


def told(
    target: str,
    figures: dict[int, Entry],
    day: str,
    references: dict[int, Entry] | None = None,
    *,
    others: str = "",
    period: str = "{start: 2023, end: 2027}",
    other_figures: dict[int, str] | None = None,
) -> list[str]:
    """The steps of the verdict on a target, in English."""
    plan = plan_of(target, period, others)
    years = sorted({*figures, *(references or {}), *(other_figures or {})})
    record = build_record(
        plan,
        [progress_of(year, figures.get(year), (references or {}).get(year), (other_figures or {}).get(year, ""))
         for year in years],
    )  # fmt: skip
    terms = Terms(date.fromisoformat(day))
    verdict = assess(plan.targets["sample"], plan, record, terms)
    return [step.render(str) for step in steps_of(Case(verdict, plan, record, terms))]


BASE = 'unit: "%"\nbaseline: {year: 2022, value: 91.4}\n'


class TestReach:
    def test_pace(self) -> None:
        assert told(BASE + "reach: {at_least: 98}", {2024: 95.2}, "2025-01-31") == [
            "the latest figure is 95.2 % (2024-12-31)",
            "expected on 2024-12-31, 24 of 60 months from 2022-12-31 to 2027-12-31: 91.4 + (98 - 91.4) × 24/60 = 94.04",
            "the gap in points is 100 × (95.2 - 94.04) / (98 - 91.4) ≈ +17.6",
            "ahead: +17.6 is 5 or more; lamp green",
        ]

    def test_less_is_better(self) -> None:
        target = "baseline: {year: 2022, value: 1.66}\nreach: {at_most: 1.54}"
        assert told(target, {2024: 1.63}, "2025-01-31")[2:] == [
            "less is better, so the gap in points is 100 × (1.612 - 1.63) / (1.66 - 1.54) = -15",
            "behind: -15 is below 0; lamp orange: below -10, not below -30",
        ]

    def test_a_count_of_a_whole_stays_exact(self) -> None:
        assert told(BASE + "reach: {at_least: 98}", {2024: "{count: 81, of: 85}"}, "2025-01-31")[0::2] == [
            "the latest figure is 81/85 ≈ 95.29 % (2024-12-31)",
            "the gap in points is 100 × (100 × 81/85 - 94.04) / (98 - 91.4) ≈ +19",
        ]

    def test_on_a_day_within_a_month(self) -> None:
        steps = told(BASE + "reach: {at_least: 98}", {2023: "{value: 93, as_of: 2023-06-10}"}, "2023-06-30")
        assert steps[1].endswith("91.4 + (98 - 91.4) × (16/3)/60 ≈ 91.99")

    def test_by_a_schedule_whose_day_it_is(self) -> None:
        target = 'unit: "%"\nreach: {at_least: 98, schedule: {2024: 94}}'
        assert told(target, {2024: 93}, "2025-01-31")[1:] == [
            "expected on 2024-12-31, a point of the path: 94",
            "there is no way from a baseline to the bound, so the gap is in percent of the expected value",
            "the gap in points is 100 × (93 - 94) / 94 ≈ -1.1",
            "behind: -1.1 is below 0; lamp yellow: not below -10",
        ]

    def test_beyond_a_number_to_be_equalled(self) -> None:
        target = "baseline: {year: 2022, value: 4}\nreach: {equal: 10}"
        assert told(target, {2024: 11}, "2025-01-31")[2:4] == [
            "11 is beyond = 10, so it is held against that",
            "the gap in points is 100 × -|11 - 10| / (10 - 4) ≈ -16.7",
        ]

    def test_at_the_deadline(self) -> None:
        assert told('unit: "%"\nreach: {at_least: 98, by: 2024}', {2024: "{count: 83, of: 85}"}, "2025-01-31") == [
            "the deadline 2024-12-31 has passed; its last figure decides: 83/85 ≈ 97.65 % (2024-12-31)",
            "97.65 < 98: the bound is not satisfied",
            "missed, lamp red",
        ]

    @pytest.mark.parametrize(
        ("bound", "value", "words"),
        [
            ("{about: 45, within: 2}", 44.1, "|44.1 - 45| ≤ 2: the bound is satisfied"),
            ("{about: 45, within: 2}", 47.1, "|47.1 - 45| > 2: the bound is not satisfied"),
            ("{between: [50, 60]}", 50, "50 ≤ 50 ≤ 60: the bound is satisfied"),
            ("{between: [50, 60]}", 61, "61 > 60: the bound is not satisfied"),
            ("{between: [50, 60]}", 49, "49 < 50: the bound is not satisfied"),
            ("{above: 5}", 5, "5 ≤ 5: the bound is not satisfied"),
            ("{below: 5}", 4, "4 < 5: the bound is satisfied"),
            ("{at_most: 5}", 6, "6 > 5: the bound is not satisfied"),
            ("{equal: 5}", 6, "6 ≠ 5: the bound is not satisfied"),
        ],
    )
    def test_how_a_value_stands_to_a_bound(self, bound: str, value: float, words: str) -> None:
        form = bound[:-1] + ", by: 2024}"
        assert told(f"reach: {form}", {2024: value}, "2025-01-31")[1] == words


class TestAccumulate:
    def test_by_the_time(self) -> None:
        assert told("accumulate: {at_least: 12}", {2023: 2, 2024: 3}, "2025-01-31") == [
            "added up from 2023 to 2024-12-31: 2 + 3 = 5",
            "share reached, in percent: 100 × 5/12 ≈ 41.67",
            "time passed by 2024-12-31, 24 of 60 months, in percent: 100 × 24/60 = 40",
            "the gap in points is 100 × 5/12 - 100 × 24/60 ≈ +1.7",
            "on pace: +1.7 is 0 or more and below 5; lamp green",
        ]

    def test_by_the_schedule(self) -> None:
        target = "accumulate: {at_least: 12, entry: running_total, schedule: {2023: 1, 2024: 3}}"
        assert told(target, {2023: 2, 2024: 4}, "2025-01-31")[:-1] == [
            "the latest running total is 4 (2024-12-31)",
            "share reached, in percent: 100 × 4/12 ≈ 33.33",
            "expected on 2024-12-31, a point of the path: 3",
            "share scheduled, in percent: 100 × 3/12 = 25",
            "the gap in points is 100 × 4/12 - 100 × 3/12 ≈ +8.3",
        ]

    def test_too_much(self) -> None:
        assert told("accumulate: {at_most: 10}", {2023: 6, 2024: 5}, "2025-01-31") == [
            "added up from 2023 to 2024-12-31: 6 + 5 = 11",
            "11 > 10: more than the bound allows",
            "breached, lamp red",
        ]


class TestPeriods:
    def test_kept_in_each(self) -> None:
        assert told("keep: {at_least: 95}", {2023: 94.5, 2024: 96}, "2025-01-31") == [
            "2023: 94.5 < 95, does not hold",
            "2024: 96 ≥ 95, holds",
            "2023 is closed, and later figures do not make it good",
            "breached, lamp red",
        ]

    def test_a_flow_in_an_open_year(self) -> None:
        target = "keep: {at_least: 90, entry: flow}"
        assert told(target, {2023: 92, 2024: "{value: 40, as_of: 2024-06-30}"}, "2024-06-30")[1:] == [
            "2024 is open; by 2024-06-30 6 of 12 months have passed: 90 × 6/12 = 45",
            "2024: 40 < 45, does not hold",
            "2024 is not closed yet and can still be made good",
            "behind, lamp yellow",
        ]

    def test_a_quarters_own_amount(self) -> None:
        target = "keep: {at_least: 30, each: quarter, entry: flow, from: 2024}"
        figures = "[{value: 31, as_of: 2024-03-31}, {value: 60, as_of: 2024-06-30}]"
        assert told(target, {2024: figures}, "2024-06-30")[1:3] == [
            "2024-Q2 alone: 60 - 31 = 29",
            "2024-Q2: 29 < 30, does not hold",
        ]

    def test_of_many_those_that_failed_and_the_last(self) -> None:
        months = ", ".join(f"{{value: {9 if month == 2 else 5}, as_of: 2023-{month:02d}-28}}" for month in range(1, 13))
        steps = told("keep: {at_most: 5, each: month}", {2023: f"[{months}]"}, "2024-03-31")
        assert steps[:4] == [
            "11 of 12 periods hold, among them:",
            "2023-02: 9 > 5, does not hold",
            "2023-10: 5 ≤ 5, holds",
            "2023-11: 5 ≤ 5, holds",
        ]

    def test_compared_with_another_target_of_the_year_before(self) -> None:
        steps = told(
            "compare: {above: {target: other}, lag: 1}", {2023: 6}, "2024-03-31",
            others="other: {name: 另一项, reach: {at_least: 1}}", other_figures={2022: "other: 5"},
        )  # fmt: skip
        assert steps[:2] == ["each year is held against 另一项, of the year 1 before", "2023: 6 > 5, holds"]

    def test_compared_on_average(self) -> None:
        target = "compare: {above: {reference: city}, each: average}"
        assert told(target, {2023: 6.0, 2024: 7.5}, "2025-03-31", {2023: 6.9, 2024: 6.3})[3:] == [
            "the mean over the closed years is (6 + 7.5) / 2 = 6.75, that of the other series (6.9 + 6.3) / 2 = 6.6",
            "6.75 > 6.6: the bound is satisfied",
            "on pace, lamp green",
        ]


class TestGrow:
    def test_on_average(self) -> None:
        target = "baseline: {year: 2022, value: 30000}\ngrow: {at_least: 6}"
        assert told(target, {2023: 31500, 2024: 33200}, "2025-01-31") == [
            "growth a year from 2022 to 2024, 2 years: 100 × ((33200 / 30000)^(1/2) - 1) ≈ 5.2",
            "the bound leads to this level at the end of 2024: 30000 × (1 + 6/100)^2 = 33708",
            "33200 < 33708: the bound is not satisfied",
            "what each year from 2025 to 2027 needs so that the average still holds: "
            "100 × ((30000 × (1 + 6/100)^5 / 33200)^(1/3) - 1) ≈ 6.54",
            "behind, lamp yellow",
        ]

    def test_by_reported_rates(self) -> None:
        steps = told("grow: {at_least: 6, entry: rates}", {2023: 5.5, 2024: 6.6}, "2025-01-31")
        assert steps[0].endswith("100 × (((1 + 5.5/100) × (1 + 6.6/100))^(1/2) - 1) ≈ 6.05")

    def test_by_points(self) -> None:
        target = 'unit: "%"\nbaseline: {year: 2022, value: 60}\ngrow: {at_least: 0.8, basis: points}'
        steps = told(target, {2023: 60.9, 2024: 61.5}, "2025-01-31")
        assert steps[0].endswith("(61.5 - 60) / 2 = 0.75")
        assert steps[3].endswith("(60 + 0.8 × 5 - 61.5) / 3 ≈ 0.83")

    def test_in_every_year(self) -> None:
        target = "baseline: {year: 2022, value: 8000}\ngrow: {above: 0, basis: units, each: every}"
        assert told(target, {2023: 8100, 2024: 8100}, "2025-01-31")[:-1] == [
            "growth of 2023: 8100 - 8000 = 100; 100 > 0, holds",
            "growth of 2024: 8100 - 8100 = 0; 0 ≤ 0, does not hold",
            "one closed year that fails is not made good by later ones",
        ]


class TestStates:
    ROAD = "milestone: {states: [谋划, 开工, 通车], reach: 通车, by: 2026, expect: {2024: 开工}}"

    def test_a_milestone_behind(self) -> None:
        assert told(self.ROAD, {2024: "{state: 谋划, as_of: 2024-09-30}"}, "2025-01-31") == [
            "the latest state is 谋划 (2024-09-30), 1 of 3",
            "required is 通车, 3 of 3",
            "since 2024-12-31 开工 is expected, 2 of 3",
            "behind, lamp yellow",
        ]

    def test_a_milestone_that_is_late(self) -> None:
        assert told(self.ROAD, {}, "2027-01-31")[0::2] == [
            "no state is reported",
            "the deadline 2026-12-31 has passed; on 2027-01-31 it is 31 days late",
        ]

    def test_a_task_without_evidence(self) -> None:
        assert told("task: {by: 2024}", {2024: "{done: true, as_of: 2024-11-15}"}, "2025-01-31") == [
            "reported as done on 2024-11-15, but without evidence, which does not count",
            "the deadline 2024-12-31 has passed; on 2025-01-31 it is 31 days late",
            "overdue, lamp red",
        ]


@pytest.mark.parametrize(
    ("target", "figures", "day", "words"),
    [
        ("reach: {at_least: x}", {}, "2025-01-31",
         "the bound ≥ x is a placeholder, so nothing can be held against it"),
        ("accumulate: {at_least: 4, from: 2025}", {}, "2025-03-02",
         "nothing is reported, and the first figure, of 2025, is due from 2026-03-02 on"),
        ("reach: {at_least: 98}", {2023: 76}, "2025-03-02", "the figure of 2024 is not reported"),
        ("reach: {at_least: 98}", {2024: 84}, "2025-03-02",
         "there is neither a baseline nor a schedule, so no value is expected on the way"),
        ("reach: {between: [90, 98]}", {2024: 84}, "2025-03-02",
         "a range has no pace: before the deadline a value either lies in it or it does not"),
        ("grow: {at_least: 6}", {2024: 84}, "2025-03-02",
         "the value at the end of the base year 2022 is not known"),
        ("grow: {at_least: 6}", {2022: -1, 2023: 2, 2024: 84}, "2025-03-02",
         "growth in percent cannot be told from a value of 0 or below"),
        ("grow: {at_least: 6}", {2022: 1, 2023: "{value: 2, as_of: 2023-06-30}"}, "2023-07-01",
         "growth is told from whole years, and none since the base year is closed with a figure"),
        ("compare: {above: {reference: city}}", {2023: 3}, "2023-12-31",
         "the series city that it is compared with has no value yet"),
        ("compare: {above: {reference: city}}", {2023: 1, 2024: 3}, "2025-03-31",
         "the figure of 2024 is held against city, which has no value for it"),
        ("accumulate: {at_least: 4}", {2024: "{value: 1, as_of: 2024-02-01}"}, "2024-02-01",
         "a figure cannot be judged before that of an earlier period is reported"),
        ("keep: {at_least: 4, from: 2028}", {}, "2025-03-31",
         "the target would begin after its deadline 2027-12-31"),
    ],
)  # fmt: skip
def test_why_nothing_can_be_computed(target: str, figures: dict[int, Entry], day: str, words: str) -> None:
    assert told(target, figures, day)[0] == words


def test_a_period_that_is_a_placeholder() -> None:
    words = "the plan's period is a placeholder, so the target's time is not known"
    assert told("reach: {at_least: 98}", {}, "2025-01-31", period="{start: x, end: x}")[0] == words
