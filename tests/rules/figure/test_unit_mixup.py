"""figure/unit-mixup: 0.98 for 98, and its relatives."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings, hints

RULE = "figure/unit-mixup"


def case(target: str, *figures: str, rest: str = "") -> str:
    files = "".join(f"# progress/{2023 + n}.yaml\nfigures:\n  t: {figure}\n{rest}" for n, figure in enumerate(figures))
    return f"targets:\n  t: {{{target}, lead: [office]}}\n{files}# as of 2026-06-30\n"


@pytest.mark.parametrize(
    ("target", "figure", "against", "meant"),
    [
        ('name: 覆盖率, unit: "%", reach: {at_least: 98}', "0.98", "98", "98"),
        ('name: 覆盖率, unit: "%", reach: {at_least: 98}', "1", "98", "100"),
        ('name: 覆盖率, unit: "%", keep: {between: [60, 80]}', "0.7", "60", "70"),
        ('name: 覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 40}', "0.45", "40", "45"),
        ('name: 增速, unit: "%", grow: {at_least: 6, entry: rates}', "0.065", "6", "6.5"),
        ('name: 失业率, unit: "%", keep: {at_most: 5}', "0.048", "5", "4.8"),
        ("name: 城乡居民收入比, unit: 倍, reach: {at_most: 1.54}", "152", "1.54", "1.52"),
        ("name: 城乡居民收入比, reach: {at_most: 1.54}", "152", "1.54", "1.52"),
        ("name: 粮播面积, unit: 万亩, keep: {at_least: 1.18}", "11900", "1.18", "1.19"),
        ("name: 投资, unit: 亿元, keep: {above: 60, entry: flow}", "580000", "60", "58"),
        ("name: 投资, unit: 亿元, keep: {above: 60, entry: flow}", "5800000000", "60", "58"),
        ("name: 投资, unit: 亿元, accumulate: {above: 300}", "580000", "300", "58"),
        ("name: 收入, unit: 元, grow: {at_least: 7}, baseline: {year: 2022, value: 27130}", "2.91", "27130", "29100"),
        ("name: 床位, unit: 张, reach: {at_least: 1000}", "0.1", "1000", "1000"),
    ],
)
def test_a_figure_that_fits_in_another_unit(target: str, figure: str, against: str, meant: str) -> None:
    unit = target.partition("unit: ")[2].partition(",")[0].strip('"') or "the target's unit"
    name = target.partition("name: ")[2].partition(",")[0]
    text = case(target, figure)
    assert findings(text, RULE) == [
        f"progress/2023.yaml:2:6 warning {name}: {figure} beside {against}: in {unit} it would be {meant}"
    ]
    assert hints(text, RULE) == [f"if so, write {meant}"]


@pytest.mark.parametrize(
    ("target", "figure"),
    [
        ('name: 比重年均提高, unit: "%", keep: {at_least: 0.8}', "0.8"),
        ('name: 增速, unit: "%", keep: {at_least: 6}', "0.8"),  # a bad year
        ('name: 增速, unit: "%", keep: {at_least: 6}', "0.5"),
        ('name: 覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 0.3}', "0.9"),
        ('name: 覆盖率, unit: "%", reach: {at_least: 98}', "0"),
        ('name: 覆盖率, unit: "%", reach: {at_least: 98}', "{count: 1, of: 200}"),
        ('name: 比重, unit: "%", grow: {at_least: 10, basis: points}', "0.2"),  # the bound is of growth
        ('name: 能耗下降, unit: "%", accumulate: {at_least: 13.5}', "0.2"),
        ("name: 收入比, unit: 倍, reach: {at_most: 1.54}", "3"),
        ("name: 示范村, unit: 个, reach: {at_least: 10000}", "1"),  # a beginning
        ("name: 投资, unit: 亿元, keep: {above: 60, entry: flow}", "600"),  # figure/jump, if anything
        ('name: 覆盖率, unit: "%", reach: {at_least: x}', "0.98"),
    ],
)
def test_small_or_large_figures_that_may_be_right(target: str, figure: str) -> None:
    assert findings(case(target, figure), RULE) == []


def test_each_wrong_figure_is_held_against_the_last_right_one() -> None:
    text = case('name: 覆盖率, unit: "%", reach: {at_least: 98}', "91", "0.93", "0.95")
    assert findings(text, RULE) == [
        "progress/2024.yaml:2:6 warning 覆盖率: 0.93 beside 91: in % it would be 93",
        "progress/2025.yaml:2:6 warning 覆盖率: 0.95 beside 91: in % it would be 95",
    ]


def test_a_comparison_is_held_against_the_other_series() -> None:
    target = 'name: 增速, unit: "%", compare: {above: {reference: city}}'
    text = case(target, "0.071", rest="references:\n  city: {value: 6.9, source: 公报}\n")
    assert findings(text, RULE) == ["progress/2023.yaml:2:6 warning 增速: 0.071 beside 6.9: in % it would be 7.1"]
    assert findings(case(target, "0.071"), RULE) == []
