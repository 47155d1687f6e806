"""figure/date-outside-year: a day in another year than its file."""

from __future__ import annotations

from tests.rules.cases import findings, hints

RULE = "figure/date-outside-year"


def test_the_day_of_a_figure_and_of_a_series_is_pointed_at() -> None:
    text = """
# progress/2024.yaml
figures:
  sample:
    - {value: 93, as_of: 2024-06-30}
    - {value: 95, as_of: 2023-12-31}
references:
  city-gdp-growth: {value: 6.3, as_of: 2025-01-31}
"""
    assert findings(text, RULE) == [
        "progress/2024.yaml:4:26 error 样例: 2023-12-31 in the file of 2024",
        "progress/2024.yaml:6:40 error city-gdp-growth: 2025-01-31 in the file of 2024",
    ]
    assert hints(text, RULE) == [
        "correct as_of, or move the figure to progress/2023.yaml",
        "correct as_of, or move the figure to progress/2025.yaml",
    ]


def test_the_first_and_the_last_day_are_inside() -> None:
    text = """
# progress/2024.yaml
figures:
  sample: [{value: 93, as_of: 2024-01-01}, {value: 95, as_of: 2024-12-31}]
"""
    assert findings(text, RULE) == []
