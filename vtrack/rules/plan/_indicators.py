"""What the names of indicators say: growth, shares, the whole and its parts.

Names are matched by words alone, in the order that Chinese plans use: whom it is about, what, how it grows
(全体 居民人均可支配收入 年增长). The word lists below match what people write in plans; they are data, not messages.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from unicodedata import normalize

from msgspec import Struct

from vtrack.model.calendar import Each
from vtrack.model.forms import Grow, Keep
from vtrack.model.plan import Target

WHOLE_OF_UNIT = {"%": 100, "％": 100, "‰": 1000}
"""What the whole is in each unit of shares."""

_REMEMBERED = 2000
"""Of how many names to remember what they say: the plans of a province name the same things."""

_BRACKETS = re.compile(r"[(（\[【〔][^)）\]】〕]*[)）\]】〕]")
_QUIET = re.compile(r"[\s“”‘’\"'、，,·《》]+")
# How it grows, at the end of a name. 增加值 is a thing and no growth, so 增加 counts only behind 年均 and the like.
_GROWTH = re.compile(
    r"(?:(?:年均|逐年|每年|同比|年度|年)(?:增长|增加|提高|提升|上升|下降|降低|减少|增)|[零负正]?增长)(?:率|速度|幅度)?$"
    r"|(?:年均|年)?(?:增速|增幅|降幅|涨幅)$"
    r"|年均$"
)
# Whose it is, at the beginning of a name; the plan's own locality in every case.
_SCOPE = re.compile(r"^(?:国内|地区|区域|县域|市域|镇域|乡域|[全本我][国省市州盟县区旗镇乡村域]|年均)")
_SYNONYMS = (("GDP", "生产总值"), ("ＧＤＰ", "生产总值"))
_PRICES = r"价|%|％|[亿万]?元"
_GROWTH_ID = re.compile(r"(?:-(?:annual|yearly|average))?-(?:growth|growth-rate|rate|increase)$")

_SHARE = r"率|比重|占比|比例|覆盖"
# Rates whose whole is no upper limit, rates that are no shares, and changes of a share.
_UNLIMITED = (
    r"完成率|执行率|自给率|产销率|利用率|使用率|负荷率|满载率|债率|债务率|杠杆|收益率|利润率|报酬率|回报率|利率|汇率|周转|流动|储备率|投资率"
    r"|贡献率|保障率|入学率|生育率|抚养比|充足率|拨备|增值率|通胀|通货|频率|效率|功率|弹性|复种|倍"
    r"|增长|增加|增速|增幅|涨幅|降幅|提高|提升|上升|下降|降低|缩小|同比|环比|年均"
)
_COVERED = r"覆盖率|覆盖面|普及率|达标率|合格率|处理率|参保率|建成率|可靠率|优良率"

# How names begin, the longer before the shorter.
_WHOLE = ("全体城乡居民", "全体居民", "城乡居民", "全体", "全社会", "全部", "所有", "城乡")
_URBAN = ("城镇常住居民", "城镇居民", "城市居民", "城镇", "城市", "城区", "县城")
_RURAL = ("农村常住居民", "农村居民", "农民", "农村", "乡村")
_RESIDENTS = ("常住居民", "居民")
_MEAN = r"人均|户均|亩均|平均|均值"


class Side(Enum):
    """Whom an indicator is about: everybody, those in town, those in the country."""

    WHOLE = "whole"
    URBAN = "urban"
    RURAL = "rural"


class Indicator(Struct, frozen=True):
    """What a target is about: ``core`` is its name without the words of growth and scope, ``aside`` its brackets."""

    core: str
    aside: str = ""
    grows: bool = False

    def same(self, other: Indicator) -> bool:
        """Whether two names mean one indicator. Brackets that only name prices or units make no difference."""
        if not self.core or self.core != other.core:
            return False
        return self.aside == other.aside or not self.aside or not other.aside


@lru_cache(_REMEMBERED)
def indicator(name: str) -> Indicator:
    """The indicator that a target's name speaks of."""
    asides = [text for text in _BRACKETS.findall(name) if not re.search(_PRICES, text)]
    core = _QUIET.sub("", _BRACKETS.sub("", name))
    for word, meaning in _SYNONYMS:
        core = core.replace(word, meaning)
    bare = _GROWTH.sub("", core)
    grows = bare != core
    while (shorter := _SCOPE.sub("", bare)) != bare and shorter:
        bare = shorter
    return Indicator(bare, "".join(asides), grows)


@lru_cache(_REMEMBERED)
def root_id(id: str) -> str:
    """A target's id without the words that make a growth of it: ``gdp`` of ``gdp-growth-rate``."""
    return _GROWTH_ID.sub("", id)


def is_growth(target: Target) -> bool:
    """Whether a target asks how much something grows: by its form, or kept each year and named so."""
    form = target.form
    if isinstance(form, Grow):
        return True
    if not isinstance(form, Keep) or form.flow or form.each is not Each.YEAR or target.unit not in WHOLE_OF_UNIT:
        return False
    return indicator(target.name).grows


@lru_cache(_REMEMBERED)
def plain(name: str) -> str:
    """A name without blanks, and without difference between full-width and other letters, figures and marks."""
    return "".join(normalize("NFKC", name).split())


def is_share(target: Target) -> bool:
    """Whether a target is a share of a whole, which cannot be more than all of it."""
    return target.unit in WHOLE_OF_UNIT and _is_named_share(target.name)


@lru_cache(_REMEMBERED)
def _is_named_share(name: str) -> bool:
    return re.search(_SHARE, name) is not None and not re.search(_UNLIMITED, name)


def is_coverage(target: Target) -> bool:
    """Whether a target is a share that plans want to be large, such as a coverage."""
    return is_share(target) and re.search(_COVERED, target.name) is not None


def is_mean(target: Target) -> bool:
    """Whether the whole's value lies between its parts': a share, or so much a head."""
    return target.unit in WHOLE_OF_UNIT or re.search(_MEAN, target.name) is not None


@lru_cache(_REMEMBERED)
def side(name: str) -> tuple[Side, str]:
    """Whom an indicator is about, the whole where its name says nothing, and what is left of the name."""
    core = indicator(name).core
    for which, words in ((Side.WHOLE, _WHOLE), (Side.URBAN, _URBAN), (Side.RURAL, _RURAL)):
        if core.startswith(words):
            return which, _behind(_RESIDENTS, _behind(words, core))
    return Side.WHOLE, _behind(_RESIDENTS, core)


def _behind(words: tuple[str, ...], name: str) -> str:
    """What is left of a name without the first of some words that it begins with."""
    return next((name.removeprefix(word) for word in words if name.startswith(word)), name)
