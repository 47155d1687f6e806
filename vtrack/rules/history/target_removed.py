"""A target of the plan is no longer there, and no amendment says so.

A target is taken out by a document, and the plan keeps the trace of it: an entry under ``amendments:`` with the number
of the document and the old bound. A target that got another id looks as if it were gone, and its figures with it:
keep the id, and change the name.

规划里的目标不见了，却没有调整记录。

目标的取消要有文件依据，并在规划里留下痕迹：在 ``amendments:`` 下写一条，记明文号和原来的要求。
目标换了代号，就等于原来的没有了，数据也对不上：请保留代号，只改名称。

Bad 反例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
      road: {name: 绕城公路, milestone: {states: [在建, 通车], reach: 通车}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}

Good 正例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
      road: {name: 绕城公路, milestone: {states: [在建, 通车], reach: 通车}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
    amendments:
      - {target: road, on: 2025-03-01, document: 示政发〔2025〕3号, was: {states: [在建, 通车], reach: 通车}}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.history.changes import removed_targets
from vtrack.history.keys import demand_of
from vtrack.history.stated import new_amendments, states_removal
from vtrack.messages import Message, say
from vtrack.model.plan import PLAN_FILE, Place, Target
from vtrack.rules.history._entries import amendment
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR


def check(case: Since) -> Iterator[Remark]:
    """One finding a target."""
    amendments = new_amendments(case.before, case.now.plan)
    for target in removed_targets(case.before, case.now.plan):
        if states_removal(target, amendments):
            continue
        message = say(
            "{name} ({id}), a target in commit {commit}, is gone, and no amendment says so",
            name=target.name,
            id=target.id,
            commit=case.past.short,
        )
        renamed = _renamed(case, target)
        at = Place(PLAN_FILE, ("targets",) if renamed is None else ("targets", renamed.id), key=True)
        yield Remark(at, message, _hint(target, renamed), target.id)


def _renamed(case: Since, target: Target) -> Target | None:
    """A target of the same name under an id that the plan did not have."""
    new = (other for id, other in case.now.plan.targets.items() if id not in case.before.targets)
    return next((other for other in new if other.name == target.name), None)


def _hint(target: Target, renamed: Target | None) -> Message:
    if renamed is not None:
        return say("keep the id: write {id}, not {other}; its figures are found by it", id=target.id, other=renamed.id)
    return say(
        "bring it back, or say under amendments: which document took it out: {entry}",
        entry=amendment(target.id, demand_of(target)),
    )
