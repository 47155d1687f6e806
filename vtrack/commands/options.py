"""The parts of a call that several commands have, each said once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from gettext import gettext
from typing import Any

import click

from vtrack.commands import completing
from vtrack.errors import CallError
from vtrack.messages import say


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """The day that an option names, written as the files write it."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CallError(say("{day} is no day; write it as year, month and day, like 2025-12-31", day=text)) from None


day_option = click.option(
    "--as-of",
    callback=_day,
    metavar="DATE",
    help=gettext("The day of the verdicts, by default today: 2025-12-31."),
)
language_option = click.option("--lang", type=click.Choice(["zh", "en"]), help=gettext("The language: zh or en."))
color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help=gettext("Whether to use colour.")
)
paths_argument = click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.paths)


def format_option(formats: Sequence[str]) -> Callable[[Any], Any]:
    """The format of what is printed, by default the first."""
    return click.option(
        "--format", "format_", type=click.Choice(formats), default=formats[0], help=gettext("What to print.")
    )
