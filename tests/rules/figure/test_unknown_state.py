"""figure/unknown-state: a state that the milestone does not name."""

from __future__ import annotations

from tests.rules.cases import findings, hints

RULE = "figure/unknown-state"
PLAN = """
targets:
  road: {name: 绕城公路, milestone: {states: [未开工, 开工建设, 建成通车], reach: 建成通车}, lead: [office]}
"""


def test_the_state_is_pointed_at_and_the_nearest_named() -> None:
    text = f"{PLAN}# progress/2024.yaml\nfigures:\n  road: {{state: 已建成通车, as_of: 2024-06-30}}\n"
    assert findings(text, RULE) == ["progress/2024.yaml:2:17 error 绕城公路: 已建成通车 is none of its states"]
    assert hints(text, RULE) == ["did you mean 建成通车? The states are: 未开工, 开工建设, 建成通车"]


def test_a_state_like_no_other_gets_them_all() -> None:
    text = f"{PLAN}# progress/2024.yaml\nfigures:\n  road: {{state: 推进中}}\n"
    assert hints(text, RULE) == ["write one of: 未开工, 开工建设, 建成通车"]


def test_a_named_state_is_let_pass_and_a_number_is_another_rules_business() -> None:
    assert findings(f"{PLAN}# progress/2024.yaml\nfigures:\n  road: {{state: 开工建设}}\n", RULE) == []
    assert findings(f"{PLAN}# progress/2024.yaml\nfigures:\n  road: 60\n", RULE) == []
