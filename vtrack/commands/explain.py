"""``vtrack explain``: what a rule, a status or a form means, in the terminal. Only reads."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext
from typing import TYPE_CHECKING

import click

from vtrack.commands import completing
from vtrack.commands.call import language_of, load_settings, settings_file, terms_of, view_of
from vtrack.commands.options import color_option, language_option
from vtrack.edge import show
from vtrack.errors import CallError
from vtrack.settings import Settings

if TYPE_CHECKING:
    from vtrack.reports.explanation import Explained, Section
    from vtrack.reports.words import View


@click.command("explain", help=gettext("Explain a rule, a status or a form; without a name, list what there is."))
@click.argument("name", nargs=-1, metavar="[RULE|STATUS|FORM]", shell_complete=completing.topics)
@language_option
@color_option
def command(name: tuple[str, ...], lang: str | None, color: str) -> int:
    """Find what is meant and show its text. A name of several words needs no quotes."""
    from vtrack.explanations import LISTS, meant_by
    from vtrack.reports.explanation import render, render_list

    settings = _settings()
    language = language_of(lang, settings)
    view = view_of(language, color)
    id = meant_by(" ".join(name)) if name else "all"
    if id in LISTS or not name:
        show(render_list(list(_sections(id, language, view)), view))
    else:
        show(render(_explained(id, language, settings), view))
    return 0


def _settings() -> Settings:
    """The settings, or those of no file: a faulty one must not keep its own mistake from being explained."""
    try:
        return load_settings(settings_file(()))
    except CallError:
        return Settings()


def _explained(id: str, language: str, settings: Settings) -> Explained:
    """A rule or a topic with all its text, and for the lamp the thresholds that hold here."""
    from vtrack.explanations import related, text_of
    from vtrack.reports.explanation import Explained
    from vtrack.rules.registry import rule

    text = text_of(id)
    return Explained(
        id,
        text.prose(language),
        text.bad,
        text.good,
        rule(id).severity if "/" in id else None,
        related(id),
        terms_of(settings, None) if id == "lamp" else None,
    )


def _sections(id: str, language: str, view: View) -> Iterator[Section]:
    """The parts of a list, each line with the title of what it lists."""
    from vtrack.explanations import LIST_TITLES, entries, text_of
    from vtrack.reports.explanation import Explained, Section
    from vtrack.rules.documentation import family_documentation
    from vtrack.rules.registry import rule

    for part, names in entries(id):
        listed = tuple(
            Explained(name, text_of(name).prose(language), severity=rule(name).severity if "/" in name else None)
            for name in names
        )
        if part in LIST_TITLES:
            yield Section(view.word(LIST_TITLES[part]), listed)
        else:
            prose = family_documentation(part).prose(language)
            yield Section(f"{part}/", listed, prose)
