"""What must be reported next: figures, values to compare with, states, evidence, and until which day. Pure.

A figure is late here exactly where it is missing for the verdict: both ask the same series the same question.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MINYEAR, date
from enum import Enum

from msgspec import Struct

from vtrack.model.bound import Series as SeriesName
from vtrack.model.calendar import Each, Stretch, stretches, year_end, year_start
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Reach, Task
from vtrack.model.plan import Plan, Target
from vtrack.model.record import Figure, Record
from vtrack.verdicts.assess import assess, judgeable, other_series
from vtrack.verdicts.series import Series, series_of
from vtrack.verdicts.verdict import Status, Terms


class Wanted(str, Enum):
    """What is wanted: a target's own figure, a value to compare with, a milestone's state, the evidence of a task."""

    FIGURE = "figure"
    REFERENCE = "reference"
    STATE = "state"
    EVIDENCE = "evidence"


class Due(Struct, frozen=True):
    """One thing that is to be reported about a target.

    last: the last day of what it is about: of a period, or the day on which a state or the evidence is expected.
    until: the last day on which the report is in time: ``last`` and the grace, which a deadline does not have.
    days_left: from the day of the asking to ``until``; negative when it has passed.
    period: the year, quarter or month of a figure or of a value to compare with.
    series: where that value is wanted, the series that it belongs to. state: the state that is expected by then.
    known: the last report known of it, or the baseline.
    """

    target: Target
    wanted: Wanted
    last: date
    until: date
    days_left: int
    period: Stretch | None = None
    series: SeriesName | None = None
    state: str | None = None
    known: Figure | None = None

    @property
    def day(self) -> date:
        """The last day of what is to be reported; of a value to compare with it may lie ``lag`` years before."""
        return self.period.last if self.period else self.last

    @property
    def days_late(self) -> int:
        """Whole days since the last day on which the report was in time; 0 while it still is."""
        return max(-self.days_left, 0)

    @property
    def is_late(self) -> bool:
        """Whether the report is no longer in time."""
        return self.days_left < 0


class LocalityDues(Struct, frozen=True):
    """What one locality has to report, the most urgent first.

    file: how its plan is called. plan: ``None`` when it could not be relied on, so that nothing is known.
    complete: whether every progress file could be relied on; if not, nothing is told of what is due.
    unjudged: ids of targets of which nothing is told because data of theirs is faulty.
    """

    folder: str
    file: str
    plan: Plan | None = None
    dues: tuple[Due, ...] = ()
    complete: bool = True
    unjudged: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether everything that the locality has to report could be told."""
        return self.plan is not None and self.complete and not self.unjudged


class Agenda(Struct, frozen=True):
    """What several localities have to report as of a day. ``within``: how many days ahead was asked for."""

    as_of: date
    within: int
    localities: tuple[LocalityDues, ...]


def dues(plan: Plan, record: Record, terms: Terms, within: int = 0) -> tuple[Due, ...]:
    """What a plan's targets want: all that is late or due within so many days, and of each target the next after that.

    The first to have been due comes first; of one day in the plan's order. Targets whose figures could not be read,
    and those that are placeholders, want nothing.
    """
    found = (
        due
        for target in plan.targets.values()
        if judgeable(target, record)
        for due in _of_target(target, plan, record, terms, within)
    )
    return tuple(sorted(found, key=lambda due: due.until))


def _of_target(target: Target, plan: Plan, record: Record, terms: Terms, within: int) -> Iterator[Due]:
    form = target.form
    if isinstance(form, Milestone | Task):
        yield from _upto(_of_work(target, form, plan, record, terms), within)
        return
    need = _need(form)
    if form.bound.is_placeholder or need is None:
        return
    series = series_of(target, record.figures.get(target.id, ()), terms)
    yield from _upto(_figures(target, need, series), within)
    if isinstance(form, Compare):
        yield from _upto(_references(target, form, need.span, other_series(form, plan, record, terms)), within)


def _upto(found: Iterator[Due], within: int) -> Iterator[Due]:
    """What is due within so many days, and the first that is due later."""
    for due in found:
        yield due
        if due.days_left > within:
            return


