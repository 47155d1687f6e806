"""A level and a yearly growth of the same indicator cannot both hold, or one of them asks for nothing.

Output of 150 by 2027, and output growing by 6 % a year, are two targets for one number. With the base year's value they
can be checked: the growth, compounded from the base year to the deadline (水平法), leads to a level. Where no value
satisfies both it is a warning; where one follows from the other it is an info, because only the harder one asks for
anything; where there is no base value it is an info that says what the two presuppose.

Two targets speak of one indicator when their names are the same without the words for growth (年均增长率, 年增长, 增速,
增幅, 逐年提高 …), for the plan's own area (地区, 全区, 县域 …) and without brackets (brackets on both that differ, other than
prices, keep them apart), or when one id is the other with `-growth`, `-growth-rate`, `-rate` or `-increase`.
The growth is a `grow`, or a rate kept every year. An average growth is compared at its own deadline only. Growth is
often counted at constant prices and a level at current ones: then a conflict may be one of prices, and the note should say so.

同一指标的总量目标和增速目标不能同时成立，或者其中一个等于没提要求。

“到2027年达到150亿元”和“年均增长6%以上”说的是同一个数。有基期数就能核对：按增速从基年推算到期限（水平法），看与总量目标是否相容。
没有任何数能同时满足两者的为警告；满足一个就必然满足另一个的为提示，因为真正起作用的只有较高的那个；没有基期数的为提示，并算出两者对基期数的要求。

怎样认定是同一指标：名称去掉增长一类的字（年均增长率、年增长、增速、增幅、逐年提高等）、本地范围的字（地区、全区、县域等）和括号后相同
（两边括号内容不同的不算，价格除外），或者代号只差 `-growth`、`-growth-rate`、`-rate`、`-increase`。增速目标指 `grow`，或者每年保持（keep）的增速。
年均增长只在自己的期限上核对。增速常按可比价、总量常按现价，不一致也可能由此而来，应在 note 里写明口径。

Bad 反例::

    targets:
      gdp: {name: 地区生产总值, unit: 亿元, reach: {at_most: 130}, baseline: {year: 2022, value: 100}, lead: [office]}
      gdp-growth: {name: 地区生产总值年均增长, unit: "%", grow: {at_least: 6, entry: rates}, lead: [office]}

Good 正例::

    targets:
      gdp: {name: 地区生产总值, unit: 亿元, reach: {between: [130, 140]}, baseline: {year: 2022, value: 100}, lead: [office]}
      gdp-growth: {name: 地区生产总值年均增长, unit: "%", grow: {at_least: 6, entry: rates}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil, floor

from msgspec.structs import replace

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.bound import Bound, Comparison
from vtrack.model.quantity import rounded, written
from vtrack.rules.plan._intervals import interval
from vtrack.rules.plan._pairs import Pair, pairs
from vtrack.rules.plan._pieces import bound_path
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.growth import level_bound

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each pair that cannot hold, has an idle half, or cannot be checked."""
    for pair in pairs(case.outline):
        yield from _remark(pair)


def _remark(pair: Pair) -> Iterator[Remark]:
    level = pair.level
    rate = _a_year(pair.rate, pair.basis, level.unit)
    at = level.place(*bound_path(level))
    given = {"name": level.name, "bound": pair.bound, "year": pair.year, "rate": rate, "base_year": pair.base_year}
    if pair.base is None:
        message = _presupposed(pair, given)
        if message is not None:
            hint = say("add the baseline of {base_year}, so that it can be checked", base_year=pair.base_year)
            yield Remark(at, message, hint, level.id, Severity.INFO)
        return
    base = pair.base
    led = level_bound(pair.rate, lambda value: pair.led_to(value, base))
    asked, grows = interval(pair.bound), interval(led)
    given |= {"base": written(base), "led": _shown(led, pair.bound)}
    if asked.and_(grows).is_empty:
        message = say(
            "{name}: {bound} by {year} and {rate} cannot both hold, from {base} in {base_year} the growth leads to {led}",
            **given,
        )
        hint = say("correct one of the two, or note that they are counted differently ({other})", other=pair.growth.id)
        yield Remark(at, message, hint, level.id)
    elif asked != grows and grows.within(asked):
        message = say(
            "{name}: {bound} by {year} asks for nothing beside {rate}, which from {base} in {base_year} leads to {led}",
            **given,
        )
        yield Remark(at, message, _idle(pair), level.id, Severity.INFO)
    elif asked != grows and asked.within(grows) and not pair.every:
        message = say(
            "{name}: {rate} asks for nothing beside {bound} by {year}, from {base} in {base_year} it leads only to {led}",
            **given,
        )
        yield Remark(at, message, _idle(pair), level.id, Severity.INFO)


def _idle(pair: Pair) -> Message:
    return say("check both numbers; whoever meets one has met the other ({other})", other=pair.growth.id)


def _presupposed(pair: Pair, given: dict[str, object]) -> Message | None:
    """What base value the two presuppose, so that some value satisfies both; or where the one overtakes the other."""
    asked, rates = interval(pair.bound), interval(pair.rate)
    least, most = pair.base_of(asked.low, rates.high), pair.base_of(asked.high, rates.low)
    given |= {"least": _decimals(least, ceil), "most": _decimals(most, floor)}
    if least is not None and least == most:
        given |= {"equal": _decimals(least, round)}
        return say("{name}: {bound} by {year} and {rate} presuppose {equal} in {base_year}", **given)
    if least is not None and most is not None:
        return say("{name}: {bound} by {year} and {rate} presuppose {least} to {most} in {base_year}", **given)
    if least is not None:
        return say("{name}: {bound} by {year} and {rate} presuppose {least} or more in {base_year}", **given)
    if most is not None:
        return say("{name}: {bound} by {year} and {rate} presuppose {most} or less in {base_year}", **given)
    return _crossing(pair, given)


def _crossing(pair: Pair, given: dict[str, object]) -> Message | None:
    """Two bounds of one direction agree at one base value; on either side of it one of them asks for nothing."""
    asked, rates = interval(pair.bound), interval(pair.rate)
    if (equal := pair.base_of(asked.low, rates.low)) is not None:
        given |= {"equal": _decimals(equal, round)}
        return say(
            "{name}: {bound} by {year} and {rate} ask the same from a base of {equal} in {base_year};"
            " from less the level asks for more, from more the growth does",
            **given,
        )
    if (equal := pair.base_of(asked.high, rates.high)) is not None:
        given |= {"equal": _decimals(equal, round)}
        return say(
            "{name}: {bound} by {year} and {rate} ask the same from a base of {equal} in {base_year};"
            " from less the growth asks for more, from more the level does",
            **given,
        )
    return None


def _decimals(base: Fraction | None, towards: Callable[[Fraction], int]) -> str:
    """A base value to two decimals, rounded so that it still does what is said of it."""
    return "" if base is None else written(Fraction(towards(base * 100), 100))


def _shown(led: Bound, asked: Bound) -> Bound:
    """The level that a growth leads to, to two decimals, or to all where two do not tell it from the bound."""
    if led.comparison is Comparison.BETWEEN or not isinstance(led.limit, Fraction):
        return led
    short = Fraction(rounded(led.limit))
    return led if short == asked.limit else replace(led, limit=short)


def _a_year(rate: Bound, basis: str, unit: str | None) -> Message:
    if basis == "percent":
        return say("{rate} % a year", rate=rate)
    if basis == "points":
        return say("{rate} percentage points a year", rate=rate)
    return say("{rate} {unit} a year", rate=rate, unit=unit or "")
