"""A target is measured in another way than it was, and no amendment says so.

With another form, unit, baseline, first year or way of counting the same number means something else, and what was
reported before can no longer be compared. Such a change has a document, and the plan says which: under
``amendments:``, with the old value of each key that changed; for another form, with ``form`` and the old bound.

A unit or baseline that is given for the first time is no finding, and neither is a demand that became stricter: every
month rather than every year, a state added before the one to be reached.

目标换了算法，却没有调整记录。

形式、单位、基期、起始年份或者统计方式换了，同一个数就不是原来的意思，以前报的数也没法比。这类调整要有文件依据，
并在 ``amendments:`` 下写明是哪份文件、每个改动项的原值；换了形式的，写原来的 ``form`` 和目标值。

第一次补写单位、基期的不算；要求更严的也不算，例如由每年改为每月，或者在应达状态之前增加一个状态。

Bad 反例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 88}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 80}, lead: [office]}

Good 正例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 88}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 80}, lead: [office]}
    amendments:
      - {target: coverage, on: 2025-03-01, document: 示政发〔2025〕3号, was: {baseline: {year: 2022, value: 88}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.history.changes import Kind, TargetChange
from vtrack.messages import say
from vtrack.model.bound import BOUND_WORDS
from vtrack.model.forms import form_word
from vtrack.model.plan import Target
from vtrack.rules.history._entries import key_said
from vtrack.rules.history._unstated import by_period, changed, counted, hint, inherits, remark, year
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR
_OF_TARGET = ("unit", "baseline")


def check(case: Since) -> Iterator[Remark]:
    """One finding a key, and one for all targets whose first day the period moved."""
    moved: list[TargetChange] = []
    for change, old, new in changed(case, Kind.REDEFINED):
        if change.key == "from" and inherits(change, old, new):
            moved.append(change)
        else:
            yield _remark(case, change, old, new)
    if moved:
        message = say(
            "the period begins in {new}, it was {old} in commit {commit}; this changes what is asked of {targets}, "
            "and no amendment says so",
            new=year(case.now.plan.period.start),
            old=year(case.before.period.start),
            commit=case.past.short,
            targets=counted(case, moved),
        )
        yield by_period(moved, "start", message)


def _remark(case: Since, change: TargetChange, old: Target, new: Target) -> Remark:
    if change.key in BOUND_WORDS:
        message = say(
            "{name}: {new} is asked, it was {old} in commit {commit}, and no amendment says so",
            name=new.name,
            new=new.bound,
            old=old.bound,
            commit=case.past.short,
        )
        word = new.bound.comparison.value if new.bound is not None else ""
        return remark(change, new, message, form_word(new.form), word)
    message = say(
        "{name}: {key} is {new}, it was {old} in commit {commit}, and no amendment says so",
        name=new.name,
        key=change.key,
        new=key_said(change.key, change.now),
        old=key_said(change.key, change.before),
        commit=case.past.short,
    )
    if change.key == "form":
        return Remark(new.place(form_word(new.form), key=True), message, hint(change), change.target)
    return remark(change, new, message, *((change.key,) if change.key in _OF_TARGET else ()))
