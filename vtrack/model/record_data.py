"""Progress files' plain data to the record of what was reported."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import Any

from msgspec import Struct

from vtrack.model.calendar import year_end
from vtrack.model.plan import Place, Plan
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
        for section, into, omit in (
            ("figures", figures, file.omit_figures),
            ("references", references, file.omit_references),
        ):
            _add(into, file, section, omit, permille)
        revisions.extend(_revisions(file))
    return Record(_in_order(figures), _in_order(references), tuple(revisions), frozenset(unreadable))


def _add(
    into: dict[str, list[Figure]], file: ProgressData, section: str, omit: Collection[str], permille: Collection[str]
) -> None:
    """Add the figures of a section to those of the years before."""
    name, year = file.file, int(file.data["year"])
    for id, entry in (file.data.get(section) or {}).items():
        if id in omit:
            continue
        figures, scale = into.setdefault(id, []), 1000 if id in permille else 100
        if isinstance(entry, list):
            for index, item in enumerate(entry):
                figures.append(_figure(Place(name, (section, id, index)), year, item, scale))
        else:
            figures.append(_figure(Place(name, (section, id)), year, entry, scale))


def _figure(place: Place, year: int, entry: Any, scale: int) -> Figure:
    if not isinstance(entry, dict):
        return Figure(year_end(year), place, exact(entry), year=year, dated=False)
    given = entry.get
    value = count = of = None
    if "value" in entry:
        value = exact(entry["value"])
    elif "count" in entry:
        count, of = exact(entry["count"]), exact(entry["of"])
        value = _share(count, of, scale)
    as_of, evidence = given("as_of"), given("evidence", ())
    return Figure(
        year_end(year) if as_of is None else date.fromisoformat(as_of),
        place,
        value,
        given("state"),
        given("done"),
        count,
        of,
        year,
        as_of is not None,
        given("source", "self"),
        (evidence,) if isinstance(evidence, str) else tuple(evidence),
        given("note"),
    )


def _share(count: Fraction, of: Fraction, scale: int) -> Fraction:
    """``scale * count / of``, in one step: only the result is put in lowest terms."""
    return Fraction(scale * count.numerator * of.denominator, count.denominator * of.numerator)


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
    return {id: tuple(sorted(reports, key=attrgetter("day"))) for id, reports in figures.items()}
