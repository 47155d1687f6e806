"""What the tests of this room share: a locality in memory or on the disk, and entries drafted into it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.recording.progress_files import PLAN
from vtrack.checking import Examination
from vtrack.discovery import LocalityFiles, find_localities
from vtrack.recording.draft import Draft, draft
from vtrack.recording.entry import Entry, Refusal
from vtrack.rules.registry import chosen
from vtrack.verdicts.verdict import Terms

DAY = date(2025, 6, 30)
FOLDER = Path("demo")


def examination(held: Mapping[Path, bytes] | None = None, day: date = DAY) -> Examination:
    """By what entries are checked; with ``held``, files are read from there and not from the disk."""
    made = Examination(Terms(day), day, chosen(), lambda path: "/".join(path.parts[-3:]).partition("demo/")[2])
    if held is None:
        return made

    def bytes_of(path: Path) -> bytes:
        if path not in held:
            raise FileNotFoundError(path)
        return held[path]

    return Examination(made.terms, day, made.rules, made.call, bytes_of=bytes_of)


def in_memory(*entries: Entry, plan: str = PLAN, **years: str | bytes) -> Draft:
    """Entries drafted into a locality that lies nowhere. ``years``: by ``y2024``, the text of a year's file."""
    held = {FOLDER / "plan.yaml": plan.encode()}
    for year, text in years.items():
        held[FOLDER / "progress" / f"{year[1:]}.yaml"] = text.encode() if isinstance(text, str) else text
    progress = tuple(path for path in sorted(held) if path.parent != FOLDER)
    files = LocalityFiles(FOLDER, FOLDER / "plan.yaml", progress)
    return draft(files, entries, examination(held), on=DAY)


def on_disk(folder: Path, *entries: Entry) -> Draft:
    """Entries drafted into the locality that lies in a folder."""
    (files,) = find_localities([folder])
    return draft(files, entries, examination(), on=DAY)


def made(folder: Path, plan: str = PLAN, **years: str | bytes) -> Path:
    """A locality on the disk."""
    demo = folder / "demo"
    (demo / "progress").mkdir(parents=True)
    (demo / "plan.yaml").write_text(plan, encoding="utf-8")
    for year, text in years.items():
        (demo / "progress" / f"{year[1:]}.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
    return demo


def text_of(drafted: Draft, year: int = 2024) -> str:
    """What a file is to hold after a draft, with the line ends as they are."""
    path = drafted.files.folder / "progress" / f"{year}.yaml"
    data = drafted.written.get(path, drafted.held.get(path))
    return (data or b"").decode()


def words(refusal: Refusal) -> str:
    """A refusal in English: what is wrong, and what to do."""
    hint = refusal.hint.render(str) if refusal.hint else ""
    return f"{refusal.message.render(str)} | {hint}"
