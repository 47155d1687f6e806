"""``history/wrong-was``."""

from __future__ import annotations

import pytest

from tests.rules.history.cases import SHORT, all_findings, findings, hints
from tests.rules.history.test_target_relaxed import changed

RULE = "history/wrong-was"
FULL = (
    'unit: "%", baseline: {year: 2022, value: 88}, group: 乡村, lead: [office, housing], note: 口径, source: 附件20, '
    "under: parent, reach: {at_least: 98, by: 2026, schedule: {2024: 94, 2025: x}}"
)


def amended(was: str, earlier: str = FULL, now: str = FULL) -> str:
    """A snippet with one new amendment."""
    return changed(earlier, now, f"amendments: [{{target: a, on: 2025-03-01, document: 甲〔2025〕1号, was: {was}}}]")


@pytest.mark.parametrize(
    "was",
    [
        "{at_least: 98.0}",
        "{by: 2026}",
        "{by: 2026-12-31}",
        "{schedule: {2025: TBD, 2024: 94.0}}",
        '{unit: "%"}',
        "{baseline: {value: 88.0, year: 2022}}",
        "{nature: binding}",
        "{form: reach}",
        "{name: 甲}",
        "{group: 乡村, lead: [office, housing], note: 口径, source: 附件20, under: parent}",
        "{assist: []}",
        "{stated: [{source: 正文9, at_least: 1}]}",
    ],
)
def test_what_the_earlier_commit_held(was: str) -> None:
    assert all_findings(amended(was)) == []


@pytest.mark.parametrize(
    ("was", "right"),
    [
        ("{at_least: 97}", "at_least: 98"),
        ("{at_least: x}", "at_least: 98"),
        ("{by: 2025}", "by: 2026"),
        ("{by: 2026-12-30}", "by: 2026"),
        ("{to: 2025}", "to: 2026"),
        ("{schedule: {2024: 94}}", "schedule: {2024: 94, 2025: x}"),
        ("{unit: 个}", 'unit: "%"'),
        ("{baseline: {year: 2022, value: 87}}", "baseline: {year: 2022, value: 88}"),
        ("{nature: indicative}", "nature: binding"),
        ("{form: keep}", "form: reach"),
        ("{name: 乙}", "name: 甲"),
        ("{lead: [housing, office]}", "lead: [office, housing]"),
    ],
)
def test_what_it_did_not_hold(was: str, right: str) -> None:
    assert all_findings(amended(was)) == ["wrong-was"]
    assert hints(amended(was), RULE) == [f"write {right}"]


@pytest.mark.parametrize("was", ["{above: 98}", "{each: year}", "{states: [在建, 通车]}", "{assist: [office]}"])
def test_a_key_that_was_not_there(was: str) -> None:
    (found,) = findings(amended(was), RULE)
    key = was[1:].partition(":")[0]
    assert found.endswith(f"甲: there was no {key} in commit {SHORT}")


@pytest.mark.parametrize(
    ("target", "was"),
    [
        ("keep: {about: 5, within: 0, to: 2026, from: 2024-07-01}", "{within: 0, to: 2026, from: 2024-07-01}"),
        ("keep: {at_least: 5}", "{by: 2027, from: 2023, each: year, entry: level}"),
        ("keep: {between: [3, x]}", "{between: [3, ×]}"),
        ("compare: {about: {target: b}, within: 0.5, lag: 1}", "{about: {target: b}, within: 0.50, lag: 1.0}"),
        ("compare: {above: {reference: city}}", "{above: {reference: city}, within: 0, lag: 0, each: every}"),
        ("grow: {at_least: 6}", "{basis: percent, each: average, entry: levels, from: 2023}"),
        ("milestone: {states: [在建, 通车], reach: 通车, expect: {2024: 在建}}",
         "{states: [在建, 通车], reach: 通车, expect: {2024-12-31: 在建}}"),
        ("task: {unquantified: true}", "{unquantified: true, by: 2027}"),
        ("task: {}", "{unquantified: false}"),
    ],
)  # fmt: skip
def test_the_keys_of_every_form(target: str, was: str) -> None:
    assert all_findings(amended(was, target, target)) == []


def test_points_at_the_value() -> None:
    assert findings(amended("{by: 2026, at_least: 97}"), RULE) == [
        f"plan.yaml:3:89 error 甲: at_least was 98 in commit {SHORT}, not 97"
    ]


def test_a_target_that_was_taken_out_too() -> None:
    snippet = """
    # earlier
    targets: {a: {name: 甲, task: {}}, b: {name: 乙, reach: {at_least: 5}}}
    # now
    targets: {a: {name: 甲, task: {}}}
    amendments: [{target: b, on: 2025-03-01, document: 甲〔2025〕1号, was: {at_least: 6}}]
    """
    assert all_findings(snippet) == ["wrong-was"]


def test_a_target_that_was_not_there_cannot_be_told() -> None:
    snippet = """
    # earlier
    targets: {a: {name: 甲, task: {}}}
    # now
    targets: {a: {name: 甲, task: {}}, b: {name: 乙, reach: {at_least: 5}}}
    amendments: [{target: b, on: 2025-03-01, document: 甲〔2025〕1号, was: {at_least: 6}}]
    """
    assert all_findings(snippet) == []


