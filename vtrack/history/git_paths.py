"""Paths as git calls them: from the top of the repository, with forward slashes; the top itself is ``.``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vtrack.discovery import PROGRESS_FOLDER
from vtrack.model.plan import PLAN_FILE
from vtrack.model.waiver import WAIVERS_FILE

_YEAR_FILE = re.compile(r"[0-9]{4}\.yaml\Z")


def is_below(folder: str, path: str) -> bool:
    """Whether a folder is, or lies below, another path."""
    return path in (".", folder) or folder.startswith(f"{path}/")


def joined(folder: str, name: str) -> str:
    """The path of what has a name in a folder."""
    return name if folder == "." else f"{folder}/{name}"


def split(path: str) -> tuple[str, str]:
    """The folder and the name of a path."""
    folder, _, name = path.rpartition("/")
    return folder or ".", name


def localities(files: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By folder of a locality, its files by name with the ids of their contents; ``files``: the ids by path."""
    folders: dict[str, dict[str, str]] = {}
    others: list[tuple[str, str, str]] = []
    for path, oid in files.items():
        folder, name = split(path)
        if name == PLAN_FILE:
            folders[folder] = {PLAN_FILE: oid}
        elif name == WAIVERS_FILE:
            others.append((folder, name, oid))
        elif _YEAR_FILE.match(name) and split(folder)[1] == PROGRESS_FOLDER:
            others.append((split(folder)[0], f"{PROGRESS_FOLDER}/{name}", oid))
    for folder, name, oid in others:
        if folder in folders:
            folders[folder][name] = oid
    return folders
