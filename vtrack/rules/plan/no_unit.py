"""A number without a unit.

Nobody can tell 5 households from 5 thousand, and 0.98 from 98 %. A ratio of two like values (收入比, 倍数, 指数) has none
and is left alone.

目标值没有单位。

没有单位，5 是五户还是五万户、0.98 是不是 98%，都说不清。收入比、倍数、指数、系数一类本来没有单位，不在此列。

Bad 反例::

    targets:
      farmland: {name: 耕地保有量, keep: {at_least: 5}, lead: [office]}

Good 正例::

    targets:
      farmland: {name: 耕地保有量, unit: 万亩, keep: {at_least: 5}, lead: [office]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.plan._pieces import bound_path
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING
# Values without a unit: ratios, multiples, indices, coefficients, scores and ranks.
_UNITLESS = r"比$|比值|倍差|倍数|指数|系数|得分|评分|排名|位次|容积率"


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each bound in no unit."""
    for target in case.plan.targets.values():
        bound = target.bound if target.unit is None else None
        if bound is not None and not re.search(_UNITLESS, target.name):
            message = say("{name}: no unit is given for {bound}", name=target.name, bound=bound)
            yield about(
                target, message, say("add `unit`, as the document or the statistics give it"), *bound_path(target)
            )
