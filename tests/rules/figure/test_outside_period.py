"""figure/outside-period: figures that decide nothing."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings, hints

RULE = "figure/outside-period"


def case(target: str, figure: str, year: int) -> str:
    return f"targets:\n  t: {{name: 某项, {target}, lead: [office]}}\n# progress/{year}.yaml\nfigures:\n  t: {figure}\n"


def test_an_older_figure_can_only_be_the_baseline() -> None:
    text = case('unit: "%", reach: {at_least: 98}', "91.4", 2022)
    assert findings(text, RULE) == ["progress/2022.yaml:2:6 info 某项: 2022-12-31 is before the first day, 2023-01-01"]
    assert hints(text, RULE) == ["it decides nothing; to count from it, write it in the plan as the target's baseline:"]


def test_a_figure_before_the_first_day_of_a_target() -> None:
    text = case("accumulate: {at_least: 20, from: 2024}", "{value: 3, as_of: 2023-06-30}", 2023)
    assert findings(text, RULE) == ["progress/2023.yaml:2:24 info 某项: 2023-06-30 is before the first day, 2024-01-01"]
    assert hints(text, RULE) == ["it decides nothing; correct its day, or remove it"]


def test_a_bare_figure_is_too_late_for_a_deadline_in_the_middle_of_its_year() -> None:
    text = case("reach: {at_least: 98, by: 2024-06-30}", "98.5", 2024)
    assert findings(text, RULE) == ["progress/2024.yaml:2:6 info 某项: 2024-12-31 is after the deadline, 2024-06-30"]
    assert hints(text, RULE) == ["a bare number counts as of 31 December: give as_of, 2024-06-30 or earlier"]


def test_a_figure_of_a_later_year() -> None:
    text = case("reach: {at_least: 98, by: 2023}", "98.5", 2024)
    assert hints(text, RULE) == ["it decides nothing any more; report the figure of 2023-12-31 or earlier"]


@pytest.mark.parametrize(
    ("target", "year"),
    [
        ("reach: {at_least: 98}, baseline: {year: 2020, value: 80}", 2020),  # the baseline's year
        ("grow: {at_least: 6}", 2022),  # the base year
        ("grow: {at_least: 6, entry: rates}, baseline: {year: 2020, value: 1}", 2021),  # since the base year
        ("milestone: {states: [在建, 通车], reach: 通车, by: 2023}", 2024),  # late is better than never
        ("task: {by: 2023}", 2024),
        ("reach: {at_least: x}", 2020),
        ("reach: {at_least: 98}", 2023),
        ("reach: {at_least: 98}", 2024),
    ],
)
def test_what_serves_is_let_pass(target: str, year: int) -> None:
    assert findings(case(target, "95", year), RULE) == []


def test_a_year_that_another_target_is_compared_with_is_let_pass() -> None:
    text = """
targets:
  spending: {name: 三农投入增幅, unit: "%", compare: {above: {target: revenue}, lag: 1}, lead: [office]}
  revenue: {name: 财政收入增幅, unit: "%", keep: {at_least: 3}, lead: [office]}
# progress/2022.yaml
figures:
  revenue: 4
  spending: 5
"""
    assert findings(text, RULE) == [
        "progress/2022.yaml:3:13 info 三农投入增幅: 2022-12-31 is before the first day, 2023-01-01"
    ]
