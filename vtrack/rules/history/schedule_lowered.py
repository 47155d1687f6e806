"""A schedule asks for less on the way than it did, and no amendment says so.

The values of the years between decide whether a target is on pace. Lowered, they turn a target that is behind into
one that is on pace, without a single figure having changed. A schedule changes by a document alone, and the plan says
which: under ``amendments:``, with the whole old ``schedule``; of a milestone with the old ``expect``.

A year that is left out is held against the line between its neighbours. A higher value, a first schedule, and a
placeholder that is filled in are no findings.

分年目标降低了，却没有调整记录。

各年的目标值决定进度快慢。把它降低，数据一个没变，落后的就成了正常的。分年目标只能凭文件调整，
并在 ``amendments:`` 下写明是哪份文件，``schedule`` 写原来的全部分年值；节点目标写原来的 ``expect``。

中间删去一年的，按前后两年连线推算的值比较。提高分年目标、第一次写分年目标、把占位填上数字都不算。

Bad 反例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, schedule: {2024: 94, 2025: 96}}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, schedule: {2024: 92, 2025: 96}}, lead: [office]}

Good 正例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, schedule: {2024: 94, 2025: 96}}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98, schedule: {2024: 92, 2025: 96}}, lead: [office]}
    amendments:
      - {target: coverage, on: 2025-03-01, document: 示政发〔2025〕3号, was: {schedule: {2024: 94, 2025: 96}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.history.changes import Kind
from vtrack.history.lowered import Lowered, LoweredState
from vtrack.messages import Message, say
from vtrack.model.forms import form_word
from vtrack.model.plan import Target
from vtrack.model.quantity import written
from vtrack.rules.history._unstated import changed, remark
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR


def check(case: Since) -> Iterator[Remark]:
    """One finding a target, about the first year or day for which less is asked."""
    for change, _, new in changed(case, Kind.LOWERED):
        step = change.now
        if isinstance(step, Lowered):
            path = (form_word(new.form), "schedule", str(step.day.year))
            yield remark(change, new, _of_schedule(case, new, step), *path)
        elif isinstance(step, LoweredState):
            yield remark(change, new, _of_milestone(case, new, step))


def _of_schedule(case: Since, new: Target, step: Lowered) -> Message:
    return say(
        "{name}: {new} is asked for {year}, it was {old} in commit {commit}, and no amendment says so",
        name=new.name,
        new=say("nothing") if step.now is None else written(step.now),
        year=step.day.year,
        old=written(step.before),
        commit=case.past.short,
    )


def _of_milestone(case: Since, new: Target, step: LoweredState) -> Message:
    return say(
        "{name}: {new} is expected by {day}, it was {old} in commit {commit}, and no amendment says so",
        name=new.name,
        new=say("nothing") if step.now is None else f"«{step.now}»",
        day=step.day,
        old=f"«{step.before}»",
        commit=case.past.short,
    )
