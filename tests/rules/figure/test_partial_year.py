"""figure/partial-year: half a year that counts for the whole."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings, hints

RULE = "figure/partial-year"


def case(form: str, figure: str, day: str = "2025-06-30") -> str:
    plan = f"targets:\n  t: {{name: 某项, {form}, lead: [office]}}\n"
    return f"{plan}# progress/2024.yaml\nfigures:\n  t: {figure}\n# as of {day}\n"


@pytest.mark.parametrize("form", ["keep: {at_least: 90, entry: flow}", "accumulate: {at_least: 90}"])
def test_the_last_day_of_a_years_amount_is_pointed_at(form: str) -> None:
    text = case(form, "{value: 52, as_of: 2024-06-30}")
    assert findings(text, RULE) == [
        "progress/2024.yaml:2:25 warning 某项: the last figure of 2024 is of 2024-06-30, and counts for all of it"
    ]
    assert hints(text, RULE) == ["report the figure up to 2024-12-31; if this is it, give that day"]


def test_a_quarter_is_judged_alone() -> None:
    text = case("keep: {at_least: 20, entry: flow, each: quarter, from: 2024}", "{value: 5, as_of: 2024-01-31}")
    assert findings(text, RULE) == [
        "progress/2024.yaml:2:24 warning 某项: the last figure of 2024-Q1 is of 2024-01-31, and counts for all of it"
    ]


@pytest.mark.parametrize(
    ("form", "figure", "day"),
    [
        ("keep: {at_least: 90, entry: flow}", "52", "2025-06-30"),  # the whole year's
        ("keep: {at_least: 90, entry: flow}", "{value: 52, as_of: 2024-11-30}", "2025-06-30"),  # one month short
        ("keep: {at_least: 90, entry: flow}", "{value: 52, as_of: 2024-06-30}", "2025-02-01"),  # not due yet
        ("keep: {at_least: 90, entry: flow, each: month}", "{value: 52, as_of: 2024-06-15}", "2025-06-30"),
        ("keep: {at_least: 90}", "{value: 96, as_of: 2024-06-30}", "2025-06-30"),  # a level does not add up
        ("accumulate: {at_least: 90, entry: running_total}", "{value: 52, as_of: 2024-06-30}", "2025-06-30"),
        ("accumulate: {at_least: 90, by: 2024-06-30}", "{value: 52, as_of: 2024-06-30}", "2025-06-30"),
    ],
)
def test_what_covers_the_year_or_need_not_is_let_pass(form: str, figure: str, day: str) -> None:
    assert findings(case(form, figure, day), RULE) == []
