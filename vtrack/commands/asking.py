"""Asking for what is due, one figure after the other: every mistake is answered with what to do, and asked again.

Each figure is saved before the next is asked for, so that whatever ends the asking leaves whole files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from vtrack.checking import Examined, examine
from vtrack.commands.due import dues_of
from vtrack.commands.entering import Session, enter, files_of, recorded
from vtrack.commands.prompts import Ended, Prompts
from vtrack.dues import Agenda, Due, Wanted
from vtrack.edge import show
from vtrack.messages import Message, listed, say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Milestone
from vtrack.model.plan import Plan
from vtrack.recording.entry import Entry, Report, State
from vtrack.recording.values import NotUnderstood, understood
from vtrack.reports.asked import explanation, item
from vtrack.reports.due_words import unknown
from vtrack.reports.recorded import render
from vtrack.verdicts.verdict import Verdict

WITHIN = 30
"""How many days ahead something is asked for: as many as ``vtrack due`` shows."""


@dataclass(frozen=True, slots=True)
class _Question:
    """One figure to be asked for. ``due``: ``None`` where it is named and not due. ``count``: such as ``3/12``."""

    folder: Path
    plan: Plan
    verdict: Verdict
    due: Due | None
    count: str

    def day(self, today: date) -> date | None:
        """The day that its figure is most likely of; ``None`` where its target has ended and wants nothing."""
        if self.due is not None and self.due.wanted is Wanted.FIGURE and self.due.last <= today:
            return self.due.last
        deadline = self.verdict.target.form.by.day
        return None if self.due is None and deadline is not None and deadline < today else today


class Interview:
    """The asking of one call. ``saved``: how many figures it has written."""

    def __init__(self, session: Session, prompts: Prompts) -> None:
        self.session, self.prompts = session, prompts
        self.saved = 0

    def ask_all(self, folders: Sequence[Path], target: str | None) -> None:
        """Ask each locality for what it has to report within 30 days, or for one ``target`` whether it is due or not.

        «q» and the end of the input end it all.
        """
        try:
            for folder in folders:
                self._ask_locality(folder, target)
        except Ended:
            pass

    def tell_count(self) -> None:
        """Say how many figures were written."""
        self.prompts.tell(say("figures saved: {count}", count=self.saved), indent=0)
        if self.saved:
            self.prompts.tell(say("vtrack check shows where every target stands"), indent=0)

    def _ask_locality(self, folder: Path, target: str | None) -> None:
        examined = examine(files_of(folder), self.session.examination)
        found = dues_of(examined, WITHIN)
        agenda = Agenda(self.session.today, WITHIN, (found,))
        for line in unknown(agenda):
            self.prompts.tell(line, indent=0)
        if examined.dossier is None or not found.complete:
            return
        near = [due for due in found.dues if due.days_left <= WITHIN and target in (None, due.target.id)]
        own = [due for due in _once(near) if due.wanted is not Wanted.REFERENCE]
        name = examined.dossier.plan.locality.name
        questions = _questions(folder, examined, own, target)
        if questions:
            self.prompts.tell(say("{locality}: to be reported: {count}", locality=name, count=len(questions)), indent=0)
            self.prompts.tell(say("Enter skips one, ? explains, q ends"), indent=0)
        else:
            self.prompts.tell(
                say("{locality}: nothing is late or due within {within} days", locality=name, within=WITHIN), indent=0
            )
        if any(due.wanted is Wanted.REFERENCE for due in near):
            self.prompts.tell(_of_references(near), indent=0)
        for question in questions:
            click.echo()
            show(item(question.plan, question.verdict, question.due, question.count, self.session.view))
            self._ask(question)

    def _ask(self, question: _Question) -> None:
        """Ask for one figure until it is saved or skipped."""
        while (report := self._report(question)) is not None:
            day = self.prompts.day(question.day(self.session.today))
            entry = Entry(
                target=question.verdict.target.id,
                year=day.year,
                report=report,
                as_of=None if day == year_end(day.year) else day,
                evidence=self.prompts.evidence(
                    needed=question.due is not None and question.due.wanted is Wanted.EVIDENCE
                ),
                source=self.prompts.source(),
            )
            if self._enter(question.folder, entry):
                return

    def _report(self, question: _Question) -> Report | None:
        """What is reported about a target; ``None`` where it is skipped."""
        target, view = question.verdict.target, self.session.view
        prompt = say("value:")
        if isinstance(target.form, Milestone):
            prompt = say("state:")
        elif target.bound is None:
            prompt = say("done?")
        elif target.unit:
            prompt = say("value ({unit}):", unit=target.unit)
        while text := self.prompts.line(prompt, lambda: show(explanation(target, view))):
            form = target.form
            if isinstance(form, Milestone) and text.isdecimal() and 1 <= int(text) <= len(form.states):
                return State(form.states[int(text) - 1])
            read = understood(text, target)
            if not isinstance(read, NotUnderstood):
                if read.remark is not None:
                    self.prompts.tell(read.remark, indent=4)
                return read.report
            self._refuse(read.message, read.hint)
        return None

    def _enter(self, folder: Path, entry: Entry) -> bool:
        """Save a figure and show what became of it; whether its target is done with."""
        drafted = enter(folder, entry, self.session)
        if drafted.refusals and drafted.refusals[0].wants_reason:
            self._refuse(drafted.refusals[0].message, None)
            reason = self.prompts.reason()
            if reason is None:
                return True
            entry = replace(entry, reason=reason)
            drafted = enter(folder, entry, self.session)
        for refusal in drafted.refusals:
            self._refuse(refusal.message, refusal.hint)
        if drafted.refusals:
            return False
        one = recorded(drafted, entry, self.session)
        self.saved += one.saved
        show(render(one, self.session.view))
        return True

    def _refuse(self, message: Message, hint: Message | None) -> None:
        self.prompts.tell(message, indent=4)
        if hint is not None:
            self.prompts.tell(say("→ {hint}", hint=hint), indent=4)


def _once(near: Sequence[Due]) -> list[Due]:
    """What is due, of a milestone only the first state: a report of a later one is an answer to it too."""
    states: set[str] = set()
    kept = []
    for due in near:
        if due.wanted is not Wanted.STATE or due.target.id not in states:
            kept.append(due)
            states.add(due.target.id)
    return kept


def _questions(folder: Path, examined: Examined, own: Sequence[Due], target: str | None) -> list[_Question]:
    assert examined.dossier is not None
    plan = examined.dossier.plan
    verdicts = {verdict.target.id: verdict for verdict in examined.result.verdicts}
    asked: list[tuple[Verdict, Due | None]] = [(verdicts[due.target.id], due) for due in own]
    if not asked and target in verdicts:
        asked = [(verdicts[target], None)]
    return [
        _Question(folder, plan, verdict, due, f"{number}/{len(asked)}")
        for number, (verdict, due) in enumerate(asked, start=1)
    ]


def _of_references(near: Sequence[Due]) -> Message:
    """That values to compare with are not asked for here, and where they are written."""
    wanted = sorted({f"{due.series} {due.period}" for due in near if due.wanted is Wanted.REFERENCE})
    return say(
        "values to compare with are wanted too, and are written by hand under references: {series}",
        series=listed(tuple(wanted)),
    )
