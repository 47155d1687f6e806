"""What can be wrong with a text, as data: a kind, a place, what stands there and what to write instead."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of a file. Lines and columns count from 1, in characters; the end is one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Flaw(Struct, frozen=True):
    """Something wrong with a text, whatever the text is about.

    ``kind`` is the name of the rule in the family ``text`` that explains it; ``found`` is the offending piece and
    ``instead`` what to write in its place, where that is certain. ``detail`` is what else the sentence needs: which of
    the problems in :mod:`vtrack.text.syntax` it is, or the line where a repeated key stood first.
    """

    kind: str
    span: Span
    found: str = ""
    instead: str | None = None
    detail: str = ""
