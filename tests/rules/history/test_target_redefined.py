"""``history/target-redefined``."""

from __future__ import annotations

import pytest

from tests.rules.history.cases import SHORT, all_findings, findings, hints
from tests.rules.history.test_target_relaxed import changed

RULE = "history/target-redefined"
CITY = "above: {reference: city}"

OTHER = [
    ("unit: 个, reach: {at_least: 5}", "unit: 座, reach: {at_least: 5}", "{unit: 个}"),
    ('unit: "%", reach: {at_least: 5}', "reach: {at_least: 5}", '{unit: "%"}'),
    ("baseline: {year: 2022, value: 88.0}, reach: {at_least: 98}",
     "baseline: {year: 2021, value: 88}, reach: {at_least: 98}", "{baseline: {year: 2022, value: 88}}"),
    ("baseline: {year: 2022, value: 88}, reach: {at_least: 98}", "reach: {at_least: 98}",
     "{baseline: {year: 2022, value: 88}}"),
    ("keep: {at_least: 5, each: quarter}", "keep: {at_least: 5}", "{each: quarter}"),
    ("keep: {at_least: 5, each: month, entry: flow}", "keep: {at_least: 5, each: year, entry: flow}", "{each: month}"),
    ("keep: {at_least: 5, entry: flow}", "keep: {at_least: 5, each: quarter, entry: flow}", "{each: year}"),
    ("keep: {at_least: 5}", "keep: {at_least: 5, entry: flow}", "{entry: level}"),
    ("keep: {at_least: 5}", "keep: {at_least: 5, from: 2024}", "{from: 2023}"),
    ("accumulate: {at_least: 5}", "accumulate: {at_least: 5, from: 2021-07-01}", "{from: 2023}"),
    ("accumulate: {at_most: 5, from: 2023-07-01}", "accumulate: {at_most: 5, from: 2024}", "{from: 2023-07-01}"),
    ("accumulate: {at_least: 5}", "accumulate: {at_least: 5, entry: running_total}", "{entry: flow}"),
    ("grow: {at_least: 6}", "grow: {at_least: 6, basis: points}", "{basis: percent}"),
    ("grow: {at_least: 6, each: every}", "grow: {at_least: 6}", "{each: every}"),
    ("grow: {at_least: 6, entry: rates}", "grow: {at_least: 6}", "{entry: rates}"),
    (f"compare: {{{CITY}}}", f"compare: {{{CITY}, lag: 1}}", "{lag: 0}"),
    (f"compare: {{{CITY}}}", f"compare: {{{CITY}, each: average}}", "{each: every}"),
    (f"compare: {{{CITY}, each: average}}", f"compare: {{{CITY}, each: average, from: 2022}}", "{from: 2023}"),
    (f"compare: {{{CITY}}}", "compare: {above: {reference: province}}", "{above: {reference: city}}"),
    (f"compare: {{{CITY}}}", "compare: {above: {target: city}}", "{above: {reference: city}}"),
    ("milestone: {states: [在建, 建成, 通车], reach: 通车}", "milestone: {states: [在建, 建成, 通车], reach: 建成}",
     "{reach: 通车}"),
    ("milestone: {states: [在建, 通车], reach: 通车}", "milestone: {states: [在建, 通车, 奠基], reach: 通车}",
     "{states: [在建, 通车]}"),
    ("milestone: {states: [在建, 通车], reach: 通车}", "milestone: {states: [在建, 建成], reach: 建成}",
     "{reach: 通车, states: [在建, 通车]}"),
    ("reach: {at_least: 98}", "keep: {at_least: 98}", "{form: reach, at_least: 98}"),
    ("reach: {at_least: 98}", "task: {}", "{form: reach, at_least: 98}"),
    ("task: {}", "reach: {at_least: 98}", "{form: task}"),
    ("milestone: {states: [在建, 通车], reach: 通车}", "task: {}",
     "{form: milestone, states: [在建, 通车], reach: 通车}"),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "now", "was"), OTHER)
