"""Workbooks taken back: what is filled into them, as entries for the progress files, with every fault at its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from vtrack.messages import listed, say
from vtrack.recording.entry import Amount, Entry
from vtrack.workbooks.faults import Fault, Remark, Spot
from vtrack.workbooks.file.grid import position
from vtrack.workbooks.file.reading import Workbook
from vtrack.workbooks.intake.filling import Filled, Said, filled_in
from vtrack.workbooks.intake.register import Register, Registered
from vtrack.workbooks.intake.subjects import context_of, renamed, subject_of
from vtrack.workbooks.intake.tables import Facts, Line, Table, tables
from vtrack.workbooks.layout import Column, Key
from vtrack.workbooks.outcome import Change

FAULT_LIMIT = 2_000
"""Faults of one sheet, after which the rest of it is left unread."""
_MOST_NAMED = 4


class LocalityTaken(Struct, frozen=True):
    """What workbooks say of one locality: the rows that change something, and how many of each kind there are."""

    locality: Registered
    filled: tuple[Filled, ...]
    counts: Mapping[Change, int]

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return self.locality.files.folder

    @property
    def id(self) -> str:
        """Its id."""
        return self.locality.plan.locality.id if self.locality.plan else self.locality.files.folder_name

    @property
    def name(self) -> str:
        """Its name."""
        return self.locality.plan.locality.name if self.locality.plan else self.id

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is to be entered."""
        return tuple(one.entry for one in self.filled if one.entry is not None)


class Taken(Struct, frozen=True):
    """What all workbooks of a call say, locality by locality, in the order in which they name them."""

    localities: tuple[LocalityTaken, ...]
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()


def take(workbooks: Mapping[str, Workbook], register: Register) -> Taken:
    """Read what is filled into workbooks, which are given by what they are called."""
    said = Said()
    filled: list[Filled] = []
    for file, workbook in workbooks.items():
        found = tables(workbook, file)
        said.faults += found.faults
        said.remarks += found.remarks
        for table in found.tables:
            filled += _of_table(table, found.facts, workbook, register, said)
    single = list(_once(filled, said))
    by_folder: dict[Path, list[Filled]] = {one.subject.locality.files.folder: [] for one in filled}
    for one in single:
        by_folder[one.subject.locality.files.folder].append(one)
    localities = tuple(_of_locality(rows) for rows in by_folder.values() if rows)
    return Taken(localities, tuple(said.faults), tuple(said.remarks))


def in_order(faults: Iterable[Fault], files: Iterable[str], workbooks: Mapping[str, Workbook]) -> tuple[Fault, ...]:
    """Faults from the first cell of the first sheet to the last, in the order of the files."""
    places = {(file, ""): (number, -1) for number, file in enumerate(files)}
    for file, workbook in workbooks.items():
        places |= {(file, sheet.name): (places[file, ""][0], place) for place, sheet in enumerate(workbook.sheets)}

    def key(fault: Fault) -> tuple[int, int, int, int]:
        spot = fault.spot
        return (*places[spot.file, spot.sheet or ""], *(position(spot.cell or "") or (0, 0)))

    return tuple(sorted(faults, key=key))


def _of_table(table: Table, facts: Facts, workbook: Workbook, register: Register, said: Said) -> Iterator[Filled]:
    context = context_of(table, facts, register)
    unseen, before = 0, len(said.faults)
    for line in table.lines:
        if len(said.faults) - before > FAULT_LIMIT:
            message = say("the sheet has more than {most} faults; what follows was not read", most=FAULT_LIMIT)
            said.faults.append(Fault(line.at(Column.VALUE), message))
            break
        has_value = _is_filled(line)
        if not has_value and not line.text(Column.KEY):
            continue  # a heading, a signature
        subject = subject_of(line, context, facts, register)
        if isinstance(subject, Fault):
            said.faults += [subject] if has_value else []
            continue
        one = filled_in(line, subject, said, from_1904=workbook.from_1904)
        if one is None:
            continue
        if one.entry is not None:
            unseen += line.hidden or table.sheet.hidden
            said.remarks += _of_subject(line, one)
        yield one
    if unseen:
        message = say("{count} of the values stand in hidden rows, and were read like the others", count=unseen)
        said.remarks.append(Remark(table.spot, message))


def _is_filled(line: Line) -> bool:
    """Whether the cell of a row's value holds anything, or, of a target's row, is merged with one that may."""
    cell = line.cells.get(Column.VALUE)
    if cell is not None and (cell.text.strip() or cell.formula):
        return True
    return bool(line.text(Column.KEY) and line.merged and Column.VALUE in line.merged)


def _of_subject(line: Line, one: Filled) -> list[Remark]:
    """How the row's target was found, where its key did not simply say it."""
    remark = renamed(line, one.subject)
    if one.subject.named:
        message = say("a row without a key, taken for {name} by its indicator", name=one.subject.target.name)
        remark = Remark(line.at(Column.INDICATOR), message)
    return [] if remark is None else [remark]


def _once(filled: Iterable[Filled], said: Said) -> Iterator[Filled]:
    """Each target once. Filled in again in the same way it is passed over, in another way it is a fault."""
    by_day: dict[object, list[Filled]] = {}
    keys: dict[tuple[Path, Key], list[Filled]] = {}
    for one in filled:
        folder = one.subject.locality.files.folder
        keys.setdefault((folder, one.subject.key), []).append(one)
        if one.entry is not None:
            by_day.setdefault((folder, *of_day(one.entry)), []).append(one)
    for same in by_day.values():
        if len({_exact(one.entry) for one in same if one.entry}) > 1:
            for one in same:
                others = listed(tuple(_called(other.line) for other in same[: _MOST_NAMED + 1] if other is not one))
                message = say("this target is filled in twice, and otherwise in {cells}", cells=others)
                said.fault(one.line, Column.VALUE, message, say("leave one of them, and empty the others"))
            continue
        for other in same[1:]:
            said.remark(
                other.line, Column.VALUE, say("filled in already in {cell}, the same", cell=_called(same[0].line))
            )
        yield same[0]
    for rows in keys.values():
        if all(one.entry is None for one in rows):
            yield min(rows, key=lambda one: one.change is Change.EMPTY)


def of_day(entry: Entry) -> tuple[object, ...]:
    """What there is one figure of."""
    return (entry.section, entry.target, entry.year, entry.day)


def _exact(entry: Entry) -> Entry:
    """An entry whose number is written in one way: 95.20 and 95.2 are the same."""
    amount = entry.report
    return replace(entry, report=Amount(str(Fraction(amount.text)))) if isinstance(amount, Amount) else entry


def _called(line: Line) -> str:
    spot: Spot = line.at(Column.VALUE)
    return f"{spot.sheet}!{spot.cell}"


def _of_locality(rows: list[Filled]) -> LocalityTaken:
    return LocalityTaken(
        rows[0].subject.locality,
        tuple(one for one in rows if one.entry is not None),
        Counter(one.change for one in rows),
    )
