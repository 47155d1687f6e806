"""An amendment or revision states another old value than the earlier commit held.

The entry explains a change only if it says what was really there. An old value that is not the one of the earlier
commit is a slip, or a second story about the past.

Entries that are new since the commit are compared: each key of an amendment's ``was``, and a revision's ``was`` with
the figure of its day. Where something changed more than once in between, one of the entries states the first value.

调整或更正记录里的原值，与以前的版本对不上。

记录写的确实是原来的值，才说明得了改动。原值与以前的版本不符，不是笔误，就是另一种说法。

比较的是新增的记录：调整记录 ``was`` 下的每一项，以及更正记录的 ``was`` 与当天的数。其间改过不止一次的，其中一条写最初的值即可。

Bad 反例::

    # earlier
    # progress/2024.yaml
    figures:
      sample: {value: 96.4, as_of: 2024-06-30}
    # now
    # progress/2024.yaml
    figures:
      sample: {value: 95.1, as_of: 2024-06-30}
    revisions:
      - {target: sample, as_of: 2024-06-30, was: 95.4, on: 2024-10-08, reason: 监测数据复核}

Good 正例::

    # earlier
    # progress/2024.yaml
    figures:
      sample: {value: 96.4, as_of: 2024-06-30}
    # now
    # progress/2024.yaml
    figures:
      sample: {value: 95.1, as_of: 2024-06-30}
    revisions:
      - {target: sample, as_of: 2024-06-30, was: 96.4, on: 2024-10-08, reason: 监测数据复核}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.history.stated import WrongAmendment, WrongRevision, wrong_amendments, wrong_revisions
from vtrack.messages import say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.history._entries import figure_said, flow, key_said, key_text, was_of
from vtrack.rules.history._unstated import called, is_target
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR


def check(case: Since) -> Iterator[Remark]:
    """One finding a key of an amendment, and one a revision."""
    for amendment in wrong_amendments(case.before, case.now.plan):
        yield _of_amendment(case, amendment)
    for revision in wrong_revisions(case.past.record, case.now.record):
        yield _of_revision(case, revision)


def _of_amendment(case: Since, wrong: WrongAmendment) -> Remark:
    target, key, name = wrong.amendment.target, wrong.key, called(case, wrong.amendment.target)
    at = Place(PLAN_FILE, ("amendments", wrong.index, "was", key))
    if wrong.held is None:
        message = say("{name}: there was no {key} in commit {commit}", name=name, key=key, commit=case.past.short)
        return Remark(at, message, say("name the keys that changed, with what they were"), target)
    message = say(
        "{name}: {key} was {held} in commit {commit}, not {was}",
        name=name,
        key=key,
        held=key_said(key, wrong.held),
        commit=case.past.short,
        was=flow(wrong.amendment.was[key]),
    )
    return Remark(at, message, say("write {entry}", entry=key_text(key, wrong.held)), target)


def _of_revision(case: Since, wrong: WrongRevision) -> Remark:
    revision, held = wrong.revision, wrong.held
    message = say(
        "{name}: the figure of {day} was {held} in commit {commit}, not {was}",
        name=called(case, revision.target),
        day=revision.as_of,
        held=figure_said(held),
        commit=case.past.short,
        was=flow(revision.was),
    )
    at = Place(revision.place.file, (*revision.place.path, "was"))
    return Remark(at, message, say("write {entry}", entry=f"was: {was_of(held)}"), is_target(case, revision.target))
