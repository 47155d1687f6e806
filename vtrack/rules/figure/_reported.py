"""Where the pieces of a report stand in a progress file, for the rules of this family."""

from __future__ import annotations

from vtrack.findings import Severity
from vtrack.messages import Message
from vtrack.model.plan import Place, Target
from vtrack.model.record import Figure
from vtrack.rules.rule import Remark


def piece(figure: Figure, *keys: str) -> Place:
    """Where a piece of a report stands; of a bare number, which has no pieces, where the number stands."""
    return Place(figure.place.file, (*figure.place.path, *keys))


def on_value(
    target: Target, figure: Figure, message: Message, hint: Message, severity: Severity | None = None
) -> Remark:
    """A remark about the number of a report."""
    return Remark(piece(figure, "value" if figure.of is None else "count"), message, hint, target.id, severity)
