"""figure/year-mismatch: a file's name and its year."""

from __future__ import annotations

from tests.rules.cases import findings, hints

RULE = "figure/year-mismatch"


def test_last_years_file_copied_and_its_year_left() -> None:
    text = """
# progress/2023.yaml
figures:
  sample: 93
# progress/2024.yaml
year: 2023
figures:
  sample: 95
"""
    assert findings(text, RULE) == ["progress/2024.yaml:1:7 error the file is named 2024 and states the year 2023"]
    assert hints(text, RULE) == ["write year: 2024; the year 2023 is reported in progress/2023.yaml"]


def test_a_year_that_no_other_file_states() -> None:
    assert hints("# progress/2024.yaml\nyear: 2020\n", RULE) == ["write year: 2024, or rename the file"]


def test_the_same_year_is_let_pass() -> None:
    assert findings("# progress/2024.yaml\nyear: 2024\n", RULE) == []
