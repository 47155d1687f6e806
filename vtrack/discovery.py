"""Which files belong to which locality. A folder that holds ``plan.yaml`` is a locality, at any depth."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from vtrack.model.plan import PLAN_FILE
from vtrack.model.waiver import WAIVERS_FILE

PROGRESS_FOLDER = "progress"
_YEAR_FILE = re.compile(r"[0-9]{4}\.yaml\Z")
_YAML = (".yaml", ".yml")
_MISNAMED = ("plan.yml", "waivers.yml")


class LocalityFiles(Struct, frozen=True):
    """The files of one locality. ``strays``: YAML files whose names nobody reads, such as ``progress/2024.yml``."""

    folder: Path
    plan: Path
    progress: tuple[Path, ...] = ()
    waivers: Path | None = None
    strays: tuple[Path, ...] = ()

    @property
    def folder_name(self) -> str:
        """The folder's own name, also where it is called ``.``; the id of its locality."""
        name = self.folder.name
        if os.name == "posix" and name not in ("", "..") and not os.path.islink(self.folder):
            return name  # to resolve a path asks the system about each part of it
        return self.folder.resolve().name

    @property
    def is_there(self) -> bool:
        """Whether there is anything to check, or no telling whether there is."""
        if self.progress or self.strays:
            return True
        try:
            os.lstat(self.plan)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True
        return True

    @property
    def count(self) -> int:
        """How many files there are to read."""
        return 1 + len(self.progress) + (self.waivers is not None)

    def name(self, path: Path) -> str:
        """A file's name within the folder, with forward slashes."""
        return path.relative_to(self.folder).as_posix()


def find_localities(paths: Iterable[Path]) -> Iterator[LocalityFiles]:
    """The localities at and below the given folders, or that the given files belong to, each once, in order.

    Folders whose names begin with a dot are passed over; links are not followed.
    """
    seen: set[Path] = set()
    for path in paths:
        for folder in _folders(path):
            key = folder.resolve()
            if key not in seen:
                seen.add(key)
                yield _files(folder)


def _folders(path: Path) -> Iterator[Path]:
    if not os.path.isdir(path):
        yield _locality(path.parent)
        return
    if (folder := _locality(path)) != path:
        yield folder
        return
    waiting = [path]
    while waiting:  # a walk that calls itself would end at some thousand folders, one in another
        folder = waiting.pop()
        entries = _entries(folder)
        if entries is None:  # what lies in it is not known, and that is worth saying
            yield folder
            continue
        names, folders, links = entries
        if not {PLAN_FILE, "plan.yml"}.isdisjoint((*names, *folders)) or _has_progress(folder, folders):
            folders = [name for name in folders if name not in (PROGRESS_FOLDER, PLAN_FILE)]
            yield folder
        waiting += [folder / name for name in sorted(folders, reverse=True) if name not in links]


def _entries(folder: Path) -> tuple[list[str], list[str], set[str]] | None:
    """The names of the files and of the folders in a folder, and those of links; ``None`` where it cannot be read."""
    names, folders, links = [], [], set()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_symlink():
                    links.add(entry.name)
                if not entry.is_dir():
                    names.append(entry.name)
                elif not entry.name.startswith("."):
                    folders.append(entry.name)
    except FileNotFoundError:  # it has just been taken away
        pass
    except OSError:
        return None
    return names, folders, links


def _locality(folder: Path) -> Path:
    """The folder of the locality that a folder belongs to: the one above, if it is one's ``progress``."""
    if Path(os.path.abspath(folder)).name != PROGRESS_FOLDER or os.path.exists(folder / PLAN_FILE):
        return folder
    above = folder.parent if folder.name else folder / ".."  # «.» has no name
    return above if os.path.exists(above / PLAN_FILE) or _has_progress(above, [PROGRESS_FOLDER]) else folder


def _has_progress(folder: Path, folders: list[str]) -> bool:
    """Whether a folder without a plan keeps progress all the same: its plan is missing, and that is worth saying."""
    return PROGRESS_FOLDER in folders and any(map(_YEAR_FILE.match, _listing(folder / PROGRESS_FOLDER) or ()))


def _files(folder: Path) -> LocalityFiles:
    progress = folder / PROGRESS_FOLDER
    names, here = _listing(progress), _listing(folder) or []
    years = [progress / name for name in names or () if _YEAR_FILE.match(name)]
    strays = [folder / name for name in here if name in _MISNAMED]
    strays += [progress / name for name in names or () if name.endswith(_YAML) and not _YEAR_FILE.match(name)]
    if names is None and os.path.lexists(progress):  # no folder at all, or one whose files are not known
        (years if os.path.isdir(progress) else strays).append(progress)
    waivers = folder / WAIVERS_FILE if WAIVERS_FILE in here else None
    return LocalityFiles(folder, folder / PLAN_FILE, tuple(years), waivers, tuple(strays))


def _listing(folder: Path) -> list[str] | None:
    """The names in a folder, without those that begin with a dot, which editors and systems leave behind.

    ``None`` where it cannot be listed.
    """
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return None
