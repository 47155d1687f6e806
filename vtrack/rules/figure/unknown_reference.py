"""A reference series is reported that no target is compared with.

Reference series are the figures of others, such as the growth of the whole city, that a target with ``compare`` is
held against. One that no target names has no effect: its id may be misspelt, or it may be a target's own figure that
belongs under ``figures:``, which is a warning.

报了一个没有目标用到的外部数列。

外部数列是供比较用的外部数据（如全市增速），由写 ``compare`` 的目标引用。没有目标引用的数列不起作用：
可能是代号打错；如果其实是本地目标的数据，应写在 ``figures:`` 下，此时为警告。

Bad 反例::

    # plan.yaml
    targets:
      gdp-growth: {name: 地区生产总值增速, unit: "%", compare: {above: {reference: city-gdp-growth}}, lead: [office]}
    # progress/2024.yaml
    references:
      city-gdp: {value: 6.3, source: 全市统计公报}

Good 正例::

    # plan.yaml
    targets:
      gdp-growth: {name: 地区生产总值增速, unit: "%", compare: {above: {reference: city-gdp-growth}}, lead: [office]}
    # progress/2024.yaml
    references:
      city-gdp-growth: {value: 6.3, source: 全市统计公报}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.bound import Series
from vtrack.model.outline import Outline
from vtrack.model.plan import Place
from vtrack.rules.figure._nearest import nearest
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.INFO


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a series and a file. Silent while a target is left out as faulty: it may be the one that compares."""
    plan = case.plan
    if plan.omitted:
        return
    compared = _compared(case.outline)
    for id, figures in case.record.references.items():
        if id in compared:
            continue
        target = plan.targets.get(id)
        meant = nearest(id, compared)
        if target is not None:
            severity = Severity.WARNING
            message = say("{id} is a target of the plan and not a series to compare with", id=id)
            hint = say("move it under figures: if it is what {name} has reached", name=target.name)
        else:
            severity = SEVERITY
            message = say("no target is compared with {id}", id=id)
            hint = say("did you mean {id}?", id=meant) if meant else say("remove it, or name it in a target's compare:")
        for file in dict.fromkeys(figure.place.file for figure in figures):
            yield Remark(Place(file, ("references", id), key=True), message, hint, severity=severity)


def _compared(outline: Outline) -> set[str]:
    """The series that targets, or their other statements, are compared with."""
    bounds = (*(bound for _, bound in outline.unnumbered), *(line.bound for _, _, line in outline.statements))
    series = [bound.limit for bound in bounds if isinstance(bound.limit, Series)]
    return {one.id for one in series if one.kind == "reference"}
