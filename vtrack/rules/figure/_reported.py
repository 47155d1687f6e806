"""Reported figures as the rules of this family go through them: target by target, in the order of their days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vtrack.findings import Severity
from vtrack.messages import Message
from vtrack.model.numbers import Number as Number
from vtrack.model.numbers import Numbers as Numbers
from vtrack.model.numbers import NumericForm as NumericForm
from vtrack.model.plan import Place, Target
from vtrack.model.record import Figure
from vtrack.rules.rule import Dossier, Remark


def numbers(case: Dossier, such_as: Callable[[Figure], bool] | None = None) -> Iterable[Numbers]:
    """Each target that is judged by numbers and has some.

    With ``such_as`` only those with a report for which it holds: most have none, and are not looked at any further.
    """
    if such_as is None:
        return case.numbers
    figures = case.record.figures
    return (found for found in case.numbers if any(map(such_as, figures[found.target.id])))


def series(case: Dossier) -> Iterator[tuple[str | None, str, tuple[Figure, ...]]]:
    """All that was reported: of targets, with the target's id, and of reference series, without; and what to call it."""
    for id, figures in case.record.figures.items():
        yield id, called(case, id), figures
    for id, figures in case.record.references.items():
        yield None, id, figures


def called(case: Dossier, id: str) -> str:
    """A target's name; of one that the plan does not have, its id."""
    target = case.plan.targets.get(id)
    return target.name if target else id


def piece(figure: Figure, *keys: str) -> Place:
    """Where a piece of a report stands; of a bare number, which has no pieces, where the number stands."""
    return Place(figure.place.file, (*figure.place.path, *keys))


def on_value(
    target: Target, figure: Figure, message: Message, hint: Message, severity: Severity | None = None
) -> Remark:
    """A remark about the number of a report."""
    return Remark(piece(figure, "value" if figure.of is None else "count"), message, hint, target.id, severity)
