"""figure/unknown-target: a figure for a target that the plan does not have."""

from __future__ import annotations

from tests.rules.cases import findings, hints

RULE = "figure/unknown-target"
PLAN = """
targets:
  sewage-coverage: {name: 污水处理设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
  gdp-growth: {name: 地区生产总值增速, unit: "%", compare: {above: {reference: city-gdp}}, lead: [office]}
"""


def test_a_misspelt_id_is_pointed_at_and_the_nearest_one_named() -> None:
    text = f"""{PLAN}
# progress/2024.yaml
figures:
  sewage-coverage: 95.2
  sewage-covrage: 95.2
"""
    assert findings(text, RULE) == ["progress/2024.yaml:3:3 error the plan has no target sewage-covrage"]
    assert hints(text, RULE) == ["did you mean sewage-coverage, 污水处理设施覆盖率?"]


def test_each_file_is_pointed_at_once_however_many_reports_it_holds() -> None:
    text = f"""{PLAN}
# progress/2023.yaml
figures:
  beds: 3
# progress/2024.yaml
figures:
  beds: [{{value: 3, as_of: 2024-06-30}}, {{value: 4, as_of: 2024-12-31}}]
"""
    assert findings(text, RULE) == [
        "progress/2023.yaml:2:3 error the plan has no target beds",
        "progress/2024.yaml:2:3 error the plan has no target beds",
    ]
    assert hints(text, RULE) == ["write the id as in plan.yaml, or add the target there"] * 2


def test_a_series_to_compare_with_belongs_under_references() -> None:
    text = f"{PLAN}# progress/2024.yaml\nfigures:\n  city-gdp: 6.9\n"
    assert hints(text, RULE) == ["move it under references: 地区生产总值增速 is compared with it"]


def test_a_target_whose_own_data_is_faulty_is_not_unknown() -> None:
    text = """
targets:
  coverage: {name: 设施覆盖率, reach: {at_least: many}}
# progress/2024.yaml
figures:
  coverage: 95.2
"""
    assert findings(text, RULE) == []


def test_past_figures_of_a_target_that_was_taken_out_may_stay() -> None:
    text = f"""{PLAN}
amendments:
  - {{target: beds, on: 2024-03-01, document: 示政发〔2024〕3号, reason: 机构调整, was: {{at_least: 100}}}}
# progress/2023.yaml
figures:
  beds: 60
# progress/2024.yaml
figures:
  beds: 70
"""
    assert findings(text, RULE) == [
        "progress/2024.yaml:2:3 error the target beds was taken out of the plan on 2024-03-01"
    ]
    assert hints(text, RULE) == ["remove what was reported for a day after 2024-03-01"]
