"""The files of a locality, read and held against their schemas, and the plan and record that they come to.

Where the bytes come from, a folder or an earlier commit, is not told here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from vtrack.cases import FileCase
from vtrack.model.plan import Place, Plan
from vtrack.model.plan_data import build_plan
from vtrack.model.record import Record
from vtrack.model.record_data import ProgressData, build_record
from vtrack.model.waiver import Waiver, build_waivers
from vtrack.reliance import plan_omissions, progress_omissions, waiver_omissions, without
from vtrack.text.flaws import Flaw, Span
from vtrack.text.reading import Reading, read
from vtrack.validation.shape import ShapeError, shape_errors

START = Span(1, 1, 1, 2)


class HeldFile(Struct, frozen=True):
    """One file, read and held against its schema. ``path`` is how it is called in a report."""

    name: str
    path: str
    reading: Reading
    case: FileCase

    @property
    def data(self) -> object:
        """The plain data, ``None`` when there is none."""
        return self.reading.document.data if self.reading.document else None

    @property
    def sound(self) -> bool:
        """Whether the data is what the writer wrote."""
        return self.reading.sound and self.reading.document is not None

    def span(self, place: Place) -> Span:
        """Where a piece of the file stands."""
        document = self.reading.document
        return document.span(place.path, key=place.key) if document else START

    def lines(self, section: str) -> dict[str, int]:
        """The line of each entry of a section."""
        return self.reading.document.lines((section,)) if self.reading.document else {}


def hold(name: str, path: str, data: bytes, kind: str) -> HeldFile:
    """Read the bytes of a file and hold them against the schema of its ``kind``, such as ``plan``."""
    reading = read(data)
    errors = shape_errors(reading.document.data, kind) if reading.document else ()
    return HeldFile(name, path, reading, FileCase(name, reading.flaws, tuple(_not_said(errors, reading))))


def faulty(name: str, path: str, *, flaw: Flaw | None = None, error: ShapeError | None = None) -> HeldFile:
    """A file without data, and what is wrong with it."""
    flaws = () if flaw is None else (flaw,)
    return HeldFile(name, path, Reading(None, flaws), FileCase(name, flaws, () if error is None else (error,)))


def plan_of(file: HeldFile) -> Plan | None:
    """The plan that a file states, without faulty targets; ``None`` when nothing of it can be relied on."""
    omissions = plan_omissions(file.case.errors) if file.sound else None
    if omissions is None or not isinstance(file.data, dict):
        return None
    data = without(file.data, omissions.pieces)
    units = data.get("departments")
    if isinstance(units, dict):  # one whose name is faulty is known by its id
        data["departments"] = {id: name if isinstance(name, str) and name else id for id, name in units.items()}
    return build_plan(data, omissions.targets)


def progress_of(file: HeldFile) -> ProgressData | None:
    """The progress that a file states, its faulty entries named; ``None`` when nothing of it can be relied on."""
    omissions = progress_omissions(file.case.errors) if file.sound else None
    if omissions is None or not isinstance(file.data, dict):
        return None
    data = without(file.data, omissions.pieces)
    return ProgressData(file.name, data, omissions.figures, omissions.references, omissions.revisions)


def waivers_of(file: HeldFile) -> tuple[Waiver, ...]:
    """The waivers that a file states, as far as they can be relied on."""
    omitted = waiver_omissions(file.case.errors) if file.sound else None
    return build_waivers(file.data, omitted) if omitted is not None and isinstance(file.data, dict | list) else ()


class Reported(Struct, frozen=True):
    """What a locality's progress files come to. ``complete``: whether every one of them could be relied on."""

    record: Record
    files: tuple[ProgressData, ...]
    complete: bool


def reported(plan: Plan, files: Iterable[HeldFile]) -> Reported:
    """The record of a plan's progress files, as far as they can be relied on."""
    held = tuple(files)
    usable = tuple(data for file in held if (data := progress_of(file)) is not None)
    return Reported(build_record(plan, usable), usable, len(usable) == len(held))


def _not_said(errors: Iterable[ShapeError], reading: Reading) -> Iterator[ShapeError]:
    """The errors of shape that a flaw of the text at the same place does not explain already."""
    flawed = {(flaw.span.line, flaw.span.column) for flaw in reading.flaws}
    for error in errors:
        span = reading.document.span(error.path, key=error.at_key) if reading.document else START
        if (span.line, span.column) not in flawed:
            yield error
