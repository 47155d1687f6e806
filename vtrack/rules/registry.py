"""Every rule there is, family by family."""

from __future__ import annotations

from collections.abc import Iterable

from vtrack.rules.rule import Rule
from vtrack.rules.target import behind, breached, missed, no_data, overdue, placeholder

RULES: tuple[Rule, ...] = tuple(
    map(
        Rule.of,
        (missed, breached, overdue, behind, no_data, placeholder),
    )
)
FAMILIES = tuple(dict.fromkeys(rule.family for rule in RULES))


def unknown_names(names: Iterable[str]) -> list[str]:
    """The names that are neither a rule's nor a family's."""
    known = {rule.name for rule in RULES} | set(FAMILIES)
    return [name for name in names if name not in known]


def chosen(select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that are selected (all, when none is named) and not ignored; a family's name stands for its rules."""
    wanted, unwanted = set(select), set(ignore)
    return tuple(
        rule
        for rule in RULES
        if (not wanted or wanted & {rule.name, rule.family}) and not unwanted & {rule.name, rule.family}
    )