def test_another_measure(earlier: str, now: str, was: str) -> None:
    assert all_findings(changed(earlier, now)) == ["target-redefined"]
    assert hints(changed(earlier, now), RULE) == [
        "bring back what it was, or say under amendments: which document changed it: "
        f"- {{target: a, on: …, document: …, reason: …, was: {was}}}"
    ]
    entry = f"amendments: [{{target: a, on: 2025-03-01, document: 甲〔2025〕1号, was: {was}}}]"
    assert all_findings(changed(earlier, now, entry)) == []


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("reach: {at_least: 5}", "unit: 个, reach: {at_least: 5}"),
        ("reach: {at_least: 98}", "baseline: {year: 2022, value: 88}, reach: {at_least: 98}"),
        ("grow: {at_least: 6}", "baseline: {year: 2022, value: 88}, grow: {at_least: 6}"),
        ("baseline: {year: 2022, value: 88}, reach: {at_least: 98}",
         "baseline: {value: 88.00, year: 2022}, reach: {at_least: 98}"),
        ("keep: {at_least: 5}", "keep: {at_least: 5, each: month}"),
        ("keep: {at_least: 5}", "keep: {at_least: 5, each: year, entry: level, from: 2023-01-01}"),
        ("keep: {at_least: 5, from: 2024}", "keep: {at_least: 5}"),
        ("accumulate: {at_least: 5}", "accumulate: {at_least: 5, from: 2024}"),
        ("accumulate: {at_most: 5}", "accumulate: {at_most: 5, from: 2022}"),
        ("grow: {at_least: 6}", "grow: {at_least: 6, each: every}"),
        (f"compare: {{{CITY}, each: average}}", f"compare: {{{CITY}}}"),
        ("milestone: {states: [在建, 通车], reach: 通车}", "milestone: {states: [谋划, 在建, 通车], reach: 通车}"),
        ("milestone: {states: [在建, 通车, 验收], reach: 通车}",
         "milestone: {states: [在建, 通车, 验收], reach: 验收}"),
        ("milestone: {states: [谋划, 在建, 通车], reach: 通车}", "milestone: {states: [在建, 通车], reach: 通车}"),
        ("milestone: {states: [在建, 通车], reach: 通达}", "milestone: {states: [在建, 通车], reach: 通车}"),
        ("task: {}", "task: {unquantified: true}"),
        ("task: {unquantified: true}", "task: {}"),
        ("task: {}", "note: 牵头单位已明确, group: 其他, source: 附件3, task: {}"),
        ("lead: [office], task: {}", "lead: [housing], assist: [office], task: {}"),
    ],
)  # fmt: skip
def test_the_same_measure_a_stricter_one_or_one_that_was_missing(earlier: str, now: str) -> None:
    assert all_findings(changed(earlier, now)) == []


def test_tells_both_values_at_the_new_one() -> None:
    assert findings(changed("unit: 个, task: {}", "unit: 座, task: {}"), RULE) == [
        f"plan.yaml:2:22 error 甲: unit is 座, it was 个 in commit {SHORT}, and no amendment says so"
    ]
    assert findings(changed("unit: 个, task: {}", "task: {}"), RULE) == [
        f"plan.yaml:2:6 error 甲: unit is none, it was 个 in commit {SHORT}, and no amendment says so"
    ]
    assert findings(changed("keep: {at_least: 5, each: month}", "keep: {at_least: 5, each: year}"), RULE) == [
        f"plan.yaml:2:42 error 甲: each is year, it was month in commit {SHORT}, and no amendment says so"
    ]


def test_another_form_is_pointed_at_by_its_word() -> None:
    assert findings(changed("reach: {at_least: 98}", "unit: 个, keep: {at_least: 98}"), RULE) == [
        f"plan.yaml:2:25 error 甲: form is keep, it was reach in commit {SHORT}, and no amendment says so"
    ]


@pytest.mark.parametrize("was", ["{form: reach}", "{at_least: 98}", "{form: reach, at_least: 98, by: 2027}"])
def test_another_form_is_stated_by_either_key(was: str) -> None:
    entry = f"amendments: [{{target: a, on: 2025-03-01, document: 甲〔2025〕1号, was: {was}}}]"
    assert all_findings(changed("reach: {at_least: 98}", "keep: {at_least: 98}", entry)) == []


def test_what_changed_beside_the_form_is_told_too() -> None:
    earlier, now = "unit: 个, reach: {at_least: 9, by: 2025}", "unit: 座, nature: indicative, task: {by: 2026}"
    assert all_findings(changed(earlier, now)) == [
        "target-postponed",
        "target-redefined",
        "target-redefined",
        "target-relaxed",
    ]


def test_a_period_that_begins_later_is_one_finding() -> None:
    snippet = """
    # earlier
    period: {start: 2023, end: 2027}
    targets:
      a: {name: 甲, keep: {at_least: 90}}
      b: {name: 乙, compare: {above: {reference: city}}}
      c: {name: 丙, grow: {at_least: 6}}
      d: {name: 丁, grow: {at_least: 6}, baseline: {year: 2022, value: 5}}
      e: {name: 戊, accumulate: {at_least: 6}}
      f: {name: 己, keep: {at_least: 90, from: 2024}}
      g: {name: 庚, reach: {at_least: 90}}
    # now
    period: {start: 2024, end: 2027}
    targets:
      a: {name: 甲, keep: {at_least: 90}}
      b: {name: 乙, compare: {above: {reference: city}}}
      c: {name: 丙, grow: {at_least: 6}}
      d: {name: 丁, grow: {at_least: 6}, baseline: {year: 2022, value: 5}}
      e: {name: 戊, accumulate: {at_least: 6}}
      f: {name: 己, keep: {at_least: 90, from: 2024}}
      g: {name: 庚, reach: {at_least: 90}}
    """
    assert all_findings(snippet) == ["target-redefined"]
    assert findings(snippet, RULE) == [
        f"plan.yaml:1:17 error the period begins in 2024, it was 2023 in commit {SHORT}; this changes what is asked of "
        "3 targets, and no amendment says so"
    ]
    assert "- {target: a, on: …, document: …, reason: …, was: {from: 2023}}" in hints(snippet, RULE)[0]
    entries = "".join(
        f"      - {{target: {id}, on: 2025-03-01, document: 甲〔2025〕1号, was: {{from: 2023}}}}\n" for id in "abc"
    )
    assert all_findings(f"{snippet.rstrip(' ')}    amendments:\n{entries}") == []
