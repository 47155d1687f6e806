"""Without a baseline the pace of a target cannot be told.

Whether 95 % is ahead of or behind the way to 98 % depends on where it began; growth cannot be computed at all without
the base year's value. The verdict before the deadline is then “no baseline”. A schedule of yearly values serves as
well, and so does a figure reported for the base year of a growth. Ranges and “about” have no pace, and need none.

没有基期数，看不出快慢。

到 98% 的路上走到 95% 是快是慢，要看从多少起步；增长类的目标没有基期数根本算不出来。期限之前只能显示“缺基期”。
有分年目标（schedule）的可以代替；增长类的基年已有填报数的也可以。区间和“左右”不论快慢，不需要基期。

Bad 反例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}

Good 正例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 91.4}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.bound import Comparison
from vtrack.model.forms import Grow, Reach
from vtrack.model.plan import Target
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.INFO


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each level or growth that starts from nowhere."""
    for target, form in case.outline.reach:
        if target.baseline is None and _can_be_told(form) and _lacks_start(form):
            yield about(
                target,
                say(
                    "{name}: no baseline, so its pace towards {bound} cannot be told",
                    name=target.name,
                    bound=form.bound,
                ),
                say("add `baseline: {{year: …, value: …}}` once the base value is published, or a schedule"),
            )
    for target, growth in case.outline.grow:
        year = growth.base_year
        if target.baseline is not None or growth.rates or year is None or not _can_be_told(growth):
            continue
        if not _is_reported(case, target, year):
            yield about(
                target,
                say("{name}: no value for {year}, so its growth cannot be computed", name=target.name, year=year),
                say("add `baseline: {{year: {year}, value: …}}` once the value is published", year=year),
            )


def _can_be_told(form: Reach | Grow) -> bool:
    """Whether the plan says by when and how much."""
    return form.by.day is not None and not form.bound.is_placeholder


def _lacks_start(form: Reach) -> bool:
    if form.bound.comparison in (Comparison.BETWEEN, Comparison.ABOUT):
        return False
    return not any(isinstance(value, Fraction) for _, value in form.schedule)


def _is_reported(case: Dossier, target: Target, year: int) -> bool:
    figures = case.record.figures.get(target.id, ())
    return any(figure.day.year == year and figure.value is not None for figure in figures)
