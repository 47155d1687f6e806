"""``history/target-relaxed``."""

from __future__ import annotations

import pytest

from tests.rules.history.cases import SHORT, all_findings, findings, hints, pointed

RULE = "history/target-relaxed"


def reached(earlier: str, now: str, *more: str) -> str:
    """A snippet in which only the bound of a ``reach`` differs."""
    return changed(f"reach: {{{earlier}}}", f"reach: {{{now}}}", *more)


def changed(earlier: str, now: str, *more: str) -> str:
    """A snippet in which only the keys of one target differ."""
    head = "targets:"
    lines = ["# earlier", head, f"  a: {{name: 甲, {earlier}}}", "# now", head, f"  a: {{name: 甲, {now}}}", *more]
    return "\n".join(f"    {line}" for line in lines)


@pytest.mark.parametrize(
    ("earlier", "now", "was"),
    [
        ("at_least: 98", "at_least: 97.99", "{at_least: 98}"),
        ("at_least: 98", "between: [97, 99]", "{at_least: 98}"),
        ("above: 98", "at_least: 98", "{above: 98}"),
        ("above: 98", "equal: 98", "{above: 98}"),
        ("at_most: 1.54", "at_most: 1.6", "{at_most: 1.54}"),
        ("below: 5", "at_most: 5", "{below: 5}"),
        ("equal: 5", "at_least: 5", "{equal: 5}"),
        ("equal: 5", "equal: 6", "{equal: 5}"),
        ("between: [3, 5]", "between: [3, 6]", "{between: [3, 5]}"),
        ("between: [3, 5]", "between: [4, 6]", "{between: [3, 5]}"),
        ("between: [3, 5]", "at_most: 5", "{between: [3, 5]}"),
        ("about: 15, within: 1", "about: 15, within: 1.5", "{within: 1}"),
        ("about: 15, within: 1", "about: 14, within: 1", "{about: 15}"),
        ("about: 15, within: 1", "about: 14, within: 2", "{about: 15, within: 1}"),
        ("about: 15, within: 1", "at_least: 14", "{about: 15}"),
        ("at_least: 98", "at_least: x", "{at_least: 98}"),
        ("between: [3, 5]", "between: [3, x]", "{between: [3, 5]}"),
        ("at_most: 5", "at_least: 5", "{at_most: 5}"),
    ],
)
def test_a_bound_that_lets_more_through(earlier: str, now: str, was: str) -> None:
    assert all_findings(reached(earlier, now)) == ["target-relaxed"]
    assert hints(reached(earlier, now), RULE) == [
        "bring back what it was, or say under amendments: which document changed it: "
        f"- {{target: a, on: …, document: …, reason: …, was: {was}}}"
    ]
    entry = f"amendments: [{{target: a, on: 2025-03-01, document: 甲〔2025〕1号, was: {was}}}]"
    assert all_findings(reached(earlier, now, entry)) == []


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("at_least: 98", "at_least: 98.0"),
        ("at_least: 98", "at_least: 98.01"),
        ("at_least: 98", "above: 98"),
        ("at_least: 98", "equal: 99"),
        ("at_least: 98", "between: [98, 99]"),
        ("at_most: 5", "below: 5"),
        ("at_most: 5", "about: 4, within: 1"),
        ("between: [3, 5]", "between: [4, 5]"),
        ("between: [3, 5]", "about: 4, within: 1"),
        ("about: 4, within: 1", "between: [3, 5]"),
        ("about: 4, within: 1", "about: 4.5, within: 0.5"),
        ("at_least: x", "at_least: 1"),
        ("at_least: x", "at_least: 待定"),
        ("between: [x, x]", "between: [1, 2]"),
    ],
)
def test_a_bound_that_is_the_same_stricter_or_filled_in(earlier: str, now: str) -> None:
    assert all_findings(reached(earlier, now)) == []


