"""What a person typed when they meant a number or a date: ９８％, 1.18万, 11,800, 2023年6月.

Nothing here is ever used as a value. These readings only fill the «write … instead» of a finding.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from decimal import Decimal

_SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}
_NUMBER = re.compile(r"([+-]?)([0-9][0-9,]*)(\.[0-9]+)? ?(%|万亿|[百千万亿])?[^0-9.]{0,4}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+")
_DATE = re.compile(r"([0-9]{4})[年./\-]([0-9]{1,2})(?:[月./\-](?:([0-9]{1,2})日?)?)?(?:底|末)?")
_YEAR = re.compile(r"([0-9]{4})年(?:底|末)?")


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as their ASCII twins; other characters as they are."""
    return "".join(unicodedata.normalize("NFKC", c) if c in "　－＋" or "！" <= c <= "～" else c for c in text).replace(
        "−", "-"
    )


def number_meant(text: str) -> str | None:
    """The digits to write for a number that was typed with ornaments, or ``None`` when no number can be read.

    Thousands commas, percent signs and trailing units are dropped, 万 and 亿 multiplied out.
    """
    match = _NUMBER.fullmatch(half_width(text).strip())
    if not match:
        return None
    sign, whole, fraction, scale = match.groups()
    if "," in whole and not _THOUSANDS.fullmatch(whole):
        return None
    digits = whole.replace(",", "").lstrip("0") or "0"
    number = Decimal(f"{'-' if sign == '-' else ''}{digits}{fraction or ''}")
    return f"{number.scaleb(_SCALES[scale]).normalize():f}" if scale in _SCALES else f"{number:f}"


def date_meant(text: str) -> str | None:
    """The ISO date to write for a date typed in the Chinese way, or ``None``.

    A month without a day means its last day, as a bare year means the thirty-first of December; a year alone stays
    a year.
    """
    typed = half_width(text).strip()
    if match := _YEAR.fullmatch(typed):
        return match[1]
    if not (match := _DATE.fullmatch(typed)):
        return None
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12 or year < 1:
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(match[3]) if match[3] else last
    return f"{year:04d}-{month:02d}-{min(day, last):02d}" if day >= 1 else None
