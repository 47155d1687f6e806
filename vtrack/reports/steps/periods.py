"""The steps of ``keep`` and ``compare``: each period's value against what it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from vtrack.messages import Message, say
from vtrack.model.bound import Bound
from vtrack.model.calendar import year_start
from vtrack.model.forms import Compare, Keep
from vtrack.model.quantity import written
from vtrack.reports.steps.arithmetic import Formula, exact, relation
from vtrack.reports.steps.case import Case, series_name
from vtrack.reports.steps.reach import held
from vtrack.verdicts.series import amount
from vtrack.verdicts.verdict import Judged, Status

_MOST = 8
"""So many periods are told one by one; of more, those that failed and the last few."""
_LAST = 3


def keep_steps(case: Case, form: Keep) -> Iterator[Message]:
    """Every period with its value, and of an open one of a flow the share of the bound that it is held against."""
    judged = case.verdict.workings.judged
    yield from _others(judged)
    for one in _told(judged):
        if form.flow:
            yield from _own_amount(case, form, one)
        if form.flow and not case.series.is_closed(one.stretch):
            yield from _prorated(case, form, one)
        else:
            yield _period(one, form.bound)
    yield from _outcome(case)


def compare_steps(case: Case, form: Compare) -> Iterator[Message]:
    """Every year with its value and the other series', or the means of both."""
    judged, workings = case.verdict.workings.judged, case.verdict.workings
    if form.lag:
        yield say(
            "each year is held against {series}, of the year {lag} before", series=series_name(case), lag=form.lag
        )
    else:
        yield say("each year is held against {series}", series=series_name(case))
    yield from _others(judged)
    for one in _told(judged):
        yield _period(one, form.bound.around(one.limit))
    if not form.average:
        yield from _outcome(case)
        return
    assert workings.attained is not None
    assert workings.expected is not None
    counted = _counted(judged, workings.attained, workings.expected)
    if len(counted) > 1:
        values, limits = ([exact(number) for number in row] for row in zip(*counted, strict=True))
        mean, other = (
            Formula(f"({' + '.join(numbers)}) / {len(counted)}", result)
            for numbers, result in ((values, workings.attained), (limits, workings.expected))
        )
        yield say("the mean over the closed years is {mean}, that of the other series {other}", mean=mean, other=other)
    bound = form.bound.around(workings.expected)
    yield held(relation(bound, workings.attained), holds=bound.holds(workings.attained))


def _counted(judged: Sequence[Judged], mean: Fraction, other: Fraction) -> list[tuple[Fraction, Fraction]]:
    """The values of the years that two means were taken over: the closed ones, which come first."""
    rows = [(one.value, one.limit) for one in judged]
    for count in range(len(rows), 0, -1):
        left, right = (sum(column, Fraction(0)) / count for column in zip(*rows[:count], strict=True))
        if (left, right) == (mean, other):
            return rows[:count]
    return rows[-1:]


def _told(judged: Sequence[Judged]) -> list[Judged]:
    if len(judged) <= _MOST:
        return list(judged)
    failed = [one for one in judged[:-_LAST] if not one.holds]
    return [*failed[-_LAST:], *judged[-_LAST:]]


def _others(judged: Sequence[Judged]) -> Iterator[Message]:
    told = len(_told(judged))
    if told < len(judged):
        good = sum(one.holds for one in judged)
        yield say("{good} of {count} periods hold, among them:", good=good, count=len(judged))


def _period(one: Judged, bound: Bound) -> Message:
    if one.holds:
        return say("{period}: {relation}, holds", period=one.stretch, relation=relation(bound, one.value))
    return say("{period}: {relation}, does not hold", period=one.stretch, relation=relation(bound, one.value))


def _own_amount(case: Case, form: Keep, one: Judged) -> Iterator[Message]:
    """Of a quarter's or month's flow: what it added to the year's total so far."""
    figure = case.series.last_in(one.stretch)
    if figure is None or amount(figure) == one.value or one.stretch.first == year_start(one.stretch.first.year):
        return
    before = amount(figure) - one.value
    yield say(
        "{period} alone: {formula}",
        period=one.stretch,
        formula=Formula(f"{exact(amount(figure))} - {exact(before)}", one.value),
    )


def _prorated(case: Case, form: Keep, one: Judged) -> Iterator[Message]:
    figure = case.series.last_in(one.stretch)
    assert figure is not None
    passed = one.stretch.share(figure.day) * one.stretch.length
    bound = form.bound.times(one.stretch.share(figure.day))
    goal = form.bound.number if form.bound.direction else form.bound.number - form.bound.within
    yield say(
        "{period} is open; by {day} {passed} of {months} months have passed: {formula}",
        period=one.stretch,
        day=figure.day,
        passed=written(passed),
        months=written(one.stretch.length),
        formula=Formula(f"{exact(goal)} × {exact(passed)}/{exact(one.stretch.length)}", one.limit),
    )
    yield _period(one, bound)


def _outcome(case: Case) -> Iterator[Message]:
    status, workings = case.verdict.status, case.verdict.workings
    shown = [one for one in workings.judged if (one.value, one.limit) == (workings.attained, workings.expected)]
    period = shown[-1].stretch if shown else None
    if status is Status.BREACHED:
        yield say("{period} is closed, and later figures do not make it good", period=period)
    elif status is Status.BEHIND:
        yield say("{period} is not closed yet and can still be made good", period=period)
    elif status is Status.MET:
        yield say("every period of the target is closed, and all hold")
    else:
        yield say("every period that is known so far holds")
