"""``vtrack diff REF``: what a change does to figures, verdicts and targets, in a reviewer's words. Only reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from gettext import gettext

import click

from vtrack.commands.call import (
    Asked,
    ask,
    called,
    color_option,
    day_option,
    find,
    language_option,
    terms_of,
    view_of,
)
from vtrack.discovery import LocalityFiles
from vtrack.history.difference import Difference, State, difference
from vtrack.history.earlier import Earlier, since
from vtrack.model.snapshot import Snapshot
from vtrack.reports.difference import DIFF_FORMATS, render


@click.command("diff", help=gettext("Show what changed since REF: figures, verdicts, targets. Only reads."))
@click.argument("ref", metavar="REF")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "format_", type=click.Choice(DIFF_FORMATS), default="table", help=gettext("What to print."))
@day_option
@language_option
@color_option
def command(
    ref: str, paths: tuple[str, ...], format_: str, as_of: datetime | None, lang: str | None, color: str
) -> int:
    """Compare every locality that differs with what it was; the exit code is 0 whatever changed."""
    asked = ask(paths, lang)
    view = view_of(asked.language, color)
    differences = list(_differences(asked, since(ref, asked.paths), as_of and as_of.date()))
    click.echo(render(differences, view, format_), nl=False)
    return 0


def _differences(asked: Asked, earlier: Earlier, day: date | None) -> Iterator[Difference]:
    terms = terms_of(asked.settings, day)
    still = []
    for files in find(asked, may_be_gone=True):
        if earlier.is_touched(files.folder):
            now = _state(files)
            past = earlier.of(files.folder, now.plan if now else None)
            still.append((files.folder, now.plan if now else None))
            yield difference(called(files.folder), _past(past), now, terms)
    for snapshot in earlier.gone(asked.paths, still):
        yield difference(snapshot.folder, _past(snapshot), None, terms)


def _past(snapshot: Snapshot | None) -> State | None:
    if snapshot is None or snapshot.plan is None:
        return None
    return State(snapshot.plan, snapshot.record, snapshot.complete)


def _state(files: LocalityFiles) -> State | None:
    """A locality as its files are now; ``None`` where its plan cannot be relied on."""
    from vtrack.checking import read_file
    from vtrack.held_files import plan_of, reported

    plan = plan_of(read_file(files, files.plan, "plan", called))
    if plan is None:
        return None
    known = reported(plan, [read_file(files, path, "progress", called) for path in files.progress])
    return State(plan, known.record, known.complete)
