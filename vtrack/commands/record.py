"""``vtrack record``: enter one figure into a locality's progress, or be asked for what is due. Writes there alone."""

from __future__ import annotations

import os
import re
from datetime import date
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vtrack.commands import completing
from vtrack.commands.call import Asked, ask, called, find, is_at_terminal, now, terms_of, view_of
from vtrack.commands.entry.days import day_meant
from vtrack.commands.options import color_option, language_option
from vtrack.errors import INTERRUPTED, CallError
from vtrack.messages import say

if TYPE_CHECKING:
    from vtrack.commands.entry.entering import Session

_NEGATIVE = re.compile(r"-[0-9.]")
_WITHOUT_VALUE = ("--dry-run", "-h", "--help")


class _Record(click.Command):
    """A command to which a number below zero is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put negative numbers behind the options, where click takes them for what they are."""
        if "--" not in args:
            before = ["", *args]
            below = [number for number, here in enumerate(args) if _NEGATIVE.match(here) and not _asks(before[number])]
            others = [here for number, here in enumerate(args) if number not in below]
            args = [*others, "--", *(args[number] for number in below)] if below else args
        return super().parse_args(ctx, args)


def _asks(word: str) -> bool:
    """Whether a word of a call is an option whose value comes next."""
    return word.startswith("--") and "=" not in word and word not in _WITHOUT_VALUE


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    return None if text is None else day_meant(text, _today())


@click.command(
    "record",
    cls=_Record,
    help=gettext(
        "Enter one figure: a number, 83/85 for a count of a whole, the state of a milestone, or done for a task. "
        "TARGET may also be a series that targets are compared with. Without VALUE it asks for what is due."
    ),
)
@click.argument("locality", required=False, shell_complete=completing.localities)
@click.argument("target", required=False, shell_complete=completing.reportables)
@click.argument("value", required=False)
@click.option("--year", type=click.IntRange(1900, 2199), help=gettext("The year that the figure is of."))
@click.option("--as-of", callback=_day, metavar="DATE", help=gettext("The day that the figure is of: 2025-06-30."))
@click.option(
    "--source",
    metavar="SOURCE",
    help=gettext(
        "Where it comes from: self, statistics, third_party, cross_check or survey; of a value to compare with, the "
        "publication."
    ),
)
@click.option("--evidence", metavar="TEXT", help=gettext("What proves it, such as a document's number."))
@click.option("--note", metavar="TEXT", help=gettext("What else is to be said of it."))
@click.option("--reason", metavar="TEXT", help=gettext("Why a figure that was reported before is changed."))
@click.option("--dry-run", is_flag=True, help=gettext("Show what would be written, and write nothing."))
@language_option
@color_option
def command(
    locality: str | None,
    target: str | None,
    value: str | None,
    year: int | None,
    as_of: date | None,
    source: str | None,
    evidence: str | None,
    note: str | None,
    reason: str | None,
    dry_run: bool,
    lang: str | None,
    color: str,
) -> int:
    """Enter what the call gives, or ask for it; the exit code is 1 where the figure was refused."""
    from vtrack.checking import Examination
    from vtrack.commands.entry.entering import Session
    from vtrack.commands.entry.one_figure import Details, enter_one
    from vtrack.rules.registry import chosen

    asked = ask([locality] if locality and _is_folder(locality) else [], lang)
    rules = chosen((), asked.settings.ignore)
    examination = Examination(terms_of(asked.settings, None), _today(), rules, called)
    session = Session(examination, view_of(asked.language, color), dry_run)
    details = Details(year, as_of, source, evidence, note, reason)
    if locality is not None and target is not None and value is not None:
        return enter_one(asked, (locality, target, value), details, session)
    if details != Details():
        raise CallError(say("what is said of a figure needs the figure: vtrack record LOCALITY TARGET VALUE"))
    return _ask(asked, locality, target, session)


def _ask(asked: Asked, locality: str | None, target: str | None, session: Session) -> int:
    """Ask for what is due: of every locality, of one, or of one target.

    The end of the input is the end of the asking, and no mistake; what was saved until then stays.
    """
    from vtrack.commands.entry.asking import Interview
    from vtrack.commands.entry.prompts import Prompts
    from vtrack.commands.locality import locality_meant, reportable_meant

    if not is_at_terminal():
        raise CallError(say("without a terminal there is nobody to ask; call vtrack record LOCALITY TARGET VALUE"))
    if locality is None:
        folders, meant = [files.folder for files in find(asked)], None
    else:
        examined = locality_meant(locality, asked, session.examination)
        folders = [examined.files.folder]
        meant = reportable_meant(target, examined.dossier.plan) if target and examined.dossier else None
    interview = Interview(session, Prompts(session.view, session.today))
    try:
        interview.ask_all(folders, meant)
    except KeyboardInterrupt:
        click.echo()
        interview.tell_count()
        return INTERRUPTED
    interview.tell_count()
    return 0


def _is_folder(text: str) -> bool:
    """Whether a text is the way to a folder with a locality in it, rather than a name."""
    from vtrack.discovery import find_localities

    path = Path(text)
    return os.path.exists(path) and any(files.is_there for files in find_localities([path]))


def _today() -> date:
    return now().astimezone().date()
