"""``history/target-postponed``."""

from __future__ import annotations

import pytest

from tests.rules.history.cases import SHORT, all_findings, findings, hints
from tests.rules.history.test_target_relaxed import changed

RULE = "history/target-postponed"
STATES = "states: [未启动, 建成], reach: 建成"
LATER = [
    ("reach: {at_least: 98, by: 2025}", "reach: {at_least: 98, by: 2026}"),
    ("reach: {at_least: 98, by: 2025-06-30}", "reach: {at_least: 98, by: 2025}"),
    ("accumulate: {at_least: 12, by: 2025}", "accumulate: {at_least: 12, by: 2026}"),
    ("accumulate: {between: [1, 2], by: 2025}", "accumulate: {between: [1, 2], by: 2026}"),
    ("grow: {at_least: 6, by: 2025}", "grow: {at_least: 6, by: 2026}"),
    ("compare: {above: {reference: city}, each: average, to: 2025}",
     "compare: {above: {reference: city}, each: average, to: 2026}"),
    (f"milestone: {{{STATES}, by: 2025}}", f"milestone: {{{STATES}, by: 2025-12-31}}".replace("2025-12-31", "2026")),
    ("task: {by: 2025}", "task: {by: 2026-01-01}"),
    ("task: {by: 2025}", "task: {}"),
]  # fmt: skip
SHORTER = [
    ("keep: {at_least: 90, to: 2026}", "keep: {at_least: 90, to: 2025}"),
    ("keep: {at_least: 90}", "keep: {at_least: 90, to: 2026-11-30}"),
    ("compare: {above: {reference: city}, to: 2026}", "compare: {above: {reference: city}, to: 2025}"),
    ("grow: {at_least: 6, each: every, by: 2026}", "grow: {at_least: 6, each: every, by: 2025}"),
    ("accumulate: {at_most: 100, by: 2026}", "accumulate: {at_most: 100, by: 2025}"),
    ("accumulate: {equal: 100, by: 2026}", "accumulate: {equal: 100, by: 2025}"),
]


@pytest.mark.parametrize(("earlier", "now"), [*LATER, *SHORTER])
def test_a_last_day_that_moved_to_where_less_is_asked(earlier: str, now: str) -> None:
    assert all_findings(changed(earlier, now)) == ["target-postponed"]


ONE_WAY = [
    pair
    for pair in (*LATER, *SHORTER)
    if "between" not in pair[0] and "equal" not in pair[0] and "avera" not in pair[0]
]


@pytest.mark.parametrize(("now", "earlier"), ONE_WAY)
def test_the_other_way_more_is_asked(earlier: str, now: str) -> None:
    assert all_findings(changed(earlier, now)) == []


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("reach: {at_least: 98, by: 2027}", "reach: {at_least: 98}"),
        ("reach: {at_least: 98}", "reach: {at_least: 98, by: 2027-12-31}"),
        ("reach: {at_least: 98, by: 2025-12-31}", "reach: {at_least: 98, by: 2025}"),
        ("keep: {at_least: 98, to: 2027}", "keep: {at_least: 98}"),
    ],
)
def test_the_same_day_written_otherwise(earlier: str, now: str) -> None:
    assert all_findings(changed(earlier, now)) == []


def test_points_at_the_deadline() -> None:
    assert findings(changed(*LATER[0]), RULE) == [
        f"plan.yaml:2:42 error 甲: due on 2026-12-31, it was 2025-12-31 in commit {SHORT}, and no amendment says so"
    ]
    assert "was: {by: 2025}" in hints(changed(*LATER[0]), RULE)[0]
    assert "was: {by: 2025-06-30}" in hints(changed(*LATER[1]), RULE)[0]


def test_points_at_the_form_where_the_deadline_was_left_out() -> None:
    assert findings(changed("reach: {at_least: 98, by: 2025}", "reach: {at_least: 98}"), RULE)[0].startswith(
        "plan.yaml:2:23 error 甲: due on 2027-12-31, it was 2025-12-31"
    )


