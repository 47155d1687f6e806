"""Which series that targets are compared with want a value of a year."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from vtrack.model.bound import Series
from vtrack.model.forms import Compare
from vtrack.model.plan import Plan, Target
from vtrack.model.record import Record
from vtrack.model.reference import Reference, references


def needed(plan: Plan, record: Record, year: int) -> Iterator[Reference]:
    """The series of which targets need the value of a year, with these; and those of which one can be corrected."""
    for one in references(plan).values():
        targets = tuple(target for target in one.targets if _needs(target, one.id, year))
        reported = any(figure.year == year for figure in record.references.get(one.id, ()))
        if targets or reported:
            yield replace(one, targets=targets or one.targets)


def _needs(target: Target, reference: str, year: int) -> bool:
    form = target.form
    if not isinstance(form, Compare) or form.bound.limit != Series("reference", reference):
        return False
    start, deadline, of = form.start, form.by.day, year + form.lag
    return start is not None and deadline is not None and start.year <= of <= deadline.year
