"""What is to be asked for of a locality: of everything that is due, each thing once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from vtrack.checking import Examined
from vtrack.dues import Due, Wanted
from vtrack.model.bound import Series
from vtrack.model.plan import Plan, Target
from vtrack.model.reference import Reference, Reportable, references
from vtrack.verdicts.verdict import Verdict


class Question(Struct, frozen=True):
    """One thing to be asked for: a target's figure, or a value to compare with.

    verdict: on the target. due: ``None`` where it was named and is not due. count: such as ``3/12``.
    """

    folder: Path
    plan: Plan
    about: Reportable
    verdict: Verdict | None
    due: Due | None
    count: str

    def day(self, today: date) -> date | None:
        """The day that its figure is most likely of; ``None`` where its target has ended and wants nothing."""
        due = self.due
        if due is not None and due.wanted in (Wanted.FIGURE, Wanted.REFERENCE) and due.day <= today:
            return due.day
        deadline = self.about.form.by.day if isinstance(self.about, Target) else None
        return None if due is None and deadline is not None and deadline < today else today


def is_about(due: Due, about: Reportable) -> bool:
    """Whether what is due is a figure of this target, or a value of this reference series."""
    if isinstance(about, Reference):
        return due.wanted is Wanted.REFERENCE and due.series == Series("reference", about.id)
    return due.wanted is not Wanted.REFERENCE and due.target.id == about.id


def questions(folder: Path, examined: Examined, near: Sequence[Due], about: Reportable | None) -> list[Question]:
    """What to ask for: all that is ``near``, or what one target or series wants, which is asked for in any case."""
    assert examined.dossier is not None
    plan = examined.dossier.plan
    verdicts = {verdict.target.id: verdict for verdict in examined.result.verdicts}
    wanted: list[tuple[Reportable, Due | None]] = [
        (one, due) for one, due in _once(near, plan) if about is None or is_about(due, about)
    ]
    if not wanted and about is not None:
        wanted = [(about, None)]
    judged = [(one, due) for one, due in wanted if isinstance(one, Reference) or one.id in verdicts]
    return [
        Question(
            folder,
            plan,
            one,
            verdicts[one.id] if isinstance(one, Target) else None,
            due,
            f"{number}/{len(judged)}",
        )
        for number, (one, due) in enumerate(judged, start=1)
    ]


def _once(near: Sequence[Due], plan: Plan) -> Iterator[tuple[Reportable, Due]]:
    """Each thing once, with whose it is.

    Several targets may be compared with the same value. Of a milestone only the first state is asked for: a report of
    a later one is an answer to it too.
    """
    series = references(plan)
    asked: set[object] = set()
    for found in near:
        for one, due in _whose(found, plan, series):
            key = (type(one), one.id, None if due.wanted is Wanted.STATE else due.day)
            if key not in asked:
                asked.add(key)
                yield one, due


def _whose(due: Due, plan: Plan, series: Mapping[str, Reference]) -> Iterator[tuple[Reportable, Due]]:
    """What is due with the target or reference series that it is a report of; nothing of one that there is not."""
    if due.series is None:
        yield due.target, due
    elif due.series.kind == "reference":
        yield series[due.series.id], due
    elif (other := plan.targets.get(due.series.id)) is not None:
        yield other, replace(due, target=other, wanted=Wanted.FIGURE, last=due.day, series=None)
