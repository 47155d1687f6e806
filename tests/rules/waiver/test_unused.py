"""``waiver/unused``: a waiver in force that sets nothing aside, though its rule was asked."""

from __future__ import annotations

import pytest

from tests.rules.waiver.cases import findings

PLAN = """
# plan.yaml
targets: {sample: {name: 样例, unit: "%", reach: {at_least: 98}}}
# as of 2025-06-30
"""


def unused(waiver: str, more: str = PLAN, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    """The findings of one waiver, by its rule and maybe its target."""
    entry = f"- {{rule: {waiver}, reason: 待定, approved_by: 县政府办, expires: 2025-12-31}}"
    return findings(f"# waivers.yaml\n{entry}\n{more.lstrip()}", "waiver/unused", select=select, ignore=ignore)


@pytest.mark.parametrize("waiver", ["plan/no-lead, target: sample", "plan/no-lead", "plan, target: sample", "plan"])
def test_one_that_is_needed_is_no_finding(waiver: str) -> None:
    assert unused(waiver) == []


@pytest.mark.parametrize(
    ("waiver", "rule"),
    [
        ("plan/no-lead, target: other", "plan/no-lead"),
        ("plan/own-parent", "plan/own-parent"),
        ("plan/no-laed, target: sample", "plan/no-laed"),
        ("figure", "figure"),
    ],
)
def test_one_that_nothing_needs_is_told_at_its_rule(waiver: str, rule: str) -> None:
    assert unused(waiver) == [f"waivers.yaml:1:10 warning the waiver of {rule} sets nothing aside"]


def test_of_two_alike_both_are_needed() -> None:
    entry = "- {rule: plan/no-lead, reason: 待定, approved_by: 县政府办, expires: 2025-12-31}\n"

    assert findings(f"# waivers.yaml\n{entry}{entry}{PLAN.lstrip()}", "waiver/unused") == []


@pytest.mark.parametrize("waiver", ["plan/own-parent", "plan/no-lead, target: other", "plan, target: other"])
@pytest.mark.parametrize(
    ("select", "ignore"),
    [(("target", "waiver"), ()), ((), ("plan",)), ((), ("plan/own-parent", "plan/no-lead"))],
    ids=["selected others", "ignored the family", "ignored the rules"],
)
def test_nothing_is_said_of_one_whose_rule_was_not_asked(
    waiver: str, select: tuple[str, ...], ignore: tuple[str, ...]
) -> None:
    assert unused(waiver, select=select, ignore=ignore) == []


def test_a_misspelt_rule_is_told_whatever_was_asked() -> None:
    assert len(unused("plan/no-laed", ignore=("plan",))) == 1
    assert len(unused("target/mised", select=("waiver",))) == 1


@pytest.mark.parametrize("waiver", ["target/behind", "target/behind, target: sample", "target"])
def test_nothing_is_said_where_faulty_data_left_no_verdict(waiver: str) -> None:
    progress = "# progress/2024.yaml\nfigures: {sample: 95\n# as of 2025-06-30\n"
    faulty = "# plan.yaml\ntargets: {sample: {name: 样例, reach: {at_least: many}}}\n# as of 2025-06-30\n"

    assert unused(waiver, progress) == []
    assert unused(waiver, faulty) == []


def test_a_faulty_target_leaves_the_waivers_of_others_alone() -> None:
    plan = """
# plan.yaml
targets:
  sample: {name: 样例, reach: {at_least: many}}
  sound: {name: 好的, unit: 个, reach: {at_least: 5}, lead: [office], source: 一, baseline: {year: 2022, value: 1}}
# as of 2025-06-30
"""
    assert len(unused("plan/no-lead, target: sound", plan)) == 1
    assert unused("plan/no-lead", plan) == []


@pytest.mark.parametrize("rule", ["text", "schema/form", "history/figure-changed", "waiver/unused"])
def test_of_what_cannot_be_waived_another_rule_speaks(rule: str) -> None:
    assert unused(rule) == []
