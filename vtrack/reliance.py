"""Which pieces of a file can be relied on when others are faulty.

A fault in one target or figure takes that one out, with a finding; the others are judged all the same. A fault that
could change what others mean (the period, the year, a misspelt section) takes the whole file out. So no verdict is
ever made from data that was only half understood.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vtrack.validation.shape import ShapeError

_PLAN_PILLARS = frozenset({"format", "period", "targets"})
_PROGRESS_PILLARS = frozenset({"format", "year", "figures"})


@dataclass(frozen=True, slots=True)
class Omissions:
    """What to leave out of a file's data, by section: ids, or places in a list."""

    figures: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    revisions: frozenset[int] = frozenset()
    amendments: frozenset[int] = frozenset()


def plan_omissions(errors: Iterable[ShapeError]) -> Omissions | None:
    """What to leave out of a plan; ``None`` when nothing of it can be relied on."""
    return _omissions(errors, _PLAN_PILLARS, strict_keys=False)


def progress_omissions(errors: Iterable[ShapeError]) -> Omissions | None:
    """What to leave out of a progress file; ``None`` when nothing of it can be relied on.

    An unknown section is such a case: ``figure:`` for ``figures:`` would make every figure seem unreported.
    """
    return _omissions(errors, _PROGRESS_PILLARS, strict_keys=True)


def _omissions(errors: Iterable[ShapeError], pillars: frozenset[str], *, strict_keys: bool) -> Omissions | None:
    found: dict[str, set[str | int]] = {}
    for error in errors:
        path = error.path
        if error.kind in ("file-name", "no-plan"):
            continue
        if not path:
            if error.kind != "missing-key" or pillars & set(error.expected):
                return None
        elif len(path) == 1:
            if path[0] in pillars or (strict_keys and error.kind == "unknown-key"):
                return None
        elif path[0] in ("format", "period", "year"):
            return None
        else:
            found.setdefault(str(path[0]), set()).add(path[1])

    def ids(section: str) -> frozenset[str]:
        return frozenset(str(id) for id in found.get(section, ()))

    def places(section: str) -> frozenset[int]:
        return frozenset(place for place in found.get(section, ()) if isinstance(place, int))

    return Omissions(ids("figures"), ids("references"), ids("targets"), places("revisions"), places("amendments"))
