"""figure/duplicate-date: two reports for one day."""

from __future__ import annotations

from tests.rules.cases import findings

RULE = "figure/duplicate-date"


def test_each_report_too_many_is_pointed_at() -> None:
    text = """
# progress/2024.yaml
figures:
  sample:
    - {value: 93, as_of: 2024-06-30}
    - {value: 95, as_of: 2024-06-30, source: third_party}
    - {value: 96, as_of: 2024-12-31}
    - {value: 96, as_of: 2024-06-30}
references:
  city: [{value: 6.3, as_of: 2024-12-31}, {value: 6.4}]
"""
    assert findings(text, RULE) == [
        "progress/2024.yaml:4:26 error 样例: reported more than once for 2024-06-30",
        "progress/2024.yaml:6:26 error 样例: reported more than once for 2024-06-30",
        "progress/2024.yaml:8:43 error city: reported more than once for 2024-12-31",
    ]


def test_a_day_shared_by_two_files_is_said_elsewhere() -> None:
    text = """
# progress/2023.yaml
figures:
  sample: {value: 93, as_of: 2024-12-31}
# progress/2024.yaml
figures:
  sample: 95
"""
    assert findings(text, RULE) == []
