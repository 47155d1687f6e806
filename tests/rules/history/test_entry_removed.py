"""``history/entry-removed``."""

from __future__ import annotations

import pytest

from tests.rules.history.cases import SHORT, all_findings, findings, hints

RULE = "history/entry-removed"
ENTRY = "{target: sample, on: 2024-03-01, document: 甲〔2024〕1号, was: {at_least: 99, by: 2026}, reason: 村合并}"
REVISION = "{target: sample, as_of: 2024-06-30, was: 96.40, on: 2024-10-08, reason: 复核}"


def amendments(now: str) -> str:
    """A snippet in which only the amendments differ; an empty text for none."""
    return f"    # earlier\n    amendments: [{ENTRY}]\n    # now\n    {now}\n"


def revisions(now: str) -> str:
    """The same of the revisions."""
    file = "    # progress/2024.yaml\n"
    return f"    # earlier\n{file}    revisions: [{REVISION}]\n    # now\n{file}    {now}"


@pytest.mark.parametrize("now", ["amendments: []", "amendments:", "departments: {}"])
def test_an_amendment_that_is_gone(now: str) -> None:
    assert findings(amendments(now), RULE) == [
        f"plan.yaml:1:1 error 样例: the amendment of 2024-03-01, in commit {SHORT}, is gone or says something else"
    ]
    assert hints(amendments(now), RULE) == [
        "bring it back: - {target: sample, on: 2024-03-01, document: 甲〔2024〕1号, reason: 村合并, "
        "was: {at_least: 99, by: 2026}}"
    ]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("target: sample", "target: other"),
        ("2024-03-01", "2024-03-02"),
        ("甲〔2024〕1号", "甲〔2024〕2号"),
        ("at_least: 99", "at_least: 98.5"),
        ("at_least: 99, ", ""),
    ],
)
def test_an_amendment_that_says_something_else(word: str, other: str) -> None:
    assert "entry-removed" in all_findings(amendments(f"amendments: [{ENTRY.replace(word, other)}]"))


def test_an_entry_that_only_got_another_document_is_one_finding() -> None:
    """It is lost; that its old value is not the earlier commit's is no second one."""
    assert all_findings(amendments(f"amendments: [{ENTRY.replace('1号', '2号')}]")) == ["entry-removed"]
    assert all_findings(revisions(f"revisions: [{REVISION.replace('2024-10-08', '2024-10-09')}]")) == ["entry-removed"]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("at_least: 99, by: 2026", "by: 2026-12-31, at_least: 99.0"),
        (", reason: 村合并", ""),
        ("村合并", "行政村合并"),
        (ENTRY, "{target: other, on: 2025-01-01, document: 乙, was: {name: 丙}}, " + ENTRY),
    ],
)
def test_the_same_amendment_written_otherwise(word: str, other: str) -> None:
    assert all_findings(amendments(f"amendments: [{ENTRY.replace(word, other)}]")) == []


def test_a_revision_that_is_gone() -> None:
    assert findings(revisions("figures: {}"), RULE) == [
        f"progress/2024.yaml:1:1 error 样例: the revision of the figure of 2024-06-30, in commit {SHORT}, "
        "is gone or says something else"
    ]
    assert hints(revisions("revisions: []"), RULE) == [
        "bring it back: - {target: sample, as_of: 2024-06-30, was: 96.4, on: 2024-10-08, reason: 复核}"
    ]


def test_the_same_revision_written_otherwise() -> None:
    assert (
        all_findings(revisions(f"revisions: [{REVISION.replace('96.40', '96.4').replace('复核', '数据复核')}]")) == []
    )


def test_an_entry_may_move_to_another_years_file() -> None:
    assert all_findings(revisions(f"figures: {{}}\n    # progress/2025.yaml\n    revisions: [{REVISION}]")) == []


def test_one_of_two_equal_entries_is_missed() -> None:
    snippet = amendments(f"amendments: [{ENTRY}]").replace(f"[{ENTRY}]", f"[{ENTRY}, {ENTRY}]", 1)
    assert all_findings(snippet) == ["entry-removed"]


def test_an_entry_that_could_not_be_read_then_is_not_missed() -> None:
    assert all_findings(amendments("").replace("2024-03-01", "2024-3-1")) == []
    assert all_findings(revisions("figures: {}").replace("was: 96.40, ", "")) == []


def test_the_sound_entries_beside_a_faulty_one_are() -> None:
    """A faulty entry takes the whole list out of a plan; of the past each is looked at alone."""
    faulty = "{target: other, on: 2024-3-1, document: 乙, was: {name: 丙}}"
    snippet = amendments("").replace(f"[{ENTRY}]", f"[{faulty}, {ENTRY}]", 1)
    assert all_findings(snippet) == ["entry-removed"]


def test_the_hint_can_be_pasted() -> None:
    entry = (
        '{target: road, on: 2024-03-01, document: "甲：第 1 号", reason: "说\\"明\\"", '
        'was: {states: [在建, "yes: 通车"], reach: "yes: 通车", expect: {2024: 在建}, unit: "%", unquantified: true, '
        "above: {reference: city}, between: [1.50, x]}}"
    )
    snippet = amendments("").replace(f"[{ENTRY}]", f"[{entry}]", 1)
    (hint,) = hints(snippet, RULE)
    pasted = hint.removeprefix("bring it back: - ")
    assert all_findings(snippet.rstrip() + f"\n    amendments: [{pasted}]") == []