def test_what_holds_for_a_shorter_time_says_so_in_the_words_of_its_form() -> None:
    assert findings(changed(*SHORTER[0]), RULE) == [
        f"plan.yaml:2:41 error 甲: holds until 2025-12-31, it was 2026-12-31 in commit {SHORT}, "
        "and no amendment says so"
    ]
    assert "was: {to: 2026}" in hints(changed(*SHORTER[0]), RULE)[0]


@pytest.mark.parametrize("was", ["{by: 2025}", "{by: 2025-12-31}", "{to: 2025}", "{by: 2025.0}"])
def test_an_amendment_with_a_year_or_a_date(was: str) -> None:
    entry = f"amendments: [{{target: a, on: 2025-03-01, document: 甲〔2025〕1号, was: {was}}}]"
    assert all_findings(changed(*LATER[0], entry)) == []


PERIOD = """
    # earlier
    period: {{start: 2023, end: {then}}}
    targets:
      a: {{name: 甲, reach: {{at_least: 98}}}}
      b: {{name: 乙, task: {{}}}}
      c: {{name: 丙, keep: {{at_least: 90}}}}
      d: {{name: 丁, reach: {{at_least: 98, by: 2025}}}}
    # now
    period: {{start: 2023, end: {now}}}
    targets:
      a: {{name: 甲, reach: {{at_least: 98}}}}
      b: {{name: 乙, task: {{}}}}
      c: {{name: 丙, keep: {{at_least: 90}}}}
      d: {{name: 丁, reach: {{at_least: 98, by: 2025}}}}
"""


def test_a_period_that_ends_later_is_one_finding() -> None:
    snippet = PERIOD.format(then=2027, now=2028)
    assert all_findings(snippet) == ["target-postponed"]
    assert findings(snippet, RULE) == [
        f"plan.yaml:1:28 error the period ends in 2028, it was 2027 in commit {SHORT}; this asks less of 2 targets, "
        "and no amendment says so"
    ]
    assert hints(snippet, RULE) == [
        "bring it back, or write an entry under amendments: for each of them, such as "
        "- {target: a, on: …, document: …, reason: …, was: {by: 2027}}"
    ]


def test_it_counts_the_targets_that_are_left() -> None:
    entry = "      - {{target: {id}, on: 2025-03-01, document: 甲〔2025〕1号, was: {{by: 2027}}}}\n"
    snippet = PERIOD.format(then=2027, now=2028) + "    amendments:\n" + entry.format(id="b")
    assert "this asks less of 甲, and" in findings(snippet, RULE)[0]
    assert all_findings(snippet + entry.format(id="a")) == []


def test_a_period_that_ends_sooner_lets_off_what_is_to_be_kept() -> None:
    snippet = PERIOD.format(then=2027, now=2026)
    assert "this asks less of 丙, and" in findings(snippet, RULE)[0]
    assert "was: {to: 2027}" in hints(snippet, RULE)[0]
    assert all_findings(snippet) == ["target-postponed"]


def test_a_period_whose_end_is_a_placeholder() -> None:
    (found,) = findings(PERIOD.format(then=2027, now="x"), RULE)
    assert "the period ends in no fixed year, it was 2027" in found
    assert "asks less of 3 targets" in found
    assert all_findings(PERIOD.format(then="x", now=2027)) == []


def test_a_deadline_of_its_own_that_was_written_since_is_the_targets() -> None:
    snippet = PERIOD.format(then=2027, now=2028)
    head, _, tail = snippet.rpartition("a: {name: 甲, reach: {at_least: 98}}")
    found = findings(f"{head}a: {{name: 甲, reach: {{at_least: 98, by: 2028}}}}{tail}", RULE)
    assert [one.split(" ")[0] for one in found] == ["plan.yaml:1:28", "plan.yaml:3:42"]
