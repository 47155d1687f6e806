"""The text floor's one way in: bytes to a document and everything that is wrong with its text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vtrack.text.decoding import OFFICE, decode
from vtrack.text.document import MAX_DEPTH, Document, build
from vtrack.text.flaws import Flaw, Span
from vtrack.text.hints import Hint, find_hints, hint_flaws
from vtrack.text.nodes import SyntaxFault, compose, guard
from vtrack.text.repair import Repair
from vtrack.text.syntax import diagnose

MAX_BYTES = 16 * 1024 * 1024
_ATTEMPTS = 50
"""How many syntax errors of one file are told at once; the certain ones are mended in the mind to read on."""
_ONCE_ABOVE = 300_000
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
    if decoded.flaw is not None and decoded.flaw.instead in (None, OFFICE):
        return Reading(None, (decoded.flaw,))
    flaws = [] if decoded.flaw is None else [decoded.flaw]
    text = decoded.text
    hints = find_hints(text)
    flaws += hint_flaws(text, hints)

    for _ in range(_ATTEMPTS if len(text) < _ONCE_ABOVE else 1):
        repair = Repair(text, hints)
        refused = [_moved(flaw, repair) for flaw in guard(repair.text, MAX_DEPTH)]
        if not _HARMLESS.issuperset(flaw.kind for flaw in refused):
            return Reading(None, _ordered(flaws + refused))
        try:
            document, structural = build(compose(repair.text), repair.place)
        except SyntaxFault as fault:
            flaw = _moved(diagnose(repair.text, fault), repair)
        else:
            return Reading(document, _ordered(flaws + refused + structural))
        mending = _mending(flaw, text)
        meets = [hint for hint in hints if hint.start < mending.end and mending.start < hint.end]
        if not any(hint.kind == "syntax" for hint in meets):
            flaws.append(flaw)
        if flaw.instead is None or meets:
            break
        hints = tuple(sorted((*hints, mending), key=lambda hint: hint.start))
    return Reading(None, _ordered(flaws))


def _mending(flaw: Flaw, text: str) -> Hint:
    """A syntax flaw as an edit of the text: what was wrong is mended in the mind, to read on behind it."""
    begin = sum(len(line) + 1 for line in text.split("\n")[: flaw.span.line - 1])
    start, end = begin + flaw.span.column - 1, begin + flaw.span.end_column - 1
    return Hint("syntax", start, min(end, len(text)), flaw.instead or "")


def _moved(flaw: Flaw, repair: Repair) -> Flaw:
    span = flaw.span
    line, column = repair.place(span.line - 1, span.column - 1)
    end_line, end_column = repair.place(span.end_line - 1, span.end_column - 1)
    after = max(end_column, column + 1) if end_line == line else end_column
    return replace(flaw, span=Span(line + 1, column + 1, end_line + 1, after + 1))


def _ordered(flaws: list[Flaw]) -> tuple[Flaw, ...]:
    return tuple(sorted(flaws, key=lambda flaw: (flaw.span.line, flaw.span.column)))
