"""A target's keys as values that can be compared, whichever way they were written.

An amendment's ``was`` names keys of the format; this gives the value of each as a target has it, and the same of
what an amendment says it was. A deadline that was inherited compares with one that is written out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from vtrack.model.bound import BOUND_WORDS, Bound, Comparison, Series
from vtrack.model.calendar import year_end, year_start
from vtrack.model.forms import Accumulate, Compare, Form, Grow, Keep, Milestone, Reach, Task, form_word
from vtrack.model.plan import Target
from vtrack.model.quantity import quantity

LAST_DAY = "by"
"""The key under which the last day of every form is kept here; ``keep`` and ``compare`` write it as ``to``."""


def keys_of(target: Target) -> dict[str, object]:
    """The keys that make a target what it is, with values to compare; those that it does not have are left out."""
    form = target.form
    keys: dict[str, object] = {"form": form_word(form), "nature": target.nature, LAST_DAY: form.by.day}
    if target.unit is not None:
        keys["unit"] = target.unit
    if target.baseline is not None:
        keys["baseline"] = (target.baseline.year, target.baseline.value)
    if target.bound is not None:
        keys |= bound_keys(target.bound)
    match form:
        case Reach(schedule=schedule):
            keys["schedule"] = schedule
        case Keep():
            keys |= {"each": form.each.value, "entry": "flow" if form.flow else "level", "from": form.start}
        case Accumulate():
            entry = "running_total" if form.running else "flow"
            keys |= {"entry": entry, "from": form.start, "schedule": form.schedule}
        case Grow():
            each, entry = "every" if form.every else "average", "rates" if form.rates else "levels"
            first = form.start if target.baseline is None else None  # the base year lies before it
            keys |= {"basis": form.basis, "each": each, "entry": entry, "from": first}
        case Compare():
            keys |= {"each": "average" if form.average else "every", "lag": form.lag, "from": form.start}
        case Milestone():
            keys |= {"states": form.states, "reach": form.reach, "expect": form.expect}
        case Task():
            keys["unquantified"] = form.unquantified
    return {key: value for key, value in keys.items() if value not in ((), None)}


def bound_keys(bound: Bound) -> dict[str, object]:
    """The bound's word with its limit, and the tolerance where the bound can have one."""
    limit: object = (bound.limit, bound.upper) if bound.comparison is Comparison.BETWEEN else bound.limit
    keys: dict[str, object] = {bound.comparison.value: limit}
    tolerant = bound.comparison is Comparison.ABOUT or isinstance(bound.limit, Series)
    return keys | {"within": bound.within} if tolerant else keys


def demand_of(target: Target) -> dict[str, object]:
    """What tells most shortly what a target asked: its bound, a milestone's states; of a task there is but its form."""
    keys, form = keys_of(target), target.form
    if target.bound is not None:
        return {key: value for key, value in bound_keys(target.bound).items() if value or key != "within"}
    wanted = ("states", "reach") if isinstance(form, Milestone) else ("form",)
    return {key: keys[key] for key in wanted}


def key_word(key: str, form: Form) -> str:
    """What a form calls a key."""
    return "to" if key == LAST_DAY and isinstance(form, Keep | Compare) else key


def meant(key: str) -> str:
    """The key that a word of an amendment means."""
    return LAST_DAY if key == "to" else key


def said(key: str, value: Any) -> object:
    """What an amendment says that a key was, as :func:`keys_of` would give it. Total on what the schema lets pass."""
    key = meant(key)
    if key in BOUND_WORDS:
        if isinstance(value, list):
            return tuple(map(quantity, value))
        return _series(value) if isinstance(value, Mapping) else quantity(value)
    if key in (LAST_DAY, "from"):
        return _day(value, last=key == LAST_DAY)
    if key == "baseline" and isinstance(value, Mapping):
        return (int(value["year"]), Fraction(value["value"]))
    if key == "schedule" and isinstance(value, Mapping):
        return tuple(sorted((int(year), quantity(number)) for year, number in value.items()))
    if key == "expect" and isinstance(value, Mapping):
        return tuple(sorted((_day(when, last=True), state) for when, state in value.items()))
    if key == "within":
        return Fraction(value)
    if key == "lag":
        return int(value)
    return _frozen(value)


def _series(value: Mapping[str, str]) -> Series:
    ((kind, id),) = value.items()
    return Series(kind, id)


def _day(value: int | Decimal | str, *, last: bool) -> date:
    """The day that a moment stands for: a date, or the last or first day of a year. A key of a mapping is a text."""
    if isinstance(value, str) and len(value) > 4:
        return date.fromisoformat(value)
    return year_end(int(value)) if last else year_start(int(value))


def _frozen(value: Any) -> object:
    if isinstance(value, Mapping):
        return tuple((key, _frozen(value[key])) for key in sorted(value))
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value
