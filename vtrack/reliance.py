"""Which pieces of a file can be relied on when others are faulty.

A fault in one target or figure takes that one out, with a finding; the others are judged all the same. A fault that
could change what others mean (the period, the year, a misspelt section) takes the whole file out. So no verdict is
ever made from data that was only half understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from vtrack.validation.shape import Path, ShapeError

_PLAN_PILLARS: frozenset[Path] = frozenset(
    {("format",), ("locality",), ("locality", "id"), ("period",), ("period", "start"), ("period", "end"), ("targets",)}
)
_PROGRESS_PILLARS: frozenset[Path] = frozenset({("format",), ("year",), ("figures",), ("references",)})


class Omissions(Struct, frozen=True):
    """What to leave out of a file's data, by section: ids, or places in a list.

    ``pieces``: ways to whatever else is faulty, one or two steps long; for :func:`without`.
    """

    figures: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    revisions: frozenset[int] = frozenset()
    pieces: frozenset[Path] = frozenset()


def plan_omissions(errors: Iterable[ShapeError]) -> Omissions | None:
    """What to leave out of a plan; ``None`` when nothing of it can be relied on."""
    return _omissions(errors, _PLAN_PILLARS, strict_keys=False)


def progress_omissions(errors: Iterable[ShapeError]) -> Omissions | None:
    """What to leave out of a progress file; ``None`` when nothing of it can be relied on.

    An unknown section is such a case: ``figure:`` for ``figures:`` would make every figure seem unreported.
    """
    return _omissions(errors, _PROGRESS_PILLARS, strict_keys=True)


def without(data: Mapping[str, Any], pieces: Iterable[Path]) -> dict[str, Any]:
    """``data`` without faulty pieces. A list goes as a whole, because findings point at its items by their place."""
    kept = dict(data)
    for section, *rest in pieces:
        value = kept.pop(str(section), None)
        if rest and isinstance(value, Mapping):
            kept[str(section)] = {key: item for key, item in value.items() if key != rest[0]}
    return kept


def _omissions(errors: Iterable[ShapeError], pillars: frozenset[Path], *, strict_keys: bool) -> Omissions | None:
    found: dict[str, set[str | int]] = {"figures": set(), "references": set(), "targets": set(), "revisions": set()}
    pieces: set[Path] = set()
    for error in errors:
        path = error.path
        if error.kind in ("file-name", "no-plan"):
            continue
        if error.kind == "missing-key" and len(path) < 2:
            # What is there stands: a locality without a name is called by its id.
            if any((*path, key) in pillars for key in error.expected):
                return None
            continue
        misspelt = strict_keys and len(path) == 1 and error.kind == "unknown-key"
        if not path or path[:2] in pillars or path[0] == "period" or misspelt:
            return None
        if len(path) > 1 and path[0] in found:
            found[str(path[0])].add(path[1])
        elif path[0] != "departments" or len(path) == 1:
            pieces.add(path[:2])

    def ids(section: str) -> frozenset[str]:
        return frozenset(str(id) for id in found[section])

    def places(section: str) -> frozenset[int]:
        return frozenset(place for place in found[section] if isinstance(place, int))

    return Omissions(ids("figures"), ids("references"), ids("targets"), places("revisions"), frozenset(pieces))


def waiver_omissions(errors: Iterable[ShapeError]) -> frozenset[int] | None:
    """The places of waivers to leave out; ``None`` when none of them can be relied on."""
    places = []
    for error in errors:
        way = error.path[1:] if error.path[:1] == ("waivers",) else error.path
        if not way or not isinstance(way[0], int):
            return None
        places.append(way[0])
    return frozenset(places)
