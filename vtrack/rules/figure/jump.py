"""A figure is about ten, a hundred, a thousand or ten thousand times the one before, or as small a part of it.

Figures move by percents from year to year. One that moves by a power of ten, give or take a quarter, has mostly lost
or gained a digit or a decimal point.

Like is held against like: year-ends with year-ends, the baseline's among them, and June with June; percentages and
what was reported earlier in the same year with the figure before. Passed over are small beginnings (fewer than ten
things, a hundred of what a year adds, less than one percent), totals in their first year, rates of growth below 30 %,
and what ``figure/unit-mixup``, ``figure/share-range`` or ``figure/running-total-fell`` already says. Where the figure is
right, waive the finding with the reason.

数据一下子变成上次的约十倍、百倍、千倍、万倍，或者相应的几分之一。

数据逐年变动一般是百分之几。正好差十倍、百倍（上下四分之一以内）的，多半是多了、少了一位数，或者小数点错位。

只在可比的数之间比：年末数与年末数（含基期数）比，六月数与六月数比；百分比，以及同一年内先后报的数，与前一次比。
基数很小的（存量不到十个、当年数不到一百个、不到百分之一）、累计数的头一年、30% 以下的增长率，以及 ``figure/unit-mixup``、
``figure/share-range``、``figure/running-total-fell`` 已提示的，不再提示。数据确实无误的，登记豁免并写明原因。

Bad 反例::

    # plan.yaml
    targets:
      collective-assets: {name: 村级集体资产, unit: 亿元, reach: {at_least: 10}, lead: [office]}
    # progress/2023.yaml
    figures:
      collective-assets: 8.6
    # progress/2024.yaml
    figures:
      collective-assets: 92

Good 正例::

    # plan.yaml
    targets:
      collective-assets: {name: 村级集体资产, unit: 亿元, reach: {at_least: 10}, lead: [office]}
    # progress/2023.yaml
    figures:
      collective-assets: 8.6
    # progress/2024.yaml
    figures:
      collective-assets: 9.2
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Accumulate
from vtrack.model.numbers import Number, Numbers
from vtrack.model.quantity import written
from vtrack.model.record import Figure
from vtrack.rules.figure._measures import PERCENT, is_counted, is_growth, unit_of
from vtrack.rules.figure._reported import on_value
from vtrack.rules.figure.share_range import is_outside
from vtrack.rules.figure.unit_mixup import mixups
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING
POWERS = (10, 100, 1000, 10000)
SLACK = Fraction(5, 4)
LEAST_TIMES = 7
"""Less than this is no power of ten, by a wide margin."""
LEAST_COUNT = 10
LEAST_YEARLY_COUNT = 100
LEAST_PERCENT = 1
LEAST_GROWTH = 30


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report."""
    for found in case.numbers:
        if found.spread < LEAST_TIMES:
            continue
        reports = sorted([*_baseline(found), *_unexplained(case, found)], key=lambda report: report[0].day)
        for place, before in _jumps(found, reports):
            figure, value = reports[place]
            message = _message(found, value, reports[before])
            hint = say(
                "look at the digits and the decimal point of both; if they are right, waive this with the reason"
            )
            yield on_value(found.target, figure, message, hint)


def _message(found: Numbers, value: Fraction, before: Number) -> Message:
    day, former = before[0].day, before[1]
    words = {"name": found.target.name, "value": written(value), "former": written(former), "day": day}
    if value > former:
        return say("{name}: {value} is about {power} times the {former} of {day}", power=_power(value, former), **words)
    return say("{name}: {value} is about a {power}th of the {former} of {day}", power=_power(value, former), **words)


def _unexplained(case: Dossier, found: Numbers) -> Iterator[Number]:
    """The reports that no other rule finds fault with for the same reason."""
    mixed = {mixup.figure for mixup in mixups(case, found)}
    for figure, value in found.reports:
        if figure not in mixed and not is_outside(found, figure, value):
            yield figure, value


def _baseline(found: Numbers) -> list[Number]:
    base = found.target.baseline
    if base is None or found.rates or isinstance(found.form, Accumulate):
        return []
    return [(Figure(year_end(base.year), found.target.place("baseline"), base.value, year=base.year), base.value)]


def _jumps(found: Numbers, reports: Sequence[Number]) -> Iterator[tuple[int, int]]:
    """The reports that jump, each with the one that it jumped from, as places in ``reports``.

    The report after one that jumped is quiet when it is back where things were before.
    """
    jumped: dict[int, int] = {}
    for place in range(len(reports)):
        before = _before(found, reports, place)
        if before is None or not _is_jump(found, reports[before], reports[place]):
            continue
        earlier = jumped.get(before)
        if earlier is not None and not _is_jump(found, reports[earlier], reports[place]):
            continue
        jumped[place] = before
        yield place, before


def _before(found: Numbers, reports: Sequence[Number], place: int) -> int | None:
    """The report that one is comparable with."""
    day = reports[place][0].day
    last = place - 1
    if last < 0 or reports[last][0].day == day:
        return None
    stock = not (found.flow or found.running)
    if found.running or (stock and (_is_pure(found) or reports[last][0].day.year == day.year)):
        return last
    same = (day.month, day.day)
    days = [reports[earlier][0].day for earlier in range(place)]
    return next(
        (earlier for earlier in reversed(range(place)) if (days[earlier].month, days[earlier].day) == same), None
    )


def _is_pure(found: Numbers) -> bool:
    """Whether the unit is none that adds up over a year: a percentage or a ratio."""
    return unit_of(found) in (*PERCENT, "‰", "倍", "")


def _is_jump(found: Numbers, before: Number, after: Number) -> bool:
    former, value = before[1], after[1]
    if not _is_far(former, value) or _power(value, former) is None or _is_small(found, former, value):
        return False
    rose = value > former
    if found.running:
        start = found.form.start
        return rose and start is not None and before[0].day >= year_end(start.year)
    if unit_of(found) in PERCENT and is_growth(found):
        return rose and value >= LEAST_GROWTH
    # Where less is better, things that are counted do vanish: open cases, households without work.
    return rose or not (is_counted(found) and found.form.bound.direction <= 0)


def _is_far(former: Fraction, value: Fraction) -> bool:
    """Whether one positive number may be ten times the other: what is told quickly of most."""
    if former.numerator <= 0 or value.numerator <= 0:
        return False
    one, other = value.numerator * former.denominator, former.numerator * value.denominator
    return one > LEAST_TIMES * other or other > LEAST_TIMES * one


def _is_small(found: Numbers, former: Fraction, value: Fraction) -> bool:
    """Whether it is a small beginning. What a year adds swings more than what there is."""
    if is_counted(found):
        return former < LEAST_COUNT or (found.flow and max(former, value) < LEAST_YEARLY_COUNT)
    return unit_of(found) in PERCENT and former < LEAST_PERCENT


def _power(value: Fraction, former: Fraction) -> int | None:
    """The power of ten that the larger is of the smaller, give or take a quarter."""
    times = max(value, former) / min(value, former)
    return next((power for power in POWERS if power <= times * SLACK and times <= power * SLACK), None)
