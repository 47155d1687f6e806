"""The localities that a workbook's figures may be entered for, each read when it is first named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from unicodedata import normalize

from msgspec import Struct, field

from vtrack.checking import Examination, read_file
from vtrack.discovery import LocalityFiles
from vtrack.held_files import plan_of, reported
from vtrack.model.plan import Plan
from vtrack.model.record import Record
from vtrack.model.reference import Reportable, reportables
from vtrack.workbooks.layout import LONGEST, cell_text


class Registered(Struct, frozen=True):
    """A locality with what its files say.

    plan: ``None`` where it cannot be relied on. by_name: its targets, and the series that they are compared with, by
    their :func:`plain` names.
    """

    files: LocalityFiles
    plan: Plan | None
    record: Record
    by_name: Mapping[str, Reportable] = field(default_factory=dict)

    def named(self, text: str) -> Reportable | None:
        """The target or series whose name a cell shows; below the name may stand in brackets which number is wanted."""
        shown = plain(text)
        beginnings = (shown[: found.start()] for found in re.finditer(r"\(", shown))
        return next((self.by_name[one] for one in (shown, *beginnings) if one in self.by_name), None)


def plain(text: str) -> str:
    """A name as far as a cell shows it, whatever its spaces and its width."""
    return "".join(normalize("NFKC", cell_text(text).strip()[:LONGEST]).casefold().split())


class Register(Struct):
    """Localities by their ids. Only what is asked for is read, because a province has thousands."""

    localities: Sequence[LocalityFiles]
    examination: Examination
    _folders: dict[str, list[LocalityFiles]] = field(default_factory=dict)
    _read: dict[LocalityFiles, Registered] = field(default_factory=dict)
    _names: dict[str, str] | None = None

    def __post_init__(self) -> None:
        for files in self.localities:
            self._folders.setdefault(files.folder_name, []).append(files)

    def of(self, id: str) -> tuple[Registered, ...]:
        """The localities of an id: one, unless it is unknown, or wrongly given to several."""
        named = self._folders.get(id) or self._otherwise_named(id)
        return tuple(self._registered(files) for files in named)

    @property
    def names(self) -> Mapping[str, str]:
        """The name of every locality by its id. To know them, every plan is read."""
        if self._names is None:
            plans = [self._registered(files).plan for files in self.localities]
            self._names = {plan.locality.id: plan.locality.name for plan in plans if plan is not None}
        return self._names

    def _otherwise_named(self, id: str) -> list[LocalityFiles]:
        """Those whose folders are not called by their ids, which a check reports."""
        if id not in self.names:
            return []
        return [files for files, one in self._read.items() if one.plan is not None and one.plan.locality.id == id]

    def _registered(self, files: LocalityFiles) -> Registered:
        if files not in self._read:
            call, bytes_of = self.examination.call, self.examination.bytes_of
            plan = plan_of(read_file(files, files.plan, "plan", call, bytes_of))
            progress = [read_file(files, path, "progress", call, bytes_of) for path in files.progress] if plan else []
            record = reported(plan, progress).record if plan else Record()
            by_name = {plain(one.name): one for one in reportables(plan).values()} if plan else {}
            self._read[files] = Registered(files, plan, record, by_name)
        return self._read[files]
