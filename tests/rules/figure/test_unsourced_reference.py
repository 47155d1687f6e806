"""figure/unsourced-reference: a value of others without its source."""

from __future__ import annotations

from tests.rules.cases import findings

RULE = "figure/unsourced-reference"


def test_a_value_without_a_source_is_pointed_at() -> None:
    text = """
# progress/2024.yaml
references:
  city-gdp-growth: 6.3
  province-gdp-growth: {value: 5.5, note: 初步核算数}
  country-gdp-growth: {value: 5.0, source: 全国统计公报}
"""
    assert findings(text, RULE) == [
        "progress/2024.yaml:2:20 info city-gdp-growth: the value of 2024-12-31 has no source",
        "progress/2024.yaml:3:32 info province-gdp-growth: the value of 2024-12-31 has no source",
    ]


def test_targets_own_figures_are_not_meant() -> None:
    assert findings("# progress/2024.yaml\nfigures:\n  sample: 95\n", RULE) == []
