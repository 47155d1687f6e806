"""Whether a change was stated: amendments and revisions that are new since the earlier commit, and what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from msgspec import Struct

from vtrack.history.changes import FigureChange, TargetChange
from vtrack.history.keys import keys_of, meant, said
from vtrack.model.bound import BOUND_WORDS
from vtrack.model.plan import Amendment, Plan, Target
from vtrack.model.quantity import Placeholder
from vtrack.model.record import Figure, Record, Revision


class WrongAmendment(Struct, frozen=True):
    """A key of a new amendment whose ``was`` is not what the earlier plan held.

    index: the amendment's place in the list. held: the value then; ``None`` where the target had no such key.
    """

    index: int
    amendment: Amendment
    key: str
    held: object


class WrongRevision(Struct, frozen=True):
    """A new revision whose ``was`` is not what the earlier record held for that day."""

    revision: Revision
    held: Figure


def new_amendments(before: Plan, now: Plan) -> list[tuple[int, Amendment]]:
    """The amendments that the earlier plan did not have, with their places in the list.

    The earlier plan's entries that could not be read have no ``was``; each stands for one of its target, which is
    not new when it was mended.
    """
    known = Counter(_amendment(item) for item in before.amendments if item.was)
    faulty = Counter(item.target for item in before.amendments if not item.was)
    fresh = [(index, item) for index, item in enumerate(now.amendments) if not _taken(known, _amendment(item))]
    return [(index, item) for index, item in fresh if not _taken(faulty, item.target)]


def lost_amendments(before: Plan, now: Plan) -> list[Amendment]:
    """The amendments that the earlier plan had and that are gone or say something else; their reason aside."""
    kept = Counter(map(_amendment, now.amendments))
    return [item for item in before.amendments if item.was and not _taken(kept, _amendment(item))]


def new_revisions(before: Record, now: Record) -> list[Revision]:
    """The revisions that the earlier record did not have. Those that could not be read then have no ``was``."""
    known = Counter(_revision(item) for item in before.revisions if item.was is not None)
    faulty = Counter(item.target for item in before.revisions if item.was is None)
    fresh = [item for item in now.revisions if not _taken(known, _revision(item))]
    return [item for item in fresh if not _taken(faulty, item.target)]


def lost_revisions(before: Record, now: Record) -> list[Revision]:
    """The revisions that the earlier record had and that are gone or say something else; their reason aside."""
    kept = Counter(map(_revision, now.revisions))
    return [item for item in before.revisions if item.was is not None and not _taken(kept, _revision(item))]


def states_change(change: TargetChange, amendments: Iterable[tuple[int, Amendment]]) -> bool:
    """Whether new amendments name every key that changed, whatever value they give for it.

    Of a form that changed one of the keys that tell what it asked is enough. A wrong value is a finding of its own,
    at the amendment.
    """
    named = {meant(key) for _, item in amendments if item.target == change.target for key in item.was}
    if change.key == "form":
        return not named.isdisjoint({*change.was, *BOUND_WORDS})
    return named.issuperset(map(meant, change.was))


def states_removal(target: Target, amendments: Iterable[tuple[int, Amendment]]) -> bool:
    """Whether a new amendment says that a target was taken out."""
    return any(item.target == target.id for _, item in amendments)


def states_figure(change: FigureChange, revisions: Iterable[Revision]) -> bool:
    """Whether a new revision speaks of the figure that changed, whatever value it gives for it."""
    return any(item.target == change.id and item.as_of == change.before.day for item in revisions)


def wrong_amendments(before: Plan, now: Plan) -> Iterator[WrongAmendment]:
    """New amendments whose ``was`` is not what the earlier plan held.

    Where several new entries speak of one key of one target (it changed more than once), one of them must give the
    earlier plan's value; the others state values in between. An entry that only gives another day or document for
    what an earlier entry said is passed over: that one is lost, which is a finding of its own.
    """
    fresh = new_amendments(before, now)
    restated = {(item.target, _was(item.was)) for item in lost_amendments(before, now)}
    for index, item in fresh:
        old = before.targets.get(item.target)
        if old is None or (item.target, _was(item.was)) in restated:
            continue
        held = _held(old)
        for key, value in item.was.items():
            name = meant(key)
            if name in _UNCOMPARED or _agrees(held.get(name), said(key, value)):
                continue
            others = (other for _, other in fresh if other is not item and other.target == item.target)
            given = (said(word, other.was[word]) for other in others for word in other.was if meant(word) == name)
            if not any(_agrees(held.get(name), value) for value in given):
                yield WrongAmendment(index, item, key, held.get(name))


def wrong_revisions(before: Record, now: Record) -> Iterator[WrongRevision]:
    """New revisions whose ``was`` is not what the earlier record held for that day.

    One for a day of which nothing was known then is passed over: the figure was reported and corrected since.
    """
    fresh = new_revisions(before, now)
    restated = {(item.target, item.as_of, _value(item.was)) for item in lost_revisions(before, now)}
    for item in fresh:
        held = figure_of(before, item)
        if held is None or (item.target, item.as_of, _value(item.was)) in restated:
            continue
        same = (other for other in fresh if (other.target, other.as_of) == (item.target, item.as_of))
        if not any(is_value(held, other.was) for other in same):
            yield WrongRevision(item, held)


def figure_of(record: Record, revision: Revision) -> Figure | None:
    """The figure of the day that a revision speaks of."""
    figures = (*record.references.get(revision.target, ()), *record.figures.get(revision.target, ()))
    return next((figure for figure in reversed(figures) if figure.day == revision.as_of), None)


def is_value(held: Figure, was: Any) -> bool:
    """Whether a revision's ``was`` is what a figure says."""
    if isinstance(was, Mapping):
        return (held.count, held.of) == (Fraction(was["count"]), Fraction(was["of"]))
    if isinstance(was, bool):
        return held.done is was
    return held.state == was if isinstance(was, str) else held.value == Fraction(was)


_UNCOMPARED = frozenset({"stated"})


def _held(target: Target) -> dict[str, object]:
    """Every key of a target that an amendment may name, as :func:`said` gives it."""
    words: dict[str, object] = {
        "name": target.name,
        "group": target.group,
        "lead": target.lead or None,
        "assist": target.assist or None,
        "source": target.source,
        "note": target.note,
        "under": target.under,
    }
    return words | keys_of(target)


def _agrees(held: object, value: object) -> bool:
    return _plain(held) == _plain(value)


def _plain(value: object) -> object:
    """A value in which one placeholder is as good as another, and an empty list as good as none."""
    if isinstance(value, tuple):
        return tuple(map(_plain, value)) or None
    return "x" if isinstance(value, Placeholder) else value


def _taken(known: Counter[Any], key: object) -> bool:
    if known[key] > 0:
        known[key] -= 1
        return True
    return False


def _amendment(item: Amendment) -> object:
    return (item.target, item.on, item.document, _was(item.was))


def _was(was: Mapping[str, object]) -> object:
    return frozenset((meant(key), said(key, value)) for key, value in was.items())


def _revision(item: Revision) -> object:
    return (item.target, item.as_of, _value(item.was), item.on)


def _value(was: Any) -> object:
    """A revision's ``was`` in a way that the same value always compares as the same, and a number is no truth value."""
    if isinstance(was, Mapping):
        return (Fraction(was["count"]), Fraction(was["of"]))
    return was if isinstance(was, str) else (type(was) is bool, was)
