"""The steps of ``accumulate``: the sum, its share of the goal, and the share that was scheduled."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vtrack.messages import Message, say
from vtrack.model.calendar import Each, Stretch
from vtrack.model.forms import Accumulate
from vtrack.model.quantity import written
from vtrack.reports.steps.arithmetic import Formula, exact, path_formula, relation
from vtrack.reports.steps.case import Case, operand
from vtrack.reports.steps.reach import expected, held
from vtrack.verdicts.accumulate import goal_of
from vtrack.verdicts.verdict import Status


def steps(case: Case, form: Accumulate) -> Iterator[Message]:
    """From the years' figures to the sum, and on to the bound or to the gap."""
    verdict, bound, total = case.verdict, form.bound, case.verdict.workings.attained
    assert total is not None
    yield _total(case, form, total)
    if verdict.status is Status.BREACHED:
        yield say("{relation}: more than the bound allows", relation=_too_much(form, total))
    elif verdict.status in (Status.MET, Status.MISSED, Status.MET_EARLY):
        yield held(relation(bound, total), holds=bound.holds(total))
    elif verdict.pace_gap is None:
        yield say("no share of {goal} can be told, so there is no gap", goal=written(goal_of(bound)))
        yield held(relation(bound, total), holds=bound.holds(total))
    else:
        yield from _pace(case, form, total)


def _total(case: Case, form: Accumulate, total: Fraction) -> Message:
    figure = case.verdict.figure
    assert figure is not None
    if form.running:
        return say("the latest running total is {figure}", figure=case.told(figure))
    assert form.start is not None
    years = case.series.begun(Each.YEAR, Stretch(form.start, figure.day))
    figures = [(year, last) for year in years if (last := case.series.last_in(year)) is not None]
    if len(figures) == 1:
        return say("{period} alone: {figure}", period=figures[0][0].first.year, figure=case.told(figure))
    formula = Formula(" + ".join(operand(last) for _, last in figures), total)
    return say(
        "added up from {first} to {last}: {formula}",
        first=figures[0][0].first.year,
        last=figure.day,
        formula=formula,
    )


def _too_much(form: Accumulate, total: Fraction) -> str:
    ceiling = form.bound.ceiling
    assert ceiling is not None
    return f"{written(total)} {'≥' if total == ceiling else '>'} {written(ceiling)}"


def _pace(case: Case, form: Accumulate, total: Fraction) -> Iterator[Message]:
    verdict, workings, goal = case.verdict, case.verdict.workings, goal_of(form.bound)
    figure = verdict.figure
    assert figure is not None
    assert workings.share is not None
    assert workings.expected is not None
    assert verdict.pace_gap is not None
    reached = f"100 × {exact(total)}/{exact(goal)}"
    yield say("share reached, in percent: {formula}", formula=Formula(reached, workings.share))
    if any(isinstance(value, Fraction) for _, value in form.schedule):
        yield expected(workings.points, figure.day)
        value = path_formula(workings.points, figure.day).result
        scheduled = f"100 × {exact(value)}/{exact(goal)}"
        yield say("share scheduled, in percent: {formula}", formula=Formula(scheduled, workings.expected))
    else:
        (first, _), (last, _) = workings.points
        time = Stretch(form.start or first, last)
        passed = time.share(figure.day) * time.length
        scheduled = f"100 × {exact(passed)}/{exact(time.length)}"
        yield say(
            "time passed by {day}, {passed} of {months} months, in percent: {formula}",
            day=figure.day,
            passed=written(passed),
            months=written(time.length),
            formula=Formula(scheduled, workings.expected),
        )
    if form.bound.direction < 0:
        formula = Formula(f"{scheduled} - {reached}", verdict.pace_gap, places=1, signed=True)
        yield say("less is better, so the gap in points is {formula}", formula=formula)
    else:
        formula = Formula(f"{reached} - {scheduled}", verdict.pace_gap, places=1, signed=True)
        yield say("the gap in points is {formula}", formula=formula)
