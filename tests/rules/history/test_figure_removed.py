"""``history/figure-removed``."""

from __future__ import annotations

from tests.rules.history.cases import SHORT, all_findings, findings, hints

RULE = "history/figure-removed"
BOTH = """
    # earlier
    # progress/2024.yaml
    figures:
      sample:
        - {value: 96.4, as_of: 2024-06-30}
        - {value: 95.1, as_of: 2024-12-31}
    # now
    # progress/2024.yaml
"""


def test_points_at_what_is_left_of_the_target() -> None:
    assert findings(f"{BOTH}    figures:\n      sample: 95.1", RULE) == [
        "progress/2024.yaml:2:3 error 样例: the figure of 2024-06-30, 96.4 in commit "
        f"{SHORT}, is gone, and no revision says so"
    ]


def test_points_at_the_section_and_at_the_file_where_less_is_left() -> None:
    assert [found.split(" ")[0] for found in findings(f"{BOTH}    figures:\n      other: 1", RULE)] == [
        "progress/2024.yaml:1:1",
        "progress/2024.yaml:1:1",
    ]
    assert [found.split(" ")[0] for found in findings(f"{BOTH}    year: 2024", RULE)] == ["progress/2024.yaml:1:1"] * 2


def test_the_hint_gives_the_entry() -> None:
    assert hints(f"{BOTH}    figures:\n      sample: 95.1", RULE) == [
        "bring it back, or add under revisions: - {target: sample, as_of: 2024-06-30, was: 96.4, on: …, reason: …}"
    ]


def test_a_revision_that_keeps_the_value_is_enough() -> None:
    revision = "{target: sample, as_of: 2024-06-30, was: 96.4, on: 2025-01-08, reason: 误报}"
    assert all_findings(f"{BOTH}    figures:\n      sample: 95.1\n    revisions: [{revision}]") == []


def test_a_figure_whose_day_changed_is_one_finding_at_the_new_day() -> None:
    snippet = """
    # earlier
    # progress/2024.yaml
    figures:
      sample: {value: 96.4, as_of: 2024-06-30}
    # now
    # progress/2024.yaml
    figures:
      sample: {value: 96.4, as_of: 2024-07-31}
    """
    assert all_findings(snippet) == ["figure-removed"]
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:32 error 样例: 96.4 stands for 2024-07-31, it stood for 2024-06-30 in commit "
        f"{SHORT}, and no revision says so"
    ]
    assert "as_of: 2024-06-30, was: 96.4" in hints(snippet, RULE)[0]


def test_a_day_left_out_makes_it_the_years_last() -> None:
    snippet = """
    # earlier
    # progress/2024.yaml
    figures:
      sample: {value: 96.4, as_of: 2024-11-30}
    # now
    # progress/2024.yaml
    figures:
      sample: 96.4
    """
    (found,) = findings(snippet, RULE)
    assert found.startswith("progress/2024.yaml:2:11 error 样例: 96.4 stands for 2024-12-31, it stood for 2024-11-30")


def test_the_year_of_the_file_dates_its_figures() -> None:
    snippet = """
    # earlier
    # progress/2024.yaml
    figures:
      sample: 96.4
    # now
    # progress/2024.yaml
    year: 2023
    figures:
      sample: 96.4
    """
    assert all_findings(snippet) == ["figure-removed"]


def test_figures_of_a_target_that_was_taken_out_stay() -> None:
    snippet = """
    # earlier
    targets:
      sample: {name: 样例, unit: "%", reach: {at_least: 98}, lead: [office]}
      other: {name: 另一项, unit: 个, reach: {at_least: 3}, lead: [office]}
    # progress/2024.yaml
    figures: {sample: 95, other: 2}
    # now
    targets:
      sample: {name: 样例, unit: "%", reach: {at_least: 98}, lead: [office]}
    amendments:
      - {target: other, on: 2025-03-01, document: 示政发〔2025〕3号, was: {at_least: 3}}
    # progress/2024.yaml
    """
    assert all_findings(f"{snippet.rstrip(' ')}    figures: {{sample: 95, other: 2}}") == []
    (found,) = findings(f"{snippet.rstrip(' ')}    figures: {{sample: 95}}", RULE)
    assert "另一项: the figure of 2024-12-31, 2 in commit" in found


def test_what_may_stand_in_a_faulty_entry_or_file_is_not_said_to_be_gone() -> None:
    assert all_findings(f"{BOTH}    figures:\n      sample: {{value: 九十六}}") == []
    assert all_findings(f"{BOTH}    figure:\n      sample: 95.1") == []


def test_a_whole_file_is_left_to_file_removed() -> None:
    head, _, _ = BOTH.rpartition("# progress")
    assert findings(f"{head}# progress/2025.yaml\n    figures: {{}}", RULE) == []
