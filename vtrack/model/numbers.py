"""The numbers that were reported for a target: what the rules about figures go through."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import inf

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

    least, most: the smallest and the largest of these numbers and the baseline's. They are rounded, and only tell
    which targets have nothing to be looked at closely.
    """

    target: Target
    form: NumericForm
    reports: tuple[Number, ...]
    least: float
    most: float

    @property
    def spread(self) -> float:
        """How many times the smallest the largest is; without end where the smallest is not above zero."""
        return self.most / self.least if self.least > 0 else inf

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
        reports = tuple([(figure, value) for figure in figures if (value := figure.value) is not None])
        if reports:
            known = [value.as_integer_ratio() for _, value in reports]
            if target.baseline is not None:
                known.append(target.baseline.value.as_integer_ratio())
            sizes = [number / whole for number, whole in known]
            yield Numbers(target, target.form, reports, min(sizes), max(sizes))
