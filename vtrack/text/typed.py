"""What a person typed when they meant a number or a date: ９８％, 1.18万, 11,800, 2023年6月.

These readings only fill the «write … instead» of a finding. What is used as a value is :func:`written_out` alone,
which guesses nothing.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from decimal import Context, Decimal

_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
# Words that Chinese documents put before a number; they belong in the bound word, never in the number.
_BEFORE = "大约|约|近|已|超过|超|达到|达|共|不少于|不低于|不超过|不高于|至少|至多|高于|低于|百分之|[≥≤><=~≈]+"
# 千米 and 百帕 are units, not 千 and 百.
_SCALE = "[十百千]?万亿|[十百千]?[万亿]|[百千](?![米克瓦伏帕卡赫升])"
_NUMBER = re.compile(
    rf"(?:{_BEFORE})? *(?P<sign>[+-]?)(?P<whole>[0-9]+(?:,[0-9]{{3}})*)(?P<part>\.[0-9]+)? *"
    rf"(?:%|(?P<scale>{_SCALE}))?\.?(?P<rest>[^0-9.‰%/:<>=成折]{{0,8}})"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+")
_MOST_DIGITS = 30
_WIDE = Context(prec=60)

_FROM = "(?:截至|截止到|截止|到|至)?"
_YEAR = re.compile(rf"{_FROM}([0-9]{{4}}) *(?:年度?|年?全年)?[底末]?")
_DAY = re.compile(
    rf"{_FROM}([0-9]{{4}}) *[年./,、。_~—–-] *([0-9]{{1,2}}) *"
    r"(?:[月./,、。_~—–-] *(?:([0-9]{1,2}) *[日号]?)?)?[底末]?止?(?:[ T]*[0-9]{1,2}:[0-9]{2}[0-9:.]*Z?)?"
)
_RUN_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_PART = re.compile(rf"{_FROM}([0-9]{{4}})年? *(?:第?([一二三四1-4])季度?|[Qq]([1-4])|([上下])半年)[底末]?")
LAST_MONTHS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12, "上": 6, "下": 12}
"""The last month of a quarter, and of half a year, by the character that names it."""
_WRITTEN_OUT = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2|年([0-9]{1,2})月)([0-9]{1,2})[日号]?")


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as their ASCII twins; other characters as they are."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKC", c) if c in "　－＋" or "！" <= c <= "～" else c for c in text).replace(
        "−", "-"
    )


def number_meant(text: str) -> str | None:
    """The digits to write for a number that was typed with ornaments, or ``None`` when no number can be read.

    Thousands commas, percent signs, words before and units after it are dropped, 万 and 亿 multiplied out.
    """
    match = _NUMBER.fullmatch(_with_points(half_width(text).strip(" \"'“”‘’")))
    if not match or len(text) > _MOST_DIGITS * 2:
        return None
    whole = match["whole"]
    if "," in whole and not _THOUSANDS.fullmatch(whole):
        return None
    digits = whole.replace(",", "").lstrip("0") or "0"
    if len(digits) > _MOST_DIGITS:
        return None
    number = Decimal(f"{'-' if match['sign'] == '-' else ''}{digits}{match['part'] or ''}")
    if not match["scale"]:
        return f"{number:f}"
    power = sum(_POWERS[character] for character in match["scale"])
    return f"{number.scaleb(power, _WIDE).normalize(_WIDE):f}"


def has_scale(text: str) -> bool:
    """Whether a number was typed with 万 or 亿, so that the unit decides which digits are meant."""
    match = _NUMBER.fullmatch(_with_points(half_width(text).strip()))
    return match is not None and match["scale"] is not None


def date_meant(text: str) -> str | None:
    """The ISO date to write for a date typed in the Chinese way, or ``None``.

    A month without a day means its last day, as a bare year means the thirty-first of December; so do a quarter
    and half a year. A day that the month does not have becomes its last. A year alone stays a year.
    """
    typed = half_width(text).strip(" \"'“”‘’")
    if match := _YEAR.fullmatch(typed):
        return match[1] if _is_near(match[1]) else None
    if match := _PART.fullmatch(typed):
        year, *parts = match.groups()
        return _day(year, str(LAST_MONTHS[next(filter(None, parts))]), None)
    match = _DAY.fullmatch(typed) or _RUN_TOGETHER.fullmatch(typed)
    return _day(*match.groups()) if match else None


def written_out(text: str) -> tuple[int, int, int] | None:
    """The year, month and day of 2025-12-31, 2025/12/31, 2025.12.31 or 2025年12月31日; there need be no such day.

    text: in half width, without spaces.
    """
    found = _WRITTEN_OUT.fullmatch(text)
    return (int(found[1]), int(found[3] or found[4]), int(found[5])) if found else None


def _day(year: str, month: str, day: str | None) -> str | None:
    if not _is_near(year) or not 1 <= int(month) <= 12 or day in ("0", "00"):
        return None
    last = calendar.monthrange(int(year), int(month))[1]
    return f"{year}-{int(month):02d}-{min(int(day or last), last):02d}"


def _is_near(year: str) -> bool:
    return 1900 <= int(year) <= 2199


def _with_points(text: str) -> str:
    """A Chinese full stop between digits is the decimal point that the keyboard changed."""
    return re.sub(r"(?<=[0-9])[。·](?=[0-9])", ".", text)
