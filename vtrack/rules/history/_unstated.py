"""What changed since the earlier commit without an entry that states it, for the rules of this family."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vtrack.history.changes import FigureChange, Kind, TargetChange, figure_changes, target_changes
from vtrack.history.keys import key_word
from vtrack.history.stated import new_amendments, new_revisions, states_change, states_figure
from vtrack.messages import Message, say
from vtrack.model.forms import Grow, form_word, inherited_keys
from vtrack.model.plan import PLAN_FILE, Place, Target
from vtrack.rules.history._entries import amendment
from vtrack.rules.rule import Remark, Since


def changed(case: Since, kind: Kind) -> Iterator[tuple[TargetChange, Target, Target]]:
    """The changes of one kind that no new amendment states, with the target then and now."""
    amendments = new_amendments(case.before, case.now.plan)
    for change in target_changes(case.before, case.now.plan):
        if change.kind is kind and not states_change(change, amendments):
            yield change, case.before.targets[change.target], case.now.plan.targets[change.target]


def figures(case: Since) -> Iterator[FigureChange]:
    """The figures that are others or gone and of which no new revision speaks.

    Of a file that cannot be read now, what it holds is not known, and nothing of it is said to be gone.
    """
    revisions = new_revisions(case.past.record, case.now.record)
    files = present(case)
    for change in figure_changes(case.past.record, case.now.record):
        unknown = change.now is None and not case.now.complete and change.before.place.file not in files
        if not unknown and not states_figure(change, revisions):
            yield change


def present(case: Since) -> frozenset[str]:
    """The progress files that are there now and can be read."""
    return frozenset(name for name, _ in case.now.years)


def called(case: Since, id: str) -> str:
    """A target's name, now or then; of a reference series its id."""
    target = case.now.plan.targets.get(id) or case.before.targets.get(id)
    return target.name if target else id


def is_target(case: Since, id: str) -> str | None:
    """The id, if it is a target's: what a finding is about."""
    return id if id in case.now.plan.targets or id in case.before.targets else None


def remark(change: TargetChange, new: Target, message: Message, *path: str | int) -> Remark:
    """A remark at a piece of the target as it is now, with the amendment that would state the change."""
    word = form_word(new.form)
    at = new.place(*(path or (word, key_word(change.key, new.form))))
    return Remark(at, message, hint(change), change.target)


def hint(change: TargetChange) -> Message:
    """What to do about a target that no longer asks what it asked."""
    return say(
        "bring back what it was, or say under amendments: which document changed it: {entry}",
        entry=amendment(change.target, change.was),
    )


def inherits(change: TargetChange, *targets: Target) -> bool:
    """Whether all of the targets take the day that changed from the plan's period."""
    forms = [target.form for target in targets]
    return all(key_word(change.key, form) in inherited_keys(form) for form in forms) or (
        change.key == "from" and all(isinstance(form, Grow) for form in forms)
    )


def by_period(changes: list[TargetChange], key: str, message: Message) -> Remark:
    """One remark for all targets that take the day that changed from the period, at its first or last year."""
    advice = say(
        "bring it back, or write an entry under amendments: for each of them, such as {entry}",
        entry=amendment(changes[0].target, changes[0].was),
    )
    return Remark(Place(PLAN_FILE, ("period", key)), message, advice)


def counted(case: Since, changes: list[TargetChange]) -> object:
    """The targets of some changes in a sentence: the name of the only one, or how many they are."""
    return called(case, changes[0].target) if len(changes) == 1 else say("{count} targets", count=len(changes))


def year(value: int | None) -> object:
    """A year of the period in a sentence, which the plan may leave open."""
    return say("no fixed year") if value is None else value


def day(value: date | None) -> object:
    """A deadline in a sentence, which the plan may leave open."""
    return say("no fixed day") if value is None else value
