"""Progress files' plain data to the record of what was reported."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from vtrack.model.calendar import year_end
from vtrack.model.plan import Path, Place, Plan
from vtrack.model.record import Figure, Record, Revision

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ProgressData:
    """One year's progress file: its name in the locality's folder, its data, and the ids whose entries are faulty.

    ``omit_revisions`` are the places of faulty entries in the list of revisions.
    """

    file: str
    data: Data
    omit_figures: frozenset[str] = frozenset()
    omit_references: frozenset[str] = frozenset()
    omit_revisions: frozenset[int] = frozenset()


def build_record(plan: Plan, files: Iterable[ProgressData]) -> Record:
    """The record of all years. Entries that are faulty are left out, and their ids named as unreadable."""
    figures: dict[str, list[Figure]] = {}
    references: dict[str, list[Figure]] = {}
    revisions: list[Revision] = []
    unreadable: set[str] = set()
    for file in files:
        unreadable |= file.omit_figures | file.omit_references
        units = {id: target.unit for id, target in plan.targets.items()}
        for section, into, omit in (
            ("figures", figures, file.omit_figures),
            ("references", references, file.omit_references),
        ):
            for id, entry in _entries(file.data, section, omit):
                scale = 1000 if units.get(id) == "‰" else 100
                into.setdefault(id, []).extend(_figures(file, (section, id), entry, scale))
        revisions.extend(_revisions(file))
    return Record(_in_order(figures), _in_order(references), tuple(revisions), frozenset(unreadable))


def _entries(data: Data, section: str, omit: Collection[str]) -> Iterator[tuple[str, Any]]:
    return ((id, entry) for id, entry in (data.get(section) or {}).items() if id not in omit)


def _figures(file: ProgressData, path: Path, entry: Any, scale: int) -> Iterator[Figure]:
    if isinstance(entry, list):
        for index, item in enumerate(entry):
            yield _figure(file, (*path, index), item, scale)
    else:
        yield _figure(file, path, entry, scale)


def _figure(file: ProgressData, path: Path, entry: Any, scale: int) -> Figure:
    year = int(file.data["year"])
    place = Place(file.file, path)
    if not isinstance(entry, Mapping):
        return Figure(year_end(year), place, value=Fraction(entry), year=year, dated=False)
    count, of = entry.get("count"), entry.get("of")
    value = Fraction(entry["value"]) if "value" in entry else None
    if count is not None and of is not None:
        value = scale * Fraction(count) / Fraction(of)
    evidence = entry.get("evidence", ())
    return Figure(
        day=date.fromisoformat(entry["as_of"]) if "as_of" in entry else year_end(year),
        place=place,
        value=value,
        state=entry.get("state"),
        done=entry.get("done"),
        count=None if count is None else Fraction(count),
        of=None if of is None else Fraction(of),
        year=year,
        dated="as_of" in entry,
        source=entry.get("source", "self"),
        evidence=(evidence,) if isinstance(evidence, str) else tuple(evidence),
        note=entry.get("note"),
    )


def _revisions(file: ProgressData) -> Iterator[Revision]:
    for index, item in enumerate(file.data.get("revisions") or ()):
        if index not in file.omit_revisions:
            yield Revision(
                item["target"],
                date.fromisoformat(item["as_of"]),
                item["was"],
                date.fromisoformat(item["on"]),
                Place(file.file, ("revisions", index)),
                item.get("reason"),
            )


def _in_order(figures: dict[str, list[Figure]]) -> dict[str, tuple[Figure, ...]]:
    return {id: tuple(sorted(reports, key=lambda figure: figure.day)) for id, reports in figures.items()}
