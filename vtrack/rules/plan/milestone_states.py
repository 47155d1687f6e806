"""A milestone's states do not fit together.

`states` gives the states in their order; what must be reached, and what is expected on the way, has to be among them, in
the same words. Expectations go forward in time and never back. One that is dated after the deadline (a warning) is
never used, and one on the deadline that stops short of the required state contradicts it.

节点的状态对不上。

`states` 按先后列出各个状态；应达到的状态、途中预期的状态都必须是其中之一，字要完全一样。预期只能向前推进，不能后退。
预期日期晚于期限的用不上，期限当天的预期还没到应达状态的自相矛盾，这两种为警告。

Bad 反例::

    targets:
      road: {name: 环岛公路, milestone: {states: [谋划储备, 开工建设, 建成通车], reach: 通车}, lead: [office]}

Good 正例::

    targets:
      road: {name: 环岛公路, milestone: {states: [谋划储备, 开工建设, 建成通车], reach: 建成通车}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Milestone
from vtrack.model.plan import Target
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for the state to be reached, and at most one for each expectation."""
    for target, form in case.outline.milestone:
        if form.reach not in form.states:
            message = say(
                "{name}: the state to reach, {state}, is not among its states", name=target.name, state=form.reach
            )
            yield about(target, message, _one_of(form), "milestone", "reach")
        yield from _expectations(target, form)


def _expectations(target: Target, form: Milestone) -> Iterator[Remark]:
    latest: tuple[date, str] | None = None
    for day, state in form.expect:
        path = ("milestone", "expect", _key(day))
        if state not in form.states:
            message = say(
                "{name}: {state}, expected by {day}, is not among its states", name=target.name, state=state, day=day
            )
            yield about(target, message, _one_of(form), *path)
            continue
        if latest is not None and form.rank(state) < form.rank(latest[1]):
            message = say(
                "{name}: expected to fall back from {before} on {earlier} to {state} on {day}",
                name=target.name,
                before=latest[1],
                earlier=latest[0],
                state=state,
                day=day,
            )
            yield about(target, message, say("put the expectations in the order of the states"), *path)
        elif (late := _against_deadline(target, form, day, state)) is not None:
            hint = say("check the day, the state and the deadline")
            yield Remark(target.place(*path), late, hint, target.id, Severity.WARNING)
        latest = (day, state)


def _against_deadline(target: Target, form: Milestone, day: date, state: str) -> Message | None:
    deadline = form.by.day
    if deadline is None or day < deadline:
        return None
    if day > deadline:
        return say(
            "{name}: {state} is expected on {day}, after the deadline {deadline}",
            name=target.name,
            state=state,
            day=day,
            deadline=deadline,
        )
    if form.rank(state) < form.rank(form.reach):
        return say(
            "{name}: only {state} is expected on the deadline, {reach} is required",
            name=target.name,
            state=state,
            reach=form.reach,
        )
    return None


def _one_of(form: Milestone) -> Message:
    return say("write one of its states: {states}", states=listed(form.states))


def _key(day: date) -> str:
    """The day as plans write it, a year for its last day."""
    return str(day.year) if day == year_end(day.year) else day.isoformat()
