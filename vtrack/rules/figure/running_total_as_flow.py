"""Yearly amounts look as if they were running totals.

An accumulation takes each year's own amount and adds them up, unless the plan says ``entry: running_total``. Running
totals reported in their place are counted over and over: 6, 11 and 16 villages would make 33. It is suspected when
three years or more each bring more than the one before, and together exceed the bound though the last alone does not.

Report what each year added, or write ``entry: running_total`` in the plan. Where the amounts really grew like that,
waive the finding.

逐年填报的数像是累计数。

累计类目标按各年当年数相加，除非规划写明 ``entry: running_total``。如果报的是累计数，就会重复相加：6、11、16个村会算成33个。
连续三年以上一年比一年多，合计已超过目标值，而最后一年单独还没有超过，就提示核对。

请报各年当年新增的数，或者在规划里写 ``entry: running_total``。当年数确实逐年增加的，登记豁免。

Bad 反例::

    # plan.yaml
    targets:
      model-villages: {name: 新建示范村, unit: 个, accumulate: {at_least: 20}, lead: [office]}
    # progress/2023.yaml
    figures:
      model-villages: 6
    # progress/2024.yaml
    figures:
      model-villages: 11
    # progress/2025.yaml
    figures:
      model-villages: 16
    # as of 2026-03-31

Good 正例::

    # plan.yaml
    targets:
      model-villages: {name: 新建示范村, unit: 个, accumulate: {at_least: 20}, lead: [office]}
    # progress/2023.yaml
    figures:
      model-villages: 6
    # progress/2024.yaml
    figures:
      model-villages: 5
    # progress/2025.yaml
    figures:
      model-villages: 5
    # as of 2026-03-31
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from vtrack.findings import Severity
from vtrack.messages import listed, say
from vtrack.model.forms import Accumulate
from vtrack.model.numbers import Number, Numbers
from vtrack.model.quantity import written
from vtrack.rules.figure._reported import on_value
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING
LEAST_YEARS = 3


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a target, at the last year's figure."""
    for found in case.totals:
        if len(found.reports) < LEAST_YEARS or not isinstance(found.form, Accumulate) or found.form.running:
            continue
        years = _last_of_years(found)
        values = [value for _, value in years]
        if len(years) < LEAST_YEARS or not all(before < after for before, after in pairwise(values)):
            continue
        limit, total = found.limit, sum(values, Fraction(0))
        if limit is None or not values[-1] <= limit < total:
            continue
        last = years[-1][0]
        message = say(
            "{name}: {values} look like running totals, and are added up to {total}",
            name=found.target.name,
            values=listed(tuple(written(value) for value in values)),
            total=written(total),
        )
        hint = say("report what each year added, or write entry: running_total in the plan")
        yield on_value(found.target, last, message, hint)


def _last_of_years(found: Numbers) -> list[Number]:
    """The last figure of each year of the target."""
    start, deadline = found.form.start, found.form.by.day
    if start is None or deadline is None:
        return []
    inside = [(figure, value) for figure, value in found.reports if start <= figure.day <= deadline]
    return list({figure.day.year: (figure, value) for figure, value in inside}.values())
