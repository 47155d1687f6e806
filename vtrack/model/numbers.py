"""The numbers that were reported for a target: what the rules about figures go through."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Reach, Task
from vtrack.model.plan import Plan, Target
from vtrack.model.record import Figure, Record

NumericForm = Reach | Keep | Accumulate | Grow | Compare
Number = tuple[Figure, Fraction]
"""A report and the number in it."""
_WITHOUT_NUMBER = (Milestone, Task)


class Numbers(Struct, frozen=True):
    """A target that is judged by numbers, and the numbers reported for it in the order of their days.

    spread: how many times the smallest of these numbers and the baseline's the largest is, as far as they are above
    zero. It is rounded, and only tells which targets have nothing to be looked at closely.
    """

    target: Target
    form: NumericForm
    reports: tuple[Number, ...]
    spread: float

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


def numbers_of(plan: Plan, record: Record) -> Iterator[Numbers]:
    """Each target that is judged by numbers and has some."""
    for id, figures in record.figures.items():
        target = plan.targets.get(id)
        if target is None or isinstance(target.form, _WITHOUT_NUMBER):
            continue
        reports = tuple([(figure, figure.value) for figure in figures if figure.value is not None])
        if reports:
            yield Numbers(target, target.form, reports, _spread(target, reports))


def _spread(target: Target, reports: tuple[Number, ...]) -> float:
    base = target.baseline
    values = [value for _, value in reports] if base is None else [base.value, *(value for _, value in reports)]
    sizes = [value.numerator / value.denominator for value in values if value.numerator > 0]
    return max(sizes) / min(sizes) if sizes else 1
