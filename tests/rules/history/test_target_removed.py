"""``history/target-removed``."""

from __future__ import annotations

import pytest

from tests.rules.history.cases import SHORT, all_findings, findings, hints

RULE = "history/target-removed"


def without(target: str, *more: str) -> str:
    """A snippet in which a target with the id ``gone`` is no longer there."""
    kept = 'kept: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}'
    lines = ["# earlier", "targets:", f"  {kept}", f"  gone: {target}", "# now", "targets:", f"  {kept}", *more]
    return "\n".join(f"    {line}" for line in lines)


def test_points_at_the_targets() -> None:
    assert findings(without("{name: 新建口袋公园, unit: 个, accumulate: {at_least: 12}}"), RULE) == [
        f"plan.yaml:1:1 error 新建口袋公园 (gone), a target in commit {SHORT}, is gone, and no amendment says so"
    ]


@pytest.mark.parametrize(
    ("target", "was"),
    [
        ("{name: 甲, accumulate: {at_least: 12.50}}", "{at_least: 12.5}"),
        ("{name: 甲, reach: {about: 15, within: 1}}", "{about: 15, within: 1}"),
        ("{name: 甲, reach: {about: 15, within: 0}}", "{about: 15}"),
        ("{name: 甲, keep: {between: [3, 5]}}", "{between: [3, 5]}"),
        ("{name: 甲, reach: {at_least: ××}}", "{at_least: ××}"),
        ("{name: 甲, compare: {above: {reference: city}}}", "{above: {reference: city}}"),
        ("{name: 甲, compare: {about: {target: kept}, within: 0.5}}", "{about: {target: kept}, within: 0.5}"),
        ("{name: 甲, milestone: {states: [未启动, 建成], reach: 建成}}", "{states: [未启动, 建成], reach: 建成}"),
        ("{name: 甲, task: {}}", "{form: task}"),
    ],
)
def test_the_hint_gives_the_amendment_with_what_was_asked(target: str, was: str) -> None:
    assert hints(without(target), RULE) == [
        "bring it back, or say under amendments: which document took it out: "
        f"- {{target: gone, on: …, document: …, reason: …, was: {was}}}"
    ]
    entry = f"amendments: [{{target: gone, on: 2025-03-01, document: 甲〔2025〕1号, was: {was}}}]"
    assert all_findings(without(target, entry)) == []


def test_an_old_amendment_does_not_take_a_target_out() -> None:
    old = "amendments: [{target: gone, on: 2024-03-01, document: 甲〔2024〕1号, was: {at_least: 15}}]"
    snippet = without("{name: 甲, accumulate: {at_least: 12}}", old).replace("    # now", f"    {old}\n    # now")
    assert all_findings(snippet) == ["target-removed"]


def test_a_new_id_for_the_same_name_is_pointed_out() -> None:
    renamed = "  other: {name: 甲, accumulate: {at_least: 12}}"
    snippet = without("{name: 甲, accumulate: {at_least: 12}}", renamed)
    assert findings(snippet, RULE)[0].startswith("plan.yaml:3:3 error 甲 (gone)")
    assert hints(snippet, RULE) == ["keep the id: write gone, not other; its figures are found by it"]


def test_a_target_that_cannot_be_read_now_is_not_gone() -> None:
    snippet = without("{name: 甲, accumulate: {at_least: 12}}", "  gone: {name: 甲, accumulate: {at_least: 十二}}")
    assert all_findings(snippet) == []


def test_a_target_that_could_not_be_read_then_was_none() -> None:
    assert all_findings(without("{name: 甲, accumulate: {at_least: 十二}}")) == []
    mended = "  gone: {name: 甲, accumulate: {at_least: 8}}"
    assert all_findings(without("{name: 甲, accumulate: {at_least: 十二}}", mended)) == []


def test_an_added_target_is_no_finding() -> None:
    snippet = """
    # earlier
    targets: {a: {name: 甲, task: {}}}
    # now
    targets: {b: {name: 乙, task: {}}, a: {name: 甲, task: {}}}
    """
    assert all_findings(snippet) == []
