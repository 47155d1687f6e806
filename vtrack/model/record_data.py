"""Progress files' plain data to the record of what was reported."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from vtrack.model.calendar import year_end
from vtrack.model.plan import Path, Place, Plan
from vtrack.model.quantity import exact
from vtrack.model.record import Figure, Record, Revision

Data = Mapping[str, Any]


class ProgressData(Struct, frozen=True):
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
    permille = {id for id, target in plan.targets.items() if target.unit == "‰"}
    for file in files:
        unreadable |= file.omit_figures | file.omit_references
        year = int(file.data["year"])
        for section, into, omit in (
            ("figures", figures, file.omit_figures),
            ("references", references, file.omit_references),
        ):
            for id, entry in _entries(file.data, section, omit):
                scale = 1000 if id in permille else 100
                into.setdefault(id, []).extend(_figures(file.file, year, (section, id), entry, scale))
        revisions.extend(_revisions(file))
    return Record(_in_order(figures), _in_order(references), tuple(revisions), frozenset(unreadable))


def _entries(data: Data, section: str, omit: Collection[str]) -> Iterator[tuple[str, Any]]:
    return ((id, entry) for id, entry in (data.get(section) or {}).items() if id not in omit)


def _figures(file: str, year: int, path: Path, entry: Any, scale: int) -> list[Figure]:
    if isinstance(entry, list):
        return [_figure(Place(file, (*path, index)), year, item, scale) for index, item in enumerate(entry)]
    return [_figure(Place(file, path), year, entry, scale)]


def _figure(place: Place, year: int, entry: Any, scale: int) -> Figure:
    if not isinstance(entry, dict):
        return Figure(year_end(year), place, exact(entry), year=year, dated=False)
    given = entry.get
    count, of = given("count"), given("of")
    value = exact(entry["value"]) if "value" in entry else None
    if count is not None and of is not None:
        value = scale * exact(count) / exact(of)
    as_of, evidence = given("as_of"), given("evidence", ())
    return Figure(
        year_end(year) if as_of is None else date.fromisoformat(as_of),
        place,
        value,
        given("state"),
        given("done"),
        None if count is None else exact(count),
        None if of is None else exact(of),
        year,
        as_of is not None,
        given("source", "self"),
        (evidence,) if isinstance(evidence, str) else tuple(evidence),
        given("note"),
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
