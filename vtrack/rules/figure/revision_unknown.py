"""A revision fits no reported figure.

A revision says which figure was changed, what it was and why; it is how a past figure may change at all. One for a
target or a day that nothing was reported for explains nothing, and neither does one that was made before the day of
its figure or in the future, or that says the figure was what it is now.

``target`` is the id under ``figures:`` or ``references:``, ``as_of`` the day of that figure (31 December for a bare
number), ``on`` the day of the correction, ``was`` the old value. The new value stands with the figure.

更正记录与任何一条数据都对不上。

更正记录说明改了哪条数据、原来多少、为什么改；改动以往的数，凭的就是它。所指的目标或日期没有数据，
更正日期早于数据日期或者还没到，原值与现在的数相同，这条记录都说明不了什么。

``target`` 写 ``figures:`` 或 ``references:`` 下的代号，``as_of`` 写那条数据的日期（直接写数的为12月31日），
``on`` 写更正的日期，``was`` 写原值。新值写在数据那里。

Bad 反例::

    # progress/2024.yaml
    figures:
      sample: {value: 95.2, as_of: 2024-06-30}
    revisions:
      - {target: sample, as_of: 2024-12-31, was: 96.4, on: 2025-03-08, reason: 监测数据复核}

Good 正例::

    # progress/2024.yaml
    figures:
      sample: {value: 95.2, as_of: 2024-06-30}
    revisions:
      - {target: sample, as_of: 2024-06-30, was: 96.4, on: 2025-03-08, reason: 监测数据复核}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.plan import Place
from vtrack.model.record import Figure, Revision
from vtrack.rules.figure._nearest import nearest
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a mistake in a revision."""
    last = _last_of_each(case.record.revisions)
    for revision in case.record.revisions:
        found = _of_figure(case, revision, is_last=last[revision.target, revision.as_of] is revision)
        if found is not None:
            key, message, hint = found
            # A figure that was taken back leaves its revision behind, and that is in order.
            severity = Severity.INFO if key == "as_of" else None
            yield replace(_remark(case, revision, key, message, hint), severity=severity)
        name = case.called(revision.target)
        if revision.on < revision.as_of:
            message = say(
                "{name}: the figure of {as_of} corrected on {on}, before that day",
                name=name,
                as_of=revision.as_of,
                on=revision.on,
            )
            yield _remark(
                case, revision, "on", message, say("on: is the day of the correction, as_of: that of the figure")
            )
        elif revision.on > max(case.today, case.terms.day):
            message = say("{name}: corrected on {on}, which has not come yet", name=name, on=revision.on)
            yield _remark(case, revision, "on", message, say("write the day of the correction"))


def _remark(case: Dossier, revision: Revision, key: str, message: Message, hint: Message) -> Remark:
    target = revision.target if revision.target in case.plan.targets else None
    return Remark(Place(revision.place.file, (*revision.place.path, key)), message, hint, target)


def _of_figure(case: Dossier, revision: Revision, *, is_last: bool) -> tuple[str, Message, Message] | None:
    """What is wrong between a revision and the figure that it is about: at which key, and what to say."""
    plan, record, id = case.plan, case.record, revision.target
    reported = [*record.figures.get(id, ()), *record.references.get(id, ())]
    if not reported and id not in plan.targets and id not in plan.omitted and id not in record.unreadable:
        if any(amendment.target == id for amendment in plan.amendments):
            return None  # taken out of the plan
        meant = nearest(id, [*plan.targets, *record.references])
        hint = say("did you mean {id}?", id=meant) if meant else say("write the id as in plan.yaml")
        return "target", say("the plan has no target {id}", id=id), hint
    of_day = [figure for figure in reported if figure.day == revision.as_of]
    name = case.called(id)
    if not of_day:
        if _may_be_unread(case, revision):
            return None
        message = say("{name}: nothing is reported for {day}", name=name, day=revision.as_of)
        return "as_of", message, say("right where the figure was taken back; else as_of: is the day of the figure")
    if is_last and any(_is_now(revision.was, figure) for figure in of_day):
        message = say("{name}: the figure of {day} is still what it was", name=name, day=revision.as_of)
        return "was", message, say("was: is the value before the correction; the new one stands with the figure")
    return None


def _may_be_unread(case: Dossier, revision: Revision) -> bool:
    """Whether the figure may stand in a piece of a file, or in a file, that could not be read."""
    years = {year for _, year in case.years}
    return revision.target in case.record.unreadable or (not case.complete and revision.as_of.year not in years)


def _last_of_each(revisions: Iterable[Revision]) -> dict[tuple[str, date], Revision]:
    """The last revision of each figure, by target and day: an earlier one may well have been taken back."""
    last: dict[tuple[str, date], Revision] = {}
    for revision in revisions:
        known = last.setdefault((revision.target, revision.as_of), revision)
        if revision.on > known.on:
            last[revision.target, revision.as_of] = revision
    return last


def _is_now(was: object, figure: Figure) -> bool:
    if isinstance(was, bool):
        return figure.done is was
    if isinstance(was, str):
        return figure.state == was
    if isinstance(was, Mapping):
        return figure.of is not None and (was.get("count"), was.get("of")) == (figure.count, figure.of)
    return isinstance(was, int | Decimal) and figure.value == Fraction(was) and figure.of is None
