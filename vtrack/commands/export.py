"""``vtrack export``: workbooks for filling in, or all figures and verdicts for analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from vtrack.commands import completing
from vtrack.commands.call import Asked, ask, called, find, now, terms_of, view_of
from vtrack.commands.options import day_option, language_option, paths_argument
from vtrack.commands.writing import refuse_to_overwrite, write_whole
from vtrack.edge import show
from vtrack.errors import CallError
from vtrack.messages import Message, listed, say
from vtrack.reports.words import View
from vtrack.verdicts.verdict import Terms

if TYPE_CHECKING:
    from vtrack.checking import Examined
    from vtrack.workbooks.form.listing import Listing

FORMATS = ("xlsx", "csv", "json")
BY = ("locality", "department")


@click.command("export", help=gettext("Write workbooks for filling in, or all figures and verdicts for analysis."))
@paths_argument
@click.option("--format", "format_", type=click.Choice(FORMATS), default="xlsx", help=gettext("What to write."))
@click.option(
    "--year",
    type=click.IntRange(1900, 2199),
    metavar="YEAR",
    help=gettext("The year to be filled in, by default the one that is being reported; of csv and json, all years."),
)
@click.option(
    "--by", type=click.Choice(BY), default=None, help=gettext("One sheet a locality, or a leading department.")
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=completing.paths,
    help=gettext("The file to write; with --split the folder of the files."),
)
@click.option("--split", is_flag=True, help=gettext("One workbook a locality or department, in a folder."))
@click.option("--force", is_flag=True, help=gettext("Write over files that are there already."))
@day_option
@language_option
def command(
    paths: tuple[str, ...],
    format_: str,
    year: int | None,
    by: str | None,
    output: str | None,
    split: bool,
    force: bool,
    as_of: date | None,
    lang: str | None,
) -> int:
    """Examine the localities and write what is asked for; the exit code says whether anything had to be left out."""
    if format_ != "xlsx" and (split or by):
        raise CallError(say("{option} is for workbooks only", option="--split" if split else "--by"))
    asked = ask(paths, lang)
    view, terms = view_of(asked.language, "never"), terms_of(asked.settings, as_of)
    if format_ == "xlsx":
        form = _Form(year or _reported_year(terms), by or "locality", output, split, force)
        return _workbooks(_examine(asked, terms), form, terms, view, asked.language)
    return _analysis(_examine(asked, terms), format_, year, Path(output) if output else None, force, terms, view)


def _examine(asked: Asked, terms: Terms) -> list[Examined]:
    from vtrack.checking import Examination, examine

    examination = Examination(terms, now().astimezone().date(), (), called)
    return [examine(files, examination) for files in find(asked)]


def _reported_year(terms: Terms) -> int:
    """The year before the day's own until that one's figures are due, and from then on the day's own."""
    from vtrack.model.calendar import due, year_end

    year = terms.day.year
    return year if year == date.min.year or due(year_end(year - 1), terms.day, terms.grace_days) else year - 1


class _Form(Struct, frozen=True):
    """What workbooks are asked for."""

    year: int
    by: str
    output: str | None
    split: bool
    force: bool


def _workbooks(localities: Sequence[Examined], form: _Form, terms: Terms, view: View, language: str) -> int:
    """Write one workbook, or one for each listing. Nothing is written of what is only half understood."""
    from vtrack.workbooks.form.book import Facts, workbook_bytes
    from vtrack.workbooks.form.listing import by_department, by_locality

    _each_once(localities)
    faults = [fault for examined in localities for fault in _faults(examined)]
    if faults:
        advice = say("nothing was written; «vtrack check» shows what is wrong and how to mend it")
        show("".join(f"{view.word(sentence)}\n" for sentence in (*faults, advice)))
        return 1
    listings = (by_locality if form.by == "locality" else by_department)(localities, form.year)
    if not any(listing.rows for listing in listings):
        raise CallError(say("no target is to be reported in {year}; choose another year with --year", year=form.year))
    books = _files(listings, form, view)
    for of_book in books.values():
        _require_importable(of_book)
    refuse_to_overwrite(books, force=form.force)
    facts = Facts(form.year, terms.day, language)
    for file, of_book in books.items():
        write_whole(file, workbook_bytes(of_book, facts, view.word))
        show(view.word(_written(file, of_book, form.year)) + "\n")
    return 0


