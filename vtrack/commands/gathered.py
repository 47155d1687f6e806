"""What ``vtrack check`` is asked to check, and what all localities contribute to the reports that are wanted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta, timezone
from typing import TYPE_CHECKING

from msgspec import Struct

from vtrack.commands.call import Asked, called, find, now, terms_of
from vtrack.errors import CallError
from vtrack.messages import say
from vtrack.reports.gathering import Gathering, NoRoom
from vtrack.reports.words import View

if TYPE_CHECKING:
    from vtrack.checking import Examination
    from vtrack.discovery import LocalityFiles
    from vtrack.history.earlier import Earlier

CHINA = timezone(timedelta(hours=8))
"""Waivers run out by China Standard Time."""


class Chosen(Struct, frozen=True):
    """What is to be checked, as of when, against what, and by which rules."""

    day: date | None
    against: str | None
    changed: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]


def gathered(
    asked: Asked, wanted: Chosen, reports: Sequence[tuple[str, View]], jobs: int | None, no_cache: bool
) -> tuple[Gathering, date]:
    """What all localities contribute to the reports, and the day of the verdicts."""
    from vtrack.batch.cache import Cache
    from vtrack.batch.contributions import WORTH_KEEPING, Batch, Writing, contributions
    from vtrack.batch.workers import WorkerLost, usable_cores
    from vtrack.places import cache_folder
    from vtrack.reports.progress import Bar

    examination, localities, earlier = _examination(asked, wanted)
    writings = tuple(Writing.of(name, asked.language, view) for name, view in reports)
    folder = None if no_cache or len(localities) < WORTH_KEEPING else cache_folder()
    view = next(view for _, view in reports)
    watched = any(view.color for _, view in reports) and sys.stdout.isatty() and sys.stderr.isatty()
    gathering = Gathering()
    with Cache(folder) as cache, Bar(len(localities), view, wanted=watched) as bar:
        batch = Batch(examination, writings, jobs or usable_cores(), cache, earlier)
        with closing(contributions(localities, batch, asked.paths)) as found:
            try:
                for contribution in found:
                    gathering.add(contribution)
                    bar.advance()
            except WorkerLost:
                raise CallError(
                    say(
                        "a process of the check was stopped, perhaps because memory ran out; {option} needs less of it",
                        option="--jobs 1",
                    )
                ) from None
            except NoRoom as error:
                reason = error.strerror or ""
                raise CallError(say("cannot write {file}: {reason}", file=error.filename, reason=reason)) from None
    return gathering, examination.terms.day


def _examination(asked: Asked, wanted: Chosen) -> tuple[Examination, list[LocalityFiles], Earlier | None]:
    """By what is checked, the localities that are, and the commit that they are compared with."""
    from vtrack.checking import Examination
    from vtrack.rules.registry import chosen

    selected, ignored = wanted.select or asked.settings.select, wanted.ignore or asked.settings.ignore
    _known((*selected, *ignored))
    earlier = _since(wanted.against, asked)
    scope = earlier if wanted.changed == wanted.against else _since(wanted.changed, asked)
    localities = find(asked, earlier or scope)
    if scope is not None:
        from vtrack.history.scope import changed_localities

        localities = changed_localities(localities, scope, asked.paths)
    examination = Examination(
        terms=terms_of(asked.settings, wanted.day),
        today=now().astimezone().date(),
        rules=chosen(selected, ignored),
        call=called,
        waiver_day=wanted.day or now().astimezone(CHINA).date(),
    )
    return examination, localities, earlier


def _since(ref: str | None, asked: Asked) -> Earlier | None:
    if ref is None:
        return None
    from vtrack.history.earlier import since

    return since(ref, asked.paths)


def names_in(options: Sequence[str]) -> tuple[str, ...]:
    """The names that options give, each one or several with commas between."""
    return tuple(name.strip() for option in options for name in option.split(",") if name.strip())


def _known(names: Sequence[str]) -> None:
    from vtrack.rules.registry import FAMILIES, NAMES, unknown_names

    for name in unknown_names(names):
        from difflib import get_close_matches  # only a mistake needs it

        near = get_close_matches(name, [*NAMES, *FAMILIES], 1)
        if near:
            raise CallError(say("there is no rule {name}; did you mean {near}?", name=name, near=near[0]))
        raise CallError(say("there is no rule {name}", name=name))
