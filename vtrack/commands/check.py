"""``vtrack check``: check plans and progress, and show where every target stands. Only reads."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta, timezone
from difflib import get_close_matches
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vtrack.commands.call import (
    Asked,
    ask,
    called,
    color_option,
    day_option,
    find,
    language_option,
    now,
    terms_of,
    view_of,
)
from vtrack.edge import show
from vtrack.errors import CallError
from vtrack.messages import say
from vtrack.reports.formats import FORMATS, renderer
from vtrack.reports.words import View
from vtrack.result import Result

if TYPE_CHECKING:
    from vtrack.history.earlier import Earlier

CHINA = timezone(timedelta(hours=8))
"""Waivers run out by China Standard Time."""


@click.command("check", help=gettext("Check plans and progress, and show where every target stands. Only reads."))
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", help=gettext("What to print."))
@click.option(
    "--output", multiple=True, metavar="FORMAT=FILE", help=gettext("Write a format to a file besides; repeatable.")
)
@day_option
@click.option(
    "--against",
    metavar="REF",
    help=gettext("Also tell which past figures and targets moved since REF without a stated reason."),
)
@click.option(
    "--changed", metavar="REF", help=gettext("Only localities that differ from REF, and their parents and children.")
)
@click.option("--select", multiple=True, metavar="RULE", help=gettext("Only these rules or families; repeatable."))
@click.option("--ignore", multiple=True, metavar="RULE", help=gettext("Not these rules or families; repeatable."))
@click.option("--strict", is_flag=True, help=gettext("Warnings count too."))
@click.option("-v", "--verbose", is_flag=True, help=gettext("List findings that are only for information too."))
@language_option
@color_option
def command(
    paths: tuple[str, ...],
    format_: str,
    output: tuple[str, ...],
    as_of: date | None,
    against: str | None,
    changed: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    verbose: bool,
    lang: str | None,
    color: str,
) -> int:
    """Parse, check, report; the exit code says whether a finding counts."""
    files = _outputs(output)
    asked = ask(paths, lang, may_be_gone=against is not None)
    view = view_of(asked.language, color, verbose=verbose)
    chosen = _Chosen(as_of, against, changed, _names(select), _names(ignore))
    result = _check(asked, chosen)
    plain = replace(view, color=False)
    for name, file in files:
        _write(file, renderer(name)(result, plain))
    if "github" in (format_, *(name for name, _ in files)):
        _summarize(result, plain)
    show(renderer(format_)(result, view))
    return int(result.fails(strict=strict))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What is to be checked, as of when, against what, and by which rules."""

    day: date | None
    against: str | None
    changed: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]


def _check(asked: Asked, wanted: _Chosen) -> Result:
    from vtrack.checking import Examination, check
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
        earlier=earlier,
    )
    return check(localities, examination, asked.paths)


def _since(ref: str | None, asked: Asked) -> Earlier | None:
    if ref is None:
        return None
    from vtrack.history.earlier import since

    return since(ref, asked.paths)


def _names(options: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for option in options for name in option.split(",") if name.strip())


def _known(names: Sequence[str]) -> None:
    from vtrack.rules.registry import FAMILIES, NAMES, unknown_names

    for name in unknown_names(names):
        near = get_close_matches(name, [*NAMES, *FAMILIES], 1)
        if near:
            raise CallError(say("there is no rule {name}; did you mean {near}?", name=name, near=near[0]))
        raise CallError(say("there is no rule {name}", name=name))


def _outputs(options: Sequence[str]) -> list[tuple[str, Path]]:
    outputs = []
    for option in options:
        name, equals, file = option.partition("=")
        if name not in FORMATS or not equals or not file:
            formats = ", ".join(FORMATS)
            raise CallError(
                say("--output wants FORMAT=FILE with one of {formats}, not {option}", formats=formats, option=option)
            )
        outputs.append((name, Path(file)))
    return outputs


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise CallError(say("cannot write {file}: {reason}", file=file, reason=error.strerror or "")) from None


def _summarize(result: Result, view: View) -> None:
    """Append the markdown report to the step's summary, where the runner gives a file for it."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        from vtrack.reports.markdown import SUMMARY_LIMIT, summary

        try:
            with Path(file).open("a", encoding="utf-8") as out:
                out.write(summary(result, view, SUMMARY_LIMIT - out.tell()))
        except OSError as error:
            raise CallError(say("cannot write {file}: {reason}", file=file, reason=error.strerror or "")) from None