class _Need(Struct, frozen=True):
    """The periods of which a target wants figures. ``every``: each of them, or only the latest that is closed."""

    span: Stretch
    each: Each = Each.YEAR
    every: bool = True


def _need(form: Reach | Keep | Accumulate | Grow | Compare) -> _Need | None:
    """What a form needs by FORMAT §5; ``None`` where its time is not known or it would begin after its deadline."""
    deadline, start = form.by.day, form.start
    if deadline is None:
        return None
    if isinstance(form, Reach):
        final = year_start(deadline.year)
        return _Need(Stretch(min(start or final, final), deadline), every=False)
    if isinstance(form, Grow):
        return _need_of_growth(form, deadline.year)
    if start is None or start > deadline:
        return None
    span = Stretch(start, deadline)
    return _Need(span, form.each) if isinstance(form, Keep) else _Need(span, every=not _is_running(form))


def _need_of_growth(form: Grow, last_year: int) -> _Need | None:
    if form.base_year is None or form.base_year >= last_year:
        return None
    every = form.every or form.rates
    first = form.base_year + 1 if every or form.start is None else max(form.start.year, form.base_year + 1)
    return _Need(Stretch(year_start(first), year_end(last_year)), every=every) if first <= last_year else None


def _is_running(form: Accumulate | Compare) -> bool:
    return isinstance(form, Accumulate) and form.running


def _figures(target: Target, need: _Need, series: Series) -> Iterator[Due]:
    """The figures that are missing, then those of the periods that are not closed yet."""
    closed = None if need.every else series.latest_closed_year(need.span)
    first = need.span.first if closed is None else closed.first
    for period in stretches(need.each, first, need.span.last):
        if series.last_in(period) is None or not series.is_closed(period):
            yield _reported(target, Wanted.FIGURE, period.last, series, period)


def _references(target: Target, form: Compare, span: Stretch, other: Series) -> Iterator[Due]:
    """The values to compare with that are missing, then those of the years that are not closed yet."""
    assert isinstance(form.bound.limit, SeriesName)
    for year in stretches(Each.YEAR, span.first, span.last):
        number = max(year.last.year - form.lag, MINYEAR)
        theirs = Stretch(year_start(number), year_end(number))
        if other.last_in(theirs) is None or not (other.is_due(year.last) or other.is_closed(theirs)):
            yield _reported(target, Wanted.REFERENCE, year.last, other, theirs, form.bound.limit)


def _reported(
    target: Target, wanted: Wanted, last: date, series: Series, period: Stretch, name: SeriesName | None = None
) -> Due:
    """A figure or value that is in time through the grace after ``last``."""
    # A grace beyond the calendar's end is never over.
    until = date.fromordinal(min(last.toordinal() + series.terms.grace_days, date.max.toordinal()))
    day = series.terms.day
    return Due(target, wanted, last, until, (until - day).days, period, name, known=series.latest(day))


def _of_work(target: Target, form: Milestone | Task, plan: Plan, record: Record, terms: Terms) -> Iterator[Due]:
    """The states of a milestone and the evidence of a task, which like their verdicts know no grace."""
    verdict = assess(target, plan, record, terms)
    deadline = form.by.day
    if deadline is None or verdict.status is Status.MET:
        return
    wanted = Wanted.STATE if isinstance(form, Milestone) else Wanted.EVIDENCE
    expected = _stages(form, verdict.figure, deadline, terms) if isinstance(form, Milestone) else [(deadline, None)]
    for day, state in expected:
        yield Due(target, wanted, day, day, (day - terms.day).days, state=state, known=verdict.figure)


def _stages(form: Milestone, known: Figure | None, deadline: date, terms: Terms) -> Iterator[tuple[date, str]]:
    """The states that are expected and not reported yet: the latest that should be reached, and those to come."""
    rank = form.rank(known.state if known else None)
    before = [stage for stage in form.expect if stage[0] < deadline]
    latest = next((stage for stage in reversed(before) if stage[0] <= terms.day), None)
    for day, state in before if terms.day <= deadline else ():
        if ((day, state) == latest or day > terms.day) and form.rank(state) > rank:
            yield day, state
    yield deadline, form.reach
