"""``history/file-removed``."""

from __future__ import annotations

from tests.rules.cases import rule_named
from tests.rules.history.cases import SHORT, all_findings, case_of, files_of, findings

RULE = "history/file-removed"
TWO_YEARS = """
    locality: {id: demo, name: 示范县}
    # earlier
    # progress/2023.yaml
    figures: {sample: 91, other: 4}
    references: {city: 6.5}
    # progress/2024.yaml
    figures: {sample: 95}
    # now
    # progress/2024.yaml
    figures: {sample: 95}
"""


def test_one_finding_instead_of_one_a_figure() -> None:
    assert findings(TWO_YEARS, RULE) == [
        f"plan.yaml:1:1 error progress/2023.yaml, in commit {SHORT}, is gone; figures lost with it: 3"
    ]
    assert all_findings(TWO_YEARS) == ["file-removed"]


def test_figures_that_are_found_elsewhere_with_their_day_are_not_lost() -> None:
    moved = "sample: [{value: 91, as_of: 2023-12-31}, 95]".replace(", 95", ", {value: 95, as_of: 2024-12-31}")
    snippet = TWO_YEARS.rpartition("figures")[0]
    assert findings(
        f"{snippet}figures: {{{moved}}}\n    references: {{city: [{{value: 6.5, as_of: 2023-12-31}}]}}", RULE
    ) == [f"plan.yaml:1:1 error progress/2023.yaml, in commit {SHORT}, is gone; figures lost with it: 1"]


def test_figures_that_are_taken_back_one_by_one_are_not_lost() -> None:
    entries = "".join(
        f"      - {{target: {id}, as_of: 2023-12-31, was: {was}, on: 2025-03-01, reason: 口径有误，撤回}}\n"
        for id, was in (("sample", 91), ("other", 4), ("city", 6.5))
    )
    assert all_findings(f"{TWO_YEARS}    revisions:\n{entries}") == []


def test_a_file_in_which_nothing_was_reported_may_go() -> None:
    snippet = """
    # earlier
    # progress/2023.yaml
    figures: {}
    # now
    # progress/2024.yaml
    figures: {sample: 95}
    """
    assert all_findings(snippet) == []


def test_revisions_are_lost_with_their_file() -> None:
    snippet = """
    # earlier
    # progress/2023.yaml
    figures: {}
    revisions: [{target: sample, as_of: 2023-06-30, was: 91, on: 2023-10-08, reason: 撤回}]
    # now
    # progress/2024.yaml
    figures: {sample: 95}
    """
    assert all_findings(snippet) == ["file-removed"]
    assert findings(snippet, RULE)[0].endswith(f"progress/2023.yaml, in commit {SHORT}, is gone")


def test_a_file_that_could_not_be_read_then_is_missed_all_the_same() -> None:
    snippet = """
    # earlier
    # progress/2023.yaml
    figure: {sample: 91}
    # now
    # progress/2024.yaml
    figures: {sample: 95}
    """
    assert all_findings(snippet) == ["file-removed"]


def test_a_file_that_cannot_be_read_now_is_not_gone() -> None:
    earlier, now = files_of("# progress/2023.yaml\nfigures: {sample: 91}"), files_of("")
    for faulty in (b"\xff\xfe", b"figures: [", "年份：2023".encode("gbk"), b""):
        case = case_of(earlier, {**now, "progress/2023.yaml": faulty})
        assert case.findings([rule_named(RULE), rule_named("history/figure-removed")]) == []
