"""figure/count-above-whole: a part larger than its whole."""

from __future__ import annotations

from tests.rules.cases import findings

RULE = "figure/count-above-whole"


def test_the_count_is_pointed_at() -> None:
    text = """
# progress/2024.yaml
figures:
  sample:
    - {count: 85, of: 83, as_of: 2024-06-30}
    - {count: 83, of: 83, as_of: 2024-12-31}
"""
    assert findings(text, RULE) == ["progress/2024.yaml:3:15 error 样例: 85 of 83 is more than the whole"]


def test_an_unknown_target_is_called_by_its_id() -> None:
    text = "# progress/2024.yaml\nfigures:\n  other: {count: 85.5, of: 83}\n"
    assert findings(text, RULE) == ["progress/2024.yaml:2:18 error other: 85.5 of 83 is more than the whole"]
