"""A total is less than an earlier one.

What has been added up stays added. A running total (``entry: running_total``) never falls, and neither does, within
one year, the figure of a yearly amount (``entry: flow``), which is that year's total so far. When it does, one figure
is wrong, or a month's or a quarter's own amount was reported in place of the total.

Report the total so far. Where earlier work was struck off after a check, correct the earlier figure and record it
under ``revisions:``.

累计数比前一次少了。

累计的数只增不减。累计数（``entry: running_total``）不会下降；按年计量的数（``entry: flow``）报的是当年截至某日的合计，
一年之内也不会下降。下降了，不是有一次报错，就是把当月、当季的数当成合计报了。

请报截至当日的合计。经核查核减的，改正前面的数，并在 ``revisions:`` 记一条。

Bad 反例::

    # plan.yaml
    targets:
      model-villages: {name: 累计创建示范村, unit: 个, accumulate: {at_least: 20, entry: running_total}, lead: [office]}
    # progress/2023.yaml
    figures:
      model-villages: 6
    # progress/2024.yaml
    figures:
      model-villages: 5

Good 正例::

    # plan.yaml
    targets:
      model-villages: {name: 累计创建示范村, unit: 个, accumulate: {at_least: 20, entry: running_total}, lead: [office]}
    # progress/2023.yaml
    figures:
      model-villages: 6
    # progress/2024.yaml
    figures:
      model-villages: 11
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.quantity import written
from vtrack.rules.figure._measures import never_negative
from vtrack.rules.figure._reported import on_value
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a fall, at the later figure. What may be added with a minus (profits, net growth) may fall."""
    for found in case.totals:
        flow = found.flow
        for (before, earlier), (after, later) in pairwise(found.reports):
            if (flow and after.day.year != before.day.year) or after.day == before.day or later >= earlier:
                continue
            if not never_negative(found):
                break
            message = say(
                "{name}: the total fell to {later}, from {earlier} on {day}",
                name=found.target.name,
                later=written(later),
                earlier=written(earlier),
                day=before.day,
            )
            if flow:
                hint = say("an in-year figure is that year's total so far, not what a month or quarter added")
            else:
                hint = say(
                    "report all that was added since {start}; correct a wrong figure with a revision",
                    start=found.form.start,
                )
            yield on_value(found.target, after, message, hint)
