"""What moves between two states of a locality, as records: keys, figures and verdicts of its targets."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct, field

from vtrack.model.plan import Amendment, Plan, Target
from vtrack.model.record import Figure, Record, Revision
from vtrack.verdicts.verdict import Verdict

WHOLE = "target"
"""The key of a :class:`TargetMove` that speaks of the whole target."""


class State(Struct, frozen=True):
    """A locality as it is or was: its plan (``None`` where it cannot be relied on) and what was reported.

    complete: whether every progress file could be relied on.
    """

    plan: Plan | None
    record: Record = field(default_factory=Record)
    complete: bool = True


class Note(str, Enum):
    """What is to be known of a locality besides its rows."""

    NEW = "new"
    GONE = "gone"
    PLAN_UNREADABLE_NOW = "plan unreadable now"
    PLAN_UNREADABLE_THEN = "plan unreadable then"
    PROGRESS_UNREADABLE_NOW = "progress unreadable now"
    PROGRESS_UNREADABLE_THEN = "progress unreadable then"


class TargetMove(Struct, frozen=True):
    """A key of a target before and now; with the key :data:`WHOLE` the whole target was added or removed."""

    key: str
    before: object
    now: object


class FigureMove(Struct, frozen=True):
    """A figure (or reference value) of one day: added (no ``before``), removed (no ``now``) or changed."""

    day: date
    before: Figure | None
    now: Figure | None


class VerdictMove(Struct, frozen=True):
    """A verdict before and now; ``None`` where the target was not there, or could not be judged."""

    before: Verdict | None
    now: Verdict | None


class Subject(Struct, frozen=True):
    """What changed of one target or reference series. ``target``: as it is, or was; ``None`` of a series.

    keys, figures, verdict: what moved. amendments, revisions: new entries that state why.
    unread_then, unread_now: whether data of it could not be relied on.
    """

    id: str
    target: Target | None
    keys: tuple[TargetMove, ...] = ()
    figures: tuple[FigureMove, ...] = ()
    verdict: VerdictMove | None = None
    amendments: tuple[Amendment, ...] = ()
    revisions: tuple[Revision, ...] = ()
    unread_then: bool = False
    unread_now: bool = False

    @property
    def name(self) -> str:
        """The target's name, the id of a series."""
        return self.target.name if self.target else self.id

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell: nothing moved, and nothing that could have moved is unknown."""
        moved = self.keys or self.figures or self.verdict or self.amendments or self.revisions
        return not (moved or self.unread_now or self.unread_then)


class Difference(Struct, frozen=True):
    """What changed in one locality. ``name``: of the locality. ``folder``: where it lies, or lay."""

    name: str
    folder: str
    notes: tuple[Note, ...] = ()
    subjects: tuple[Subject, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing that a reviewer looks for has changed."""
        return not (self.notes or self.subjects)


class Comparison(Struct, frozen=True):
    """What changed since a commit, in every locality that differs, as of one day."""

    commit: str
    day: date
    differences: tuple[Difference, ...]
