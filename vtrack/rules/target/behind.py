"""The figures are behind the pace that the target needs, or below the bound in a period that is still open.

The expected value lies on the line from the baseline over the schedule to the bound at the deadline; an
accumulation is held against the share of the time that has passed. The gap in percentage points decides the lamp:
yellow, orange, red. Behind is a warning: it can still be made good.

滞后：进度落后于应有的进度，或未结束的当期暂未达到要求。

应有进度按“基期—年度计划—期末目标”连线推算；累计类目标按时间进度（或年度计划）推算。差距以百分点计，决定黄、橙、红灯。
滞后是预警，还可以追上。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 88}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 89
    # as of 2025-01-31

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 88}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 92
    # as of 2025-01-31
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.quantity import signed, written
from vtrack.rules.on_verdicts import remarks
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.verdict import Status, Verdict, failing

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a target that is behind."""
    return remarks(case, Status.BEHIND, _message, _hint)


def _message(verdict: Verdict) -> Message:
    name, workings, gap = verdict.target.name, verdict.workings, verdict.pace_gap
    if gap is not None and workings.share is not None and workings.expected is not None:
        return say(
            "{name}: behind, {share} % of the total where {expected} % was scheduled ({gap} points)",
            name=name,
            share=written(workings.share, 1),
            expected=written(workings.expected, 1),
            gap=signed(gap),
        )
    attained = workings.attained
    if gap is not None and attained is not None and workings.expected is not None:
        return say(
            "{name}: behind, {value} where {expected} was expected ({gap} points)",
            name=name,
            value=written(attained),
            expected=written(workings.expected),
            gap=signed(gap),
        )
    judged = failing(workings.judged)
    if judged is not None and judged.limit is not None:
        return say(
            "{name}: behind in {period}, {value} against {limit}",
            name=name,
            period=judged.stretch,
            value=written(judged.value),
            limit=written(judged.limit),
        )
    figure = verdict.figure
    if figure is not None and figure.state is not None:
        return say("{name}: behind, still «{state}»", name=name, state=figure.state)
    if attained is not None:
        return say(
            "{name}: behind, {value} against {bound}",
            name=name,
            value=written(attained),
            bound=verdict.target.bound,
        )
    return say("{name}: behind, nothing reported", name=name)


def _hint(verdict: Verdict) -> Message:
    if verdict.required_rate is not None:
        return say("the remaining years need {rate} a year", rate=written(verdict.required_rate))
    return say("say what is being done to catch up; the deadline is {day}", day=verdict.target.form.by.day)
