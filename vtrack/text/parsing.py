"""A text read by the parser, mended where it is mistyped: what is done for any file that is not an ordinary one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from vtrack.text.document import MAX_DEPTH, Document, build
from vtrack.text.escapes import find_escapes
from vtrack.text.flaws import Flaw, Span
from vtrack.text.hints import Hint, find_hints, hint_flaws
from vtrack.text.nodes import SyntaxFault, compose, guard
from vtrack.text.repair import Repair
from vtrack.text.syntax import diagnose

MOST_FLAWS = 2_000
"""How many mistyped pieces of one file are told; a file with more is not mended and read."""
_ATTEMPTS = 50
"""How many syntax errors of one file are told at once; the certain ones are mended in the mind to read on."""
_ONCE_ABOVE = 300_000
_HARMLESS = frozenset({"anchor", "tag", "merge-key"})
"""Refused, but the tree can still be built and looked at for further mistakes."""


def parse(text: str, known: Sequence[Flaw] = (), *, suspect: bool) -> tuple[Document | None, tuple[Flaw, ...]]:
    """The document of a text, if any can be had, and its flaws in their order, those that are ``known`` among them.

    ``suspect``: whether the text may hold anything mistyped, as :func:`vtrack.text.suspicion.is_suspect` says.
    """
    hints = find_hints(text) if suspect else ()
    flaws = [*known, *hint_flaws(text, hints[: MOST_FLAWS + 1])]
    if len(hints) > MOST_FLAWS:
        return None, _ordered(flaws)
    for _ in range(_ATTEMPTS if len(text) < _ONCE_ABOVE else 1):
        repair = Repair(text, hints)
        refused = [_moved(flaw, repair) for flaw in guard(repair.text, MAX_DEPTH)]
        if not _HARMLESS.issuperset(flaw.kind for flaw in refused):
            return None, _ordered(flaws + refused)
        try:
            root = compose(repair.text)
            document, structural = build(root, repair.place)
        except SyntaxFault as fault:
            flaw = _moved(diagnose(repair.text, fault), repair)
        else:
            escapes = hint_flaws(repair.text, islice(find_escapes(root, repair.text), MOST_FLAWS + 1))
            return document, _ordered([*flaws, *refused, *structural, *(_moved(flaw, repair) for flaw in escapes)])
        mending = _mending(flaw, text)
        meets = [hint for hint in hints if _meet(hint, mending)]
        if not any(hint.kind == "syntax" for hint in meets):
            flaws.append(flaw)
        if flaw.instead is None or meets:
            break
        hints = tuple(sorted((*hints, mending), key=lambda hint: hint.start))
    return None, _ordered(flaws)


def _mending(flaw: Flaw, text: str) -> Hint:
    """A syntax flaw as an edit of the text: what was wrong is mended in the mind, to read on behind it."""
    begin = sum(len(line) + 1 for line in text.split("\n")[: flaw.span.line - 1])
    start, end = begin + flaw.span.column - 1, begin + flaw.span.end_column - 1
    return Hint("syntax", start, min(end, len(text)), flaw.instead or "")


def _meet(one: Hint, other: Hint) -> bool:
    """Whether two edits share a place: the second would mend what the first made, and so on without an end."""
    return (one.start < other.end and other.start < one.end) or (one.start, one.end) == (other.start, other.end)


def _moved(flaw: Flaw, repair: Repair) -> Flaw:
    span = flaw.span
    line, column = repair.place(span.line - 1, span.column - 1)
    end_line, end_column = repair.place(span.end_line - 1, span.end_column - 1)
    after = max(end_column, column + 1) if end_line == line else end_column
    return replace(flaw, span=Span(line + 1, column + 1, end_line + 1, after + 1))


def _ordered(flaws: list[Flaw]) -> tuple[Flaw, ...]:
    """Flaws in the order of the text; of very many the first, and that there are more."""
    ordered = sorted(flaws, key=lambda flaw: (flaw.span.line, flaw.span.column))
    if len(ordered) > MOST_FLAWS:
        ordered[MOST_FLAWS:] = [Flaw("too-many", ordered[MOST_FLAWS].span, str(MOST_FLAWS))]
    return tuple(ordered)
