"""A yearly growth by percent of something that is itself counted in percent.

Two different things are written this way by mistake. If the yearly growth rates are reported (6.5 for a year in which
output grew by 6.5 %), write `entry: rates`; otherwise each rate is taken for a level, and the growth of the rates is
judged. If a share shall rise by so many percentage points a year (年均提高0.8个百分点), write `basis: points`; otherwise
0.8 % of the share is asked.

单位是 %，又按百分比增长，可能写错了填报方式或口径。

有两种常见的错。一是填报的本来就是增速（某年增长 6.5% 就填 6.5），应当写 `entry: rates`，不写就会把增速当成总量，再去算“增速的增长”。
二是比重每年提高若干个百分点（年均提高 0.8 个百分点），应当写 `basis: points`，不写就成了在原比重上增长 0.8%。

Bad 反例::

    targets:
      gdp-growth: {name: 地区生产总值年均增长, unit: "%", grow: {at_least: 6}, lead: [office]}

Good 正例::

    targets:
      gdp-growth: {name: 地区生产总值年均增长, unit: "%", grow: {at_least: 6, entry: rates}, lead: [office]}
      urban-share: {name: 县城人口占比, unit: "%", grow: {at_least: 0.8, basis: points}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.plan import Target
from vtrack.rules.plan._indicators import WHOLE_OF_UNIT, indicator
from vtrack.rules.plan._pieces import bound_path
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each growth by percent, entered as levels, of a value in percent."""
    for target, form in case.outline.grow:
        if target.unit in WHOLE_OF_UNIT and form.basis == "percent" and not form.rates:
            message = say("{name}: asks how many percent a value in {unit} grows", name=target.name, unit=target.unit)
            yield about(target, message, _hint(target), *bound_path(target))


def _hint(target: Target) -> Message:
    if indicator(target.name).grows and not _is_of_share(target):
        return say("add `entry: rates` if yearly growth rates are reported, else give the unit of the levels")
    return say("add `basis: points` if percentage points a year are meant, `entry: rates` if growth rates are reported")


def _is_of_share(target: Target) -> bool:
    return indicator(target.name).core.endswith(("率", "比重", "占比", "比例"))
