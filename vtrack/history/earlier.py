"""Localities as an earlier commit held them."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath

from vtrack.discovery import PROGRESS_FOLDER
from vtrack.history.repository import Repository
from vtrack.history.snapshots import snapshot_of
from vtrack.model.plan import PLAN_FILE, Locality, Plan
from vtrack.model.snapshot import Snapshot
from vtrack.model.waiver import WAIVERS_FILE

_YEAR_FILE = re.compile(r"[0-9]{4}\.yaml\Z")
_AT_ONCE = 50
"""Of how many localities the files are asked of git in one call."""


class Earlier:
    """The localities of an earlier commit.

    A locality is found again where it lies, or, where nothing lies there any more, by its division code, name or id.
    Only those whose files differ from the work tree are ever read. What differs is told by the contents of the files
    as they lie there, committed or not, known to git or not; line ends do not count.
    """

    def __init__(self, repository: Repository, commit: str) -> None:
        self.commit = commit
        self._repository = repository
        self._top = os.path.join(repository.top, "")
        self._held = repository.files(commit)
        self._folders = _folders(self._held)
        self._order = sorted(self._folders)
        self._differs: dict[str, bool] = {}
        self._contents: dict[str, Mapping[str, bytes]] = {}
        self._read: dict[str, Snapshot] = {}

    def of(self, folder: Path, plan: Plan | None) -> Snapshot | None:
        """The locality that lies in ``folder`` now, as it was; ``None`` when it is new or has not changed at all."""
        here = self._repository.relative(folder)
        if here is None or not self._is_touched(here):
            return None
        was = self._folder_before(here, plan.locality if plan else None)
        return None if was is None else self._snapshot(was)

    def path(self, snapshot: Snapshot) -> Path:
        """Where the plan of a locality lay."""
        return self._repository.top / snapshot.folder / PLAN_FILE

    def is_touched(self, folder: Path) -> bool:
        """Whether any of the files of the locality in a folder differs from the commit: changed, added or gone."""
        here = self._repository.relative(folder)
        return here is not None and self._is_touched(here)

    def had(self, path: Path) -> bool:
        """Whether the commit had a file of that name, or a folder with files."""
        here = self._repository.relative(path)
        return here is not None and any(name == here or name.startswith(f"{here}/") for name in self._held)

    def touches_file(self, name: str) -> bool:
        """Whether a file of that name differs from the commit, in any folder that held one or above a locality."""
        folders = {_split(path)[0] for path in self._held if _split(path)[1] == name}
        above = {folder for one in self._folders for folder in (one, *map(str, PurePosixPath(one).parents))}
        return any(self._is_other(_within(folder, name)) for folder in folders | above | {"."})

    def gone(self, paths: Sequence[Path], still: Sequence[tuple[Path, Locality | None]]) -> list[Snapshot]:
        """The localities at or below ``paths`` that are no longer there under any name; ``still``: those that are.

        Of those: their folders, and as what they are known, where their plans can be relied on.
        """
        below = [name for path in paths if (name := self._repository.relative(path)) is not None]
        missing = [folder for folder in self._vacated if any(_is_below(folder, path) for path in below)]
        if not missing:
            return []
        kept = {
            self._folder_before(here, locality)
            for folder, locality in still
            if (here := self._repository.relative(folder)) is not None
        }
        return [self._snapshot(folder) for folder in missing if folder not in kept]

    def _folder_before(self, here: str, locality: Locality | None) -> str | None:
        if here in self._folders or not self._vacated:
            return here if here in self._folders else None
        traits = _traits(here, locality)
        alike = dict.fromkeys(folder for trait in traits for folder in self._by_trait.get(trait, ()))
        likeness, folder = max(((self._likeness(here, locality, one), one) for one in alike), default=(0, ""))
        return folder if likeness else None

    def _likeness(self, here: str, locality: Locality | None, folder: str) -> int:
        """How much speaks for a locality having lain in a folder before; 0 where nothing does."""
        same_name = int(_split(folder)[1] == _split(here)[1])
        before = self._snapshot(folder).plan if locality else None
        if locality is None or before is None:
            return same_name
        likeness = _likeness(locality, before.locality)
        return likeness + same_name if likeness > 0 else 0

    @cached_property
    def _by_trait(self) -> dict[tuple[str, str], list[str]]:
        """The folders where nothing lies any more, by whatever their localities may be known again by."""
        folders: dict[tuple[str, str], list[str]] = {}
        for folder in self._vacated:
            plan = self._snapshot(folder).plan
            for trait in _traits(folder, plan.locality if plan else None):
                folders.setdefault(trait, []).append(folder)
        return folders

    @cached_property
    def _vacated(self) -> list[str]:
        """The folders that held a plan and hold none now, a sparse checkout aside."""
        return [folder for folder in self._order if self._is_gone(_within(folder, PLAN_FILE))]

    @cached_property
    def _left_out(self) -> frozenset[str]:
        return self._repository.left_out()

    def _is_gone(self, path: str) -> bool:
        return not os.path.exists(self._at(path)) and path not in self._left_out

    def _is_unseen(self, path: str) -> bool:
        return not os.path.exists(self._at(path)) and path in self._left_out

    def _at(self, path: str) -> str:
        """Where a file of the repository lies. Of many files this is asked; text is faster than a path."""
        return f"{self._top}{path}"

    def _is_touched(self, here: str) -> bool:
        if here not in self._differs:
            names = {*self._folders.get(here, ()), *self._present(here)}
            self._differs[here] = any(self._is_other(_within(here, name)) for name in names)
        return self._differs[here]

    def _present(self, here: str) -> Iterator[str]:
        """The names that the files of a locality have now, or may have."""
        yield from (PLAN_FILE, WAIVERS_FILE, "plan.yml", "waivers.yml")
        try:
            names = os.listdir(self._at(_within(here, PROGRESS_FOLDER)))
        except OSError:
            return
        # Also those that nobody reads because of their names, which are findings.
        kept = (name for name in names if name.endswith((".yaml", ".yml")) and name[0] != ".")
        yield from (f"{PROGRESS_FOLDER}/{name}" for name in kept)

    def _is_other(self, path: str) -> bool:
        """Whether a file is not what the commit held under its name; one that neither has is not."""
        oid, file = self._held.get(path), self._at(path)
        if not os.path.isfile(file):
            return oid is not None and self._is_gone(path)
        try:
            with open(file, "rb") as stream:
                data = stream.read()
        except OSError:
            return True
        if oid is None or _id(data, oid) == oid:
            return oid is None
        return b"\r\n" not in data or _id(data.replace(b"\r\n", b"\n"), oid) != oid

    def _snapshot(self, folder: str) -> Snapshot:
        if folder not in self._read:
            if folder not in self._contents:
                self._fetch(folder)
            self._read[folder] = snapshot_of(folder, self.commit, self._contents.pop(folder))
        return self._read[folder]

    def _fetch(self, folder: str) -> None:
        """Ask git for what a locality held, and for what those that are likely to be asked for next did."""
        first = self._order.index(folder)
        following = self._order[first + 1 : first + _AT_ONCE]
        folders = [folder, *(one for one in following if one not in self._read and self._is_touched(one))]
        wanted = {one: self._files_of(one) for one in folders}
        blobs = self._repository.contents(oid for files in wanted.values() for oid in files.values())
        for one, files in wanted.items():
            self._contents[one] = {name: blobs[oid] for name, oid in files.items()}

    def _files_of(self, folder: str) -> dict[str, str]:
        """The plan and progress files of a locality with their ids, without those that are not checked out."""
        return {
            name: oid
            for name, oid in self._folders[folder].items()
            if name != WAIVERS_FILE and not self._is_unseen(_within(folder, name))
        }


def _likeness(now: Locality, before: Locality) -> int:
    """How much speaks for two localities being one. Where both have a division code, it decides."""
    if now.code is not None and before.code is not None:
        return 4 if now.code == before.code else 0
    if now.parent != before.parent and now.parent is not None and before.parent is not None:
        return 0
    return 2 * (now.name == before.name) + 2 * (now.id == before.id)


def _traits(folder: str, locality: Locality | None) -> list[tuple[str, str]]:
    """What a locality may be known again by."""
    traits = [("folder", _split(folder)[1])]
    if locality is not None:
        traits += [("name", locality.name), ("id", locality.id)]
        traits += [("code", locality.code)] if locality.code is not None else []
    return traits


def _is_below(folder: str, path: str) -> bool:
    """Whether a folder is, or lies below, another path."""
    return path in (".", folder) or folder.startswith(f"{path}/")


def _within(folder: str, name: str) -> str:
    """A path as git calls it."""
    return name if folder == "." else f"{folder}/{name}"


def _split(path: str) -> tuple[str, str]:
    """The folder and the name of a path as git calls it."""
    folder, _, name = path.rpartition("/")
    return folder or ".", name


def _folders(files: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By folder of a locality, its files by name with the ids of their contents."""
    folders: dict[str, dict[str, str]] = {}
    others: list[tuple[str, str, str]] = []
    for path, oid in files.items():
        folder, name = _split(path)
        if name == PLAN_FILE:
            folders[folder] = {PLAN_FILE: oid}
        elif name == WAIVERS_FILE:
            others.append((folder, name, oid))
        elif _YEAR_FILE.match(name) and _split(folder)[1] == PROGRESS_FOLDER:
            others.append((_split(folder)[0], f"{PROGRESS_FOLDER}/{name}", oid))
    for folder, name, oid in others:
        if folder in folders:
            folders[folder][name] = oid
    return folders


def _id(data: bytes, like: str) -> str:
    """The id that git gives a content, in the way of another id."""
    digest = hashlib.new("sha1" if len(like) == 40 else "sha256", b"blob %d\0" % len(data), usedforsecurity=False)
    digest.update(data)
    return digest.hexdigest()


def since(ref: str, paths: Sequence[Path]) -> Earlier:
    """The localities as they were where the work at hand parted from ``ref``, in the repository of the paths.

    Raises:
        CallError: there is no such repository or commit.
    """
    path = Path(os.path.abspath(paths[0] if paths else Path()))
    # A path that an earlier commit had may be gone, with folders above it.
    repository = Repository.around(next(folder for folder in (path, *path.parents) if folder.is_dir()))
    return Earlier(repository, repository.merge_base(ref))
