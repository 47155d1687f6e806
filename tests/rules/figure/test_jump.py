"""figure/jump: ten, a hundred, a thousand times the figure before."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings

RULE = "figure/jump"
ASSETS = "name: 资产, unit: 亿元, reach: {at_least: 10}"
VILLAGES = "name: 示范村, unit: 个, reach: {at_least: 80}"
COVERAGE = 'name: 覆盖率, unit: "%", reach: {at_least: 98}'
PROJECTS = "name: 项目, unit: 个, keep: {at_least: 90, entry: flow}"
TOTAL = "name: 累计, unit: 个, accumulate: {at_least: 2000, entry: running_total}"
GROWTH = 'name: 增速, unit: "%", keep: {at_least: 6}'


def case(target: str, *reports: str) -> str:
    """Reports are «value» of 2023, 2024, … or «day value»."""
    years: dict[str, list[str]] = {}
    for place, report in enumerate(reports):
        day, _, value = report.rpartition(" ")
        day = day or f"{2023 + place}-12-31"
        years.setdefault(day[:4], []).append(f"    - {{value: {value}, as_of: {day}}}\n")
    files = "".join(f"# progress/{year}.yaml\nfigures:\n  t:\n{''.join(lines)}" for year, lines in years.items())
    return f"targets:\n  t: {{{target}, lead: [office]}}\n{files}# as of 2027-06-30\n"


@pytest.mark.parametrize(
    ("target", "before", "after", "message"),
    [
        (ASSETS, "8.6", "92", "资产: 92 is about 10 times the 8.6 of 2023-12-31"),
        (ASSETS, "8.6", "0.92", "资产: 0.92 is about a 10th of the 8.6 of 2023-12-31"),
        (ASSETS, "8.6", "920", "资产: 920 is about 100 times the 8.6 of 2023-12-31"),
        (ASSETS, "8.6", "9200", "资产: 9200 is about 1000 times the 8.6 of 2023-12-31"),
        (VILLAGES, "44", "460", "示范村: 460 is about 10 times the 44 of 2023-12-31"),
        (VILLAGES, "44", "4", "示范村: 4 is about a 10th of the 44 of 2023-12-31"),
        (COVERAGE, "95", "9.6", "覆盖率: 9.6 is about a 10th of the 95 of 2023-12-31"),
        (PROJECTS, "90", "930", "项目: 930 is about 10 times the 90 of 2023-12-31"),
        (TOTAL, "130", "1300", "累计: 1300 is about 10 times the 130 of 2023-12-31"),
        (GROWTH, "6.5", "66", "增速: 66 is about 10 times the 6.5 of 2023-12-31"),
    ],
)
def test_the_figure_that_jumped_is_pointed_at(target: str, before: str, after: str, message: str) -> None:
    assert findings(case(target, before, after), RULE) == [f"progress/2024.yaml:3:15 warning {message}"]


def test_the_baseline_is_the_figure_of_its_year_end() -> None:
    assert findings(case(f"{ASSETS}, baseline: {{year: 2022, value: 8.1}}", "85"), RULE) == [
        "progress/2023.yaml:3:15 warning 资产: 85 is about 10 times the 8.1 of 2022-12-31"
    ]


def test_a_baseline_inside_the_period_stands_where_its_year_is() -> None:
    target = f"{ASSETS}, baseline: {{year: 2024, value: 8.8}}"
    assert findings(case(target, "2023-12-31 8.6", "2025-12-31 9.1"), RULE) == []
    assert findings(case(target, "2023-12-31 0.9", "2025-12-31 9.1"), RULE) == [
        "plan.yaml:2:80 warning 资产: 8.8 is about 10 times the 0.9 of 2023-12-31"
    ]


@pytest.mark.parametrize(
    ("target", "reports"),
    [
        (ASSETS, ["8.6", "9.2"]),
        (ASSETS, ["8.6", "50"]),  # much, but no power of ten
        (ASSETS, ["0", "9"]),
        (ASSETS, ["-1", "9"]),
        (VILLAGES, ["1", "10", "44"]),  # a small beginning
        (COVERAGE, ["0.6", "6"]),
        (PROJECTS, ["12", "1"]),  # a year's few swing
        (TOTAL, ["2023-03-31 20", "2023-12-31 200"]),  # the first year
        (GROWTH, ["0.6", "6"]),  # growth swings
        (GROWTH, ["6.1", "0.6"]),
        ('name: 增速, unit: "%", grow: {at_least: 6, entry: rates}', ["0.6", "6.1"]),
        ("name: 零就业家庭, unit: 户, keep: {at_most: 0}", ["20", "2"]),  # what is to vanish
        ("name: 示范村, unit: 个, accumulate: {at_least: 80}, baseline: {year: 2022, value: 300}", ["30"]),
    ],
)
def test_ordinary_movements_are_let_pass(target: str, reports: list[str]) -> None:
    assert findings(case(target, *reports), RULE) == []


def test_the_way_back_is_quiet() -> None:
    text = case(ASSETS, "8.6", "92", "9.8", "10.1")
    assert findings(text, RULE) == ["progress/2024.yaml:3:15 warning 资产: 92 is about 10 times the 8.6 of 2023-12-31"]


def test_a_new_level_is_said_once() -> None:
    text = case(ASSETS, "8.6", "92", "98", "101")
    assert findings(text, RULE) == ["progress/2024.yaml:3:15 warning 资产: 92 is about 10 times the 8.6 of 2023-12-31"]


def test_amounts_are_compared_at_the_same_point_of_the_year() -> None:
    # A whole year's income after a January's is no jump, and neither is the next January.
    income = "name: 总收入, unit: 亿元, reach: {above: 2.4}"
    assert findings(case(income, "2023-12-31 2.4", "2024-01-31 0.2"), RULE) == []
    assert findings(case(income, "2023-06-30 1.1", "2023-12-31 2.3", "2024-06-30 12"), RULE) == [
        "progress/2024.yaml:3:15 warning 总收入: 12 is about 10 times the 1.1 of 2023-06-30"
    ]
    assert findings(case(PROJECTS, "2024-01-31 10", "2024-12-31 100"), RULE) == []


def test_within_a_year_a_stock_is_compared_with_the_report_before() -> None:
    assert findings(case(VILLAGES, "2024-06-30 41", "2024-12-31 430"), RULE) == [
        "progress/2024.yaml:4:15 warning 示范村: 430 is about 10 times the 41 of 2024-06-30"
    ]


def test_what_other_rules_say_is_not_said_again() -> None:
    assert findings(case(COVERAGE, "95", "0.96", "97"), RULE) == []  # figure/unit-mixup
    assert findings(case(COVERAGE, "95", "960", "97"), RULE) == []  # figure/share-range
    assert findings(case(TOTAL, "1300", "130"), RULE) == []  # figure/running-total-fell
