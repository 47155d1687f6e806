"""One figure, or value to compare with, to be entered into a locality's progress, in the terms of FORMAT §4."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from vtrack.messages import Message
from vtrack.model.reference import Section


class Amount(Struct, frozen=True):
    """A number, kept as the digits that will stand in the file: ``95.20`` stays ``95.20``."""

    text: str


class Share(Struct, frozen=True):
    """A count of a whole, such as 83 of 85, each as the digits that will stand in the file."""

    count: str
    of: str


class State(Struct, frozen=True):
    """The state that a milestone has reached."""

    name: str


class Done(Struct, frozen=True):
    """Work that is done, or with ``done`` false was reported as done and is not."""

    done: bool = True


Report = Amount | Share | State | Done
"""What is reported about a target: one of the four things that a figure may be."""


class Entry(Struct, frozen=True):
    """One figure to be entered.

    target: its id. year: of the progress file. as_of: the day, ``None`` for the last day of the year.
    source: one of the format's words, ``None`` for the default. reason: why a figure of the same day is corrected.
    section: under ``references``, the entry is a value of the reference series ``target``, and ``source`` the
    publication that it is cited from; it has no evidence.
    """

    target: str
    year: int
    report: Report
    as_of: date | None = None
    source: str | None = None
    evidence: str | None = None
    note: str | None = None
    reason: str | None = None
    section: Section = "figures"

    @property
    def day(self) -> date:
        """The day that the figure is of."""
        return self.as_of or date(self.year, 12, 31)


class Refusal(Struct, frozen=True):
    """Why an entry is not entered, and what to do instead. ``wants_reason``: a stated reason would be enough."""

    entry: Entry
    message: Message
    hint: Message | None = None
    wants_reason: bool = False
