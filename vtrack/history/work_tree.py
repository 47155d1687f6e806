"""The work tree beside a commit: which files, as they lie there, are not what the commit held.

It is told by their contents, committed or not, known to git or not; line ends do not count.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from functools import cached_property

from vtrack.discovery import PROGRESS_FOLDER
from vtrack.history.git_paths import joined
from vtrack.history.repository import Repository
from vtrack.model.plan import PLAN_FILE
from vtrack.model.waiver import WAIVERS_FILE


class WorkTree:
    """The work tree of a repository. ``held``: the ids of what the files of a commit held, by their paths."""

    def __init__(self, repository: Repository, held: Mapping[str, str]) -> None:
        self._repository = repository
        self._top = os.path.join(repository.top, "")
        self._held = held

    def is_gone(self, path: str) -> bool:
        """Whether a file is not there, and was not left out of the work tree either."""
        return not os.path.exists(self._at(path)) and path not in self._left_out

    def is_unseen(self, path: str) -> bool:
        """Whether a file is not there because a sparse checkout leaves it out."""
        return not os.path.exists(self._at(path)) and path in self._left_out

    def names(self, folder: str) -> Iterator[str]:
        """The names that the files of a locality have now, or may have."""
        yield from (PLAN_FILE, WAIVERS_FILE, "plan.yml", "waivers.yml")
        try:
            names = os.listdir(self._at(joined(folder, PROGRESS_FOLDER)))
        except OSError:
            return
        # Also those that nobody reads because of their names, which are findings.
        kept = (name for name in names if name.endswith((".yaml", ".yml")) and name[0] != ".")
        yield from (f"{PROGRESS_FOLDER}/{name}" for name in kept)

    def is_other(self, path: str) -> bool:
        """Whether a file is not what the commit held under its name; one that neither has is not."""
        oid, file = self._held.get(path), self._at(path)
        if not os.path.isfile(file):
            return oid is not None and self.is_gone(path)
        try:
            with open(file, "rb") as stream:
                data = stream.read()
        except OSError:
            return True
        if oid is None or _id(data, oid) == oid:
            return oid is None
        return b"\r\n" not in data or _id(data.replace(b"\r\n", b"\n"), oid) != oid

    @cached_property
    def _left_out(self) -> frozenset[str]:
        return self._repository.left_out()

    def _at(self, path: str) -> str:
        """Where a file of the repository lies. Of many files this is asked; text is faster than a path."""
        return f"{self._top}{path}"


def _id(data: bytes, like: str) -> str:
    """The id that git gives a content, in the way of another id."""
    digest = hashlib.new("sha1" if len(like) == 40 else "sha256", b"blob %d\0" % len(data), usedforsecurity=False)
    digest.update(data)
    return digest.hexdigest()
