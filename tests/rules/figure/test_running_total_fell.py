"""figure/running-total-fell: a total below an earlier one."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings, hints

RULE = "figure/running-total-fell"


def case(target: str, reports: list[tuple[str, str]]) -> str:
    years: dict[str, list[str]] = {}
    for day, value in reports:
        years.setdefault(day[:4], []).append(f"    - {{value: {value}, as_of: {day}}}\n")
    files = "".join(f"# progress/{year}.yaml\nfigures:\n  t:\n{''.join(lines)}" for year, lines in years.items())
    return f"targets:\n  t: {{{target}, lead: [office]}}\n{files}"


def test_a_running_total_that_fell() -> None:
    target = "name: 示范村, unit: 个, accumulate: {at_least: 20, entry: running_total}"
    text = case(target, [("2023-12-31", "6"), ("2024-06-30", "5"), ("2024-12-31", "9")])
    assert findings(text, RULE) == ["progress/2024.yaml:3:15 error 示范村: the total fell to 5, from 6 on 2023-12-31"]
    assert hints(text, RULE) == ["report all that was added since 2023-01-01; correct a wrong figure with a revision"]


@pytest.mark.parametrize("form", ["keep: {at_least: 90, entry: flow}", "accumulate: {at_least: 90}"])
def test_a_yearly_amount_that_fell_within_the_year(form: str) -> None:
    text = case(f"name: 重点项目, unit: 个, {form}", [("2024-03-31", "20"), ("2024-06-30", "18")])
    assert findings(text, RULE) == [
        "progress/2024.yaml:4:15 error 重点项目: the total fell to 18, from 20 on 2024-03-31"
    ]
    assert hints(text, RULE) == ["an in-year figure is that year's total so far, not what a month or quarter added"]


@pytest.mark.parametrize(
    "target",
    [
        "name: 重点项目, unit: 个, keep: {at_least: 90, entry: flow}",
        "name: 重点项目, unit: 个, accumulate: {at_least: 90}",
    ],
)
def test_a_new_year_begins_anew(target: str) -> None:
    assert findings(case(target, [("2023-12-31", "90"), ("2024-03-31", "18")]), RULE) == []


@pytest.mark.parametrize(
    "target",
    [
        "name: 优良天数比例, unit: '%', keep: {at_least: 90}",  # a level may fall
        "name: 净增人口, unit: 人, accumulate: {at_least: 90, entry: running_total}",
        "name: 企业利润, unit: 亿元, keep: {at_least: 90, entry: flow}",
    ],
)
def test_what_may_fall_is_let_pass(target: str) -> None:
    assert findings(case(target, [("2024-03-31", "95"), ("2024-06-30", "91")]), RULE) == []
