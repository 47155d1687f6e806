"""figure/future-date: a day that has not come, and figures that this check leaves out."""

from __future__ import annotations

from datetime import date

from tests.rules.cases import findings, hints

RULE = "figure/future-date"


def test_a_bare_figure_of_the_running_year_needs_its_day() -> None:
    text = """
# progress/2025.yaml
figures:
  sample: 95
# as of 2025-06-30
"""
    assert findings(text, RULE) == ["progress/2025.yaml:2:11 error 样例: 2025-12-31 has not come yet"]
    assert hints(text, RULE) == [
        "without as_of it counts as of 31 December: give its day, {value: …, as_of: 2025-MM-DD}"
    ]


def test_a_state_needs_it_too() -> None:
    text = """
targets:
  road: {name: 绕城公路, milestone: {states: [在建, 通车], reach: 通车}, lead: [office]}
# progress/2025.yaml
figures:
  road: {state: 在建}
"""
    assert findings(text, RULE) == ["progress/2025.yaml:2:9 error 绕城公路: 2025-12-31 has not come yet"]
    assert hints(text, RULE) == ["without as_of it counts as of 31 December: give its day, as_of: 2025-MM-DD"]


def test_a_day_that_was_written_is_pointed_at() -> None:
    text = """
# progress/2025.yaml
figures:
  sample: {value: 95, as_of: 2025-07-01}
references:
  city: {value: 6, as_of: 2025-09-30}
"""
    assert findings(text, RULE) == [
        "progress/2025.yaml:2:30 error 样例: 2025-07-01 has not come yet",
        "progress/2025.yaml:4:27 error city: 2025-09-30 has not come yet",
    ]
    assert hints(text, RULE) == ["write the day for which the figure was counted"] * 2


def test_today_itself_has_come() -> None:
    assert findings("# progress/2025.yaml\nfigures:\n  sample: {value: 95, as_of: 2025-06-30}\n", RULE) == []


def test_a_check_as_of_the_past_says_once_a_file_what_it_leaves_out() -> None:
    text = """
# progress/2024.yaml
figures:
  sample:
    - {value: 93, as_of: 2024-03-31}
    - {value: 94, as_of: 2024-09-30}
    - {value: 95, as_of: 2024-12-31}
# as of 2024-06-30
"""
    assert findings(text, RULE, today=date(2025, 6, 30)) == [
        "progress/2024.yaml:4:26 info figures dated after 2024-06-30, which this check leaves out: 2"
    ]


def test_a_check_as_of_the_future_counts_what_it_is_given() -> None:
    text = "# progress/2025.yaml\nfigures:\n  sample: 95\n# as of 2026-03-31\n"
    assert findings(text, RULE, today=date(2025, 6, 30)) == []


def test_a_day_outside_the_files_year_is_said_elsewhere() -> None:
    assert findings("# progress/2024.yaml\nfigures:\n  sample: {value: 95, as_of: 2042-06-30}\n", RULE) == []
