"""A target asks for less than it did, and no amendment says so.

A target that is lowered when it is about to be missed proves nothing. Its bound, and whether it is binding, change by
a document alone, and the plan says which: under ``amendments:``, with the old value.

A bound is relaxed when it lets a value through that it did not: a lower number, a wider range, a placeholder in the
place of a number. A stricter bound, or a number in the place of a placeholder, is no finding.

目标放松了要求，却没有调整记录。

眼看完不成就降低目标，考核就没有意义。目标值和约束性只能凭文件调整，并在 ``amendments:`` 下写明是哪份文件、原值是多少。

原来不合格的数值现在合格了，就是放松：数值降低、范围放宽、用占位代替数字都算。提高要求、把占位填上数字不算。

Bad 反例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 95}, lead: [office]}

Good 正例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 95}, lead: [office]}
    amendments:
      - {target: coverage, on: 2025-03-01, document: 示政发〔2025〕3号, was: {at_least: 98}}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.history.changes import Kind
from vtrack.messages import say
from vtrack.model.forms import form_word
from vtrack.model.plan import Target
from vtrack.rules.history._unstated import changed, remark
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR


def check(case: Since) -> Iterator[Remark]:
    """One finding a bound, and one a target that is no longer binding."""
    for change, old, new in changed(case, Kind.RELAXED):
        if change.key == "nature":
            message = say(
                "{name}: indicative, it was binding in commit {commit}, and no amendment says so",
                name=new.name,
                commit=case.past.short,
            )
            yield remark(change, new, message, "nature")
        else:
            message = say(
                "{name}: {new} is asked, it was {old} in commit {commit}, and no amendment says so",
                name=new.name,
                new=new.bound,
                old=old.bound,
                commit=case.past.short,
            )
            yield remark(change, new, message, form_word(new.form), _piece(new, *change.was))


def _piece(new: Target, *keys: str) -> str:
    """The key of the bound that was relaxed, in the words of the bound as it is now."""
    word = new.bound.comparison.value if new.bound is not None else ""
    return "within" if keys == ("within",) else word
