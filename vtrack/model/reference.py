"""Reference series: the figures of others that a plan's targets are compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from vtrack.model.bound import Series
from vtrack.model.plan import Plan, Target
from vtrack.model.record import Figure

Section = Literal["figures", "references"]
"""Where a progress file reports something: the figures of its targets, or the values of reference series."""


class Reference(Struct, frozen=True):
    """A series from outside, such as the growth of the whole city, and the ``targets`` that are compared with it.

    Its id is all that a plan says of it: it has no other name, and is counted in the unit of its targets.
    """

    id: str
    targets: tuple[Target, ...]

    @property
    def name(self) -> str:
        """What to call it."""
        return self.id

    @property
    def unit(self) -> str | None:
        """The unit of the targets; ``None`` where they have none, or not the same."""
        units = {target.unit for target in self.targets}
        return units.pop() if len(units) == 1 else None


Reportable = Target | Reference
"""Something that a progress file can report about."""


def references(plan: Plan) -> dict[str, Reference]:
    """The series that targets, or their other statements, are compared with, in the order of the plan."""
    found: dict[str, list[Target]] = {}
    for target in plan.targets.values():
        for id in dict.fromkeys(_compared(target)):
            found.setdefault(id, []).append(target)
    return {id: Reference(id, tuple(targets)) for id, targets in found.items()}


def reportables(plan: Plan) -> Mapping[str, Reportable]:
    """Everything that may be reported, by its id, targets first. An id that a target has is that target's alone."""
    others = {id: one for id, one in references(plan).items() if id not in plan.targets}
    return {**plan.targets, **others}


def reportable(plan: Plan, section: Section, id: str) -> Reportable | None:
    """What an ``id`` under a section of a progress file is about; ``None`` where the plan does not know it."""
    return plan.targets.get(id) if section == "figures" else references(plan).get(id)


def section_of(one: Reportable) -> Section:
    """Where it is reported."""
    return "references" if isinstance(one, Reference) else "figures"


def citation(value: Figure) -> str | None:
    """The publication that a value of a reference series is from; ``None`` where none is stated."""
    return None if value.source == "self" else value.source  # the default of figures stands in


def _compared(target: Target) -> Iterator[str]:
    for bound in (target.bound, *(statement.bound for statement in target.stated)):
        if bound is not None and isinstance(bound.limit, Series) and bound.limit.kind == "reference":
            yield bound.limit.id
