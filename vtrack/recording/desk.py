"""The files of a locality laid out for entering figures: what they hold, and what entries make of them.

Nothing is written here; the texts that entries make are examined in the place of the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from vtrack.checking import Examination, Examined, examine
from vtrack.discovery import PROGRESS_FOLDER, LocalityFiles
from vtrack.history.changes import agree
from vtrack.messages import Message, say
from vtrack.model.plan import Plan
from vtrack.model.record import Figure
from vtrack.model.record_data import ProgressData, build_record
from vtrack.model.reference import references, reportable
from vtrack.recording import obstacles
from vtrack.recording.entry import Amount, Entry, Refusal, Report, Share, State
from vtrack.recording.progress_text import line_of, new_file, reported, revised, rewritten, said, was
from vtrack.text.document import at
from vtrack.text.layout import Uneditable, YamlText
from vtrack.text.scalars import resolve


class Attempt(Struct):
    """What entering some entries comes to, one after the other: the texts of the files, and what became of each."""

    texts: dict[Path, YamlText] = field(default_factory=dict)
    entered: list[Entry] = field(default_factory=list)
    unchanged: list[Entry] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


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

    def examine(self, texts: Mapping[Path, YamlText]) -> Examined:
        """The locality examined with some texts in the place of its files."""
        held = {**self.held, **{path: text.encoded for path, text in texts.items()}}
        elsewhere = self._examination.bytes_of

        def bytes_of(path: Path) -> bytes:
            return held.get(path) or elsewhere(path)

        return examine(self.with_made(texts), replace(self._examination, bytes_of=bytes_of))

    def with_made(self, texts: Mapping[Path, YamlText]) -> LocalityFiles:
        """The locality's files with those that are made for entries."""
        return replace(self.files, progress=tuple(sorted({*self.files.progress, *texts})))

    def enter(self, entries: Sequence[Entry]) -> Attempt:
        """Enter entries into the texts of their files; what is wrong with one by itself refuses it."""
        attempt = Attempt()
        for entry in entries:
            path = self._path(entry.year)
            outcome = self._obstacle(entry, path) or self._entered(entry, path, attempt.texts)
            if isinstance(outcome, Refusal):
                attempt.refusals.append(outcome)
            elif outcome is None:
                attempt.unchanged.append(entry)
            else:
                attempt.texts[path] = outcome
                attempt.entered.append(entry)
        return attempt

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

    def _entered(self, entry: Entry, path: Path, texts: Mapping[Path, YamlText]) -> YamlText | Refusal | None:
        """The text of the file with an entry in it; ``None`` where it says so already."""
        assert self.before.dossier is not None  # or else the plan was an obstacle
        plan = self.before.dossier.plan
        about = reportable(plan, entry.section, entry.target)
        name = about.name if about else entry.target
        try:
            text = texts.get(path) or YamlText(self.held[path] or self._new_file(plan, entry.year))
            figures = _figures(plan, entry, at(text.data, (entry.section, entry.target)))
            old = next((figure for figure in reversed(figures) if figure.day == entry.day), None)
            if old is None:
                order = plan.targets if entry.section == "figures" else references(plan)
                return reported(text, entry, figures, tuple(order))
            same = agree(old, _figures(plan, entry, _data(entry))[0])
            if not same and not (entry.reason or "").strip():
                return _wants_reason(entry, name, said(text, old))
            after = rewritten(text, entry, old, same=same)
            if not same:
                after = revised(after, entry, was(text, old), self._on)
        except Uneditable:
            file = self._examination.call(path)
            message = say("{name}: vtrack cannot add to {file} as that is laid out", name=name, file=file)
            hint = say("add it by hand under {section}: {line}", section=entry.section, line=line_of(entry))
            return Refusal(entry, message, hint)
        return None if after is text else after

    def _new_file(self, plan: Plan, year: int) -> bytes:
        """A progress file with the line ends of the plan."""
        line_end = "\r\n" if b"\r\n" in self._examination.bytes_of(self.files.plan) else "\n"
        return new_file(plan.locality.id, year, line_end)


def _wants_reason(entry: Entry, name: str, old: str | Message) -> Refusal:
    message = say("{name}: {old} is reported for {day} already", name=name, old=old, day=entry.day)
    hint = say("give the reason, if that is corrected; a figure of another day needs its day")
    return Refusal(entry, message, hint, wants_reason=True)


def _figures(plan: Plan, entry: Entry, item: Any) -> Sequence[Figure]:
    """What a file of the entry's year reports of its target or series, in the order of the days."""
    if item is None:
        return ()
    record = build_record(plan, [ProgressData("", {"year": entry.year, entry.section: {entry.target: item}})])
    return (record.figures if entry.section == "figures" else record.references)[entry.target]


def _data(entry: Entry) -> dict[str, Any]:
    """An entry as the plain data of a report."""
    return {**_measure(entry.report), "as_of": str(entry.day)}


def _measure(report: Report) -> dict[str, Any]:
    if isinstance(report, Amount):
        return {"value": resolve(report.text)}
    if isinstance(report, Share):
        return {"count": resolve(report.count), "of": resolve(report.of)}
    return {"state": report.name} if isinstance(report, State) else {"done": report.done}
