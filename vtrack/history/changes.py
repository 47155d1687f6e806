"""What changed between two states of a locality, as far as it needs a stated reason: figures and targets.

Pure functions of two models. A stricter target, an added figure, another order or wording are no changes here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct

from vtrack.history.easier import each_easier, ends_easier, is_easier, starts_easier, states_easier
from vtrack.history.keys import LAST_DAY, bound_keys, demand_of, key_word, keys_of
from vtrack.history.lowered import lowered, lowered_state
from vtrack.model.bound import Bound, Series
from vtrack.model.forms import Grow, Milestone
from vtrack.model.plan import Plan, Target
from vtrack.model.record import Figure, Record


class FigureChange(Struct, frozen=True):
    """A figure of a day already reported that is another now, or (``now`` is ``None``) gone.

    section: ``figures`` or ``references``.
    """

    section: str
    id: str
    before: Figure
    now: Figure | None


class Kind(str, Enum):
    """In what way a target no longer asks what it asked."""

    RELAXED = "relaxed"
    POSTPONED = "postponed"
    REDEFINED = "redefined"
    LOWERED = "lowered"


class TargetChange(Struct, frozen=True):
    """A key of a target that no longer asks what it asked.

    key: of the format, that of the last day being ``by`` for every form; for another form, ``form``.
    before, now: its values as :func:`vtrack.history.keys.keys_of` gives them; of a bound the bounds; of what was
        lowered, both times where: :class:`vtrack.history.lowered.Lowered` or ``LoweredState``.
    was: the old values that an amendment must state.
    """

    target: str
    kind: Kind
    key: str
    before: object
    now: object
    was: Mapping[str, object]


def figure_changes(before: Record, now: Record) -> Iterator[FigureChange]:
    """The figures and reference values whose value of a day changed, in the order of the earlier record.

    A figure that is missing is passed over where it may stand in an entry that cannot be read now: the fault is a
    finding of its own.
    """
    for section, then, current in (
        ("figures", before.figures, now.figures),
        ("references", before.references, now.references),
    ):
        for id, figures in then.items():
            of_day = {figure.day: figure for figure in current.get(id, ())}
            for day, figure in {figure.day: figure for figure in figures}.items():
                other = of_day.get(day)
                if (id not in now.unreadable) if other is None else not agree(figure, other):
                    yield FigureChange(section, id, figure, other)


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same; a count and its whole as they were counted, whatever the unit makes of them."""
    if one.of is not None and other.of is not None:
        return (one.count, one.of) == (other.count, other.of)
    return (one.value, one.state, one.done) == (other.value, other.state, other.done)


def reported(figure: Figure) -> object:
    """What a figure says, apart from where it is written: a number, a state, whether a task is done."""
    return figure.value if figure.value is not None else figure.state if figure.state is not None else figure.done


def removed_targets(before: Plan, now: Plan) -> list[Target]:
    """The targets that are no longer in the plan."""
    return [target for id, target in before.targets.items() if id not in now.targets and id not in now.omitted]


def target_changes(before: Plan, now: Plan) -> Iterator[TargetChange]:
    """What became easier or other in the targets that both plans have."""
    for id, old in before.targets.items():
        new = now.targets.get(id)
        if new is not None and new != old:
            yield from _of_one_target(old, new)


def _of_one_target(old: Target, new: Target) -> Iterator[TargetChange]:
    then, now = keys_of(old), keys_of(new)

    def change(kind: Kind, key: str) -> TargetChange:
        return TargetChange(old.id, kind, key, then.get(key), now.get(key), {key_word(key, old.form): then[key]})

    if then["form"] != now["form"]:
        yield TargetChange(
            old.id, Kind.REDEFINED, "form", then["form"], now["form"], {"form": then["form"]} | demand_of(old)
        )
    elif old.bound is not None and new.bound is not None:
        yield from _of_bound(old.id, old.bound, new.bound)
    if ends_easier(old.form, new.form):
        yield change(Kind.POSTPONED, LAST_DAY)
    if old.binding and not new.binding:
        yield change(Kind.RELAXED, "nature")
    for key in ("unit", "baseline"):
        if key in then and then[key] != now.get(key):
            yield change(Kind.REDEFINED, key)
    if then["form"] == now["form"]:
        for key in _redefined(old, new, then, now):
            yield change(Kind.REDEFINED, key)
        if isinstance(old.form, Milestone) and isinstance(new.form, Milestone):
            yield from _of_states(old.id, old.form, new.form, then)
        step = lowered(old, new)
        if step is not None:
            yield TargetChange(old.id, Kind.LOWERED, "schedule", step, step, {"schedule": then["schedule"]})


def _of_bound(id: str, old: Bound, new: Bound) -> Iterator[TargetChange]:
    if not is_easier(old, new):
        return
    then, now = bound_keys(old), bound_keys(new)
    word = old.comparison.value
    was = {key: value for key, value in then.items() if now.get(key) != value and (key == word or word in now)}
    series = isinstance(old.limit, Series) and old.limit != new.limit
    yield TargetChange(id, Kind.REDEFINED if series else Kind.RELAXED, word, old, new, was)


def _redefined(old: Target, new: Target, then: Mapping[str, object], now: Mapping[str, object]) -> Iterator[str]:
    """The other keys of a form that ask for something else now, or for less."""
    based = isinstance(old.form, Grow) and (old.baseline or new.baseline)  # the baseline gives the base year
    if not based and starts_easier(old.form, new.form):
        yield "from"
    if each_easier(old.form, new.form):
        yield "each"
    for key in ("entry", "basis", "lag"):
        if then.get(key) != now.get(key):
            yield key


def _of_states(id: str, old: Milestone, new: Milestone, then: Mapping[str, object]) -> Iterator[TargetChange]:
    """A state that counts as reached now and did not, and one that is no longer expected by a day."""
    if states_easier(old, new):
        key = "states" if old.reach == new.reach else "reach"
        was = {key: then[key]} | ({"states": then["states"]} if old.states != new.states else {})
        yield TargetChange(id, Kind.REDEFINED, key, then[key], new.states if key == "states" else new.reach, was)
    less = lowered_state(old, new)
    if less is not None:
        yield TargetChange(id, Kind.LOWERED, "expect", less, less, {"expect": then["expect"]})
