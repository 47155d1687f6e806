"""``vtrack import FILE.xlsx``: take filled-in workbooks back into the progress files, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from gettext import gettext
from typing import TYPE_CHECKING

import click

from vtrack.commands import completing
from vtrack.commands.call import Asked, ask, called, find, now, terms_of, view_of
from vtrack.commands.options import color_option, format_option, language_option
from vtrack.commands.sent_back import SentBack, copies_of, sent_back, write_copies
from vtrack.edge import show
from vtrack.errors import CallError
from vtrack.messages import Message, listed, say

if TYPE_CHECKING:
    from vtrack.checking import Examination
    from vtrack.recording.draft import Draft
    from vtrack.workbooks.faults import Fault
    from vtrack.workbooks.intake.taking import LocalityTaken
    from vtrack.workbooks.outcome import Intake, LocalityIntake

FORMATS = ("table", "json")
MOST_ENTRIES = 10_000
"""Values of one locality."""


@click.command("import", help=gettext("Take filled-in workbooks back into the progress files."))
@click.argument("files", nargs=-1, required=True, metavar="FILE.xlsx...", shell_complete=completing.paths)
@click.option(
    "--to",
    multiple=True,
    metavar="PATH",
    shell_complete=completing.folders,
    help=gettext("The folder of the plans, by default as for check; repeatable."),
)
@click.option(
    "--marked",
    metavar="FILE",
    shell_complete=completing.paths,
    help=gettext("If there are faults, write a copy of the workbook with them marked; of several, into a folder."),
)
@click.option("--partial", is_flag=True, help=gettext("Enter what is good although there are faults elsewhere."))
@click.option("--dry-run", is_flag=True, help=gettext("Write nothing; show what would change in the files."))
@format_option(FORMATS)
@language_option
@color_option
def command(
    files: tuple[str, ...],
    to: tuple[str, ...],
    marked: str | None,
    partial: bool,
    dry_run: bool,
    format_: str,
    lang: str | None,
    color: str,
) -> int:
    """Read all workbooks, enter all of them or nothing, and report; the exit code says whether there are faults."""
    from vtrack.reports.intake import render

    asked = ask(to, lang)
    view = view_of(asked.language, color)
    sent = sent_back(files)
    copies = copies_of(sent, marked)
    intake = _enter(
        sent, asked, lambda faults: write_copies(sent, copies, faults, view), partial=partial, dry_run=dry_run
    )
    show(render(intake, view, format_))
    return int(bool(intake.faults))


def _enter(
    sent: SentBack,
    asked: Asked,
    mark: Callable[[Sequence[Fault]], tuple[Message, ...]],
    *,
    partial: bool,
    dry_run: bool,
) -> Intake:
    """Draft every locality's progress files with what was filled in, and save them where nothing is against it.

    ``mark`` writes the copies in which the faults are marked. That comes first: where one cannot be written, no figure
    is entered either.
    """
    from vtrack.checking import Examination
    from vtrack.recording.saving import locked
    from vtrack.rules.registry import chosen
    from vtrack.workbooks.intake.drafted import cautions, refusals
    from vtrack.workbooks.intake.register import Register
    from vtrack.workbooks.intake.taking import in_order, take
    from vtrack.workbooks.outcome import Ending, Intake

    today = now().astimezone().date()
    examination = Examination(terms_of(asked.settings, None), today, chosen((), asked.settings.ignore), called)
    taken = take(sent.workbooks, Register(find(asked), examination))
    with ExitStack() as locks:
        if not dry_run:
            # In one order for everybody, so that two imports never wait for each other.
            for folder in sorted(one.folder.resolve() for one in taken.localities if one.filled):
                locks.enter_context(locked(folder))
        drafts = [(one, _draft(one, examination)) for one in taken.localities]
        refused = [fault for one, draft in drafts if draft for fault in refusals(one, draft)]
        faults = in_order((*sent.faults, *taken.faults, *refused), sent.data, sent.workbooks)
        drafted = [draft for _, draft in drafts if draft is not None and draft.written]
        if faults and not partial:
            ending = Ending.REFUSED
        elif not drafted:
            ending = Ending.NOTHING
        else:
            ending = Ending.TRIED if dry_run else Ending.SAVED
        marked = mark(faults)
        if ending is Ending.SAVED:
            _save(drafted)
    return Intake(
        workbooks=tuple(sent.data),
        ending=ending,
        localities=tuple(_locality(one, draft) for one, draft in drafts),
        faults=faults,
        remarks=(*taken.remarks, *(remark for one, draft in drafts if draft for remark in cautions(one, draft))),
        differences=_differences(drafted) if dry_run else (),
        marked=marked,
    )


def _draft(taken: LocalityTaken, examination: Examination) -> Draft | None:
    """The draft of a locality's entries; ``None`` where there is nothing to enter.

    Raises:
        CallError: there are too many.
    """
    from vtrack.commands.entry.entering import files_of
    from vtrack.recording.draft import draft

    if not taken.filled:
        return None
    if len(taken.entries) > MOST_ENTRIES:
        raise CallError(
            say(
                "{name}: {count} values are more than are entered at once; import at most {most} of one locality",
                name=taken.name,
                count=len(taken.entries),
                most=MOST_ENTRIES,
            )
        )
    return draft(files_of(taken.folder), taken.entries, examination, on=examination.today)


def _save(drafts: Sequence[Draft]) -> None:
    """Write all drafts.

    Raises:
        CallError: one cannot be written; the sentence says which files were written before it.
    """
    from vtrack.recording.saving import save

    saved: list[str] = []
    for draft in drafts:
        try:
            save(draft)
        except CallError as error:
            if not saved:
                raise
            raise CallError(
                say(
                    "{files} are written and the rest is not; import the workbook again when this is mended: {reason}",
                    reason=error.message,
                    files=listed(tuple(saved)),
                )
            ) from None
        saved += map(called, draft.written)


def _differences(drafts: Sequence[Draft]) -> tuple[str, ...]:
    from vtrack.recording.draft import difference

    return tuple(difference(draft) for draft in drafts)


def _locality(taken: LocalityTaken, draft: Draft | None) -> LocalityIntake:
    from vtrack.workbooks.intake.drafted import counts
    from vtrack.workbooks.outcome import LocalityIntake

    files = () if draft is None else tuple(map(called, draft.written))
    return LocalityIntake(taken.id, taken.name, taken.counts if draft is None else counts(taken, draft), files)
