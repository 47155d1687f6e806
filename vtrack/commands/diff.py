"""``vtrack diff REF``: what a change does to figures, verdicts and targets, in a reviewer's words. Only reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from gettext import gettext
from typing import TYPE_CHECKING

import click

from vtrack.commands import completing
from vtrack.commands.call import Asked, ask, called, find, terms_of, view_of
from vtrack.commands.options import color_option, day_option, format_option, language_option, paths_argument
from vtrack.edge import show

if TYPE_CHECKING:
    from vtrack.discovery import LocalityFiles
    from vtrack.history.earlier import Earlier
    from vtrack.history.moves import Comparison, Difference, State
    from vtrack.model.snapshot import Snapshot
    from vtrack.verdicts.verdict import Terms

FORMATS = ("table", "markdown")


@click.command("diff", help=gettext("Show what changed since REF: figures, verdicts, targets. Only reads."))
@click.argument("ref", metavar="REF", shell_complete=completing.commits)
@paths_argument
@format_option(FORMATS)
@day_option
@language_option
@color_option
def command(ref: str, paths: tuple[str, ...], format_: str, as_of: date | None, lang: str | None, color: str) -> int:
    """Compare every locality that differs with what it was; the exit code is 0 whatever changed."""
    from vtrack.reports.difference import render

    asked = ask(paths, lang, may_be_gone=True)
    view = view_of(asked.language, color)
    show(render(_compare(ref, asked, as_of), view, format_))
    return 0


def _compare(ref: str, asked: Asked, day: date | None) -> Comparison:
    from vtrack.history.earlier import since
    from vtrack.history.moves import Comparison

    earlier, terms = since(ref, asked.paths), terms_of(asked.settings, day)
    return Comparison(earlier.commit, terms.day, tuple(_differences(asked, earlier, terms)))


def _differences(asked: Asked, earlier: Earlier, terms: Terms) -> Iterator[Difference]:
    from vtrack.history.difference import difference

    still = []
    for files in find(asked, earlier):
        if earlier.is_touched(files.folder):
            now = _state(files)
            still.append((files.folder, now.plan.locality if now.plan else None))
            yield difference(called(files.folder), _past(earlier.of(files.folder, now.plan)), now, terms)
    for snapshot in earlier.gone(asked.paths, still):
        yield difference(called(earlier.path(snapshot).parent), _past(snapshot), None, terms)


def _past(snapshot: Snapshot | None) -> State | None:
    from vtrack.history.moves import State

    return None if snapshot is None else State(snapshot.plan, snapshot.record, snapshot.complete)


def _state(files: LocalityFiles) -> State:
    """A locality as its files are now."""
    from vtrack.checking import read_file
    from vtrack.held_files import plan_of, reported
    from vtrack.history.moves import State

    plan = plan_of(read_file(files, files.plan, "plan", called))
    if plan is None:
        return State(None, complete=False)
    known = reported(plan, [read_file(files, path, "progress", called) for path in files.progress])
    return State(plan, known.record, known.complete)
