"""What taking workbooks back came to, as data for a report."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from vtrack.messages import Message
from vtrack.workbooks.faults import Fault, Remark


class Change(str, Enum):
    """What a row of a workbook does to a progress file."""

    ENTERED = "entered"  # a figure of a day that had none
    CORRECTED = "corrected"  # another figure for a day that had one
    SUPPLEMENTED = "supplemented"  # the same figure with another source, evidence or note
    UNCHANGED = "unchanged"  # the file says the same
    EMPTY = "empty"  # nothing was filled in


class Ending(str, Enum):
    """How an import ends."""

    SAVED = "saved"
    TRIED = "tried"  # a dry run
    REFUSED = "refused"  # for faults, and nothing was written
    NOTHING = "nothing"  # no figure differs from what the files say


class LocalityIntake(Struct, frozen=True):
    """One locality's share. ``files``: the progress files that were written, or would be."""

    id: str
    name: str
    counts: Mapping[Change, int]
    files: tuple[str, ...] = ()


class Intake(Struct, frozen=True):
    """Everything that is to be told of an import.

    workbooks: the files as they are called. differences: unified diffs of the progress files, in a dry run.
    marked: what became of the copies with the faults marked.
    """

    workbooks: tuple[str, ...]
    ending: Ending
    localities: tuple[LocalityIntake, ...] = ()
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()
    differences: tuple[str, ...] = ()
    marked: tuple[Message, ...] = ()
