"""figure/fractional-count: half a village."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings

RULE = "figure/fractional-count"


def case(target: str, figure: str) -> str:
    return f"targets:\n  t: {{{target}, lead: [office]}}\n# progress/2024.yaml\nfigures:\n  t: {figure}\n"


@pytest.mark.parametrize("unit", ["个", "户", "人次", "个/年"])
def test_a_fraction_of_a_thing_is_pointed_at(unit: str) -> None:
    assert findings(case(f"name: 示范村, unit: {unit}, accumulate: {{at_least: 20}}", "{value: 3.5}"), RULE) == [
        f"progress/2024.yaml:2:14 warning 示范村: 3.5 is no whole number of {unit}"
    ]


@pytest.mark.parametrize(
    ("target", "figure"),
    [
        ("name: 示范村, unit: 个, accumulate: {at_least: 20}", "3"),
        ("name: 示范村, unit: 个, accumulate: {at_least: 20}", "3.0"),
        ("name: 脱贫劳动力, unit: 万人, keep: {at_least: 2}", "2.35"),
        ("name: 农村公路, unit: 公里, accumulate: {at_least: 20}", "3.5"),
        ("name: 每千人口托位数, unit: 个, reach: {at_least: 4}", "3.5"),
        ("name: 户均就业人数, unit: 人, keep: {at_least: 1}", "1.2"),
        ("name: 某项, unit: 个, reach: {at_least: 4.5}", "3.5"),  # the plan itself reckons with fractions
        ("name: 农户数, unit: 户, grow: {at_least: 3, entry: rates}", "3.5"),
        ("name: 养老床位, unit: 张, reach: {at_least: 10000}", "0.85"),  # figure/unit-mixup
    ],
)
def test_what_may_be_a_fraction_is_let_pass(target: str, figure: str) -> None:
    assert findings(case(target, figure), RULE) == []
