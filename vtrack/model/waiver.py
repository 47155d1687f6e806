"""Waivers: findings that somebody answers for setting aside, until a day. FORMAT §6."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

WAIVERS_FILE = "waivers.yaml"


class Waiver(Struct, frozen=True):
    """One entry: which rule (or family) is set aside, for which target (or all), why, by whom, through which day.

    path: the way to it in the file's data.
    """

    rule: str
    target: str | None
    reason: str
    approved_by: str
    expires: date
    path: tuple[str | int, ...]

    def covers(self, rule: str, target: str | None) -> bool:
        """Whether a finding of ``rule`` about ``target`` is what the waiver speaks of."""
        named = self.rule in (rule, rule.partition("/")[0])
        return named and (self.target is None or self.target == target)


def build_waivers(data: Mapping[str, Any] | Sequence[Any], omit: Iterable[int] = ()) -> tuple[Waiver, ...]:
    """The waivers of a file whose data has passed the schema, without the faulty entries in ``omit``.

    The file is a list of entries, or a mapping that holds the list under ``waivers``.
    """
    left_out = frozenset(omit)
    way: tuple[str, ...] = ("waivers",) if isinstance(data, Mapping) else ()
    entries = (data.get("waivers") or ()) if isinstance(data, Mapping) else data
    return tuple(
        Waiver(
            item["rule"],
            item.get("target"),
            item["reason"],
            item["approved_by"],
            date.fromisoformat(item["expires"]),
            (*way, place),
        )
        for place, item in enumerate(entries)
        if place not in left_out
    )
