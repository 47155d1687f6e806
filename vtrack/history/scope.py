"""Which localities a change touches: those whose files changed, and those above and below them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from vtrack.discovery import LocalityFiles
from vtrack.history.earlier import Earlier
from vtrack.settings import SETTINGS_FILE

_PARENT = re.compile(rb"parent[\"']?\s*:\s*[\"']?([a-z0-9-]+)")


def changed_localities(localities: Iterable[LocalityFiles], earlier: Earlier) -> list[LocalityFiles]:
    """The localities that differ from an earlier commit, with their parents and children; all, when settings changed.

    Who is whose parent is looked up in the text of the plans: a name that only looks like one adds a locality to
    what is checked, and never takes one away.
    """
    every = list(localities)
    if earlier.touches_file(SETTINGS_FILE):
        return every
    touched = {files.folder for files in every if earlier.is_touched(files.folder)}
    ids = {folder.name for folder in touched}
    above = {parent for folder in touched for parent in _parents(folder)}
    return [
        files
        for files in every
        if files.folder in touched or files.folder.name in above or not ids.isdisjoint(_parents(files.folder))
    ]


def _parents(folder: Path) -> set[str]:
    try:
        text = (folder / "plan.yaml").read_bytes()
    except OSError:
        return set()
    return {match.decode() for match in _PARENT.findall(text)}