def test_two_changes_on_the_way_one_entry_gives_the_first_value() -> None:
    earlier, now = "reach: {at_least: 98}", "reach: {at_least: 90}"
    entries = [
        f"{{target: a, on: 2025-0{month}-01, document: 甲〔2025〕{month}号, was: {{at_least: {was}}}}}"
        for month, was in ((3, 98), (5, 95))
    ]
    assert all_findings(changed(earlier, now, f"amendments: [{', '.join(entries)}]")) == []
    assert all_findings(changed(earlier, now, f"amendments: [{entries[1]}]")) == ["wrong-was"]


def figured(was: str, *, held: str = "{value: 96.4, as_of: 2024-06-30}", now: str = "") -> str:
    """A snippet with one new revision."""
    entry = f"{{target: sample, as_of: 2024-06-30, was: {was}, on: 2024-10-08, reason: 复核}}"
    return (
        f"    # earlier\n    # progress/2024.yaml\n    figures: {{sample: {held}}}\n"
        f"    # now\n    # progress/2024.yaml\n    figures: {{sample: {now or held}}}\n    revisions: [{entry}]"
    )


def test_a_revision_with_another_old_value() -> None:
    snippet = figured("95.4", now="{value: 95.1, as_of: 2024-06-30}")
    assert all_findings(snippet) == ["wrong-was"]
    assert findings(snippet, RULE) == [
        f"progress/2024.yaml:2:54 error 样例: the figure of 2024-06-30 was 96.4 in commit {SHORT}, not 95.4"
    ]
    assert hints(snippet, RULE) == ["write was: 96.4"]


@pytest.mark.parametrize(
    ("held", "was"),
    [
        ("{value: 96.4, as_of: 2024-06-30}", "96.40"),
        ("{count: 83, of: 85, as_of: 2024-06-30}", "{of: 85, count: 83.0}"),
        ("{count: 39, of: 40, as_of: 2024-06-30}", "97.5"),
        ("{state: 在建, as_of: 2024-06-30}", "在建"),
        ("{done: true, evidence: 批文, as_of: 2024-06-30}", "true"),
    ],
)
def test_every_kind_of_figure(held: str, was: str) -> None:
    assert all_findings(figured(was, held=held)) == []


@pytest.mark.parametrize(
    ("held", "was"),
    [
        ("{count: 83, of: 85, as_of: 2024-06-30}", "97.65"),
        ("{count: 83, of: 85, as_of: 2024-06-30}", "{count: 166, of: 170}"),
        ("{value: 1, as_of: 2024-06-30}", "true"),
        ("{done: true, evidence: 批文, as_of: 2024-06-30}", "1"),
        ("{done: true, evidence: 批文, as_of: 2024-06-30}", "false"),
        ("{state: 在建, as_of: 2024-06-30}", "通车"),
        ("{state: 在建, as_of: 2024-06-30}", "5"),
    ],
)
def test_a_value_of_another_kind_or_count(held: str, was: str) -> None:
    assert all_findings(figured(was, held=held)) == ["wrong-was"]


def test_a_figure_that_was_reported_and_corrected_since_cannot_be_told() -> None:
    snippet = figured("96.4", now="{value: 95.1, as_of: 2024-06-30}").replace(
        "{sample: {value: 96.4, as_of: 2024-06-30}}", "{}", 1
    )
    assert all_findings(snippet) == []


def test_two_corrections_on_the_way() -> None:
    snippet = figured("96.4", now="{value: 94, as_of: 2024-06-30}").removesuffix("]")
    second = "{target: sample, as_of: 2024-06-30, was: 95.1, on: 2024-11-08, reason: 再复核}"
    assert all_findings(f"{snippet}, {second}]") == []
    assert all_findings(figured("95.1", now="{value: 94, as_of: 2024-06-30}")) == ["wrong-was"]


def test_an_entry_that_was_faulty_then_and_is_mended_is_not_new() -> None:
    """The change was made and stated before; only the entry was written wrongly."""
    for faulty in ("on: 2024-3-1", "on: 2024-03-01, by: me", "on: 2024-03-01, reason: []"):
        entry = "{{target: a, {on}, document: 甲〔2024〕1号, was: {{at_least: 98}}}}"
        snippet = changed("reach: {at_least: 95}", "reach: {at_least: 95}").replace(
            "    # now", f"    amendments: [{entry.format(on=faulty)}]\n    # now"
        )
        assert all_findings(f"{snippet}\n    amendments: [{entry.format(on='on: 2024-03-01')}]") == []
    assert all_findings(figured("96.4", held="{value: 95, as_of: 2024-06-30}").replace(
        "    # now", "    revisions: [{target: sample, was: 96.4}]\n    # now")) == []  # fmt: skip


def test_a_mended_entry_does_not_hide_a_new_one_that_is_wrong() -> None:
    entry = "{{target: a, {on}, document: 甲〔2024〕{number}号, was: {{at_least: {was}}}}}"
    snippet = changed("reach: {at_least: 95}", "reach: {at_least: 90}").replace(
        "    # now", f"    amendments: [{entry.format(on='on: 2024-3-1', number=1, was=98)}]\n    # now"
    )
    mended, new = (
        entry.format(on="on: 2024-03-01", number=1, was=98),
        entry.format(on="on: 2025-03-01", number=2, was=94),
    )
    assert all_findings(f"{snippet}\n    amendments: [{mended}, {new}]") == ["wrong-was"]
    assert all_findings(f"{snippet}\n    amendments: [{mended}]") == ["target-relaxed"]
