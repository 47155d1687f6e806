"""Pairs of targets that speak of one indicator: the level that it reaches, and how much it grows on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from msgspec import Struct

from vtrack.model.bound import Bound
from vtrack.model.calendar import year_end
from vtrack.model.forms import Grow, Keep, Reach
from vtrack.model.outline import Outline
from vtrack.model.plan import Target
from vtrack.rules.plan._indicators import indicator, is_growth, root_id
from vtrack.verdicts.growth import grown


class Pair(Struct, frozen=True):
    """A level and a growth of one indicator, both at the end of ``year``; ``base`` is the base year's value.

    ``every``: the growth is asked of each year, so that a level at the end is never enough for it.
    """

    level: Target
    growth: Target
    bound: Bound
    rate: Bound
    basis: str
    base_year: int
    year: int
    every: bool
    base: Fraction | None

    def led_to(self, rate: Fraction, base: Fraction) -> Fraction:
        """The level to which a yearly rate leads."""
        return grown(base, rate, self.year - self.base_year, self.basis)

    def base_of(self, level: Fraction | None, rate: Fraction | None) -> Fraction | None:
        """The base from which a yearly rate leads to a level; ``None`` where there is none, or no such level or rate."""
        years = self.year - self.base_year
        if level is None or rate is None:
            return None
        if self.basis != "percent":
            return level - rate * years
        return level / (1 + rate / 100) ** years if rate > -100 else None


def pairs(outline: Outline) -> Iterator[Pair]:
    """The pairs of a plan, as far as both targets give numbers and can be told for the end of one year."""
    rates = [target for target, _ in outline.numeric if isinstance(target.form, (Grow, Keep))]
    growths = [target for target in rates if is_growth(target)]
    if not growths:
        return
    cores: dict[str, list[Target]] = defaultdict(list)
    roots: dict[str, list[Target]] = defaultdict(list)
    for level in [target for target, _ in outline.numeric if isinstance(target.form, Reach)]:
        cores[indicator(level.name).core].append(level)
        roots[root_id(level.id)].append(level)
    for growth in growths:
        grows, root = indicator(growth.name), root_id(growth.id)
        named = [level for level in cores.get(grows.core, ()) if indicator(level.name).same(grows)]
        others = [level for level in named if root_id(level.id) != root]
        for level in (*others, *roots.get(root, ())):
            if (pair := _pair(level, growth)) is not None:
                yield pair


def _pair(level: Target, growth: Target) -> Pair | None:
    """The pair, where both can be told for the end of one year."""
    form, day, base_year = growth.form, level.form.by.day, _base_year(growth)
    if day is None or day != year_end(day.year) or base_year is None or base_year >= day.year:
        return None
    every = form.every if isinstance(form, Grow) else isinstance(form, Keep)
    if not _covers(form.by.day, day, every) or level.bound is None or growth.bound is None:
        return None
    basis = form.basis if isinstance(form, Grow) else "percent"
    base = _base(level, growth, base_year)
    if base is not None and basis == "percent" and base <= 0:
        return None
    return Pair(level, growth, level.bound, growth.bound, basis, base_year, day.year, every, base)


def _base_year(growth: Target) -> int | None:
    if isinstance(growth.form, Grow):
        return growth.form.base_year
    start = growth.form.start if isinstance(growth.form, Keep) else None
    return None if start is None else start.year - 1


def _covers(growth_ends: date | None, day: date, every: bool) -> bool:
    """Whether a growth says something about ``day``: an average at its deadline alone, one of every year up to it."""
    return growth_ends is not None and (growth_ends == day or (every and growth_ends > day))


def _base(level: Target, growth: Target, year: int) -> Fraction | None:
    """The base year's level, from the level's baseline or else the growth's, where that is a level in the same unit."""
    if level.baseline is not None and level.baseline.year == year:
        return level.baseline.value
    form = growth.form
    if growth.baseline is None or not isinstance(form, Grow) or form.rates or growth.unit != level.unit:
        return None
    return growth.baseline.value
