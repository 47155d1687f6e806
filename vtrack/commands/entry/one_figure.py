"""The one figure that a call states: understood, entered, and shown with what became of it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from vtrack.commands.call import Asked, is_at_terminal
from vtrack.commands.entry.entering import Session, enter, figure_of, figures_of, recorded, unreadable, wanted_of
from vtrack.commands.entry.occasion import is_same_amount, occasion, reported_already
from vtrack.commands.entry.prompts import Ended, Prompts
from vtrack.commands.locality import locality_meant, reportable_meant
from vtrack.edge import show
from vtrack.errors import CallError
from vtrack.messages import Message, say
from vtrack.model.reference import Reference, Reportable, citation, section_of
from vtrack.recording.draft import Draft
from vtrack.recording.entry import Entry
from vtrack.recording.values import NotUnderstood, source_understood, understood
from vtrack.reports.recorded import render
from vtrack.reports.words import View


class Details(Struct, frozen=True):
    """What the options of a call say of its figure."""

    year: int | None = None
    as_of: date | None = None
    source: str | None = None
    evidence: str | None = None
    note: str | None = None
    reason: str | None = None


def enter_one(asked: Asked, words: tuple[str, str, str], details: Details, session: Session) -> int:
    """Enter the figure of a call and return the exit code.

    words: the locality, the target or reference series, and the value that it names.

    Raises:
        CallError: what it names is not there or not clear, or the source is none.
    """
    examined = locality_meant(words[0], asked, session.examination)
    if examined.dossier is None:
        return _refuse(unreadable(examined), None, session.view)
    plan = examined.dossier.plan
    if words[1] in plan.omitted:
        return _refuse(unreadable(examined, words[1]), None, session.view)
    about = reportable_meant(words[1], plan)
    source = _source(details.source, about)
    read = understood(words[2], about)
    if isinstance(read, NotUnderstood):
        return _refuse(read.message, read.hint, session.view)
    when = occasion(about, wanted_of(examined, about), session.today, details.year, details.as_of)
    figures = figures_of(examined, section_of(about), about.id)
    if when.of_today and figures and is_same_amount(read.report, figures[-1]):
        if not isinstance(about, Reference):
            known = say(
                "{name}: {value} is reported for {day} already", name=about.name, value=words[2], day=figures[-1].day
            )
            return _refuse(known, say("if it is the figure of today too, say so: --as-of today"), session.view)
        when = reported_already(figures[-1])
    entry = Entry(
        about.id,
        when.year,
        read.report,
        when.as_of,
        source,
        details.evidence,
        details.note,
        details.reason,
        section_of(about),
    )
    remarks = tuple(remark for remark in (read.remark, when.remark) if remark is not None)
    return _write(examined.files.folder, entry, remarks, session)


def _source(text: str | None, about: Reportable) -> str | None:
    """The source as the file will have it: of a value to compare with a citation, else one of the format's words."""
    if text is None or isinstance(about, Reference):
        return text
    word = source_understood(text)
    if word is None:
        raise CallError(
            say(
                "there is no source {text}; write self, statistics, third_party, cross_check or survey",
                text=text,
            )
        )
    return word


def _write(folder: Path, entry: Entry, remarks: tuple[Message, ...], session: Session) -> int:
    """Enter a figure and show what became of it; at a terminal the reason of a change is asked for."""
    drafted = enter(folder, entry, session)
    if drafted.refusals and drafted.refusals[0].wants_reason and is_at_terminal():
        _refuse(drafted.refusals[0].message, None, session.view)
        with suppress(Ended):
            entry = replace(entry, reason=Prompts(session.view, session.today).reason())
        if entry.reason is None:
            return _refuse(say("nothing was written"), None, session.view)
        drafted = enter(folder, entry, session)
    for refusal in drafted.refusals:
        _refuse(refusal.message, refusal.hint, session.view)
    if not drafted.refusals:
        remarks += _uncited(drafted, entry)
        show(render(recorded(drafted, entry, session, remarks), session.view))
    return int(bool(drafted.refusals))


def _uncited(drafted: Draft, entry: Entry) -> tuple[Message, ...]:
    """That a value to compare with does not say yet where it is published."""
    figure = figure_of(drafted.after, entry)
    if entry.section == "figures" or figure is None or citation(figure):
        return ()
    return (say("it has no source yet; the same call with --source says where the value is published"),)


def _refuse(message: Message, hint: Message | None, view: View) -> int:
    click.echo(f"vtrack: {view.word(message)}", err=True)
    if hint is not None:
        click.echo(f"→ {view.word(hint)}", err=True)
    return 1
