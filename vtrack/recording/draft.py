"""Figures entered into the text of their progress files, and checked there, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from vtrack.checking import Examination, Examined
from vtrack.discovery import LocalityFiles
from vtrack.recording.desk import Desk
from vtrack.recording.entry import Entry, Refusal
from vtrack.recording.objections import objections


class Draft(Struct, frozen=True):
    """What entering figures comes to.

    files: the locality's files, with those that saving makes. held: what each file held when it was drafted, ``None``
    where it was not there. written: what each file that changes is to hold. before, after: the locality examined
    without and with what was entered. unchanged: entries that say what the file says already.
    """

    files: LocalityFiles
    held: Mapping[Path, bytes | None]
    written: Mapping[Path, bytes]
    before: Examined
    after: Examined
    refusals: tuple[Refusal, ...] = ()
    unchanged: tuple[Entry, ...] = ()
    entered: tuple[Entry, ...] = ()


def draft(files: LocalityFiles, entries: Sequence[Entry], examination: Examination, *, on: date) -> Draft:
    """Enter figures into the texts of a locality's progress files; ``on`` is the day of a correction.

    Every entry is entered, or unchanged, or refused: for what is wrong with it or with the files, or because the
    rules of the examination find an error of the text, the schema or the figures that was not there without it.
    Entries are looked at together, so that two that are right only together are no mistake; when some are refused,
    the rest is looked at anew. A progress file that is missing is made. Nothing is written.
    """
    desk = Desk(files, (entry.year for entry in entries), examination, on)
    remaining = list(entries)
    refusals: list[Refusal] = []
    while True:
        attempt = desk.enter(remaining)
        after = desk.examine(attempt.texts) if attempt.entered else desk.before
        against = objections(attempt.entered, desk.before, after)
        if not against:
            break
        refusals += against
        refused = {id(refusal.entry) for refusal in against}
        remaining = [entry for entry in remaining if id(entry) not in refused]
    by_entry = {id(refusal.entry): refusal for refusal in (*refusals, *attempt.refusals)}
    return Draft(
        files=desk.with_made(attempt.texts),
        held=desk.held,
        written=attempt.texts,
        before=desk.before,
        after=after,
        refusals=tuple(by_entry[id(entry)] for entry in entries if id(entry) in by_entry),
        unchanged=tuple(attempt.unchanged),
        entered=tuple(attempt.entered),
    )


def difference(draft: Draft) -> str:
    """What a draft changes, as a unified diff of all files. Line ends and a byte order mark are not shown."""
    pieces: list[str] = []
    for path, text in sorted(draft.written.items()):
        held = draft.held.get(path)
        name = draft.after.held[draft.files.name(path)].path.lstrip("/")
        old = "/dev/null" if held is None else f"a/{name}"
        pieces += unified_diff(_lines(held or b""), _lines(text), old, f"b/{name}")
    return "".join(pieces)


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return [f"{line}\n" for line in text.removesuffix("\n").split("\n")] if text else []
