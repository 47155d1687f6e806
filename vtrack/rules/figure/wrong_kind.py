"""A report is of another kind than its target.

A target with a number wants a number, a milestone the state that it is in, a task ``done: true`` with its evidence.
A report of another kind is not counted, and the target looks as if nothing had been reported. A share, written as
``count`` and ``of``, fits only a target whose unit is a share: of 20 villages to be built, 3 are ``value: 3`` and not
``{count: 3, of: 20}``, which is 15 %.

填报的内容与目标类型不符。

数值类目标报数值，节点类目标报状态（``state``），任务报 ``done: true`` 并附佐证。类型不符的填报不计入，
该目标会显示未报送。分子分母（``count``、``of``）只用于单位是百分比的目标：计划建20个村，已建3个，
应写 ``value: 3``，不能写 ``{count: 3, of: 20}``，那是 15%。

Bad 反例::

    # plan.yaml
    targets:
      bypass-road: {name: 绕城公路, milestone: {states: [未开工, 开工建设, 建成通车], reach: 建成通车}, lead: [office]}
      model-villages: {name: 新建示范村, unit: 个, accumulate: {at_least: 20}, lead: [agriculture]}
    # progress/2024.yaml
    figures:
      bypass-road: 60
      model-villages: {count: 3, of: 20}

Good 正例::

    # plan.yaml
    targets:
      bypass-road: {name: 绕城公路, milestone: {states: [未开工, 开工建设, 建成通车], reach: 建成通车}, lead: [office]}
      model-villages: {name: 新建示范村, unit: 个, accumulate: {at_least: 20}, lead: [agriculture]}
    # progress/2024.yaml
    figures:
      bypass-road: {state: 开工建设}
      model-villages: 3
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Target
from vtrack.model.quantity import written
from vtrack.model.record import Figure
from vtrack.rules.figure._measures import POINTS, whole_of
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report of the wrong kind."""
    numeric = {found.target.id: len(found.reports) for found in case.numbers}
    for id, figures in case.record.figures.items():
        if numeric.get(id) == len(figures):
            continue  # all of them are numbers
        target = case.plan.targets.get(id)
        if target is None:
            continue
        wanted = _wanted(target)
        for figure in figures:
            given = _kind(figure)
            if given != wanted:
                key = "count" if figure.of is not None else given
                yield Remark(piece(figure, key), _message(target, given, wanted), _hint(target), target.id)
    yield from _shares_of_counts(case)


def _wanted(target: Target) -> str:
    form = target.form
    return "state" if isinstance(form, Milestone) else "done" if isinstance(form, Task) else "value"


def _kind(figure: Figure) -> str:
    return "state" if figure.state is not None else "done" if figure.done is not None else "value"


def _message(target: Target, given: str, wanted: str) -> Message:
    words = {"state": say("a state"), "done": say("done or not"), "value": say("a number")}
    return say(
        "{name}: {given} is reported where {wanted} belongs", name=target.name, given=words[given], wanted=words[wanted]
    )


def _hint(target: Target) -> Message:
    if isinstance(target.form, Milestone):
        return say("write {example} with one of: {states}", example="{state: …}", states=listed(target.form.states))
    if isinstance(target.form, Task):
        return say("write {example}", example="{done: true, evidence: …}")
    return say("write the number, in {unit}", unit=target.unit) if target.unit else say("write the number")


def _shares_of_counts(case: Dossier) -> Iterator[Remark]:
    for found in case.shares:
        target = found.target
        if target.unit is None or whole_of(found) is not None or target.unit in POINTS:
            continue
        for figure, _ in found.reports:
            if figure.count is None or figure.of is None:
                continue
            message = say(
                "{name}: the share {count} of {of} is reported for a target in {unit}",
                name=target.name,
                count=written(figure.count),
                of=written(figure.of),
                unit=target.unit,
            )
            hint = say(
                "write {example}, if that is the number in {unit}",
                example=f"value: {written(figure.count)}",
                unit=target.unit,
            )
            yield Remark(piece(figure, "count"), message, hint, target.id)
