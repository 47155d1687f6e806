"""figure/revision-unknown: a revision that fits no reported figure."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.cases import findings, hints

RULE = "figure/revision-unknown"


def case(revision: str, figure: str = "{value: 95.2, as_of: 2024-06-30}") -> str:
    return f"""
# progress/2024.yaml
figures:
  sample: {figure}
references:
  city-gdp-growth: {{value: 6.3, source: 公报}}
revisions:
  - {{{revision}, reason: 数据复核}}
"""


@pytest.mark.parametrize(
    ("revision", "column", "message", "hint"),
    [
        (
            "target: samples, as_of: 2024-06-30, was: 96.4, on: 2025-03-08",
            14,
            "the plan has no target samples",
            "did you mean sample?",
        ),
        (
            "target: air, as_of: 2024-06-30, was: 96.4, on: 2025-03-08",
            14,
            "the plan has no target air",
            "write the id as in plan.yaml",
        ),
        (
            "target: sample, as_of: 2024-12-31, was: 96.4, on: 2025-03-08",
            29,
            "样例: nothing is reported for 2024-12-31",
            "right where the figure was taken back; else as_of: is the day of the figure",
        ),
        (
            "target: sample, as_of: 2023-06-30, was: 96.4, on: 2025-03-08",
            29,
            "样例: nothing is reported for 2023-06-30",
            "right where the figure was taken back; else as_of: is the day of the figure",
        ),
        (
            "target: sample, as_of: 2024-06-30, was: 95.20, on: 2025-03-08",
            46,
            "样例: the figure of 2024-06-30 is still what it was",
            "was: is the value before the correction; the new one stands with the figure",
        ),
        (
            "target: sample, as_of: 2024-06-30, was: 96.4, on: 2024-06-08",
            56,
            "样例: the figure of 2024-06-30 corrected on 2024-06-08, before that day",
            "on: is the day of the correction, as_of: that of the figure",
        ),
        (
            "target: sample, as_of: 2024-06-30, was: 96.4, on: 2025-07-01",
            56,
            "样例: corrected on 2025-07-01, which has not come yet",
            "write the day of the correction",
        ),
    ],
)
def test_the_piece_that_does_not_fit_is_pointed_at(revision: str, column: int, message: str, hint: str) -> None:
    taken_back = "nothing is reported" in message  # which may be in order
    severity = "info" if taken_back else "warning"
    assert findings(case(revision), RULE) == [f"progress/2024.yaml:6:{column} {severity} {message}"]
    assert hints(case(revision), RULE) == [hint]


@pytest.mark.parametrize(
    "revision",
    [
        "target: sample, as_of: 2024-06-30, was: 96.4, on: 2025-03-08",
        "target: sample, as_of: 2024-06-30, was: 96.4, on: 2024-06-30",
        "target: city-gdp-growth, as_of: 2024-12-31, was: 6.5, on: 2025-03-08",
    ],
)
def test_what_fits_is_let_pass(revision: str) -> None:
    assert findings(case(revision), RULE) == []


@pytest.mark.parametrize(
    ("figure", "was", "unchanged"),
    [
        ("{count: 83, of: 85}", "{count: 83, of: 85}", True),
        ("{count: 83, of: 85}", "{count: 82, of: 85}", False),
        ("{state: 在建}", "在建", True),
        ("{state: 在建}", "通车", False),
        ("{done: true}", "true", True),
        ("{done: true}", "false", False),
        ("1", "true", False),
    ],
)
def test_every_kind_of_old_value_is_compared(figure: str, was: str, unchanged: bool) -> None:
    text = case(f"target: sample, as_of: 2024-12-31, was: {was}, on: 2025-03-08", figure)
    assert bool(findings(text, RULE)) is unchanged


def test_a_correction_that_was_taken_back_may_end_where_it_began() -> None:
    text = """
# progress/2024.yaml
figures:
  sample: 95
revisions:
  - {target: sample, as_of: 2024-12-31, was: 95, on: 2025-03-01, reason: 复核}
  - {target: sample, as_of: 2024-12-31, was: 96, on: 2025-04-01, reason: 恢复原数}
"""
    assert findings(text, RULE) == []


def test_today_counts_where_the_check_is_as_of_the_past() -> None:
    text = case("target: sample, as_of: 2024-06-30, was: 96.4, on: 2025-03-08") + "# as of 2024-12-31\n"
    assert findings(text, RULE, today=date(2025, 6, 30)) == []


def test_quiet_where_the_figure_may_stand_in_what_cannot_be_read() -> None:
    revision = "target: sample, as_of: 2024-12-31, was: 96.4, on: 2025-03-08"
    assert findings(case(revision, "many"), RULE) == []
    older = "target: sample, as_of: 2023-12-31, was: 96.4, on: 2025-03-08"
    assert findings(case(older), RULE, raw={"progress/2023.yaml": b"year: ["}) == []
