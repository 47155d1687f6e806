"""The figure reported for the baseline's year is not the baseline.

A baseline is the value at the end of its year. When the progress file of that year says another one, the pace is told
from a starting point that the record contradicts.

Find out which one holds. A corrected figure goes with an entry in ``revisions:``, a corrected baseline with an
amendment and its document.

基期年份报送的数与规划里的基期数不一致。

基期数就是基期年年末的数。同一年的进度文件报了另一个数，进度快慢就是从一个与记录矛盾的起点算出来的。

请查清以哪个为准。改数据的在 ``revisions:`` 记一条更正，改基期的在规划 ``amendments:`` 记一条并注明依据文件。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 91.4}, lead: [office]}
    # progress/2022.yaml
    figures:
      coverage: 89.7

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 91.4}, lead: [office]}
    # progress/2022.yaml
    figures:
      coverage: 91.4
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Accumulate
from vtrack.model.numbers import Number
from vtrack.model.quantity import decimal_places, written
from vtrack.rules.figure._reported import on_value
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a figure. What is added up, and rates of growth, are another thing than the level of a baseline."""
    for found in case.numbers:
        base = found.target.baseline
        if base is None or found.reports[0][0].day.year > base.year:
            continue
        if isinstance(found.form, Accumulate) or found.rates:
            continue
        for figure, value in found.reports:
            if figure.day == year_end(base.year) and not _same((figure, value), base.value):
                message = say(
                    "{name}: {value} reported for {year}, where the plan's baseline is {base}",
                    name=found.target.name,
                    value=written(value),
                    year=base.year,
                    base=written(base.value),
                )
                hint = say(
                    "find out which one holds; correct the figure with a revision, or the baseline with an amendment"
                )
                yield on_value(found.target, figure, message, hint)


def _same(number: Number, base: Fraction) -> bool:
    """Whether they are equal; a share of counts, which has no end of decimals, to those of the baseline."""
    figure, value = number
    places = decimal_places(base)
    if figure.of is not None and places is not None:
        return abs(value - base) <= Fraction(1, 2 * 10**places)
    return value == base
