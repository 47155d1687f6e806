"""The verdict on any target: the one place that knows which form is judged where."""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.model.bound import Series as SeriesName
from vtrack.model.calendar import Stretch
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Reach, Task
from vtrack.model.plan import Plan, Target
from vtrack.model.record import Record
from vtrack.verdicts import accumulate, compare, grow, keep, milestone, reach, task
from vtrack.verdicts.series import Series, series_of
from vtrack.verdicts.verdict import Status, Terms, Verdict, settled


def assess(target: Target, plan: Plan, record: Record, terms: Terms) -> Verdict:
    """The verdict on ``target`` as of ``terms.day``."""
    form, figures = target.form, record.figures.get(target.id, ())
    if isinstance(form, Milestone):
        return milestone.assess(target, form, figures, terms)
    if isinstance(form, Task):
        return task.assess(target, form, figures, terms)
    if form.bound.is_placeholder:
        return settled(target, Status.PLACEHOLDER)
    return _measured(target, form, plan, record, terms)


def _measured(
    target: Target, form: Reach | Keep | Accumulate | Grow | Compare, plan: Plan, record: Record, terms: Terms
) -> Verdict:
    """The verdict on a target with a number: in the span of time that it is about, if that is known."""
    series = series_of(target, record.figures.get(target.id, ()), terms)
    deadline, start = form.by.day, form.start
    if deadline is None:
        return settled(target, Status.PLACEHOLDER, reason="deadline")
    if isinstance(form, Reach):
        return reach.assess(target, form, deadline, series, terms)
    if isinstance(form, Grow) and form.base_year is not None:
        return grow.assess(target, form, form.base_year, deadline, series)
    if isinstance(form, Grow) or start is None:
        return settled(target, Status.PLACEHOLDER, reason="deadline")
    if start > deadline:
        return settled(target, Status.NOT_DUE, reason="no_period")
    span = Stretch(start, deadline)
    if isinstance(form, Keep):
        return keep.assess(target, form, span, series)
    if isinstance(form, Accumulate):
        return accumulate.assess(target, form, span, series, terms)
    return compare.assess(target, form, span, series, other_series(form, plan, record, terms))


def judgeable(target: Target, record: Record) -> bool:
    """Whether every figure that a verdict on ``target`` needs could be read."""
    unreadable, form = record.unreadable, target.form
    if target.id in unreadable:
        return False
    limit = form.bound.limit if isinstance(form, Compare) else None
    return not (isinstance(limit, SeriesName) and limit.id in unreadable)


def assess_all(plan: Plan, record: Record, terms: Terms) -> Iterator[Verdict]:
    """The verdicts on a plan's targets in its order, without those whose figures could not be read."""
    for target in plan.targets.values():
        if judgeable(target, record):
            yield assess(target, plan, record, terms)


def other_series(form: Compare, plan: Plan, record: Record, terms: Terms) -> Series:
    """The series that a comparison takes its bound from."""
    name = form.bound.limit
    assert isinstance(name, SeriesName)
    if name.kind == "reference":
        return Series(record.references.get(name.id, ()), terms)
    other = plan.targets.get(name.id)
    figures = record.figures.get(name.id, ())
    return Series(figures, terms) if other is None else series_of(other, figures, terms)
