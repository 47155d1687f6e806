"""figure/state-backwards: a milestone or task that went back."""

from __future__ import annotations

from tests.rules.cases import findings

RULE = "figure/state-backwards"
PLAN = """
targets:
  road: {name: 绕城公路, milestone: {states: [未开工, 在建, 通车], reach: 通车}, lead: [office]}
  force: {name: 工作专班, task: {}, lead: [office]}
"""


def test_the_later_report_is_pointed_at_once() -> None:
    text = f"""{PLAN}
# progress/2023.yaml
figures:
  road: {{state: 通车}}
# progress/2024.yaml
figures:
  road:
    - {{state: 在建, as_of: 2024-06-30}}
    - {{state: 在建, as_of: 2024-12-31}}
"""
    assert findings(text, RULE) == ["progress/2024.yaml:3:15 warning 绕城公路: back to 在建 after 通车 on 2023-12-31"]


def test_a_task_that_is_no_longer_done() -> None:
    text = f"""{PLAN}
# progress/2023.yaml
figures:
  force: {{done: true, evidence: 示政办发〔2023〕6号}}
# progress/2024.yaml
figures:
  force: {{done: false}}
"""
    assert findings(text, RULE) == [
        "progress/2024.yaml:2:17 warning 工作专班: not done, though it was done on 2023-12-31"
    ]


def test_forward_standing_still_and_unknown_states_are_let_pass() -> None:
    text = f"""{PLAN}
# progress/2023.yaml
figures:
  road: [{{state: 未开工, as_of: 2023-03-31}}, {{state: 在建, as_of: 2023-09-30}}, {{state: 停工, as_of: 2023-12-31}}]
  force: {{done: false}}
# progress/2024.yaml
figures:
  road: {{state: 在建}}
  force: {{done: true, evidence: 文件}}
"""
    assert findings(text, RULE) == []
