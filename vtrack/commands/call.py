"""What the commands share of a call: where the settings lie, which paths are meant, how the reader wants to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vtrack.edge import CallError
from vtrack.language import asked_for, of_system, translator
from vtrack.messages import say
from vtrack.model.plan import Place
from vtrack.reports.words import View
from vtrack.settings import SETTINGS_FILE, Settings, build_settings
from vtrack.text.flaws import Span

PIPE_WIDTH = 120
"""Columns of a table that is not written to a terminal."""


def settings_file(paths: Sequence[Path]) -> Path | None:
    """The ``vtrack.yaml`` of the repository that the paths (or else the working folder) lie in.

    Looked for upwards as far as the repository's top, the folder that holds ``.git``.
    """
    folders = [path if path.is_dir() else path.parent for path in map(Path.absolute, paths)]
    start = Path(os.path.commonpath(folders)) if folders else Path.cwd()
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder / SETTINGS_FILE
        if (folder / ".git").exists():
            return None
    return None


def load_settings(path: Path | None, language: str | None) -> Settings:
    """The settings in a file, or those of no file at all.

    Raises:
        CallError: the file cannot be read or is faulty; the sentence tells the first fault and its place.
    """
    if path is None:
        return Settings()
    from vtrack.rules.apply import file_findings
    from vtrack.rules.registry import RULES
    from vtrack.rules.rule import FILE_FAMILIES, FileCase
    from vtrack.text.reading import read
    from vtrack.validation.shape import shape_errors

    try:
        reading = read(path.read_bytes())
    except OSError as error:
        raise CallError(say("cannot read {file}: {reason}", file=path, reason=error.strerror or "")) from None
    document = reading.document
    data = document.data if document else None
    errors = shape_errors(data, "config") if data is not None else ()
    if not reading.flaws and not errors and document is not None:
        return build_settings(data if isinstance(data, dict) else None)
    rules = [rule for rule in RULES if rule.family in FILE_FAMILIES]
    case = FileCase(SETTINGS_FILE, reading.flaws, errors)

    def locate(place: Place) -> Span:
        return document.span(place.path, key=place.key) if document else Span(1, 1, 1, 2)

    found = sorted(file_findings(rules, case, called(path), locate, None), key=lambda one: one.order)
    first = found[0]
    raise CallError(
        say(
            "{file}:{line}:{column}: {message}",
            file=first.file,
            line=first.span.line,
            column=first.span.column,
            message=first.message,
        )
    )


def existing(paths: Sequence[str]) -> tuple[Path, ...]:
    """The paths of a call.

    Raises:
        CallError: one of them does not exist.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise CallError(say("there is no file or folder {path}", path=path))
    return tuple(map(Path, paths))


def language_of(option: str | None, settings: Settings) -> str:
    """The language of the report."""
    return option or asked_for((), os.environ) or settings.language or of_system(os.environ) or "zh"


def view_of(language: str, color: str, *, verbose: bool = False) -> View:
    """How the reader of the standard output wants to read. ``color``: ``auto``, ``always`` or ``never``."""
    from shutil import get_terminal_size

    terminal = sys.stdout.isatty()
    colored = color == "always" or (
        color == "auto" and terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    width = get_terminal_size((PIPE_WIDTH, 24)).columns
    return View(translator(language), colored, width, verbose)


def called(path: Path) -> str:
    """What to call a file: relative to the working folder where it lies below it, with forward slashes."""
    absolute = Path(os.path.abspath(path))
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
