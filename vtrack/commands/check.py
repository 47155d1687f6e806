"""``vtrack check``: check plans and progress, and show where every target stands. Only reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from difflib import get_close_matches
from gettext import gettext
from pathlib import Path

import click

from vtrack.commands.call import called, existing, language_of, load_settings, settings_file, view_of
from vtrack.edge import CallError
from vtrack.messages import say
from vtrack.reports.formats import FORMATS, renderer
from vtrack.reports.words import View
from vtrack.result import Result
from vtrack.settings import Settings


@click.command("check", help=gettext("Check plans and progress, and show where every target stands. Only reads."))
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", help=gettext("What to print."))
@click.option(
    "--output", multiple=True, metavar="FORMAT=FILE", help=gettext("Write a format to a file besides; repeatable.")
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help=gettext("The day of the verdicts, by default today: 2025-12-31."),
)
@click.option("--select", multiple=True, metavar="RULE", help=gettext("Only these rules or families; repeatable."))
@click.option("--ignore", multiple=True, metavar="RULE", help=gettext("Not these rules or families; repeatable."))
@click.option("--strict", is_flag=True, help=gettext("Warnings count too."))
@click.option("-v", "--verbose", is_flag=True, help=gettext("List findings that are only for information too."))
@click.option("--lang", type=click.Choice(["zh", "en"]), help=gettext("The language: zh or en."))
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help=gettext("Whether to use colour.")
)
def command(
    paths: tuple[str, ...],
    format_: str,
    output: tuple[str, ...],
    as_of: datetime | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    verbose: bool,
    lang: str | None,
    color: str,
) -> int:
    """Parse, check, report; the exit code says whether a finding counts."""
    files = _outputs(output)
    given = existing(paths)
    config = settings_file(given)
    settings = load_settings(config, lang)
    view = view_of(language_of(lang, settings), color, verbose=verbose)
    base = config.parent if config else Path()
    result = _check(
        given or [base / folder for folder in settings.plans], as_of and as_of.date(), select, ignore, settings
    )
    for name, file in files:
        _write(file, renderer(name)(result, View(view.translate, verbose=verbose, width=view.width)))
    click.echo(renderer(format_)(result, view), nl=False, color=True)
    return int(result.fails(strict=strict))


def _check(
    paths: Sequence[Path], day: date | None, select: Sequence[str], ignore: Sequence[str], settings: Settings
) -> Result:
    from vtrack.checking import Examination, check
    from vtrack.discovery import find_localities
    from vtrack.rules.registry import chosen
    from vtrack.verdicts.verdict import Terms

    selected, ignored = _names(select) or settings.select, _names(ignore) or settings.ignore
    _known((*selected, *ignored))
    today = date.today()
    terms = Terms(day or today, settings.grace_days, settings.ahead, settings.orange, settings.red)
    localities = list(find_localities(path for path in paths if path.exists()))
    localities = [files for files in localities if files.plan.exists() or files.progress]
    if not localities:
        places = ", ".join(map(called, paths))
        raise CallError(say("found no plan.yaml to check in {places}", places=places))
    return check(localities, Examination(terms, today, chosen(selected, ignored), called))


def _names(options: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for option in options for name in option.split(",") if name.strip())


def _known(names: Sequence[str]) -> None:
    from vtrack.rules.registry import FAMILIES, RULES, unknown_names

    for name in unknown_names(names):
        near = get_close_matches(name, [*(rule.name for rule in RULES), *FAMILIES], 1)
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
