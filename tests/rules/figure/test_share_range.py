"""figure/share-range: a share outside 0 to 100."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings

RULE = "figure/share-range"


def case(target: str, figure: str) -> str:
    return f"targets:\n  t: {{{target}, lead: [office]}}\n# progress/2024.yaml\nfigures:\n  t: {figure}\n"


@pytest.mark.parametrize("figure", ["100.1", "952", "-2"])
@pytest.mark.parametrize(
    "form", ["reach: {at_least: 98}", "keep: {at_least: 90}", "grow: {at_least: 0.8, basis: points}"]
)
def test_the_figure_is_pointed_at(form: str, figure: str) -> None:
    assert findings(case(f'name: 设施覆盖率, unit: "%", {form}', figure), RULE) == [
        f"progress/2024.yaml:2:6 warning 设施覆盖率: {figure} is outside 0 to 100"
    ]


def test_per_mille_has_a_thousand() -> None:
    target = 'name: 合格率, unit: "‰", keep: {at_least: 990}'
    assert findings(case(target, "998"), RULE) == []
    assert findings(case(target, "1001"), RULE) == ["progress/2024.yaml:2:6 warning 合格率: 1001 is outside 0 to 1000"]


@pytest.mark.parametrize(
    "target",
    [
        'name: 地区生产总值年均增长率, unit: "%", keep: {at_least: 6}',
        'name: 化肥施用量下降率, unit: "%", keep: {at_least: 1}',
        'name: 投资计划完成率, unit: "%", keep: {at_least: 100}',
        'name: 粮食自给率, unit: "%", keep: {at_least: 90}',
        'name: 设施覆盖率, unit: "%", reach: {at_least: 110}',  # its own bound is beyond
        'name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 104}',
        'name: 三农投入增幅, unit: "%", keep: {at_least: 5}',
        "name: 城乡居民收入比, unit: 倍, reach: {at_most: 2}",
        'name: 增长率, unit: "%", grow: {at_least: 5, entry: rates}',
    ],
)
def test_what_may_exceed_a_hundred_is_let_pass(target: str) -> None:
    assert findings(case(target, "120"), RULE) == []


def test_the_ends_are_inside_and_counts_are_said_elsewhere() -> None:
    target = 'name: 设施覆盖率, unit: "%", reach: {at_least: 98}'
    assert findings(case(target, "100"), RULE) == []
    assert findings(case(target, "0"), RULE) == []
    assert findings(case(target, "{count: 86, of: 85}"), RULE) == []
