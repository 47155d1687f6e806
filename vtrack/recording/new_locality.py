"""A new locality: the texts of its first files, from templates that teach by their comments, and their making.

In the templates a line behind two hash signs explains, and one behind a single hash sign is an example: without the
hash sign and one space it is part of a valid file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from importlib.resources import files
from pathlib import Path
from string import Template

from msgspec import Struct

from vtrack.discovery import PROGRESS_FOLDER, LocalityFiles
from vtrack.model.plan import PLAN_FILE, Locality, Paper
from vtrack.settings import SETTINGS_FILE
from vtrack.text.emission import scalar


class NewLocality(Struct, frozen=True):
    """What is known of a locality before it has any files.

    start, end: the first and the last year of its plan.
    """

    locality: Locality
    document: Paper
    start: int
    end: int

    def progress_year(self, today: date) -> int:
        """The year of its first progress file: this one, or the nearest of its own if the plan is over or to come."""
        return min(max(today.year, self.start), self.end)


def locality_files(folder: Path, new: NewLocality, today: date) -> LocalityFiles:
    """Where the files of a new locality will lie."""
    return LocalityFiles(folder, folder / PLAN_FILE, (folder / PROGRESS_FOLDER / f"{new.progress_year(today)}.yaml",))


def locality_texts(new: NewLocality, today: date, language: str) -> tuple[str, str]:
    """The plan, with a placeholder for its first target, and the progress file, which reports nothing yet."""
    year = new.progress_year(today)
    locality, document = new.locality, new.document
    known = {
        "id": locality.id,
        "name": scalar(locality.name),
        "level": locality.level or "",
        "title": scalar(document.title),
        "start": new.start,
        "end": new.end,
        "base": new.start - 1,
        "middle": (new.start + new.end) // 2,
        "year": year,
        "today": today,
        "day": today if today.year == year else date(year, 6, 30),
        "first_day": date(year, 1, 1),
    }
    plan = _filled(PLAN_FILE, language, known)
    given = {
        "code": locality.code and f'"{locality.code}"',
        "parent": locality.parent,
        "number": document.number and scalar(document.number),
        "issuer": document.issuer and scalar(document.issuer),
        "issued": document.issued and str(document.issued),
    }
    for key, value in given.items():
        if value:
            plan = _stated(plan, key, value)
    return plan, _filled("progress.yaml", language, known)


def settings_text(plans: str, language: str) -> str:
    """The settings of a repository whose plans lie in one folder."""
    return _filled(SETTINGS_FILE, language, {"plans": scalar(plans), "language": language})


def create(texts: Mapping[Path, str]) -> None:
    """Make new files, all or none: folders as needed, and never in the place of another file.

    Raises:
        OSError: one cannot be made, or is there already; what this call had made before is gone again.
    """
    made: list[Path] = []
    try:
        for path, text in texts.items():
            for folder in reversed([one for one in path.parents if not one.exists()]):
                folder.mkdir()
                made.append(folder)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except BaseException:
        for one in reversed(made):
            _take_away(one)
        raise


def _take_away(path: Path) -> None:
    """Remove a file or an empty folder; a folder that somebody else has used meanwhile stays."""
    with suppress(OSError):
        path.rmdir() if path.is_dir() else path.unlink()


def _stated(plan: str, key: str, value: str) -> str:
    """A plan with a key stated that was an example before."""
    return re.sub(rf"^(  )# {key}: .*$", lambda line: f"{line[1]}{key}: {value}", plan, count=1, flags=re.M)


def _filled(name: str, language: str, known: Mapping[str, object]) -> str:
    template = files("vtrack") / "templates" / language / name
    return Template(template.read_text(encoding="utf-8")).substitute(known)
