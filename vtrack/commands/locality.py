"""Which locality, and which target or reference series, a call names."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vtrack.commands.call import Asked, find
from vtrack.errors import CallError
from vtrack.messages import Message, listed, say
from vtrack.naming import Meant, meant

if TYPE_CHECKING:
    from vtrack.checking import Examination, Examined
    from vtrack.discovery import LocalityFiles
    from vtrack.model.plan import Plan
    from vtrack.model.reference import Reportable


def locality_meant(text: str, asked: Asked, examination: Examination) -> Examined:
    """The one locality that ``text`` names: its folder, its id, its name or a part of either.

    Raises:
        CallError: none is named so, or several are; the sentence offers what there is.
    """
    from vtrack.checking import examine
    from vtrack.discovery import find_localities

    localities = find(asked)
    for files in localities:
        if files.folder_name == text:
            return examine(files, examination)
    path = Path(text)
    if os.path.exists(path):
        below = list(find_localities([path]))
        if len(below) == 1 and below[0].is_there:
            return examine(below[0], examination)
    names = _names(localities, examination)
    found = meant(text, names)
    if found.id is None:
        raise CallError(_no_locality(text, found, names))
    folder = Path(found.id)
    return examine(next(files for files in localities if files.folder == folder), examination)


def target_meant(text: str, plan: Plan) -> str:
    """The id of the one target of a plan that ``text`` names: its id, its name or a part of either.

    Raises:
        CallError: none is named so, or several are; the sentence offers the nearest.
    """
    names = {id: target.name for id, target in plan.targets.items()}
    found = meant(text, names)
    if found.id is None:
        raise CallError(no_target(text, found, names))
    return found.id


def reportable_meant(text: str, plan: Plan) -> Reportable:
    """The one target that ``text`` names, or else the one series that targets are compared with: by its id or a part.

    Raises:
        CallError: none is named so, or several are; the sentence offers the nearest.
    """
    from vtrack.model.reference import Reference, reportables

    known = reportables(plan)
    names = {id: "" if isinstance(one, Reference) else one.name for id, one in known.items()}
    found = meant(text, names)
    if found.id is None:
        called = {id: name or say("to compare with") for id, name in names.items()}
        raise CallError(no_target(text, found, called))
    return known[found.id]


def no_target(text: str, found: Meant, names: Mapping[str, str | Message]) -> Message:
    """That a text names no target, or several, and which it may mean."""
    offered = listed(tuple(say("{id} ({name})", id=id, name=names[id]) for id in found.candidates))
    if found.ambiguous:
        return say("{text} may be any of these targets: {offered}", text=text, offered=offered)
    if found.candidates:
        return say("there is no target {text}; did you mean {offered}?", text=text, offered=offered)
    return say("there is no target {text}", text=text)


def _names(localities: Sequence[LocalityFiles], examination: Examination) -> dict[str, str]:
    """By its folder, every locality's id and name; the id where a plan cannot be read."""
    from vtrack.checking import read_file
    from vtrack.held_files import plan_of

    names = {}
    for files in localities:
        plan = plan_of(read_file(files, files.plan, "plan", examination.call, examination.bytes_of))
        names[str(files.folder)] = plan.locality.name if plan else files.folder_name
    return names


def _no_locality(text: str, found: Meant, names: Mapping[str, str]) -> Message:
    offered = listed(tuple(f"{Path(folder).resolve().name} ({names[folder]})" for folder in found.candidates))
    if found.ambiguous:
        return say("{text} may be any of these localities: {offered}", text=text, offered=offered)
    if found.candidates:
        return say("there is no locality {text}; did you mean {offered}?", text=text, offered=offered)
    return say("there is no locality {text}", text=text)
