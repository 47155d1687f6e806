"""A locality's files as an earlier commit held them to what they came to then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from vtrack.held_files import HeldFile, Reported, hold, plan_of, reported
from vtrack.model.plan import PLAN_FILE, Amendment, Place, Plan
from vtrack.model.plan_data import build_plan
from vtrack.model.record import Record, Revision
from vtrack.model.snapshot import Snapshot

_UNKNOWN = date.min
_NO_PLAN = {"period": {"start": "x", "end": "x"}, "locality": {"id": "x"}, "targets": {}}


class Held(Struct, frozen=True):
    """What a commit held of the locality that lay in ``folder``, not yet read.

    contents: by a file's name within the folder, the plan and the progress files.
    """

    folder: str
    commit: str
    contents: Mapping[str, bytes]

    def read(self) -> Snapshot:
        """What the files came to then."""
        return snapshot_of(self.folder, self.commit, self.contents)


def snapshot_of(folder: str, commit: str, contents: Mapping[str, bytes]) -> Snapshot:
    """The locality that lay in ``folder``. ``contents``: by a file's name within it, what the commit held.

    An amendment or revision that cannot be read stands in the lists all the same, without its ``was``: when it is
    mended later on, it is known not to be a new one.
    """
    names = frozenset(contents)
    held = {
        name: hold(name, name, data, "plan" if name == PLAN_FILE else "progress")
        for name, data in sorted(contents.items())
    }
    plan = plan_of(held[PLAN_FILE]) if PLAN_FILE in held else None
    if plan is None:
        return Snapshot(folder, commit, None, files=names, complete=False)
    known = reported(plan, [file for name, file in held.items() if name != PLAN_FILE])
    plan = replace(plan, amendments=tuple(_amendments(held[PLAN_FILE], plan)))
    return Snapshot(folder, commit, plan, _with_faulty(known), names, known.complete)


def _amendments(file: HeldFile, plan: Plan) -> Iterator[Amendment]:
    """A plan's amendments. One that is faulty takes the whole list out of the plan; here it only loses its content."""
    entries = file.data.get("amendments") if isinstance(file.data, dict) else None
    faulty = {error.path[1] for error in file.case.errors if error.path[:1] == ("amendments",) and len(error.path) > 1}
    if not isinstance(entries, list) or not faulty:
        yield from plan.amendments
        return
    for place, entry in enumerate(entries):
        if place in faulty:
            target = entry.get("target") if isinstance(entry, dict) else None
            yield Amendment(str(target), _UNKNOWN, "", {})
        else:
            yield from build_plan({**_NO_PLAN, "amendments": [entry]}).amendments


def _with_faulty(known: Reported) -> Record:
    """The record with the revisions that are faulty, and were left out, added to the others."""
    faulty = [
        Revision(str(entry.get("target")), _UNKNOWN, None, _UNKNOWN, Place(file.file, ("revisions", place)))
        for file in known.files
        for place, entry in enumerate(file.data.get("revisions") or ())
        if place in file.omit_revisions and isinstance(entry, dict)
    ]
    return replace(known.record, revisions=(*known.record.revisions, *faulty))
