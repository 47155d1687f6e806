"""A share is asked to be more than its whole, or less than nothing.

A rate, a share or a coverage lies between 0 and 100 %. A bound beyond is a slip, or the value is no share: a completion
rate (完成率), a growth or a debt ratio may exceed 100 and is left alone. So is a coverage asked to be at least 0.98:
that is less than one in a hundred, and 98 was meant.

比重、覆盖率的目标值超出 0 到 100%。

率、比重、占比、覆盖率都在 0 和 100% 之间，超出的多半是写错了。完成率、增长率、负债率等本来可以超过 100% 的不在此列。
覆盖率写成 0.98 的也会提醒：单位是 %，0.98 还不到百分之一，应当写 98。

Bad 反例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 980}, lead: [office]}

Good 正例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.bound import Bound, Comparison
from vtrack.model.forms import Keep, Reach
from vtrack.model.plan import Target
from vtrack.model.quantity import written
from vtrack.rules.plan._indicators import WHOLE_OF_UNIT, is_coverage, is_share
from vtrack.rules.plan._pieces import bound_path
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each share with a bound that no share can have, or a coverage written as a part of 1."""
    for target, bound in case.outline.numeric:
        whole = WHOLE_OF_UNIT.get(target.unit or "")
        if whole is None or not isinstance(target.form, (Reach, Keep)) or _is_ordinary(bound, whole):
            continue
        if is_share(target):
            yield from _remarks(target, bound, whole)


def _is_ordinary(bound: Bound, whole: int) -> bool:
    """Whether a bound's one number lies well inside the whole, as most do."""
    return bound.upper is None and 1 <= floor(bound.number) < whole


def _remarks(target: Target, bound: Bound, whole: int) -> Iterator[Remark]:
    if _is_impossible(bound, whole):
        yield about(
            target,
            say(
                "{name}: {bound} lies outside 0 to {whole}, where shares lie",
                name=target.name,
                bound=bound,
                whole=whole,
            ),
            say("check the number; if this is no share of a whole, say so in its name"),
            *bound_path(target),
        )
    elif bound.direction > 0 and 0 < bound.number < 1 and is_coverage(target):
        percent = bound.number * whole
        yield about(
            target,
            say(
                "{name}: {bound} in {unit} is next to nothing, {percent} may be meant",
                name=target.name,
                bound=bound,
                unit=target.unit,
                percent=written(percent),
            ),
            say("write {percent}, if that is what the document says", percent=written(percent)),
            *bound_path(target),
        )


def _is_impossible(bound: Bound, whole: int) -> bool:
    """Whether an end of the bound lies beyond what a share can be, or only shares beyond satisfy it."""
    ends = [bound.number] if bound.comparison is not Comparison.BETWEEN else [bound.number, bound.upper]
    if any(isinstance(end, Fraction) and not 0 <= end <= whole for end in ends):
        return True
    if bound.comparison is Comparison.ABOVE:
        return bound.number == whole
    return bound.comparison is Comparison.BELOW and bound.number == 0
