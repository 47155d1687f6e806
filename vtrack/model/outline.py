"""A plan's targets sorted by what they ask: what the rules about plans go through."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import Any

from msgspec import Struct

from vtrack.model.bound import Bound
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Reach, Task
from vtrack.model.plan import Plan, Statement, Target


class Outline(Struct, frozen=True):
    """The targets of a plan by their forms, each with its form, and by what their bounds give, each kind in its order.

    spanned: those with a first day of their own, from which their periods are told.
    scheduled: those with a schedule.
    numeric: those whose bound gives its own numbers, each with the bound.
    unnumbered: those whose bound has a placeholder, or another series, in the place of a number.
    statements: what else the document states of a target, and its place among the target's statements.
    named: the ids of the units that lead or assist any target.
    """

    reach: tuple[tuple[Target, Reach], ...]
    keep: tuple[tuple[Target, Keep], ...]
    accumulate: tuple[tuple[Target, Accumulate], ...]
    grow: tuple[tuple[Target, Grow], ...]
    compare: tuple[tuple[Target, Compare], ...]
    milestone: tuple[tuple[Target, Milestone], ...]
    task: tuple[tuple[Target, Task], ...]
    spanned: tuple[tuple[Target, Keep | Accumulate | Compare], ...]
    scheduled: tuple[tuple[Target, Reach | Accumulate], ...]
    numeric: tuple[tuple[Target, Bound], ...]
    unnumbered: tuple[tuple[Target, Bound], ...]
    statements: tuple[tuple[Target, int, Statement], ...]
    named: frozenset[str]


def outline(plan: Plan) -> Outline:
    """The outline of a plan."""
    of: dict[type, list[Any]] = defaultdict(list)
    numeric: list[tuple[Target, Bound]] = []
    unnumbered: list[tuple[Target, Bound]] = []
    statements: list[tuple[Target, int, Statement]] = []
    named: set[str] = set()
    for target in plan.targets.values():
        form = target.form
        of[type(form)].append((target, form))
        if not isinstance(form, (Milestone, Task)):
            (numeric if is_numeric(form.bound) else unnumbered).append((target, form.bound))
        if target.stated:
            statements += [(target, place, line) for place, line in enumerate(target.stated)]
        named.update(target.lead, target.assist)
    return Outline(
        reach=tuple(of[Reach]),
        keep=tuple(of[Keep]),
        accumulate=tuple(of[Accumulate]),
        grow=tuple(of[Grow]),
        compare=tuple(of[Compare]),
        milestone=tuple(of[Milestone]),
        task=tuple(of[Task]),
        spanned=(*of[Keep], *of[Accumulate], *of[Compare]),
        scheduled=tuple([one for one in (*of[Reach], *of[Accumulate]) if one[1].schedule]),
        numeric=tuple(numeric),
        unnumbered=tuple(unnumbered),
        statements=tuple(statements),
        named=frozenset(named),
    )


def is_numeric(bound: Bound | None) -> bool:
    """Whether a bound gives its own numbers: there is one, without a placeholder and without another series."""
    if bound is None or not isinstance(bound.limit, Fraction):
        return False
    return bound.upper is None or isinstance(bound.upper, Fraction)
