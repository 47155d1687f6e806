"""figure/running-total-as-flow: totals reported where each year's own amount belongs."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings, hints

RULE = "figure/running-total-as-flow"


def case(values: list[str], form: str = "accumulate: {at_least: 20}") -> str:
    files = "".join(f"# progress/{2023 + n}.yaml\nfigures:\n  t: {value}\n" for n, value in enumerate(values))
    return f"targets:\n  t: {{name: 示范村, unit: 个, {form}, lead: [office]}}\n{files}# as of 2027-03-31\n"


def test_rising_amounts_that_exceed_the_bound_only_together() -> None:
    text = case(["6", "11", "16"])
    assert findings(text, RULE) == [
        "progress/2025.yaml:2:6 warning 示范村: 6, 11, 16 look like running totals, and are added up to 33"
    ]
    assert hints(text, RULE) == ["report what each year added, or write entry: running_total in the plan"]


def test_the_last_figure_of_each_year_counts() -> None:
    first = "[{value: 2, as_of: 2023-06-30}, {value: 6, as_of: 2023-12-31}]"
    assert findings(case([first, "11", "16"]), RULE) == [
        "progress/2025.yaml:2:6 warning 示范村: 6, 11, 16 look like running totals, and are added up to 33"
    ]


@pytest.mark.parametrize(
    "values",
    [
        ["6", "11"],  # two years tell nothing
        ["6", "5", "5"],
        ["2", "3", "4"],  # together within the bound
        ["6", "11", "30"],  # the last alone exceeds it
    ],
)
def test_amounts_that_may_well_be_amounts(values: list[str]) -> None:
    assert findings(case(values), RULE) == []


def test_running_totals_where_the_plan_says_so() -> None:
    assert findings(case(["6", "11", "16"], "accumulate: {at_least: 20, entry: running_total}"), RULE) == []
