"""A number of things that are counted one by one is no whole number.

There is no half village. A fraction in 个, 户 or 人 is mostly the number in another unit (1.2 for 12,000), a rate, or
an estimate that was prorated.

Count, and report the whole number in the target's unit. Averages are not looked at.

按个数计量的数不是整数。

没有半个村。单位是个、户、人而出现小数，多半是按别的单位报的（如把12000报成1.2），或者报的是比率、按进度折算的数。

请按目标的单位报整数。名称表明是平均数的不检查。

Bad 反例::

    # plan.yaml
    targets:
      model-villages: {name: 新建示范村, unit: 个, accumulate: {at_least: 20}, lead: [office]}
    # progress/2024.yaml
    figures:
      model-villages: 3.5

Good 正例::

    # plan.yaml
    targets:
      model-villages: {name: 新建示范村, unit: 个, accumulate: {at_least: 20}, lead: [office]}
    # progress/2024.yaml
    figures:
      model-villages: 3
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.quantity import written
from vtrack.rules.figure._measures import is_average, is_counted
from vtrack.rules.figure._reported import on_value
from vtrack.rules.figure.unit_mixup import mixups
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report. Where the unit was mixed up, ``figure/unit-mixup`` says so and this rule does not."""
    for found in case.numbers:
        if not is_counted(found) or all(value.denominator == 1 for _, value in found.reports):
            continue
        base = found.target.baseline
        known = [value for value in (found.limit, base.value if base else None) if value is not None]
        if found.rates or is_average(found) or any(value.denominator > 1 for value in known):
            continue
        mixed = {mixup.figure for mixup in mixups(case, found)}
        for figure, value in found.reports:
            if value.denominator > 1 and figure.of is None and figure not in mixed:
                message = say(
                    "{name}: {value} is no whole number of {unit}",
                    name=found.target.name,
                    value=written(value),
                    unit=found.target.unit,
                )
                hint = say("report the whole number that was counted, in {unit}", unit=found.target.unit)
                yield on_value(found.target, figure, message, hint)
