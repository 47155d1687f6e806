"""What a change does, in a reviewer's terms: figures, verdicts and targets, before and now. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vtrack.history.changes import reported
from vtrack.history.keys import keys_of
from vtrack.model.plan import Plan, Target
from vtrack.model.record import Figure, Record
from vtrack.verdicts.assess import assess_all
from vtrack.verdicts.verdict import Terms, Verdict


@dataclass(frozen=True, slots=True)
class State:
    """A locality as it is or was: its plan and what was reported. ``complete``: whether all of it could be read."""

    plan: Plan
    record: Record
    complete: bool = True


@dataclass(frozen=True, slots=True)
class FigureMove:
    """A figure (or reference value) of one day: added (no ``before``), removed (no ``now``) or changed."""

    id: str
    name: str
    day: date
    before: Figure | None
    now: Figure | None


@dataclass(frozen=True, slots=True)
class VerdictMove:
    """A target's verdict before and now; ``None`` where the target was not there, or could not be judged."""

    target: Target
    before: Verdict | None
    now: Verdict | None


@dataclass(frozen=True, slots=True)
class TargetMove:
    """A key of a target before and now; with the key ``target`` the whole target was added or removed."""

    target: Target
    key: str
    before: object
    now: object


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in one locality. ``name``: of the locality. ``folder``: where it lies, or lay."""

    name: str
    folder: str
    figures: tuple[FigureMove, ...] = ()
    verdicts: tuple[VerdictMove, ...] = ()
    targets: tuple[TargetMove, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing that a reviewer looks for has changed."""
        return not (self.figures or self.verdicts or self.targets)


def difference(folder: str, before: State | None, now: State | None, terms: Terms) -> Difference:
    """What changed in a locality between two states, either of which may not be there; the day is the same."""
    plan = now.plan if now else before.plan if before else None
    if plan is None:
        return Difference(folder, folder)
    return Difference(
        plan.locality.name,
        folder,
        tuple(_figures(before, now)),
        tuple(_verdicts(before, now, terms)),
        tuple(_targets(before, now)),
    )


def _figures(before: State | None, now: State | None) -> Iterator[FigureMove]:
    names = {
        id: target.name for state in (before, now) if state is not None for id, target in state.plan.targets.items()
    }
    then, current = _by_day(before), _by_day(now)
    for id, day in sorted({*then, *current}):
        old, new = then.get((id, day)), current.get((id, day))
        if old is None or new is None or reported(old) != reported(new):
            yield FigureMove(id, names.get(id, id), day, old, new)


def _by_day(state: State | None) -> dict[tuple[str, date], Figure]:
    if state is None:
        return {}
    both = (state.record.figures, state.record.references)
    return {(id, figure.day): figure for series in both for id, figures in series.items() for figure in figures}


def _verdicts(before: State | None, now: State | None, terms: Terms) -> Iterator[VerdictMove]:
    then, current = _judged(before, terms), _judged(now, terms)
    for id in {**then, **current}:
        old, new = then.get(id), current.get(id)
        if (old and old.status) != (new and new.status):
            known = new or old
            assert known is not None
            yield VerdictMove(known.target, old, new)


def _judged(state: State | None, terms: Terms) -> dict[str, Verdict]:
    if state is None or not state.complete:
        return {}
    return {verdict.target.id: verdict for verdict in assess_all(state.plan, state.record, terms)}


def _targets(before: State | None, now: State | None) -> Iterator[TargetMove]:
    then = before.plan.targets if before else {}
    current = now.plan.targets if now else {}
    for id in {**then, **current}:
        old, new = then.get(id), current.get(id)
        if old is not None and new is not None:
            yield from _keys(old, new)
        elif old is not None:
            yield TargetMove(old, "target", old, None)
        elif new is not None:
            yield TargetMove(new, "target", None, new)


def _keys(old: Target, new: Target) -> Iterator[TargetMove]:
    then = {"name": old.name, "lead": old.lead, "assist": old.assist} | keys_of(old)
    now = {"name": new.name, "lead": new.lead, "assist": new.assist} | keys_of(new)
    for key in {**then, **now}:
        if then.get(key) != now.get(key):
            yield TargetMove(new, key, then.get(key), now.get(key))
