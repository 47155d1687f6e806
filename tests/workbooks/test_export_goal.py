"""This year's target or expected value: of every form, exact, and never easier than it is."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbooks.exporting import listings, locality, texts
from vtrack.workbooks.form.goal import stricter

FORMS = [
    # a value to be reached: on the way, by a schedule, at the deadline
    ('{reach: {at_least: 98}, baseline: {year: 2022, value: 91}, unit: "%"}', 2025, "≥ 95.2 (expected)"),
    ('{reach: {at_least: 98}, baseline: {year: 2022, value: 91}, unit: "%"}', 2027, "≥ 98"),
    ("{reach: {at_least: 99}, baseline: {year: 2024, value: 98}}", 2025, "≥ 98.34 (expected)"),
    ("{reach: {at_most: 1}, baseline: {year: 2024, value: 2}}", 2025, "≤ 1.66 (expected)"),
    ("{reach: {at_least: 50, schedule: {2023: 30, 2025: 38}}}", 2025, "≥ 38 (stage of the plan)"),
    ("{reach: {at_least: 50, schedule: {2023: 30, 2025: 38}}}", 2024, "≥ 34 (expected)"),
    ("{reach: {at_least: 50, schedule: {2023: 30, 2025: x}}}", 2025, "≥ 40 (expected)"),
    ("{reach: {equal: 10}, baseline: {year: 2022, value: 5}}", 2024, "7 (expected)"),
    ("{reach: {at_least: 98}}", 2025, "≥ 98 by the end of 2027"),
    ("{reach: {at_least: 98, by: 2025-06-30}, baseline: {year: 2022, value: 91}}", 2025, "≥ 98 by 2025-06-30"),
    ("{reach: {about: 45, within: 2}, baseline: {year: 2022, value: 40}}", 2025, "45 ± 2 by the end of 2027"),
    # kept
    ("{keep: {at_least: 90}}", 2025, "≥ 90"),
    ("{keep: {between: [50, 60]}}", 2025, "50–60"),
    ("{keep: {equal: 100, each: quarter}}", 2025, "= 100 in each quarter"),
    ("{keep: {at_least: 1, each: month}}", 2025, "≥ 1 in each month"),
    ("{keep: {at_least: 12, entry: flow}}", 2025, "≥ 12 in the whole year"),
    # added up: by time, by a schedule, at the deadline
    ("{accumulate: {at_least: 25}}", 2023, "≥ 5 in all (expected)"),
    ("{accumulate: {at_least: 25}}", 2025, "≥ 15 in all (expected)"),
    ("{accumulate: {at_least: 60, schedule: {2024: 22}}}", 2024, "≥ 22 in all (stage of the plan)"),
    ("{accumulate: {at_most: 10}}", 2027, "≤ 10 in all by the end of 2027"),
    ("{accumulate: {at_least: 9, by: 2025-06-30}}", 2025, "≥ 9 in all by 2025-06-30"),
    # growth
    ("{grow: {at_least: 7}}", 2025, "growth ≥ 7 % a year on average"),
    (
        "{grow: {at_least: 7}, baseline: {year: 2022, value: 100}}",
        2024,
        "growth ≥ 7 % a year on average, that is ≥ 114.49",
    ),
    (
        "{grow: {at_least: 7}, baseline: {year: 2022, value: 100}}",
        2025,  # 122.5043: 122.5 would not be enough
        "growth ≥ 7 % a year on average, that is ≥ 122.5043",
    ),
    ("{grow: {at_least: 7}, baseline: {year: 2022, value: -3}}", 2024, "growth ≥ 7 % a year on average"),
    (
        "{grow: {between: [1, 2], basis: units}, unit: 个, baseline: {year: 2022, value: 10}}",
        2024,
        "growth 1–2 个 a year on average, that is 12–14",
    ),
    ("{grow: {at_least: 0.5, basis: points, each: every}}", 2025, "growth ≥ 0.5 points each year"),
    # compared
    ("{compare: {above: {reference: city-gdp}}}", 2025, "above city-gdp"),
    ("{compare: {above: {reference: city-gdp}, each: average}}", 2025, "above city-gdp, on average over the years"),
    ("{compare: {at_least: {target: second}, within: 0.5}}", 2025, "at least 第二 ± 0.5"),
    ("{compare: {at_most: {reference: city-gdp}, lag: 1}}", 2025, "at most city-gdp of 2024 (5.8)"),
    # states and work
    ("{milestone: {states: [开工, 建成], reach: 建成, expect: {2025: 开工}}}", 2025, "开工 (expected)"),
    ("{milestone: {states: [开工, 建成], reach: 建成, expect: {2025: 开工}}}", 2024, "建成 by the end of 2027"),
    ("{milestone: {states: [开工, 建成], reach: 建成, by: 2025-06-30}}", 2025, "建成 by 2025-06-30"),
    ("{task: {by: 2025}}", 2025, "completed by the end of 2025"),
    ("{task: {}}", 2025, "completed by the end of 2027"),
]


@pytest.mark.parametrize(("target", "year", "wanted"), FORMS)
def test_what_is_asked_of_the_year(target: str, year: int, wanted: str, tmp_path: Path) -> None:
    targets = f"""
    first: {target.replace("{", "{name: 第一, ", 1)}
    second: {{name: 第二, unit: 个, keep: {{at_least: 1}}}}
    """
    folder = locality(tmp_path / "county", targets)
    (folder / "progress" / "2024.yaml").write_text(
        "format: 1\nlocality: county\nyear: 2024\nfigures: {}\nreferences: {city-gdp: {value: 5.80, source: 公报}}\n",
        encoding="utf-8",
    )

    assert texts(listings(folder, year=year))["first"] == wanted


def test_what_was_added_before_is_told_where_every_year_was_reported(tmp_path: Path) -> None:
    targets = """
    homes: {name: 新建, unit: 座, accumulate: {at_least: 25}}
    money: {name: 投资, unit: 亿元, accumulate: {at_least: 60, entry: running_total}}
    gap: {name: 有缺, unit: 座, accumulate: {at_least: 25}}
    """
    folder = locality(
        tmp_path / "county",
        targets,
        _2023="homes: 4\nmoney: 10.4",
        _2024="homes: {value: 5.50, as_of: 2024-11-30}\nmoney: 22.9\ngap: 3",
    )

    found = texts(listings(folder))

    assert found["homes"] == "≥ 15 in all (expected); 9.5 up to last year"
    assert found["money"] == "≥ 36 in all (expected); 22.9 up to last year"
    assert found["gap"] == "≥ 15 in all (expected)"


@given(st.fractions(min_value=-1000, max_value=1000), st.sampled_from([1, -1]))
def test_reaching_what_is_shown_is_enough(value: Fraction, direction: int) -> None:
    shown = Fraction(stricter(value, direction))

    assert (shown - value) * direction >= 0
    assert abs(shown - value) < Fraction(1, 100)
