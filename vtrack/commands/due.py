"""``vtrack due``: what must be reported, by whom and until when, and what is late. Only reads."""

from __future__ import annotations

import re
from datetime import date
from gettext import gettext
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from vtrack.commands.call import ask, called, find, now, terms_of, view_of
from vtrack.commands.options import color_option, day_option, format_option, language_option, paths_argument
from vtrack.edge import show
from vtrack.errors import CallError
from vtrack.messages import say
from vtrack.reports.dues import FORMATS, render

if TYPE_CHECKING:
    from vtrack.checking import Examined
    from vtrack.dues import LocalityDues

_DAYS = re.compile(r"([0-9]{1,5}) *(d|days?|天|日)?")


def _days(_context: click.Context, _option: click.Parameter, text: str) -> int:
    """A number of days, such as ``30d``."""
    found = _DAYS.fullmatch(normalize("NFKC", text).strip().lower())
    if found is None:
        raise CallError(say("--within wants a number of days, such as 30d, not {text}", text=text))
    return int(found[1])


@click.command("due", help=gettext("Show what must be reported, by whom and until when, and what is late. Only reads."))
@paths_argument
@day_option
@click.option(
    "--within",
    default="30d",
    callback=_days,
    metavar="DAYS",
    help=gettext("How many days ahead to look, by default 30d. What is late is always shown."),
)
@click.option(
    "--by",
    type=click.Choice(["department", "locality"]),
    default="department",
    help=gettext("Group by the departments that lead the targets, or by locality."),
)
@format_option(FORMATS)
@language_option
@color_option
def command(
    paths: tuple[str, ...], as_of: date | None, within: int, by: str, format_: str, lang: str | None, color: str
) -> int:
    """Ask every locality what it has to report; the exit code is 1 where that could not be told of all."""
    from vtrack.checking import Examination, examine
    from vtrack.dues import Agenda
    from vtrack.reports.due_words import unknown

    asked = ask(paths, lang)
    view = view_of(asked.language, color)
    terms = terms_of(asked.settings, as_of)
    examination = Examination(terms, now().astimezone().date(), rules=(), call=called)
    found = tuple(dues_of(examine(files, examination), within) for files in find(asked))
    agenda = Agenda(terms.day, within, found)
    show(render(agenda, view, format_, by))
    if format_ == "csv":  # which has no place for it
        for line in unknown(agenda):
            click.echo(f"vtrack: {view.word(line)}", err=True)
    return int(not all(one.is_known for one in agenda.localities))


def dues_of(examined: Examined, within: int) -> LocalityDues:
    """What one locality has to report, as far as its files can be relied on."""
    from vtrack.dues import LocalityDues, dues

    result, dossier = examined.result, examined.dossier
    if dossier is None:
        return LocalityDues(result.folder, result.plan_file)
    if not dossier.complete:
        return LocalityDues(result.folder, result.plan_file, dossier.plan, complete=False)
    found = dues(dossier.plan, dossier.record, dossier.terms, within)
    return LocalityDues(result.folder, result.plan_file, dossier.plan, found, unjudged=result.unjudged)
