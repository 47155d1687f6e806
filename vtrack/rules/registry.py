"""Every rule there is, family by family, in the order of the documentation.

A rule named here as ``plan/no-lead`` is the module :mod:`vtrack.rules.plan.no_lead`, loaded when it is to speak.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from vtrack.rules.rule import Rule

RULE_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "encoding",
        "size",
        "unreadable",
        "syntax",
        "second-document",
        "anchor",
        "alias",
        "merge-key",
        "tag",
        "depth",
        "duplicate-key",
        "bad-key",
        "number-size",
        "leading-zero",
        "thousands-comma",
        "invisible-character",
        "control-character",
        "tab",
        "full-width-colon",
        "missing-space",
        "full-width-punctuation",
        "full-width-space",
        "full-width-digits",
        "too-many",
    ),
    "schema": (
        "unknown-key",
        "missing-key",
        "form",
        "bound",
        "report",
        "type",
        "number",
        "date",
        "word",
        "id",
        "year-key",
        "range",
        "length",
        "repeated-item",
        "pattern",
        "file-name",
        "no-plan",
        "too-many",
    ),
    "plan": (
        "folder-name",
        "own-parent",
        "no-document",
        "reversed-dates",
        "no-lead",
        "unknown-department",
        "repeated-department",
        "duplicate-department",
        "alike-departments",
        "vague-department",
        "unused-department",
        "duplicate-name",
        "alike-targets",
        "no-source",
        "no-unit",
        "conflicting-statements",
        "placeholder",
        "unquantified",
        "no-tolerance",
        "no-baseline",
        "reversed-range",
        "share-bound",
        "growth-of-share",
        "summed-share",
        "deadline-outside-period",
        "schedule-unsound",
        "baseline-unsound",
        "milestone-states",
        "unknown-series",
        "unlike-series",
        "level-and-growth",
        "aggregate-outside-parts",
        "amendment-target",
    ),
    "figure": (
        "unknown-target",
        "unknown-reference",
        "unsourced-reference",
        "wrong-kind",
        "unknown-state",
        "state-backwards",
        "other-locality",
        "year-mismatch",
        "date-outside-year",
        "future-date",
        "duplicate-date",
        "outside-period",
        "missing-year",
        "partial-year",
        "contradicts-baseline",
        "running-total-fell",
        "running-total-as-flow",
        "count-above-whole",
        "whole-changed",
        "share-range",
        "negative",
        "fractional-count",
        "unit-mixup",
        "jump",
        "no-evidence",
        "self-reported",
        "revision-unknown",
    ),
    "target": ("missed", "breached", "overdue", "behind", "no-data", "placeholder"),
    "history": (
        "figure-changed",
        "figure-removed",
        "file-removed",
        "target-removed",
        "target-relaxed",
        "target-postponed",
        "target-redefined",
        "schedule-lowered",
        "wrong-was",
        "entry-removed",
    ),
    "waiver": ("expired", "unused", "not-waivable"),
}
FAMILIES = tuple(RULE_NAMES)
NAMES = tuple(f"{family}/{name}" for family, names in RULE_NAMES.items() for name in names)


@cache
def rule(name: str) -> Rule:
    """The rule of a name."""
    return Rule.named(name)


def every_rule() -> Iterator[Rule]:
    """All rules."""
    return map(rule, NAMES)


def unknown_names(names: Iterable[str]) -> list[str]:
    """The names that are neither a rule's nor a family's."""
    return [name for name in names if name not in NAMES and name not in FAMILIES]


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that are selected (all, when none is named) and not ignored; a family's name stands for its rules."""
    wanted, unwanted = frozenset(select), frozenset(ignore)
    return tuple(
        rule(name)
        for name in NAMES
        if (not wanted or not wanted.isdisjoint(_names_of(name))) and unwanted.isdisjoint(_names_of(name))
    )


def _names_of(name: str) -> tuple[str, str]:
    return name, name.partition("/")[0]
