"""A verdict with all that its arithmetic is told from, and the sentences that every form has in common."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from vtrack.messages import Message, say
from vtrack.model.bound import Series as SeriesName
from vtrack.model.bound import honest
from vtrack.model.calendar import Stretch
from vtrack.model.plan import Plan, Target
from vtrack.model.quantity import written
from vtrack.model.record import Figure, Record
from vtrack.reports.steps.arithmetic import exact
from vtrack.verdicts.series import Series, amount, series_of
from vtrack.verdicts.verdict import Terms, Verdict


class Case(Struct, frozen=True, dict=True):
    """A verdict and what it was made from."""

    verdict: Verdict
    plan: Plan
    record: Record
    terms: Terms

    @property
    def target(self) -> Target:
        """The target that was judged."""
        return self.verdict.target

    @cached_property
    def series(self) -> Series:
        """The target's figures as they were known on the day, its baseline among them."""
        return series_of(self.target, self.record.figures.get(self.target.id, ()), self.terms)

    def told(self, figure: Figure) -> Message:
        """A figure with its day; of a count of a whole both numbers."""
        if figure.state is not None:
            return say("{value} ({day})", value=figure.state, day=figure.day)
        if figure.value is None:
            return say("done ({day})", day=figure.day) if figure.done else say("not done ({day})", day=figure.day)
        value, unit = honest(figure.value, self.target.bound), f" {self.target.unit}" if self.target.unit else ""
        if figure.count is not None and figure.of is not None:
            sign = "=" if Fraction(value) == figure.value else "≈"
            value = f"{written(figure.count)}/{written(figure.of)} {sign} {value}"
        return say("{value} ({day})", value=value + unit, day=figure.day)


def operand(figure: Figure) -> str:
    """A figure's number within a formula; of a count of a whole the share that the two come to."""
    value = amount(figure)
    plain = exact(value)
    if not figure.count or figure.of is None or "/" not in plain:
        return plain
    scale = value * figure.of / figure.count
    return f"{exact(scale)} × {exact(figure.count)}/{exact(figure.of)}"


def due_from(period: Stretch, terms: Terms) -> date | None:
    """The first day on which the figure of a period is due; ``None`` where the grace leads beyond the calendar."""
    try:
        return period.last + timedelta(days=terms.grace_days + 1)
    except OverflowError:
        return None


def series_name(case: Case) -> str:
    """What a comparison takes its bound from: another target by its name, an outside series by its id."""
    bound = case.target.bound
    if bound is None or not isinstance(bound.limit, SeriesName):
        return ""
    other = case.plan.targets.get(bound.limit.id) if bound.limit.kind == "target" else None
    return other.name if other else bound.limit.id
