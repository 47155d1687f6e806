"""What was reported: figures of targets, values of reference series, and stated changes of either."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from msgspec import Struct, field

from vtrack.model.plan import Place


class Figure(Struct, frozen=True):
    """One report about a target (or a reference series) as of a day.

    Exactly one of ``value``, ``state`` and ``done`` is set. ``value`` is in the target's unit; where it was reported
    as a count of a whole, it is the exact fraction in percent, and ``count`` and ``of`` are kept.
    ``dated`` is false where the day was not given and 31 December stands in.
    """

    day: date
    place: Place
    value: Fraction | None = None
    state: str | None = None
    done: bool | None = None
    count: Fraction | None = None
    of: Fraction | None = None
    year: int = 0
    dated: bool = True
    source: str = "self"
    evidence: tuple[str, ...] = ()
    note: str | None = None


class Revision(Struct, frozen=True):
    """A later change of a reported figure, with what it was and why."""

    target: str
    as_of: date
    was: object
    on: date
    place: Place
    reason: str | None = None


class Record(Struct, frozen=True):
    """A locality's progress over all years. Figures of one id are in the order of their days.

    ``unreadable``: ids (of targets and of reference series) some of whose figures are faulty and were left out.
    """

    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    references: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    revisions: tuple[Revision, ...] = ()
    unreadable: frozenset[str] = frozenset()
