"""Localities as an earlier commit held them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath

from vtrack.history.git_paths import is_below, joined, localities, split
from vtrack.history.recognition import likeness, traits
from vtrack.history.repository import Repository
from vtrack.history.snapshots import Held
from vtrack.history.work_tree import WorkTree
from vtrack.model.plan import PLAN_FILE, Locality, Plan
from vtrack.model.snapshot import Snapshot
from vtrack.model.waiver import WAIVERS_FILE

_AT_ONCE = 50
"""Of how many localities the files are asked of git in one call."""


class Earlier:
    """The localities of an earlier commit.

    A locality is found again where it lies, or, where nothing lies there any more, by its division code, name or id.
    Only those whose files differ from the work tree are ever read.
    """

    def __init__(self, repository: Repository, commit: str) -> None:
        self.commit = commit
        self._repository = repository
        self._held = repository.files(commit)
        self._tree = WorkTree(repository, self._held)
        self._folders = localities(self._held)
        self._order = sorted(self._folders)
        self._differs: dict[str, bool] = {}
        self._unread: dict[str, Held] = {}
        self._read: dict[str, Snapshot] = {}

    def of(self, folder: Path, plan: Plan | None) -> Snapshot | None:
        """The locality that lies in ``folder`` now, as it was; ``None`` when it is new or has not changed at all."""
        here = self._repository.relative(folder)
        if here is None or not self._is_touched(here):
            return None
        was = self._folder_before(here, plan.locality if plan else None)
        return None if was is None else self._snapshot(was)

    def held(self, folders: Iterable[Path]) -> Mapping[Path, Held | None]:
        """What the commit held of the localities in ``folders`` that differ, unread; ``None`` of a new one.

        Left out is a new one that may be one of those that are gone, which its plan alone can tell. Nothing of what is
        given away is kept.
        """
        here = {folder: name for folder in folders if (name := self._repository.relative(folder)) is not None}
        touched = {folder: name for folder, name in here.items() if self._is_touched(name)}
        found = self._ask([name for name in touched.values() if name in self._folders])
        return {folder: found.get(name) for folder, name in touched.items() if name in found or not self._vacated}

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
        folders = {split(path)[0] for path in self._held if split(path)[1] == name}
        above = {folder for one in self._folders for folder in (one, *map(str, PurePosixPath(one).parents))}
        return any(self._tree.is_other(joined(folder, name)) for folder in folders | above | {"."})

    def gone(self, paths: Sequence[Path], still: Sequence[tuple[Path, Locality | None]]) -> list[Snapshot]:
        """The localities at or below ``paths`` that are no longer there under any name; ``still``: those that are.

        Of those: their folders, and as what they are known, where their plans can be relied on.
        """
        below = [name for path in paths if (name := self._repository.relative(path)) is not None]
        missing = [folder for folder in self._vacated if any(is_below(folder, path) for path in below)]
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
        own = traits(split(here)[1], locality)
        alike = dict.fromkeys(folder for trait in own for folder in self._by_trait.get(trait, ()))
        most, folder = max(((self._likeness(here, locality, one), one) for one in alike), default=(0, ""))
        return folder if most else None

    def _likeness(self, here: str, locality: Locality | None, folder: str) -> int:
        """How much speaks for a locality having lain in a folder before; 0 where nothing does."""
        same_name = int(split(folder)[1] == split(here)[1])
        before = self._snapshot(folder).plan if locality else None
        if locality is None or before is None:
            return same_name
        found = likeness(locality, before.locality)
        return found + same_name if found > 0 else 0

    @cached_property
    def _by_trait(self) -> dict[tuple[str, str], list[str]]:
        """The folders where nothing lies any more, by whatever their localities may be known again by."""
        folders: dict[tuple[str, str], list[str]] = {}
        for folder in self._vacated:
            plan = self._snapshot(folder).plan
            for trait in traits(split(folder)[1], plan.locality if plan else None):
                folders.setdefault(trait, []).append(folder)
        return folders

    @cached_property
    def _vacated(self) -> list[str]:
        """The folders that held a plan and hold none now, a sparse checkout aside."""
        return [folder for folder in self._order if self._tree.is_gone(joined(folder, PLAN_FILE))]

    def _is_touched(self, here: str) -> bool:
        if here not in self._differs:
            names = {*self._folders.get(here, ()), *self._tree.names(here)}
            self._differs[here] = any(self._tree.is_other(joined(here, name)) for name in names)
        return self._differs[here]

    def _snapshot(self, folder: str) -> Snapshot:
        if folder not in self._read:
            if folder not in self._unread:  # nor those that are likely to be asked for next
                first = self._order.index(folder)
                following = self._order[first + 1 : first + _AT_ONCE]
                near = [one for one in following if one not in self._read and self._is_touched(one)]
                self._unread |= self._ask([folder, *near])
            self._read[folder] = self._unread.pop(folder).read()
        return self._read[folder]

    def _ask(self, folders: Sequence[str]) -> dict[str, Held]:
        """What the commit held of localities, in one call of git."""
        wanted = {folder: self._files_of(folder) for folder in folders}
        blobs = self._repository.contents(oid for files in wanted.values() for oid in files.values())
        return {
            folder: Held(folder, self.commit, {name: blobs[oid] for name, oid in files.items()})
            for folder, files in wanted.items()
        }

    def _files_of(self, folder: str) -> dict[str, str]:
        """The plan and progress files of a locality with their ids, without those that are not checked out."""
        return {
            name: oid
            for name, oid in self._folders[folder].items()
            if name != WAIVERS_FILE and not self._tree.is_unseen(joined(folder, name))
        }


def since(ref: str, paths: Sequence[Path]) -> Earlier:
    """The localities as they were where the work at hand parted from ``ref``, in the repository of the paths.

    Raises:
        CallError: there is no such repository or commit.
    """
    path = Path(os.path.abspath(paths[0] if paths else Path()))
    # A path that an earlier commit had may be gone, with folders above it.
    repository = Repository.around(next(folder for folder in (path, *path.parents) if folder.is_dir()))
    return Earlier(repository, repository.merge_base(ref))
