"""A share lies outside 0 to 100.

Of 100 villages no more than 100 can be covered. A coverage, a proportion or a compliance rate in percent below zero
or above a hundred has a decimal point in the wrong place, or counts something that is not part of the whole.

Only targets whose name says that they are such a share are looked at, never growth, and never those whose own bound
lies outside. A report by ``count`` and ``of`` is the business of ``figure/count-above-whole``.

比率不在 0 到 100 之间。

100个村最多覆盖100个。覆盖率、占比、达标率这类百分比小于零或者大于一百，不是小数点错位，就是把总数以外的也算进去了。

只看名称表明是占比的目标，增长类的不看，目标值本身就在范围以外的也不看。用 ``count``、``of`` 填报的由
``figure/count-above-whole`` 检查。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 952

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 95.2
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.numbers import Numbers
from vtrack.model.quantity import written
from vtrack.model.record import Figure
from vtrack.rules.figure._measures import is_share, whole_of
from vtrack.rules.figure._reported import on_value
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING
LEAST_WHOLE = 100
"""The whole of percent: no smaller number can be more than a whole."""


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report."""
    for found in case.numbers:
        if found.least >= 0 and found.most < LEAST_WHOLE:
            continue
        for figure, value in found.reports:
            whole = whole_of(found)
            if whole is None or not is_outside(found, figure, value):
                continue
            message = say(
                "{name}: {value} is outside 0 to {whole}",
                name=found.target.name,
                value=written(value),
                whole=written(whole),
            )
            hint = say("look at the decimal point, and at what is counted as the whole")
            yield on_value(found.target, figure, message, hint)


def is_outside(found: Numbers, figure: Figure, value: Fraction) -> bool:
    """Whether a figure is a share that is less than nothing or more than the whole."""
    whole = whole_of(found)
    return whole is not None and figure.of is None and not 0 <= value <= whole and is_share(found)
