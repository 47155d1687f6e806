"""What stands behind a number that was typed, held against the unit of its target."""

from __future__ import annotations

import re
from enum import Enum, auto

from vtrack.text.typed import half_width

_SHARES = ("%", "‰")
# Powers of ten that Chinese writes behind a number; 百 and 千 alone begin too many units (千克, 千瓦时).
_SCALE = re.compile(r"(?P<first>[十百千]?)(?P<scale>万亿|万|亿)")
_POWERS = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}
_NO_UNIT = re.compile(r".*[0-9]|以上|以下|以内|左右|上下|多|余|来|[十百千]")
"""What is no unit at all: 98以上, 80多, 3千."""
_A_YEAR, _PIECES = "/年", "个"


class Mismatch(Enum):
    """Why a number is not, or not certainly, in its target's unit."""

    PERCENT = auto()
    UNCLEAR = auto()
    """万 of a target that is itself in 万亩: 1.18万 may be 1.18 as well as 11800."""
    OTHER = auto()
    NONE = auto()
    """What stands there is no unit."""


def power_of(behind: str, unit: str | None) -> int | Mismatch:
    """By which power of ten a number must be taken to be in ``unit``, from what was typed behind it.

    万 and 亿 count wherever the rest agrees: 1.18万 of 亩 is 11800, 12000万元 of 亿元 is 1.2.
    """
    own, given = _plain(unit), _plain(behind)
    if given in ("", own) or (own and _PIECES + own == given):
        return 0
    if given == "%":
        return Mismatch.PERCENT
    (own_power, own_base), (power, base) = _scaled(own), _scaled(given)
    if power and own_power and not base:
        return Mismatch.UNCLEAR
    if (base == own_base or not base) and own not in _SHARES:
        return power - own_power
    return Mismatch.NONE if _NO_UNIT.match(given) else Mismatch.OTHER


def is_of_shares(unit: str | None) -> bool:
    """Whether what is counted in a unit may be given as a count of a whole: percent and per mille."""
    return _plain(unit) in _SHARES


def _plain(unit: str | None) -> str:
    return "".join(half_width(unit or "").split()).casefold().removesuffix(_A_YEAR)


def _scaled(unit: str) -> tuple[int, str]:
    """The power of ten that a unit begins with, and the rest of it: 万亩 is 4 and 亩."""
    match = _SCALE.match(unit)
    if match is None:
        return 0, unit
    return _POWERS[match["first"]] + _POWERS[match["scale"]], unit[match.end() :]
