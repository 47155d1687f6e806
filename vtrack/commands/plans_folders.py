"""The folders that a repository keeps its plans in, as its settings name them.

The settings come with the repository, from anybody. They say what is to be read of it, not of the rest of the machine.
"""

from __future__ import annotations

from pathlib import Path

from vtrack.errors import CallError
from vtrack.folders import lies_within, repository_top
from vtrack.messages import say
from vtrack.settings import Settings

MOST = 1_000
"""Folders of plans. One holds as many localities as there are."""


def plans_folders(settings: Settings, file: Path | None) -> tuple[Path, ...]:
    """The folders that the settings name, whether or not they are there. ``file``: where the settings are from, if any.

    Raises:
        CallError: one lies outside of the repository, by its name or by a link; or it has no name that can be read;
            or there are too many.
    """
    base = file.parent if file else Path()
    if len(settings.plans) > MOST:
        raise CallError(say("vtrack.yaml names more than {most} folders of plans", most=MOST))
    for name in settings.plans:
        if not name.isprintable():
            raise CallError(say("{path} is no name for a folder of plans", path=name))
    folders = tuple(base / folder for folder in settings.plans)
    home = repository_top(base) or base
    for folder in folders:
        if not lies_within(folder, home):
            raise CallError(
                say(
                    "the plans in {path} lie outside of the repository; if they are meant, name them in the call",
                    path=folder,
                )
            )
    return folders
