"""figure/unknown-reference: a series that no target is compared with."""

from __future__ import annotations

from tests.rules.cases import findings, hints

RULE = "figure/unknown-reference"
PLAN = """
targets:
  gdp-growth: {name: 地区生产总值增速, unit: "%", compare: {above: {reference: city-gdp-growth}}, lead: [office]}
  coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""


def test_a_misspelt_series_is_named_with_the_nearest() -> None:
    text = f"{PLAN}# progress/2024.yaml\nreferences:\n  city-gdp-growth: 6.3\n  city-gdp: 6.3\n"
    assert findings(text, RULE) == ["progress/2024.yaml:3:3 info no target is compared with city-gdp"]
    assert hints(text, RULE) == ["did you mean city-gdp-growth?"]


def test_a_series_like_no_other_may_go() -> None:
    text = f"{PLAN}# progress/2024.yaml\nreferences:\n  rainfall: 1600\n"
    assert hints(text, RULE) == ["remove it, or name it in a target's compare:"]


def test_a_targets_own_figure_in_the_wrong_section_is_a_warning() -> None:
    text = f"{PLAN}# progress/2024.yaml\nreferences:\n  coverage: 95\n"
    assert findings(text, RULE) == [
        "progress/2024.yaml:2:3 warning coverage is a target of the plan and not a series to compare with"
    ]
    assert hints(text, RULE) == ["move it under figures: if it is what 设施覆盖率 has reached"]


def test_a_series_that_only_another_statement_names_is_known() -> None:
    text = """
targets:
  gdp-growth:
    name: 地区生产总值增速
    unit: "%"
    keep: {at_least: 6}
    lead: [office]
    stated:
      - {source: 正文, at_least: 6}
      - {source: 附件, above: {reference: city-gdp-growth}}
# progress/2024.yaml
references:
  city-gdp-growth: 6.3
"""
    assert findings(text, RULE) == []


def test_silent_while_a_faulty_target_may_be_the_one_that_compares() -> None:
    text = """
targets:
  gdp-growth: {name: 地区生产总值增速, compare: {higher: {reference: city-gdp-growth}}}
# progress/2024.yaml
references:
  city-gdp-growth: 6.3
"""
    assert findings(text, RULE) == []
