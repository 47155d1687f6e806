"""The files of a locality laid out for entering figures: what they hold, and what entries make of them.

Nothing is written here; the texts that entries make are examined in the place of the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from vtrack.checking import Examination, Examined, examine
from vtrack.discovery import PROGRESS_FOLDER, LocalityFiles
from vtrack.model.plan import Plan
from vtrack.model.reference import reportable
from vtrack.recording import obstacles
from vtrack.recording.entering import Entered, enter
from vtrack.recording.entry import Entry, Refusal
from vtrack.recording.progress_text import new_file


class Attempt(Struct, frozen=True):
    """What entering some entries comes to: what the files that change are to hold, and what became of each entry."""

    texts: Mapping[Path, bytes]
    entered: Sequence[Entry]
    unchanged: Sequence[Entry]
    refusals: Sequence[Refusal]


class Desk:
    """A locality's files as they are now, read once, and the day ``on`` which figures are corrected.

    files: with those that are there by now. held: what the file of each year holds, ``None`` where there is none.
    before: the locality examined as it is.
    """

    def __init__(self, files: LocalityFiles, years: Iterable[int], examination: Examination, on: date) -> None:
        self._examination = examination
        self._on = on
        self._folder = files.folder / PROGRESS_FOLDER
        self.held = {path: self._read(path) for path in sorted({self._path(year) for year in years})}
        there = {*files.progress, *(path for path, data in self.held.items() if data is not None)}
        self.files = replace(files, progress=tuple(sorted(there)))
        self.before = self.examine({})

    def examine(self, texts: Mapping[Path, bytes]) -> Examined:
        """The locality examined with some texts in the place of its files."""
        held = {**self.held, **texts}
        elsewhere = self._examination.bytes_of

        def bytes_of(path: Path) -> bytes:
            return held.get(path) or elsewhere(path)

        return examine(self.with_made(texts), replace(self._examination, bytes_of=bytes_of))

    def with_made(self, texts: Mapping[Path, bytes]) -> LocalityFiles:
        """The locality's files with those that are made for entries."""
        return replace(self.files, progress=tuple(sorted({*self.files.progress, *texts})))

    def enter(self, entries: Sequence[Entry]) -> Attempt:
        """Enter entries into the texts of their files; what is wrong with one by itself refuses it."""
        refusals: dict[int, Refusal] = {}
        unchanged: set[int] = set()
        texts: dict[Path, bytes] = {}
        of_files: dict[Path, list[tuple[int, Entry]]] = {}
        for place, entry in enumerate(entries):
            path = self._path(entry.year)
            refusal = self._obstacle(entry, path)
            if refusal is None:
                of_files.setdefault(path, []).append((place, entry))
            else:
                refusals[place] = refusal
        for path, own in of_files.items():
            found = self._entered(path, own)
            refusals.update(found.refusals)
            unchanged |= found.unchanged
            texts[path] = found.text
        entered = [entry for place, entry in enumerate(entries) if place not in refusals and place not in unchanged]
        return Attempt(
            {path: texts[path] for path in dict.fromkeys(self._path(entry.year) for entry in entered)},
            entered,
            [entries[place] for place in sorted(unchanged)],
            [refusals[place] for place in sorted(refusals)],
        )

    def _path(self, year: int) -> Path:
        return self._folder / f"{year:04d}.yaml"

    def _read(self, path: Path) -> bytes | None:
        """What a file holds, ``None`` where there is none; nothing of one that cannot be read, which its check says."""
        try:
            return self._examination.bytes_of(path)
        except FileNotFoundError:
            return None
        except OSError:
            return b""

    def _obstacle(self, entry: Entry, path: Path) -> Refusal | None:
        refusal = obstacles.in_plan(entry, self.before)
        if refusal is None and self.before.dossier is not None:
            about = reportable(self.before.dossier.plan, entry.section, entry.target)
            refusal = None if about is None else obstacles.in_entry(entry, about)
        if refusal is not None:
            return refusal
        if path in self.files.progress:
            return obstacles.in_file(entry, self.before.held[self.files.name(path)], self.before)
        stray = next((one for one in self.files.strays if one.parent == path.parent and one.stem == path.stem), None)
        return None if stray is None else obstacles.misnamed(entry, self._examination.call(stray), self.before)

    def _entered(self, path: Path, entries: Sequence[tuple[int, Entry]]) -> Entered:
        """Entries in the text of their file."""
        assert self.before.dossier is not None  # or else the plan was an obstacle
        plan, file = self.before.dossier.plan, self._examination.call(path)
        return enter(self.held[path] or self._new_file(plan, int(path.stem)), entries, plan, file, self._on)

    def _new_file(self, plan: Plan, year: int) -> bytes:
        """A progress file with the line ends of the plan."""
        line_end = "\r\n" if b"\r\n" in self._examination.bytes_of(self.files.plan) else "\n"
        return new_file(plan.locality.id, year, line_end)