def _require_importable(listings: Sequence[Listing]) -> None:
    """Let no workbook be filled in that is larger than one which is taken back.

    Raises:
        CallError: it has too many sheets or rows.
    """
    from vtrack.workbooks.file.reading import SHEET_LIMIT
    from vtrack.workbooks.file.sheet_part import CELL_LIMIT
    from vtrack.workbooks.layout import BY_DEPARTMENT

    sheets = sum(bool(listing.rows) for listing in listings)
    cells = sum(len(listing.rows) for listing in listings) * len(BY_DEPARTMENT)
    if sheets > SHEET_LIMIT - 2 or cells > CELL_LIMIT // 2:  # besides the cover, and the lists to choose from
        hint = say("--split writes one for each sheet, or export fewer localities at a time")
        raise CallError(
            say(
                "with {sheets} sheets it would be larger than any workbook that vtrack import reads; {hint}",
                sheets=sheets,
                hint=hint,
            )
        )


def _files(listings: Sequence[Listing], form: _Form, view: View) -> dict[Path, Sequence[Listing]]:
    """Which file is to hold what."""
    from vtrack.workbooks.form.book import names
    from vtrack.workbooks.titles import file_name

    name = view.word(say("figures-{year}", year=form.year))
    if not form.split:
        file = Path(form.output or f"{name}.xlsx")
        if file.suffix.lower() != ".xlsx":
            raise CallError(say("a workbook's name ends in .xlsx, unlike {file}", file=called(file)))
        return {file: listings}
    folder = Path(form.output or name)
    files: dict[str, Sequence[Listing]] = {}
    for listing, title in zip(listings, names(listings, view.word), strict=True):
        if listing.rows:
            files[file_name(f"{name}-{title}", files)] = [listing]
    return {folder / f"{file}.xlsx": listings for file, listings in files.items()}


def _written(file: Path, listings: Sequence[Listing], year: int) -> Message:
    return say(
        "wrote {file} · to be reported in {year}: {targets} · reported already: {reported} · not listed: {left_out}",
        file=called(file),
        targets=sum(len(listing.rows) for listing in listings),
        year=year,
        reported=sum(row.figure is not None for listing in listings for row in listing.rows),
        left_out=sum(sum(listing.left_out.values()) for listing in listings),
    )


def _each_once(localities: Sequence[Examined]) -> None:
    """A row of a workbook is known by its locality's id."""
    folders: dict[str, Path] = {}
    for examined in localities:
        plan, folder = examined.result.plan, examined.files.folder
        if plan is not None and folders.setdefault(plan.locality.id, folder) != folder:
            first, second = called(folders[plan.locality.id]), called(folder)
            raise CallError(
                say("{first} and {second} have the same id {id}", first=first, second=second, id=plan.locality.id)
            )


def _faults(examined: Examined) -> Iterator[Message]:
    """What of a locality could not be relied on."""
    result, dossier = examined.result, examined.dossier
    if dossier is None:
        yield say("{file}: the plan is faulty, nothing is known of its targets", file=result.plan_file)
    elif not dossier.complete:
        yield say("{file}: a progress file is faulty, nothing is known of the figures", file=result.plan_file)
    elif result.unjudged:
        ids = listed(result.unjudged)
        yield say("{file}: the data of these targets is faulty: {targets}", file=result.plan_file, targets=ids)


def _analysis(
    localities: Sequence[Examined],
    format_: str,
    year: int | None,
    file: Path | None,
    force: bool,
    terms: Terms,
    view: View,
) -> int:
    """Print all figures and verdicts, or write them to a file; say on the side what had to be left out."""
    from vtrack.reports.figures import Reported, csv_text, json_text

    known = [Reported(one.result, one.dossier.record) for one in localities if one.dossier is not None]
    text = csv_text(known, view, year) if format_ == "csv" else "".join(json_text(known, terms.day, view, year))
    if file is None:
        show(text)
    else:
        refuse_to_overwrite([file], force=force)
        write_whole(file, text.encode())
    faults = [fault for examined in localities for fault in _faults(examined)]
    for fault in faults:
        click.echo(view.word(say("left out: {fault}", fault=fault)), err=True)
    return int(bool(faults))
