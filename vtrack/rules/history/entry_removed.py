"""An amendment or a revision that was written down is gone, or says something else.

These entries are the trail: they say what a target or figure was before, and by which document or for which reason it
changed. Without them, a change that was open looks as if it had never happened. An entry stays as it was written; a
further change gets a further entry. Another order, or a better worded reason, is no finding.

写过的调整或更正记录不见了，或者改了内容。

这些记录就是痕迹：原来是多少，凭哪份文件、因为什么改的。记录没有了，公开的改动就像没有发生过。
写过的记录保持原样；再有改动，再写一条。换了顺序、只改了原因的措辞，都不算。

Bad 反例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 95}, lead: [office]}
    amendments:
      - {target: coverage, on: 2024-03-01, document: 示政发〔2024〕3号, was: {at_least: 98}}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 95}, lead: [office]}

Good 正例::

    # earlier
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 95}, lead: [office]}
    amendments:
      - {target: coverage, on: 2024-03-01, document: 示政发〔2024〕3号, was: {at_least: 98}}
    # now
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 95}, lead: [office]}
    amendments:
      - {target: coverage, on: 2024-03-01, document: 示政发〔2024〕3号, was: {at_least: 98}, reason: 行政村合并}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.history.stated import lost_amendments, lost_revisions
from vtrack.messages import say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.history._entries import written_amendment, written_revision
from vtrack.rules.history._unstated import called, is_target, present
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR


def check(case: Since) -> Iterator[Remark]:
    """One finding an entry; those of a file that is gone as a whole are left to ``file-removed``."""
    for amendment in lost_amendments(case.before, case.now.plan):
        message = say(
            "{name}: the amendment of {day}, in commit {commit}, is gone or says something else",
            name=called(case, amendment.target),
            day=amendment.on,
            commit=case.past.short,
        )
        hint = say("bring it back: {entry}", entry=written_amendment(amendment))
        yield Remark(Place(PLAN_FILE, ("amendments",), key=True), message, hint, amendment.target)
    files = present(case)
    for revision in lost_revisions(case.past.record, case.now.record):
        if revision.place.file not in files:
            continue
        message = say(
            "{name}: the revision of the figure of {day}, in commit {commit}, is gone or says something else",
            name=called(case, revision.target),
            day=revision.as_of,
            commit=case.past.short,
        )
        hint = say("bring it back: {entry}", entry=written_revision(revision))
        at = Place(revision.place.file, ("revisions",), key=True)
        yield Remark(at, message, hint, is_target(case, revision.target))
