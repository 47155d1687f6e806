"""A figure seems to be in another unit than its target.

A spreadsheet's cell that shows 98 % holds 0.98; a ratio of 1.52 becomes 152 as a percentage; 11,800 mu are 1.18 of
万亩. Such a figure is hundreds or thousands of times too small or too large, and so is the verdict made from it.

A figure is suspected when it lies near the figure before it (the baseline, or else the bound) once it is multiplied
or divided: by 100 in percent or as a ratio, by 10,000 or 100,000,000 between a unit and its 万 and 亿. A growth of 0.8
where the bound is 0.8 is none. Write the number in the target's unit.

数据的单位似乎与目标不一致。

表格里显示 98% 的单元格，存的是 0.98；1.52 倍换成百分数成了 152；11800 亩就是 1.18 万亩。单位不一致，
数就差了百倍、万倍，结论也跟着错。

乘或除以 100（百分数与小数、倍数），或者乘除一万、一亿（万、亿与基本单位），正好与前一次的数、基期数或目标值相近的，
提示核对。目标是 0.8、报 0.8 的增长不算。请按目标的单位填报。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
      grain-area: {name: 粮播面积, unit: 万亩, keep: {at_least: 1.18}, lead: [agriculture]}
    # progress/2024.yaml
    figures:
      coverage: 0.952
      grain-area: 11900

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
      grain-area: {name: 粮播面积, unit: 万亩, keep: {at_least: 1.18}, lead: [agriculture]}
    # progress/2024.yaml
    figures:
      coverage: 95.2
      grain-area: 1.19
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.bound import Series
from vtrack.model.forms import Accumulate, Compare, Grow
from vtrack.model.numbers import Numbers
from vtrack.model.quantity import decimal_places, written
from vtrack.model.record import Figure
from vtrack.rules.figure._measures import PERCENT, RATIO, is_counted, unit_of
from vtrack.rules.figure._reported import on_value
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING
NEAR = 4
"""How many times larger or smaller a figure in the right unit may be than what it is held against."""
APART = 20
"""How many times larger or smaller a figure in a wrong unit is at least."""
_TEN_THOUSAND, _HUNDRED_MILLION = Fraction(10**4), Fraction(10**8)
_SCALES = {"万": (_TEN_THOUSAND,), "亿": (_TEN_THOUSAND, _HUNDRED_MILLION)}


class Mixup(Struct, frozen=True):
    """A figure that seems to be in another unit: what it would be in the target's, and what it is held against."""

    figure: Figure
    value: Fraction
    meant: Fraction
    against: Fraction


class _Measure(Struct, frozen=True):
    """What a figure is held against: a known figure of the same target, or, where there is none, the bound."""

    value: Fraction
    known: bool


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report."""
    for found in case.numbers:
        for mixup in mixups(case, found):
            message = say(
                "{name}: {value} beside {against}: in {unit} it would be {meant}",
                name=found.target.name,
                value=written(mixup.value),
                against=written(mixup.against),
                unit=found.target.unit or say("the target's unit"),
                meant=written(mixup.meant),
            )
            hint = say("if so, write {meant}", meant=written(mixup.meant))
            yield on_value(found.target, mixup.figure, message, hint)


def mixups(case: Dossier, found: Numbers) -> Iterator[Mixup]:
    """The figures of a target that seem to be in another unit."""
    base = found.target.baseline
    levels = not found.rates and not isinstance(found.form, Accumulate)
    known = _Measure(base.value, known=True) if base is not None and levels else None
    alike = found.spread < APART - 1  # whichever of them is known, the others lie near it
    if known is not None and alike:
        return
    for figure, value in found.reports:
        against = known or _bound(case, found, figure)
        if against is not None and figure.of is None and _is_apart(value, against.value):
            factor = _factor(found, value, against)
            if factor is not None:
                yield Mixup(figure, value, value * factor, against.value)
                continue
        if alike:
            return
        known = _Measure(value, known=True)


def _bound(case: Dossier, found: Numbers, figure: Figure) -> _Measure | None:
    """The number that the figures themselves are held against, if there is one: not that of their growth."""
    form = found.form
    if isinstance(form, Compare):
        limit = form.bound.limit
        if not isinstance(limit, Series):
            return None
        others = (case.record.references if limit.kind == "reference" else case.record.figures).get(limit.id, ())
        years = [other.value for other in others if other.day.year == figure.day.year - form.lag]
        return _Measure(years[-1], known=False) if years and years[-1] is not None else None
    if found.limit is None or (isinstance(form, Grow) and not form.rates):
        return None
    return _Measure(found.limit, known=False)


def _is_apart(value: Fraction, against: Fraction) -> bool:
    """Whether two positive numbers are so far apart that a unit may lie between them: what is told quickly of most."""
    (first, whole), (second, other_whole) = value.as_integer_ratio(), against.as_integer_ratio()
    if first <= 0 or second <= 0:
        return False
    one, other = first * other_whole, second * whole
    return one >= APART * other or other >= APART * one


def _factor(found: Numbers, value: Fraction, against: _Measure) -> Fraction | None:
    """What the figure has to be multiplied by to come near; ``None`` when it is none of the usual mix-ups."""
    unit = unit_of(found)
    if unit in PERCENT:
        return Fraction(100) if _is_fraction(found, value, against) else None
    if unit in RATIO or (not unit and any(word in found.target.name for word in RATIO)):
        return Fraction(1, 100) if against.value < 10 and _near(value / 100, against.value) else None
    if unit[:1] in _SCALES:
        # A first year's part of a total is many times smaller than the total.
        near = NEAR * 10 if isinstance(found.form, Accumulate) else NEAR
        return next((1 / scale for scale in _SCALES[unit[:1]] if _near(value / scale, against.value, near)), None)
    if not unit or against.value < 1000 or isinstance(found.form, Accumulate):
        return None
    if value.denominator == 1 and (is_counted(found) or not against.known):
        return None  # few of many, at the beginning
    return next((scale for scale in _SCALES["亿"] if _near(value * scale, against.value)), None)


def _is_fraction(found: Numbers, value: Fraction, against: _Measure) -> bool:
    """Whether a percentage was written as the fraction of one.

    Beside a figure of ten percent or more, one percent or less is suspicious in itself. Beside smaller ones (rates of
    growth, unemployment) only a number with two decimals or more is, because 0.4 may well follow 0.5.
    """
    if isinstance(found.form, Accumulate) and not against.known:
        return False
    if against.value >= 10:
        return value <= 1 and _near(100 * value, against.value)
    places = decimal_places(value)
    small = against.value > 1 and value < Fraction(1, 5) and (places is None or places >= 2)
    return small and _near(100 * value, against.value, 2)


def _near(value: Fraction, against: Fraction, times: int = NEAR) -> bool:
    """Whether one is at most ``times`` the other."""
    return value <= times * against and against <= times * value