def test_points_at_the_bound_and_tells_both() -> None:
    assert findings(reached("at_least: 98", "at_least: 95"), RULE) == [
        f"plan.yaml:2:34 error 甲: ≥ 95 is asked, it was ≥ 98 in commit {SHORT}, and no amendment says so"
    ]
    assert pointed(reached("at_least: 98", "at_least: 95"), RULE) == ["95"]
    assert pointed(reached("about: 15, within: 1", "about: 15, within: 2"), RULE) == ["2"]
    assert pointed(reached("about: 15, within: 1", "between: [3, 4]"), RULE) == ["[3, 4]"]


@pytest.mark.parametrize(
    ("form", "earlier", "now"),
    [
        ("keep", "at_least: 90", "at_least: 80"),
        ("accumulate", "at_least: 12", "at_least: 10"),
        ("grow", "at_least: 6", "at_least: 5.5"),
        ("compare", "above: {reference: city}", "at_least: {reference: city}"),
        ("compare", "about: {reference: city}, within: 0.5", "about: {reference: city}, within: 1"),
        ("compare", "at_least: {reference: city}", "at_least: {reference: city}, within: 0.1"),
    ],
)
def test_every_form_with_a_bound(form: str, earlier: str, now: str) -> None:
    assert all_findings(changed(f"{form}: {{{earlier}}}", f"{form}: {{{now}}}")) == ["target-relaxed"]
    assert all_findings(changed(f"{form}: {{{now}}}", f"{form}: {{{earlier}}}")) == []


def test_a_binding_target_that_becomes_indicative() -> None:
    snippet = changed("task: {}", "nature: indicative, task: {}")
    assert findings(snippet, RULE) == [
        f"plan.yaml:2:24 error 甲: indicative, it was binding in commit {SHORT}, and no amendment says so"
    ]
    assert "was: {nature: binding}" in hints(snippet, RULE)[0]
    assert all_findings(changed("nature: indicative, task: {}", "task: {}")) == []


def test_each_key_that_changed_wants_its_old_value() -> None:
    now = "nature: indicative, reach: {at_least: 95}"
    entry = "amendments: [{{target: a, on: 2025-03-01, document: 甲〔2025〕1号, was: {{{was}}}}}]"
    for was, left in (
        ("at_least: 98", ["target-relaxed"]),
        ("nature: binding", ["target-relaxed"]),
        ("name: 甲", ["target-relaxed", "target-relaxed"]),
        ("at_least: 98, nature: binding", []),
    ):
        assert all_findings(changed("reach: {at_least: 98}", now, entry.format(was=was))) == left


def test_an_amendment_of_another_target_states_nothing() -> None:
    entry = "amendments: [{target: b, on: 2025-03-01, document: 甲〔2025〕1号, was: {at_least: 98}}]"
    assert all_findings(reached("at_least: 98", "at_least: 95", entry)) == ["target-relaxed"]


def test_an_old_amendment_does_not_state_a_new_change() -> None:
    old = "{target: a, on: 2024-03-01, document: 甲〔2024〕1号, was: {at_least: 98}}"
    new = "{target: a, on: 2025-03-01, document: 甲〔2025〕1号, was: {at_least: 95}}"
    snippet = reached("at_least: 95", "at_least: 90").replace("    # now", f"    amendments: [{old}]\n    # now")
    assert all_findings(f"{snippet}\n    amendments: [{old}]") == ["target-relaxed"]
    assert all_findings(f"{snippet}\n    amendments: [{new}, {old}]") == []


def test_the_same_amendment_written_twice_is_one_that_is_new() -> None:
    """Down, up and down again by documents of one day: the second entry is as good as any."""
    entry = "{target: a, on: 2024-03-01, document: 甲〔2024〕1号, was: {at_least: 95}}"
    snippet = reached("at_least: 95", "at_least: 90").replace("    # now", f"    amendments: [{entry}]\n    # now")
    assert all_findings(f"{snippet}\n    amendments: [{entry}, {entry}]") == []
