"""Which localities a change touches: those whose files changed, and those above and below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from vtrack.discovery import LocalityFiles
from vtrack.history.earlier import Earlier
from vtrack.model.plan import PLAN_FILE
from vtrack.model.snapshot import Snapshot
from vtrack.settings import SETTINGS_FILE

_PARENT = re.compile(rb"parent[\"']?\s*:\s*[\"']?([a-z0-9-]+)")


def changed_localities(
    localities: Iterable[LocalityFiles], earlier: Earlier, paths: Sequence[Path] = ()
) -> list[LocalityFiles]:
    """The localities that differ from an earlier commit, with their parents and children; all, when settings changed.

    Above and below a locality are also those that were: whose parent it was, who was its parent, and the family of
    one that is gone from ``paths``. Who is whose parent now is looked up in the text of the plans: a name that only
    looks like one adds a locality to what is checked, and never takes one away.
    """
    every = list(localities)
    if earlier.touches_file(SETTINGS_FILE):
        return every
    touched = [files for files in every if earlier.is_touched(files.folder)]
    was = [snapshot for files in touched if (snapshot := earlier.of(files.folder, None))]
    was += earlier.gone(paths, ())
    parents = {files.folder: _parents(files) for files in every}
    ids = {files.folder_name for files in touched} | {id for one in was for id in _ids(one)}
    above = {parent for files in touched for parent in parents[files.folder]} | {
        one.plan.locality.parent for one in was if one.plan and one.plan.locality.parent
    }
    folders = {files.folder for files in touched}
    return [
        files
        for files in every
        if files.folder in folders or files.folder_name in above or not ids.isdisjoint(parents[files.folder])
    ]


def _ids(snapshot: Snapshot) -> Iterable[str]:
    """What a locality was called by those below it."""
    yield PurePosixPath(snapshot.folder).name
    if snapshot.plan:
        yield snapshot.plan.locality.id


def _parents(files: LocalityFiles) -> set[str]:
    try:
        text = (files.folder / PLAN_FILE).read_bytes()
    except OSError:
        return set()
    return {match.decode() for match in _PARENT.findall(text)}
