"""figure/missing-year: an older gap that hides no verdict."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings, hints

RULE = "figure/missing-year"


def case(form: str, years: list[int], day: str = "2026-03-15") -> str:
    files = "".join(f"# progress/{year}.yaml\nfigures:\n  t: {{value: {year - 2000}}}\n" for year in years)
    return f"targets:\n  t: {{name: 某项, {form}, lead: [office]}}\n{files}# as of {day}\n"


@pytest.mark.parametrize(
    "form",
    [
        "reach: {at_least: 98}",
        "accumulate: {at_least: 98, entry: running_total}",
        "grow: {at_least: 6}, baseline: {year: 2022, value: 20}",
    ],
)
def test_the_next_figure_is_pointed_at_for_each_missing_year(form: str) -> None:
    text = case(form, [2025])
    assert findings(text, RULE) == [
        "progress/2025.yaml:2:3 warning 某项: nothing reported for 2023, before this figure",
        "progress/2025.yaml:2:3 warning 某项: nothing reported for 2024, before this figure",
    ]
    assert hints(text, RULE) == [
        "add the figure to progress/2023.yaml under t:",
        "add the figure to progress/2024.yaml under t:",
    ]


@pytest.mark.parametrize(
    "form",
    [
        "keep: {at_least: 20}",
        "accumulate: {at_least: 98}",
        "grow: {at_least: 6, each: every}",
        "grow: {at_least: 6, entry: rates}",
        "compare: {above: {reference: city}}",
        "reach: {at_least: x}",
    ],
)
def test_where_every_year_is_needed_the_verdict_speaks(form: str) -> None:
    assert findings(case(form, [2023, 2025]), RULE) == []


def test_a_gap_that_is_the_verdict_is_not_said_twice() -> None:
    # 2024 is the latest closed year: target/no-data. The figure of 2025 is an in-year one.
    text = """
targets:
  t: {name: 某项, reach: {at_least: 98}, lead: [office]}
# progress/2023.yaml
figures:
  t: 23
# progress/2025.yaml
figures:
  t: {value: 25, as_of: 2025-03-31}
"""
    assert findings(text, RULE) == []
    assert findings(text.replace("progress/2023.yaml", "progress/2022.yaml"), RULE) == [
        "progress/2025.yaml:2:3 warning 某项: nothing reported for 2023, before this figure"
    ]


@pytest.mark.parametrize(
    ("years", "day"),
    [
        ([2023, 2024, 2025], "2026-03-15"),  # no gap
        ([2023], "2025-06-30"),  # nothing later: target/no-data
        ([2025], "2023-12-31"),  # nothing due yet
        ([2024, 2025], "2024-02-15"),  # still within the grace
    ],
)
def test_no_gap_before_a_later_figure(years: list[int], day: str) -> None:
    assert findings(case("reach: {at_least: 98}", years, day), RULE) == []


def test_a_baseline_inside_the_period_is_a_figure() -> None:
    form = "reach: {at_least: 98}, baseline: {year: 2023, value: 90}"
    assert findings(case(form, [2024, 2025]), RULE) == []


def test_quiet_while_a_file_or_figure_cannot_be_read() -> None:
    text = case("reach: {at_least: 98}", [2024, 2025]) + "# progress/2023.yaml\nfigures:\n  t: many\n"
    assert findings(text, RULE) == []
