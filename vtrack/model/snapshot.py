"""A locality as an earlier commit held it."""

from __future__ import annotations

from msgspec import Struct, field

from vtrack.model.plan import Plan
from vtrack.model.record import Record


class Snapshot(Struct, frozen=True):
    """A locality's plan and record as of a commit. ``plan`` is ``None`` where its file could not be relied on then.

    folder: where it lay, from the repository's top. files: its files' names within it, such as
    ``progress/2024.yaml``. complete: whether every progress file could be relied on.
    """

    folder: str
    commit: str
    plan: Plan | None
    record: Record = field(default_factory=Record)
    files: frozenset[str] = frozenset()
    complete: bool = True

    @property
    def short(self) -> str:
        """The commit as people write it."""
        return self.commit[:10]
