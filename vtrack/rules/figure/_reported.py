"""Reported figures as the rules of this family go through them: target by target, in the order of their days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from vtrack.findings import Severity
from vtrack.messages import Message
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Reach, Task
from vtrack.model.plan import Place, Target
from vtrack.model.record import Figure
from vtrack.rules.rule import Dossier, Remark

NumericForm = Reach | Keep | Accumulate | Grow | Compare
Number = tuple[Figure, Fraction]
"""A report and the number in it."""
_WITHOUT_NUMBER = (Milestone, Task)


@dataclass(frozen=True, slots=True)
class Numbers:
    """A target that is judged by numbers, and the numbers reported for it in the order of their days."""

    target: Target
    form: NumericForm
    reports: tuple[Number, ...]

    @property
    def limit(self) -> Fraction | None:
        """The number of the bound, where it has one."""
        limit = self.form.bound.limit
        return limit if isinstance(limit, Fraction) else None

    @property
    def flow(self) -> bool:
        """Whether a year's figure is that year's total so far."""
        return self.form.flow if isinstance(self.form, Keep) else isinstance(self.form, Accumulate) and not self.running

    @property
    def running(self) -> bool:
        """Whether a figure is the total since the first day."""
        return isinstance(self.form, Accumulate) and self.form.running

    @property
    def rates(self) -> bool:
        """Whether the figures are yearly growth rates of something else."""
        return isinstance(self.form, Grow) and self.form.rates


def numbers(case: Dossier, such_as: Callable[[Figure], bool] | None = None) -> Iterator[Numbers]:
    """Each target that is judged by numbers and has some.

    With ``such_as`` only those with a report for which it holds: most have none, and are not looked at any further.
    """
    for id, figures in case.record.figures.items():
        target = case.plan.targets.get(id)
        if target is None or isinstance(target.form, _WITHOUT_NUMBER) or (such_as and not any(map(such_as, figures))):
            continue
        reports = tuple([(figure, figure.value) for figure in figures if figure.value is not None])
        if reports:
            yield Numbers(target, target.form, reports)


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
