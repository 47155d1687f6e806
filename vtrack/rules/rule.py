"""What a rule is, what it looks at and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import ModuleType
from typing import Any

from vtrack.findings import Severity
from vtrack.messages import Message
from vtrack.model.plan import Place, Plan, Target
from vtrack.model.record import Record
from vtrack.model.snapshot import Snapshot
from vtrack.model.waiver import WAIVERS_FILE, Waiver
from vtrack.text.flaws import Flaw, Span
from vtrack.validation.shape import ShapeError
from vtrack.verdicts.verdict import Terms, Verdict

class Scope(Enum):
    """What a rule looks at: one file, a locality, a locality and its past, or the waivers once others have spoken."""

    FILE = "file"
    LOCALITY = "locality"
    HISTORY = "history"
    WAIVER = "waiver"


_SCOPES = {"text": Scope.FILE, "schema": Scope.FILE, "history": Scope.HISTORY, "waiver": Scope.WAIVER}


@dataclass(frozen=True, slots=True)
class FileCase:
    """One file as the rules of ``text`` and ``schema`` see it: the flaws of its text and the errors of its shape."""

    file: str
    flaws: tuple[Flaw, ...] = ()
    errors: tuple[ShapeError, ...] = ()

    def flaws_of(self, kind: str) -> Iterator[Flaw]:
        """The flaws of one kind."""
        return (flaw for flaw in self.flaws if flaw.kind == kind)

    def errors_of(self, kind: str) -> Iterator[ShapeError]:
        """The errors of one kind."""
        return (error for error in self.errors if error.kind == kind)

    def place(self, error: ShapeError) -> Place:
        """Where an error of the file's shape stands."""
        return Place(self.file, error.path, error.at_key)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything known of one locality as of a day: what the rules of ``plan``, ``figure`` and ``target`` look at.

    folder: the name of the locality's folder.
    years: the year that each progress file states, by the file's name, such as ``progress/2024.yaml``.
    owners: likewise the id of the locality that each progress file says it belongs to.
    complete: whether every progress file could be relied on; if not, there are no verdicts.
    today: the real day, which ``terms.day`` may lie before or after.
    """

    folder: str
    plan: Plan
    record: Record
    verdicts: tuple[Verdict, ...]
    terms: Terms
    today: date
    years: tuple[tuple[str, int], ...] = ()
    owners: tuple[tuple[str, str], ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Since:
    """A locality now and as an earlier commit held it: what the rules of ``history`` look at.

    ``past.plan`` is always there; ``before`` is that plan.
    """

    now: Dossier
    past: Snapshot
    before: Plan


@dataclass(frozen=True, slots=True)
class WaiverCase:
    """A locality's waivers as the rules of ``waiver`` see them, once they were applied.

    used: those that set a finding aside. day: through which a waiver must hold.
    """

    waivers: tuple[Waiver, ...]
    used: frozenset[Waiver]
    day: date

    def place(self, waiver: Waiver, key: str) -> Place:
        """Where a piece of a waiver stands."""
        return Place(WAIVERS_FILE, (*waiver.path, key))


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says about one place; the rule's name and severity are added to make a finding of it.

    ``severity`` is set where it differs from the rule's own.
    """

    at: Place | Span
    message: Message
    hint: Message | None = None
    target: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its stable name, ``family/name``."""

    name: str
    severity: Severity
    check: Callable[[Any], Iterable[Remark]]
    docstring: str

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """The rule that a module holds; its name is where the module lies."""
        family, name = module.__name__.split(".")[-2:]
        return cls(f"{family}/{name.replace('_', '-')}", module.SEVERITY, module.check, module.__doc__ or "")

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def scope(self) -> Scope:
        """What the rules of the family look at."""
        return _SCOPES.get(self.family, Scope.LOCALITY)


def about(target: Target, message: Message, hint: Message | None = None, *path: str | int) -> Remark:
    """A remark about a target, or about the piece of it at ``path``."""
    return Remark(target.place(*path), message, hint, target.id)
