"""A target is due later than it was, and no amendment says so.

A deadline that moves when it comes near proves nothing. It moves by a document alone, and the plan says which: under
``amendments:``, with the old deadline. What has to hold in every period is let off when it ends sooner; that is a
finding too. An earlier deadline is none.

Where the plan's period moved, every target without a deadline of its own moves with it: one finding for all of them,
at the period, until each has its entry.

目标期限推迟了，却没有调整记录。

快到期就把期限往后推，考核就没有意义。期限只能凭文件调整，并在 ``amendments:`` 下写明是哪份文件、原期限是哪一年。
要求每期保持的目标提前终止，也是放松，同样要写明。期限提前的不用写。

规划期改了，没有单独写期限的目标都跟着变：合并为一条，指在规划期上，直到逐项写明为止。

Bad 反例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2025}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2026}, lead: [office]}

Good 正例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2025}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, by: 2026}, lead: [office]}
    amendments:
      - {target: coverage, on: 2025-03-01, document: 示政发〔2025〕3号, was: {by: 2025}}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.history.changes import Kind, TargetChange
from vtrack.messages import Message, say
from vtrack.model.plan import Target
from vtrack.rules.history._unstated import by_period, changed, counted, day, inherits, remark, year
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR


def check(case: Since) -> Iterator[Remark]:
    """One finding a target, and one for all that the period moved."""
    moved: list[TargetChange] = []
    for change, old, new in changed(case, Kind.POSTPONED):
        if inherits(change, old, new):
            moved.append(change)
        else:
            yield remark(change, new, _message(case, old, new))
    if moved:
        message = say(
            "the period ends in {new}, it was {old} in commit {commit}; this asks less of {targets}, "
            "and no amendment says so",
            new=year(case.now.plan.period.end),
            old=year(case.before.period.end),
            commit=case.past.short,
            targets=counted(case, moved),
        )
        yield by_period(moved, "end", message)


def _message(case: Since, old: Target, new: Target) -> Message:
    then, now = old.form.by.day, new.form.by.day
    if then is not None and now is not None and now < then:
        return say(
            "{name}: holds until {new}, it was {old} in commit {commit}, and no amendment says so",
            name=new.name,
            new=now,
            old=then,
            commit=case.past.short,
        )
    return say(
        "{name}: due on {new}, it was {old} in commit {commit}, and no amendment says so",
        name=new.name,
        new=day(now),
        old=then,
        commit=case.past.short,
    )
