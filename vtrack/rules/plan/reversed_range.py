"""A range is written with the greater number first.

`between: [5, 3]` holds for no number: the target can never be met.

区间两端写反了。

`between: [5, 3]` 这样大数在前，没有任何数能满足，目标永远达不到。应当小数在前。

Bad 反例::

    targets:
      villages: {name: 文明村镇, unit: 个, accumulate: {between: [5, 3]}, lead: [office]}

Good 正例::

    targets:
      villages: {name: 文明村镇, unit: 个, accumulate: {between: [3, 5]}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.bound import Bound
from vtrack.model.plan import Target
from vtrack.model.quantity import written
from vtrack.rules.plan._pieces import bound_path
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each range without a number in it, of a target or of a statement."""
    for target, bound in case.outline.numeric:
        if bound.upper is not None:
            yield from _remarks(target, bound)
    for target, index, line in case.outline.statements:
        yield from _remarks(target, line.bound, index)


def _remarks(target: Target, bound: Bound, index: int | None = None) -> Iterator[Remark]:
    low, high = bound.limit, bound.upper
    if isinstance(high, Fraction) and isinstance(low, Fraction) and low > high:
        path = bound_path(target) if index is None else ("stated", index, bound.comparison.value)
        yield about(
            target,
            say(
                "{name}: no number lies between {low} and {high}",
                name=target.name,
                low=written(low),
                high=written(high),
            ),
            say("write the smaller number first: [{low}, {high}]", low=written(high), high=written(low)),
            *path,
        )
