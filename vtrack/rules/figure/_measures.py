"""What a target's figures measure, as far as its unit and its name tell: shares, growth, things that are counted.

A name is only ever read to keep quiet or to look closer; no verdict depends on it.
"""

from __future__ import annotations

import re
from fractions import Fraction

from vtrack.model.forms import Grow
from vtrack.model.numbers import Numbers

# The lists match Chinese input: the units and the names that plans use.
PERCENT = ("%", "％")
PERMILLE = ("‰",)
POINTS = ("百分点", "个百分点")
RATIO = ("倍", "比")
_SCALES = "十百千万亿"
_COUNTED = frozenset(
    "个 户 家 人 名 位 张 辆 台 套 艘 条 座 处 所 间 栋 幢 村 镇 乡 街道 社区 次 人次 场 场次 期 班 件 项 宗 起 例"
    " 批 支 队 对 只 头 株 棵 本 份 册 篇 枚 届 门 盏 眼 口 个村 个镇 站".split()
)
_MEASURED = frozenset(
    "亩 公顷 平方米 平方公里 平方千米 立方米 米 公里 千米 里 斤 公斤 千克 吨 千瓦 千瓦时 吨标准煤".split()
)
_CHANGE = "增长|增速|增幅|涨幅|降幅|减幅|变幅|增减|增量|变化|变动|同比|环比"
_GROWTH = f"{_CHANGE}|增加|增收|提高|提升|上升|下降|降低|减少|压减|收窄|缩小|扩大|年均|倍增|翻番"
_SHARE = "率|占比|比重|比例|份额|覆盖|普及|达标|合格|优良"
# Rates that may lie above a hundred by their definition.
_BEYOND_WHOLE = (
    "完成率|增值率|自给率|产销率|利用率|使用率|负荷率|负债率|杠杆率|收益率|回报率|利润率|报酬率|周转率|执行率|入学率"
    "|生育率|贡献率|弹性|保障率|储备率|满载率|投资率|流动率|抚养比|倍率|汇率|复种|覆盖倍数"
)
_EITHER_SIGN = f"{_CHANGE}|净|利润|盈|亏|损益|顺差|逆差|差额|结余|收支|余额|气温|水温|海拔|得分|评分|指数"
_AVERAGED = "均|每人|每户|每村|每千|每万|每百|每十"


def unit_of(numbers: Numbers) -> str:
    """The unit without «a year» behind it; empty where there is none."""
    return (numbers.target.unit or "").strip().removesuffix("/年").removesuffix("／年")


def whole_of(numbers: Numbers) -> Fraction | None:
    """What the whole is in the unit of a share: 100 of percent, 1000 of per mille; ``None`` for other units."""
    unit = unit_of(numbers)
    return Fraction(100) if unit in PERCENT else Fraction(1000) if unit in PERMILLE else None


def is_growth(numbers: Numbers) -> bool:
    """Whether the figures tell how much something changed, rather than how much there is."""
    return numbers.rates or _names(numbers, _GROWTH)


def is_share(numbers: Numbers) -> bool:
    """Whether the figures are the share of a whole, so that nothing below 0 or above the whole is possible."""
    whole = whole_of(numbers)
    if whole is None or is_growth(numbers) or numbers.flow or numbers.running or _names(numbers, _BEYOND_WHOLE):
        return False
    base = numbers.target.baseline
    known = [base.value] if base else []
    return _names(numbers, _SHARE) and all(0 <= value <= whole for value in (*known, *_limits(numbers)))


def is_counted(numbers: Numbers) -> bool:
    """Whether the unit counts things one by one: villages, households, people."""
    return unit_of(numbers) in _COUNTED


def is_average(numbers: Numbers) -> bool:
    """Whether the name says that a count is an average, which may well be a fraction."""
    return _names(numbers, _AVERAGED)


def never_negative(numbers: Numbers) -> bool:
    """Whether the figures count or measure what there is, or what was added, so that none is below zero."""
    if numbers.rates or _names(numbers, _EITHER_SIGN):
        return False
    unit = unit_of(numbers)
    plain = unit.lstrip(_SCALES)
    if plain in _COUNTED or plain in _MEASURED or unit in _MEASURED:
        return True
    return (numbers.flow or numbers.running) and unit not in (*PERCENT, *PERMILLE, *POINTS)


def _names(numbers: Numbers, words: str) -> bool:
    return re.search(words, numbers.target.name) is not None


def _limits(numbers: Numbers) -> list[Fraction]:
    """The numbers of the bound, where it bounds the figures themselves and not their growth."""
    bound = numbers.form.bound
    if isinstance(numbers.form, Grow):
        return []
    return [value for value in (bound.limit, bound.upper) if isinstance(value, Fraction)]
