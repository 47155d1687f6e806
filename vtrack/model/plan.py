"""A locality's plan: what its document promises, by when, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from msgspec import Struct, field

from vtrack.model.bound import Bound
from vtrack.model.forms import Form, Milestone, Task

PLAN_FILE = "plan.yaml"
Path = tuple[str | int, ...]


class Place(Struct, frozen=True):
    """A piece of a locality's files: the file's name within the locality's folder, and the way to it in the data."""

    file: str
    path: Path = ()
    key: bool = False


class Locality(Struct, frozen=True):
    """A province, prefecture, county, township or village. ``parent`` is the id of the one above."""

    id: str
    name: str
    level: str | None = None
    code: str | None = None
    parent: str | None = None


class Paper(Struct, frozen=True):
    """The published document that a plan encodes."""

    title: str
    number: str | None = None
    issuer: str | None = None
    issued: date | None = None


class Period(Struct, frozen=True):
    """The years of a plan, both included; ``None`` where the document leaves a placeholder."""

    start: int | None
    end: int | None


class Baseline(Struct, frozen=True):
    """The value at the end of the base year, in the target's unit."""

    year: int
    value: Fraction


class Statement(Struct, frozen=True):
    """One of several places where the document states a target, and the bound as that place gives it."""

    source: str
    bound: Bound
    by: date | None = None
    nature: str | None = None
    tolerance_given: bool = False


class Target(Struct, frozen=True):
    """One target of a plan. ``binding`` is 约束性; an indicative one (预期性, 力争) fails with a warning only."""

    id: str
    name: str
    form: Form
    unit: str | None = None
    baseline: Baseline | None = None
    binding: bool = True
    group: str | None = None
    lead: tuple[str, ...] = ()
    assist: tuple[str, ...] = ()
    source: str | None = None
    note: str | None = None
    stated: tuple[Statement, ...] = ()
    under: str | None = None

    @property
    def bound(self) -> Bound | None:
        """The form's bound; a milestone and a task have none."""
        return None if isinstance(self.form, (Milestone, Task)) else self.form.bound

    @property
    def nature(self) -> str:
        """``binding`` or ``indicative``."""
        return "binding" if self.binding else "indicative"

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Where the target, or a piece of it, stands in the plan."""
        return Place(PLAN_FILE, ("targets", self.id, *path), key or not path)


class Amendment(Struct, frozen=True):
    """A later change of a target with its authority. ``was``: the old value of each key that changed."""

    target: str
    on: date
    document: str
    was: Mapping[str, object]
    reason: str | None = None


class Plan(Struct, frozen=True):
    """Everything a ``plan.yaml`` holds. ``omitted``: ids of targets whose data is faulty and was left out."""

    locality: Locality
    paper: Paper
    period: Period
    targets: Mapping[str, Target]
    departments: Mapping[str, str] = field(default_factory=dict)
    amendments: tuple[Amendment, ...] = ()
    omitted: frozenset[str] = frozenset()

    def department_names(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The names of departments; an undeclared one is called by its id."""
        return tuple(self.departments.get(id, id) for id in ids)
