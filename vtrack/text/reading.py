"""The text floor's one way in: bytes to a document and everything that is wrong with its text."""

from __future__ import annotations

from dataclasses import dataclass

from vtrack.text.decoding import decode
from vtrack.text.document import MAX_DEPTH, Document, build
from vtrack.text.flaws import Flaw, Span
from vtrack.text.hints import find_hints
from vtrack.text.nodes import SyntaxFault, compose, guard
from vtrack.text.repair import Repair

MAX_BYTES = 16 * 1024 * 1024
_HARMLESS = frozenset({"anchor", "tag", "merge-key"})
"""Refused, but the tree can still be built and looked at for further mistakes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one file.

    ``document`` is ``None`` when no data could be had at all. ``flaws`` are in the order of the text. Data is worth
    judging by only when ``sound``: a text that had to be mended to be read may mean something else.
    """

    document: Document | None
    flaws: tuple[Flaw, ...]

    @property
    def sound(self) -> bool:
        """Whether the data is what the writer wrote, and not what the reader made of it."""
        return not self.flaws


def read(data: bytes) -> Reading:
    """Read the bytes of one YAML file. Never raises, whatever the bytes are."""
    if len(data) > MAX_BYTES:
        return Reading(None, (Flaw("size", Span(1, 1, 1, 2), str(len(data)), str(MAX_BYTES)),))
    decoded = decode(data)
    flaws = [] if decoded.flaw is None else [decoded.flaw]
    text = decoded.text
    hints = find_hints(text)
    flaws += [hint.flaw(text) for hint in hints]
    repair = Repair(text, hints)

    refused = [_moved(flaw, repair) for flaw in guard(repair.text, MAX_DEPTH)]
    flaws += refused
    if not _HARMLESS.issuperset(flaw.kind for flaw in refused):
        return Reading(None, _ordered(flaws))
    try:
        root = compose(repair.text)
    except SyntaxFault as fault:
        line, column = fault.line + 1, repair.column(fault.line, fault.column) + 1
        flaws.append(Flaw("syntax", Span(line, column, line, column + 1), fault.problem))
        return Reading(None, _ordered(flaws))
    document, structural = build(root, repair.column)
    return Reading(document, _ordered(flaws + structural))


def _moved(flaw: Flaw, repair: Repair) -> Flaw:
    span = flaw.span
    column = repair.column(span.line - 1, span.column - 1) + 1
    end = repair.column(span.end_line - 1, span.end_column - 1) + 1
    return Flaw(flaw.kind, Span(span.line, column, span.end_line, end), flaw.found, flaw.instead)


def _ordered(flaws: list[Flaw]) -> tuple[Flaw, ...]:
    return tuple(sorted(flaws, key=lambda flaw: (flaw.span.line, flaw.span.column)))
