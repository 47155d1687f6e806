"""figure/negative: less than nothing."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings

RULE = "figure/negative"


def case(target: str) -> str:
    return f"targets:\n  t: {{{target}, lead: [office]}}\n# progress/2024.yaml\nfigures:\n  t: -3\n"


@pytest.mark.parametrize(
    "target",
    [
        "name: 某项, unit: 个, accumulate: {at_least: 20}",
        "name: 某项, unit: 万亩, keep: {at_least: 1.18}",
        "name: 某项, unit: 个/年, keep: {at_least: 3}",
        "name: 某项, unit: 户, grow: {above: 0, basis: units}",
        "name: 某项, unit: 亿元, keep: {above: 60, entry: flow}",
        "name: 某项, unit: 亿元, accumulate: {above: 60, entry: running_total}",
    ],
)
def test_counts_measures_and_totals_are_not_negative(target: str) -> None:
    assert findings(case(target), RULE) == ["progress/2024.yaml:2:6 warning 某项: -3 is below zero"]


@pytest.mark.parametrize(
    "target",
    [
        'name: 地区生产总值增速, unit: "%", keep: {at_least: 6}',
        "name: 常住人口净增, unit: 人, keep: {at_least: 100, entry: flow}",
        "name: 国有企业利润, unit: 亿元, keep: {at_least: 1, entry: flow}",
        "name: 人口增长, unit: 人, keep: {at_least: 1, entry: flow}",
        'name: 能耗, unit: "%", accumulate: {at_least: 13.5}',
        "name: 财力, unit: 亿元, reach: {at_least: 1}",  # a level of money may be a debt
        "name: 农户数, unit: 户, grow: {above: 0, entry: rates}",
        "name: 某项, unit: 个, keep: {at_least: -5}",  # the plan itself reckons with it
    ],
)
def test_what_may_be_negative_is_let_pass(target: str) -> None:
    assert findings(case(target), RULE) == []
