"""``vtrack init``: make a new locality, from options and, at a terminal, from answers. Never overwrites."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from vtrack.commands import completing
from vtrack.commands.call import called, is_at_terminal, language_of, load_settings, now, settings_file, view_of
from vtrack.commands.entry.prompts import Ended
from vtrack.commands.first_answers import QUESTIONS, Answerer, ask_for, contradiction
from vtrack.commands.options import language_option
from vtrack.commands.plans_folders import plans_folders
from vtrack.commands.writing import refuse_link
from vtrack.edge import show
from vtrack.errors import CALL_IS_WRONG, CallError
from vtrack.folders import lies_within
from vtrack.messages import Message, listed, say
from vtrack.reports.words import View, shown
from vtrack.settings import SETTINGS_FILE, Settings

if TYPE_CHECKING:
    from vtrack.discovery import LocalityFiles
    from vtrack.recording.new_locality import NewLocality


class _Place(Struct, frozen=True):
    """Where a new locality goes: the folder of plans, and the settings that hold there, if there are any."""

    plans: Path
    file: Path | None
    settings: Settings

    @property
    def new_settings(self) -> Path:
        """Where the settings would lie that are missing: in the working folder, if the plans are below it."""
        here = Path.cwd()
        return (here if lies_within(self.plans, here) else self.plans.parent) / SETTINGS_FILE

    @property
    def is_checked(self) -> bool:
        """Whether a check that names no path looks at the folder of plans."""
        if self.file is None:
            return True
        return any(lies_within(self.plans, self.file.parent / folder) for folder in self.settings.plans)


@click.command(
    "init",
    help=gettext(
        "Make a new locality: a plan that explains itself, this year's progress file, and vtrack.yaml where there is "
        "none. At a terminal it asks for what no option gives. Never overwrites."
    ),
)
@click.option("--id", metavar="ID", help=gettext("The locality's id, which is its folder's name, such as dongtou."))
@click.option("--name", metavar="TEXT", help=gettext("Its full name."))
@click.option("--level", metavar="LEVEL", help=gettext("Its level: province, prefecture, county, township or village."))
@click.option("--code", metavar="CODE", help=gettext("Its division code, such as 330305."))
@click.option(
    "--parent",
    metavar="ID",
    shell_complete=completing.localities,
    help=gettext("The id of the locality above."),
)
@click.option("--start", metavar="YEAR", help=gettext("The first year of the plan."))
@click.option("--end", metavar="YEAR", help=gettext("The last year of the plan."))
@click.option("--title", metavar="TEXT", help=gettext("The title of the plan's document."))
@click.option("--number", metavar="TEXT", help=gettext("The document's number."))
@click.option("--issuer", metavar="TEXT", help=gettext("Who issued it."))
@click.option("--issued", metavar="DATE", help=gettext("When it was issued, such as 2023-06-29."))
@click.option(
    "--into",
    metavar="PATH",
    shell_complete=completing.folders,
    help=gettext("The folder of plans; by default the one that vtrack.yaml names, else plans."),
)
@language_option
def command(into: str | None, lang: str | None, **options: str | None) -> int:
    """Make the files and say what to do next; the exit code is 2 where something is missing or wrong."""
    place = _place(into)
    language = language_of(lang, place.settings)
    answerer = Answerer(view_of(language, "never"), now().astimezone().date())
    today, view = answerer.today, answerer.view
    try:
        known = _known(options, place, answerer)
    except Ended:
        stopped = say("nothing was written")
        click.echo(f"vtrack: {view.word(stopped)}", err=True)
        return CALL_IS_WRONG
    new = _new(known)
    texts = _texts(place, new, today, language)
    _refuse_to_overwrite(texts)
    for folder in {path.parent for path in texts if path.is_relative_to(place.plans / new.locality.id)}:
        refuse_link(folder)
    _require_soundness(place, new, texts, today)
    _create(texts)
    show("".join(f"{line}\n" for line in _told(place, new, texts, view)))
    return 0


def _place(into: str | None) -> _Place:
    """Where the call wants the new locality.

    Raises:
        CallError: the settings there are faulty, or name a folder elsewhere.
    """
    file = settings_file([Path(into)] if into else [])
    settings = load_settings(file)
    if into:
        return _Place(Path(into), file, settings)
    return _Place(plans_folders(settings, file)[0], file, settings)


def _known(options: Mapping[str, str | None], place: _Place, answerer: Answerer) -> dict[str, Any]:
    """What the options give and, where they leave out what is needed, what is answered at a terminal.

    Raises:
        CallError: an option is wrong, or contradicts another; or one is missing, and there is nobody to ask.
        Ended: whoever is asked wants no more questions.
    """
    given = {}
    for question in QUESTIONS:
        if (text := options[question.key]) is not None:
            given[question.key] = question.read(text, answerer)
    _require_possible(given, place)
    missing = tuple(f"--{question.key}" for question in QUESTIONS if question.needed and question.key not in given)
    if not missing:
        return given
    if is_at_terminal():
        return ask_for(given, lambda known: _require_possible(known, place), answerer)
    names = listed(missing)
    raise CallError(
        say("without a terminal there is nobody to ask; these options are missing: {missing}", missing=names)
    )


def _require_possible(known: Mapping[str, Any], place: _Place) -> None:
    """Raises ``CallError`` where what is known contradicts itself, or names a locality that there is."""
    from vtrack.model.plan import PLAN_FILE

    message = contradiction(known)
    if message is not None:
        raise CallError(message)
    if "id" in known:
        _refuse_to_overwrite([place.plans / known["id"] / PLAN_FILE])


def _new(known: Mapping[str, Any]) -> NewLocality:
    from vtrack.model.plan import Locality, Paper
    from vtrack.recording.new_locality import NewLocality

    return NewLocality(
        Locality(known["id"], known["name"], known["level"], known.get("code"), known.get("parent")),
        Paper(known["title"], known.get("number"), known.get("issuer"), known.get("issued")),
        known["start"],
        known["end"],
    )


def _files(place: _Place, new: NewLocality, today: date) -> LocalityFiles:
    from vtrack.recording.new_locality import locality_files

    return locality_files(place.plans / new.locality.id, new, today)


def _texts(place: _Place, new: NewLocality, today: date, language: str) -> dict[Path, str]:
    """The files to be made and their texts, in the order in which they are made."""
    from vtrack.recording.new_locality import locality_texts, settings_text

    files = _files(place, new, today)
    plan, progress = locality_texts(new, today, language)
    texts = {files.plan: plan, files.progress[0]: progress}
    if place.file is None:
        plans = os.path.relpath(place.plans, place.new_settings.parent)
        texts[place.new_settings] = settings_text(Path(plans).as_posix(), language)
    return texts


def _refuse_to_overwrite(files: Iterable[Path]) -> None:
    there = tuple(called(path) for path in files if os.path.lexists(path))
    if there:
        raise CallError(say("nothing was written, because there is already: {files}", files=listed(there)))


def _require_soundness(place: _Place, new: NewLocality, texts: Mapping[Path, str], today: date) -> None:
    """Hold the texts against the rules before anything is written.

    Raises:
        CallError: one of them would be an error to a check, because of a character in a name.
    """
    from vtrack.checking import Examination, examine
    from vtrack.commands.call import terms_of
    from vtrack.findings import Severity
    from vtrack.rules.registry import chosen

    held = {path: text.encode() for path, text in texts.items()}
    terms = terms_of(place.settings, today)
    examination = Examination(terms, today, chosen(), called, bytes_of=lambda path: held[path])
    for finding in examine(_files(place, new, today), examination).result.findings:
        if finding.severity is Severity.ERROR:
            raise CallError(say("nothing was written: {message}", message=finding.message))


def _create(texts: Mapping[Path, str]) -> None:
    from vtrack.recording.new_locality import create

    try:
        create(texts)
    except OSError as error:
        file = called(Path(error.filename or next(iter(texts))))
        raise CallError(say("cannot write {file}: {reason}", file=file, reason=error.strerror or "")) from None


def _told(place: _Place, new: NewLocality, texts: Mapping[Path, str], view: View) -> list[str]:
    """What was made, and what to do next."""
    plan, id = next(iter(texts)), new.locality.id
    steps = [
        say(
            "open {file} in an editor; put the document's first target in the place of first-target", file=called(plan)
        ),
        say("add the other targets: the file has an example of each form, and explains it"),
        say("check it: {command}", command=f"vtrack check {called(plan.parent)}"),
        say("when there are figures, enter them: {command}", command=f"vtrack record {id}"),
    ]
    if not place.is_checked and place.file is not None:
        steps.insert(0, _unchecked(place, place.file))
    lines = [view.word(say("written:")), *(f"  {shown(called(path))}" for path in texts), "", view.word(say("next:"))]
    return [*lines, *(f"  {number}. {view.word(step)}" for number, step in enumerate(steps, start=1))]


def _unchecked(place: _Place, file: Path) -> Message:
    return say(
        "add {plans} to plans: in {file}, or no check will look there unless it is told to",
        plans=called(place.plans),
        file=called(file),
    )
