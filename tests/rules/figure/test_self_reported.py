"""figure/self-reported: a binding target met by nobody's word but its own."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings

RULE = "figure/self-reported"


def case(figure: str, more: str = "", by: int = 2024) -> str:
    return f"""
targets:
  t: {{name: 覆盖率, unit: "%", reach: {{at_least: 98, by: {by}}}, lead: [office]{more}}}
# progress/2024.yaml
figures:
  t: {figure}
"""


@pytest.mark.parametrize("by", [2024, 2027])
def test_the_figure_that_decides_is_pointed_at(by: int) -> None:
    assert findings(case("98.2", by=by), RULE) == [
        "progress/2024.yaml:2:6 info 覆盖率: met by a figure that is only self-reported"
    ]


@pytest.mark.parametrize(
    "text",
    [
        case("{value: 98.2, evidence: 县住建局验收单2024-17}"),
        case("{value: 98.2, source: third_party}"),
        case("98.2", ", nature: indicative"),
        case("97"),  # missed
        case("97", by=2027),
    ],
)
def test_confirmed_indicative_or_not_met(text: str) -> None:
    assert findings(text, RULE) == []


def test_a_baseline_is_no_report() -> None:
    text = """
targets:
  t: {name: 覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2023, value: 99}, lead: [office]}
# as of 2024-06-30
"""
    assert findings(text, RULE) == []
