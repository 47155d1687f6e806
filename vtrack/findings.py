"""Findings: what is wrong, where, and what to write instead. FORMAT §6."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from vtrack.messages import Message
from vtrack.text.flaws import Span


class Severity(str, Enum):
    """How much a finding counts: an error always, a warning under ``--strict``, an info never."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Finding(Struct, frozen=True):
    """One thing that is wrong, at its place in a file.

    ``file`` is the path as the reader of the report knows it. ``hint`` says what to write or do instead.
    ``grounds`` tells of a waived one why it is set aside, by whom and through which day.
    """

    rule: str
    severity: Severity
    message: Message
    hint: Message | None
    file: str
    span: Span
    locality: str | None = None
    target: str | None = None
    waived: bool = False
    grounds: Message | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Findings are listed file by file, from top to bottom."""
        return (self.file, self.span.line, self.span.column, self.rule, self.message.text)
