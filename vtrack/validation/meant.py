"""What a person meant who wrote something else: the «write … instead» of an error of shape.

Each function answers with the text to write, or ``None`` where that cannot be told with certainty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from difflib import get_close_matches

from vtrack.text.scalars import Unreadable, resolve
from vtrack.text.typed import date_meant, half_width, number_meant
from vtrack.validation.schemas import Schema, resolved

# What people write where the format wants true or false.
_YES = frozenset("true yes y on 是 已 对 完成 已完成 办结 已办结 √ ✓ ✔ 1".split())
_NO = frozenset("false no n off 否 未 不 没有 未完成 未办结 × ✗ ✘ 0".split())
_SEPARATORS = re.compile(r"\s*[,，、;；/]\s*|\s+")
_RANGE = re.compile(r"\s*[-~～—–－至到]+\s*")
_SHARE = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*/\s*([0-9]+(?:\.[0-9]+)?)")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LIKE = 0.7
"""How alike two words are, from 0 to 1, that one is taken for a slip of the other."""
_LIKE_IN_CHINESE = 0.5
"""The same for Chinese words of few characters that begin alike, or of which one holds the other."""
_PLAIN = re.compile(r"[^\s\"'\[\]{},#&*!|>%@`:?-][^\[\]{},#:\n\"]*")


def key_meant(key: str, properties: Mapping[str, Schema], root: Schema) -> str | None:
    """The known key that an unknown one comes to: other capitals or hyphens, its Chinese title, or a slip."""
    tidy = re.sub(r"[\s-]+", "_", half_width(key).strip(" “”‘’\"'").lower())
    if tidy in properties:
        return tidy
    for known, node in properties.items():
        if key.strip() == _title(resolved(root, node)):
            return known
    near = get_close_matches(tidy, properties, 1, _LIKE)
    return near[0] if near else None


def word_meant(found: str, allowed: Iterable[str], description: str) -> str | None:
    """The allowed word that another comes to: other capitals, a slip, or the Chinese that the schema explains it by."""
    words = tuple(allowed)
    tidy = re.sub(r"[\s-]+", "_", half_width(found).strip().lower())
    if tidy in words:
        return tidy
    glosses = {gloss: word for word in reversed(words) for gloss in _glosses(word, description)}
    if found in glosses:
        return glosses[found]
    near = get_close_matches(tidy, words, 1, _LIKE)
    kin = [gloss for gloss in glosses if gloss[0] == found[:1] or (found and found in gloss) or gloss in found]
    near += [glosses[gloss] for gloss in get_close_matches(found, kin, 1, _LIKE_IN_CHINESE)]
    return near[0] if near else None


def _glosses(word: str, description: str) -> list[str]:
    """The Chinese that stands behind a word in the schema's description, such as 县, 区 and 县级市 behind county."""
    behind = re.search(rf"\b{re.escape(word)} ([^a-z\n。]+)", description)
    return re.findall("[\u4e00-\u9fff]+", behind[1]) if behind else []


def truth_meant(found: str) -> str | None:
    """``true`` or ``false`` for 是, yes, 完成 and their opposites."""
    tidy = half_width(found).strip().lower()
    return "true" if tidy in _YES else "false" if tidy in _NO else None


def id_meant(text: str, names: Mapping[str, str]) -> str | None:
    """The id that a name comes to: the department's whose name it is, or small letters joined by hyphens."""
    if text.strip() in names:
        return names[text.strip()]
    plain = half_width(text)
    if not plain.isascii():
        return None
    words = "".join(c if c.isalnum() else "-" for c in plain.lower()).split("-")
    return "-".join(word for word in words if word) or None


def ids_meant(text: str, names: Mapping[str, str]) -> str | None:
    """A list of ids for ``office、housing`` or the names of departments."""
    ids = [names.get(item, item) for item in _SEPARATORS.split(text.strip(" []［］")) if item]
    return f"[{', '.join(ids)}]" if ids and all(_ID.fullmatch(id) for id in ids) else None


def range_meant(text: str) -> str | None:
    """``[10, 12]`` for 10-12 or 10至12."""
    ends = [number_meant(end) for end in _RANGE.split(text.strip(" []［］")) if end]
    if len(ends) != 2:
        ends = [number_meant(end) for end in re.split(r"\s*[,，、]\s*", text.strip(" []［］"))]
    return f"[{ends[0]}, {ends[1]}]" if len(ends) == 2 and None not in ends else None


def period_meant(text: str) -> str | None:
    """``{start: 2023, end: 2027}`` for 2023-2027年."""
    years = [year_meant(end) for end in _RANGE.split(text.strip()) if end]
    return f"{{start: {years[0]}, end: {years[1]}}}" if len(years) == 2 and None not in years else None


def texts_meant(text: str) -> str | None:
    """A list of the texts that Chinese commas separate."""
    items = [item for item in re.split(r"\s*[,，、;；→]\s*", text.strip(" []［］")) if item]
    return f"[{', '.join(map(as_written, items))}]" if len(items) > 1 else None


def share_meant(text: str) -> str | None:
    """``{count: 83, of: 85}`` for 83/85."""
    share = _SHARE.fullmatch(half_width(text).strip())
    return f"{{count: {share[1]}, of: {share[2]}}}" if share else None


def day_meant(text: str, *, or_year: bool) -> str | None:
    """A date, and a year alone where that may stand; otherwise a year means its last day."""
    meant = date_meant(text)
    return f"{meant}-12-31" if meant is not None and len(meant) == 4 and not or_year else meant


def year_meant(text: str) -> str | None:
    """The four digits of a year; of two digits this century's."""
    meant = date_meant(text) or number_meant(text)
    if meant is None or not meant[:4].isdigit() or len(meant) not in (2, 4, 10):
        return None
    year = f"20{meant}" if len(meant) == 2 else meant[:4]
    return year if 1900 <= int(year) <= 2199 else None


def as_written(value: object) -> str:
    """A value as it is written within brackets: quoted where it would otherwise be read as something else."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {as_written(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_written, value))}]"
    if isinstance(value, str):
        return value if _is_plain(value) else quoted(value)
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)


def quoted(text: str) -> str:
    """``text`` in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_plain(text: str) -> bool:
    try:
        return resolve(text) == text and _PLAIN.fullmatch(text) is not None and text == text.strip()
    except Unreadable:
        return False


def _title(node: Schema) -> str:
    """The Chinese half of a schema's title."""
    return str(node.get("title", "")).partition(" · ")[0]
