"""``vtrack check``: check plans and progress, and show where every target stands. Only reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from gettext import gettext
from pathlib import Path

import click
from msgspec.structs import replace

from vtrack.commands import completing
from vtrack.commands.call import ask, view_of
from vtrack.commands.gathered import Chosen, gathered, names_in
from vtrack.commands.options import color_option, day_option, format_option, language_option, paths_argument
from vtrack.commands.writing import refuse_link
from vtrack.edge import show
from vtrack.errors import CALL_IS_WRONG, CallError
from vtrack.messages import listed, say
from vtrack.reports.formats import FORMATS, format_of
from vtrack.reports.words import View


@click.command("check", help=gettext("Check plans and progress, and show where every target stands. Only reads."))
@paths_argument
@format_option(FORMATS)
@click.option(
    "--output", multiple=True, metavar="FORMAT=FILE", help=gettext("Write a format to a file besides; repeatable.")
)
@day_option
@click.option(
    "--against",
    metavar="REF",
    shell_complete=completing.commits,
    help=gettext("Also tell which past figures and targets moved since REF without a stated reason."),
)
@click.option(
    "--changed",
    metavar="REF",
    shell_complete=completing.commits,
    help=gettext("Only localities that differ from REF, and their parents and children."),
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    shell_complete=completing.rules,
    help=gettext("Only these rules or families; repeatable."),
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULE",
    shell_complete=completing.rules,
    help=gettext("Not these rules or families; repeatable."),
)
@click.option("--strict", is_flag=True, help=gettext("Warnings count too."))
@click.option("-v", "--verbose", is_flag=True, help=gettext("List findings that are only for information too."))
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=gettext("How many processes check at the same time, by default one a core."),
)
@click.option("--no-cache", is_flag=True, help=gettext("Check everything anew, and keep nothing of it."))
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
    jobs: int | None,
    no_cache: bool,
    lang: str | None,
    color: str,
) -> int:
    """Parse, check, report; the exit code says whether a finding counts."""
    files = _outputs(output)
    asked = ask(paths, lang, may_be_gone=against is not None)
    view = view_of(asked.language, color, verbose=verbose)
    chosen = Chosen(as_of, against, changed, names_in(select), names_in(ignore))
    plain = replace(view, color=False)
    reports = [*((name, plain) for name, _ in files), (format_, view)]
    if "github" in (name for name, _ in reports) and os.environ.get("GITHUB_STEP_SUMMARY"):
        reports.append(("markdown", plain))
    collected, day = gathered(asked, chosen, reports, jobs, no_cache)
    documents = [
        format_of(name).document(collected.material(number, day), how) for number, (name, how) in enumerate(reports)
    ]
    for (_, file), document in zip(files, documents, strict=False):
        _write(file, document)
    if len(documents) > len(files) + 1:
        _summarize(documents[-1], plain)
    show(documents[len(files)])
    if collected.failures:
        return _unexpected(collected.failures, view)
    return int(collected.summary.fails(strict=strict))


def _unexpected(failures: Sequence[tuple[str, str]], view: View) -> int:
    """Tell of localities in which something unexpected happened; the exit code."""
    from vtrack.unexpected import log

    places = listed(tuple(place for place, _ in failures))
    sentence = say(
        "something unexpected happened in {places}; all else was checked; please send {log} to the maintainers",
        places=places,
        log=log(told for _, told in failures),
    )
    click.echo(f"vtrack: {view.word(sentence)}", err=True)
    return CALL_IS_WRONG


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


def _write(file: Path, document: Iterable[str]) -> None:
    refuse_link(file)
    try:
        with file.open("w", encoding="utf-8", newline="") as out:
            out.writelines(document)
    except OSError as error:
        raise CallError(say("cannot write {file}: {reason}", file=file, reason=error.strerror or "")) from None


def _summarize(document: Iterable[str], view: View) -> None:
    """Append the markdown report to the step's summary, where the runner gives a file for it."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        from vtrack.reports.markdown import SUMMARY_LIMIT, fitting

        try:
            with Path(file).open("a", encoding="utf-8") as out:
                out.write(fitting(document, view, SUMMARY_LIMIT - out.tell()))
        except OSError as error:
            raise CallError(say("cannot write {file}: {reason}", file=file, reason=error.strerror or "")) from None
