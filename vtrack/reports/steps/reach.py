"""The steps of ``reach``: the value against the bound, or on the way against the expected path."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vtrack.messages import Message, say
from vtrack.model.calendar import months
from vtrack.model.forms import Reach
from vtrack.model.quantity import written
from vtrack.model.record import Figure
from vtrack.reports.steps.arithmetic import Formula, exact, path_formula, relation
from vtrack.reports.steps.case import Case, operand
from vtrack.verdicts.path import Point
from vtrack.verdicts.series import amount
from vtrack.verdicts.verdict import Status


def steps(case: Case, form: Reach) -> Iterator[Message]:
    """From the figure that decides to the bound, or to the gap."""
    verdict, figure = case.verdict, case.verdict.figure
    assert figure is not None
    value = amount(figure)
    if verdict.status in (Status.MET, Status.MISSED):
        yield say(
            "the deadline {deadline} has passed; its last figure decides: {figure}",
            deadline=form.by.day,
            figure=case.told(figure),
        )
    else:
        yield say("the latest figure is {figure}", figure=case.told(figure))
    if verdict.status in (Status.MET, Status.MISSED, Status.MET_EARLY):
        yield held(relation(form.bound, value), holds=form.bound.holds(value))
        return
    yield from _pace(case, form, figure)


def held(relation_: str, *, holds: bool) -> Message:
    """Whether a bound is satisfied."""
    if holds:
        return say("{relation}: the bound is satisfied", relation=relation_)
    return say("{relation}: the bound is not satisfied", relation=relation_)


def expected(points: tuple[Point, ...], day: date) -> Message:
    """What is expected on a day by a path of points, with the months that have passed between two of them."""
    formula = path_formula(points, day)
    after = [point_day for point_day, _ in points if point_day >= day]
    before = [point_day for point_day, _ in points if point_day < day]
    if day in after:
        return say("expected on {day}, a point of the path: {formula}", day=day, formula=formula)
    if not before or not after:
        return say("expected on {day}, as on the first day of the path: {formula}", day=day, formula=formula)
    return say(
        "expected on {day}, {passed} of {months} months from {first} to {last}: {formula}",
        day=day,
        passed=written(months(day) - months(before[-1])),
        months=written(months(after[0]) - months(before[-1])),
        first=before[-1],
        last=after[0],
        formula=formula,
    )


def _pace(case: Case, form: Reach, figure: Figure) -> Iterator[Message]:
    verdict, workings, bound = case.verdict, case.verdict.workings, form.bound
    assert workings.expected is not None
    value = amount(figure)
    yield expected(workings.points, figure.day)
    if verdict.pace_gap is None or not workings.whole:
        yield say("the path leads from 0 to 0, so only the side on which the value lies is told, and no gap")
        return
    start = workings.points[0][1]
    way = bound.direction or (1 if bound.number >= start else -1)
    if not bound.direction and (value - bound.number) * way > 0:
        yield say("{value} is beyond {number}, so it is held against that", value=written(value), number=bound)
        difference = f"-|{operand(figure)} - {exact(bound.number)}|"
    elif way > 0:
        difference = f"({operand(figure)} - {exact(workings.expected)})"
    else:
        difference = f"({exact(workings.expected)} - {operand(figure)})"
    if workings.whole == abs(bound.number - start):
        low, high = sorted((bound.number, start))
        whole = f"({exact(high)} - {exact(low)})" if low else exact(high)
    else:
        yield say("there is no way from a baseline to the bound, so the gap is in percent of the expected value")
        whole = exact(workings.whole)
    formula = Formula(f"100 × {difference} / {whole}", verdict.pace_gap, places=1, signed=True)
    if way < 0:
        yield say("less is better, so the gap in points is {formula}", formula=formula)
    else:
        yield say("the gap in points is {formula}", formula=formula)
