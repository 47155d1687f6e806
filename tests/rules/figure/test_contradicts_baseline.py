"""figure/contradicts-baseline: two values for the baseline's year-end."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings

RULE = "figure/contradicts-baseline"


def case(form: str, figure: str) -> str:
    return f"""
targets:
  t: {{name: 某项, unit: "%", {form}, baseline: {{year: 2022, value: 91.4}}, lead: [office]}}
# progress/2022.yaml
figures:
  t: {figure}
"""


def test_another_value_for_the_same_year_end_is_pointed_at() -> None:
    assert findings(case("reach: {at_least: 98}", "89.7"), RULE) == [
        "progress/2022.yaml:2:6 warning 某项: 89.7 reported for 2022, where the plan's baseline is 91.4"
    ]


def test_a_share_of_counts_is_compared_to_the_decimals_of_the_baseline() -> None:
    # 223/244 is 91.393…; 222/244 is 90.98…
    assert findings(case("reach: {at_least: 98}", "{count: 223, of: 244}"), RULE) == []
    assert findings(case("reach: {at_least: 98}", "{count: 222, of: 244}"), RULE) == [
        "progress/2022.yaml:2:14 warning 某项: 90.98 reported for 2022, where the plan's baseline is 91.4"
    ]


@pytest.mark.parametrize(
    ("form", "figure"),
    [
        ("reach: {at_least: 98}", "91.40"),
        ("reach: {at_least: 98}", "{value: 89.7, as_of: 2022-06-30}"),  # on the way there
        ("grow: {at_least: 6, entry: rates}", "5.1"),  # a rate is no level
        ("accumulate: {at_least: 6}", "5.1"),
    ],
)
def test_the_same_and_what_is_another_thing_are_let_pass(form: str, figure: str) -> None:
    assert findings(case(form, figure), RULE) == []
