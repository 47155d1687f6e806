"""figure/no-evidence: done, and nothing to show for it."""

from __future__ import annotations

from tests.rules.cases import findings

RULE = "figure/no-evidence"
PLAN = """
targets:
  force: {name: 工作专班, task: {by: 2023}, lead: [office]}
"""


def test_done_without_evidence_is_pointed_at() -> None:
    text = f"{PLAN}# progress/2023.yaml\nfigures:\n  force: {{done: true}}\n"
    assert findings(text, RULE) == [
        "progress/2023.yaml:2:17 warning 工作专班: done without evidence, which is not counted"
    ]


def test_only_the_last_report_is_looked_at() -> None:
    text = f"""{PLAN}
# progress/2023.yaml
figures:
  force: {{done: true}}
# progress/2024.yaml
figures:
  force: {{done: true, evidence: [示政办发〔2023〕6号, 会议纪要]}}
"""
    assert findings(text, RULE) == []


def test_what_is_not_done_needs_none() -> None:
    assert findings(f"{PLAN}# progress/2023.yaml\nfigures:\n  force: {{done: false}}\n", RULE) == []
