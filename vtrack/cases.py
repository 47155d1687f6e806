"""What the rules look at: a file, a locality, a locality and its past, its waivers. Frozen data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct

from vtrack.model.numbers import Numbers, numbers_of
from vtrack.model.outline import Outline, outline
from vtrack.model.plan import Place, Plan
from vtrack.model.record import Figure, Record
from vtrack.model.snapshot import Snapshot
from vtrack.model.waiver import WAIVERS_FILE, Waiver
from vtrack.text.flaws import Flaw
from vtrack.validation.shape import ShapeError
from vtrack.verdicts.verdict import Terms, Verdict


class FileCase(Struct, frozen=True):
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


class Dossier(Struct, frozen=True, dict=True):  # for what is worked out once
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

    @cached_property
    def outline(self) -> Outline:
        """The plan's targets sorted by what they ask."""
        return outline(self.plan)

    @cached_property
    def series(self) -> tuple[tuple[str | None, str, tuple[Figure, ...]], ...]:
        """All that was reported: of targets, with the target's id, and of reference series, without; and its name."""
        return (
            *[(id, self.called(id), figures) for id, figures in self.record.figures.items()],
            *[(None, id, figures) for id, figures in self.record.references.items()],
        )

    @cached_property
    def numbers(self) -> tuple[Numbers, ...]:
        """The numbers reported for each target that is judged by numbers and has some."""
        return tuple(numbers_of(self.plan, self.record))

    @cached_property
    def totals(self) -> tuple[Numbers, ...]:
        """Those whose figures add up over time: over a year, or since the first day."""
        return tuple([found for found in self.numbers if found.flow or found.running])

    @cached_property
    def counts(self) -> tuple[tuple[str, Figure], ...]:
        """The reports of targets as a count of a whole, each with the id under which it stands."""
        reported = self.record.figures.items()
        return tuple([(id, figure) for id, figures in reported for figure in figures if figure.of is not None])

    @cached_property
    def shares(self) -> tuple[Numbers, ...]:
        """The numbers of the targets with such reports."""
        ids = {id for id, _ in self.counts}
        return tuple([found for found in self.numbers if found.target.id in ids])

    def called(self, id: str) -> str:
        """A target's name; of one that the plan does not have, its id."""
        target = self.plan.targets.get(id)
        return target.name if target else id


class Since(Struct, frozen=True):
    """A locality now and as an earlier commit held it: what the rules of ``history`` look at.

    ``past.plan`` is always there; ``before`` is that plan.
    """

    now: Dossier
    past: Snapshot
    before: Plan


class WaiverCase(Struct, frozen=True):
    """A locality's waivers as the rules of ``waiver`` see them, once they were applied.

    used: those that set a finding aside. day: through which a waiver must hold.
    silent: the rules that were not asked, or had no verdicts to look at. unjudged: the targets whose data is faulty.
    """

    waivers: tuple[Waiver, ...]
    used: frozenset[Waiver]
    day: date
    silent: frozenset[str] = frozenset()
    unjudged: frozenset[str] = frozenset()

    def place(self, waiver: Waiver, key: str) -> Place:
        """Where a piece of a waiver stands."""
        return Place(WAIVERS_FILE, (*waiver.path, key))

    def is_open(self, waiver: Waiver) -> bool:
        """Whether a waiver may have something to set aside that this check did not look at."""
        if self.unjudged and (waiver.target is None or waiver.target in self.unjudged):
            return True
        return any(waiver.covers(rule, waiver.target) for rule in self.silent)
