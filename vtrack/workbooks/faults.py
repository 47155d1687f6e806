"""What is to be said of a filled-in workbook: a fault that keeps figures out, or a remark on what was understood."""

from __future__ import annotations

from msgspec import Struct

from vtrack.messages import Message, say

FAULTS_SHEET = say("Faults")
"""The title of the sheet that lists them in a marked copy; reading one passes over it."""


class Spot(Struct, frozen=True):
    """Where in the workbooks of a call: the file as it is called, a sheet's name, a cell such as ``E7``.

    Without a cell it is the sheet that is meant, without a sheet the whole file.
    """

    file: str
    sheet: str | None = None
    cell: str | None = None


class Fault(Struct, frozen=True):
    """Something that is wrong at a spot, and what to write or do instead. What stands there is not entered."""

    spot: Spot
    message: Message
    hint: Message | None = None


class Remark(Struct, frozen=True):
    """How something that is not plain was understood, or what was left alone, so that nothing happens unseen."""

    spot: Spot
    message: Message


class Unreadable(Exception):
    """A file that cannot be taken for a workbook, or must not: one sentence, and what to do instead."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
