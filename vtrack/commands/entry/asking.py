"""Asking for what is due, one figure after the other: every mistake is answered with what to do, and asked again.

Each figure is saved before the next is asked for, so that whatever ends the asking leaves whole files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from vtrack.checking import examine
from vtrack.commands.due import dues_of
from vtrack.commands.entry.entering import Session, enter, files_of, recorded
from vtrack.commands.entry.prompts import Ended, Prompts
from vtrack.commands.entry.questions import Question, questions
from vtrack.dues import Agenda, Wanted
from vtrack.edge import show
from vtrack.messages import Message, say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Target
from vtrack.model.reference import Reference, Reportable, section_of
from vtrack.recording.entry import Entry, Report, State
from vtrack.recording.values import NotUnderstood, understood
from vtrack.reports.asked import explanation, item, reference_item
from vtrack.reports.due_words import unknown
from vtrack.reports.recorded import render

WITHIN = 30
"""How many days ahead something is asked for: as many as ``vtrack due`` shows."""


class Interview:
    """The asking of one call. ``saved``: how many figures it has written."""

    def __init__(self, session: Session, prompts: Prompts) -> None:
        self.session, self.prompts = session, prompts
        self.saved = 0

    def ask_all(self, folders: Sequence[Path], about: Reportable | None) -> None:
        """Ask each locality for what it has to report within 30 days.

        Or only ``about`` one target or reference series, whether something is due of it or not. «q» and the end of
        the input end it all.
        """
        try:
            for folder in folders:
                self._ask_locality(folder, about)
        except Ended:
            pass

    def tell_count(self) -> None:
        """Say how many figures were written."""
        self.prompts.tell(say("figures saved: {count}", count=self.saved), indent=0)
        if self.saved:
            self.prompts.tell(say("vtrack check shows where every target stands"), indent=0)

    def _ask_locality(self, folder: Path, about: Reportable | None) -> None:
        examined = examine(files_of(folder), self.session.examination)
        found = dues_of(examined, WITHIN)
        agenda = Agenda(self.session.today, WITHIN, (found,))
        for line in unknown(agenda):
            self.prompts.tell(line, indent=0)
        if examined.dossier is None or not found.complete:
            return
        near = [due for due in found.dues if due.days_left <= WITHIN]
        name = examined.dossier.plan.locality.name
        asked = questions(folder, examined, near, about)
        if asked:
            self.prompts.tell(say("{locality}: to be reported: {count}", locality=name, count=len(asked)), indent=0)
            self.prompts.tell(say("Enter skips one, ? explains, q ends"), indent=0)
        else:
            self.prompts.tell(
                say("{locality}: nothing is late or due within {within} days", locality=name, within=WITHIN), indent=0
            )
        for question in asked:
            click.echo()
            self._show(question)
            self._ask(question)

    def _show(self, question: Question) -> None:
        """Show what is asked for."""
        view = self.session.view
        if question.verdict is not None:
            show(item(question.plan, question.verdict, question.due, question.count, view))
        elif isinstance(question.about, Reference):
            show(reference_item(question.about, question.due, question.count, view))

    def _ask(self, question: Question) -> None:
        """Ask for one figure until it is saved or skipped."""
        about, prompts = question.about, self.prompts
        of_task = question.due is not None and question.due.wanted is Wanted.EVIDENCE
        is_cited = isinstance(about, Reference)
        while (report := self._report(about)) is not None:
            day = prompts.day(question.day(self.session.today))
            entry = Entry(
                target=about.id,
                year=day.year,
                report=report,
                as_of=None if day == year_end(day.year) else day,
                evidence=None if is_cited else prompts.evidence(needed=of_task),
                source=prompts.citation() if is_cited else prompts.source(),
                section=section_of(about),
            )
            if self._enter(question.folder, entry):
                return

    def _report(self, about: Reportable) -> Report | None:
        """What is reported about a target or reference series; ``None`` where it is skipped."""
        view, form = self.session.view, about.form if isinstance(about, Target) else None
        prompt = say("value ({unit}):", unit=about.unit) if about.unit else say("value:")
        if isinstance(form, Milestone):
            prompt = say("state:")
        elif isinstance(form, Task):
            prompt = say("done?")
        while text := self.prompts.line(prompt, lambda: show(explanation(about, view))):
            if isinstance(form, Milestone) and text.isdecimal() and 1 <= int(text) <= len(form.states):
                return State(form.states[int(text) - 1])
            read = understood(text, about)
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
