"""What the commands share of a call: where the settings lie, which paths are meant, how the reader wants to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vtrack.commands.plans_folders import plans_folders
from vtrack.errors import CallError
from vtrack.folders import repository_top
from vtrack.language import asked_for, of_system, translator
from vtrack.messages import say
from vtrack.reports.words import Explanation, View
from vtrack.settings import SETTINGS_FILE, Settings, build_settings

if TYPE_CHECKING:
    from vtrack.discovery import LocalityFiles
    from vtrack.history.earlier import Earlier
    from vtrack.verdicts.verdict import Terms

PIPE_WIDTH = 120
"""Columns of a table that is not written to a terminal."""


def now() -> datetime:
    """The clock: the one place where a call learns the time."""
    return datetime.now(timezone.utc)


class Asked(Struct, frozen=True):
    """A call's paths (those of the settings where it names none), the repository's settings, the report's language.

    gone: the paths that the call names and that are not there.
    """

    paths: tuple[Path, ...]
    settings: Settings
    language: str
    gone: tuple[str, ...] = ()


def ask(paths: Sequence[str], language: str | None, *, may_be_gone: bool = False) -> Asked:
    """What a call asks for.

    Raises:
        CallError: a path does not exist, unless it ``may_be_gone`` since an earlier commit; the settings are faulty.
    """
    given = tuple(map(_of_gone, paths)) if may_be_gone else _existing(paths)
    file = settings_file(given)
    settings = load_settings(file)
    meant = given or _of_settings(settings, file)
    gone = tuple(path for path in paths if not os.path.lexists(path))
    return Asked(meant, settings, language_of(language, settings), gone)


def find(asked: Asked, earlier: Earlier | None = None) -> list[LocalityFiles]:
    """The localities that are asked for.

    Raises:
        CallError: there is none, and none is gone since the ``earlier`` commit; or a path is neither there nor gone.
    """
    from vtrack.discovery import find_localities

    for path in asked.gone:
        if earlier is None or not earlier.had(Path(path)):
            raise CallError(say("there is no file or folder {path}", path=path))
    found = find_localities(path for path in asked.paths if os.path.exists(path))
    localities = [files for files in found if files.is_there]
    if not localities and (earlier is None or not earlier.gone(asked.paths, ())):
        raise CallError(say("found no plan.yaml to check in {places}", places=", ".join(map(called, asked.paths))))
    return sorted(localities, key=lambda files: called(files.plan).split("/")[:-1])


def terms_of(settings: Settings, day: date | None) -> Terms:
    """By what verdicts are made: the settings, and the day, by default today."""
    from vtrack.verdicts.verdict import Terms

    return Terms(day or now().astimezone().date(), settings.grace_days, settings.ahead, settings.orange, settings.red)


def settings_file(paths: Sequence[Path]) -> Path | None:
    """The ``vtrack.yaml`` of the repository that the paths (or else the working folder) lie in.

    Looked for upwards as far as the repository's top, the folder that holds ``.git``.
    """
    absolute = (Path(os.path.abspath(path)) for path in paths)  # so that «..» is not taken for a folder above
    folders = [path if os.path.isdir(path) else path.parent for path in absolute]
    try:
        start = Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # on different drives
        return None
    top = repository_top(start)
    for folder in (start, *start.parents):
        if os.path.lexists(folder / SETTINGS_FILE):  # what cannot be read is said, not passed over
            return folder / SETTINGS_FILE
        if folder == top:
            break
    return None


def load_settings(path: Path | None) -> Settings:
    """The settings in a file, or those of no file at all.

    Raises:
        CallError: the file cannot be read or is faulty; the sentence tells the first fault and its place.
    """
    if path is None:
        return Settings()
    from vtrack.held_files import START, faulty, hold
    from vtrack.opening import read_bytes
    from vtrack.rules.apply import file_findings
    from vtrack.rules.registry import chosen
    from vtrack.text.flaws import Flaw

    try:
        file = hold(SETTINGS_FILE, called(path), read_bytes(path), "config")
    except OSError as error:
        file = faulty(SETTINGS_FILE, called(path), flaw=Flaw("unreadable", START, error.strerror or ""))
    is_without_data = file.reading.document is not None and file.data is None  # nothing but comments
    if not file.case.flaws and (is_without_data or not file.case.errors):
        return build_settings(file.data if isinstance(file.data, dict) else None)
    findings = file_findings(chosen(("text", "schema")), file.case, file.path, file.span, None)
    first = min(findings, key=lambda one: one.order)
    raise CallError(
        say(
            "{file}:{line}:{column}: {message}",
            file=first.file,
            line=first.span.line,
            column=first.span.column,
            message=first.message,
        )
    )


def _of_settings(settings: Settings, file: Path | None) -> tuple[Path, ...]:
    """The folders that ``vtrack.yaml`` names; one that is not there is no empty one, but a mistake."""
    folders = plans_folders(settings, file)
    for folder in folders:
        if file is not None and not os.path.exists(folder) and settings.plans != Settings().plans:
            raise CallError(say("{file} names {path}, which is not there", file=called(file), path=called(folder)))
    return folders


def _existing(paths: Sequence[str]) -> tuple[Path, ...]:
    for path in paths:
        if not os.path.lexists(path):
            raise CallError(say("there is no file or folder {path}", path=path))
    return tuple(map(Path, paths))


def _of_gone(path: str) -> Path:
    """A path that may be gone: of a file that is, the folder of its locality stands for it."""
    here = Path(path)
    if os.path.lexists(path) or here.suffix != ".yaml":
        return here
    return here.parent.parent if here.parent.name == "progress" else here.parent


def language_of(option: str | None, settings: Settings) -> str:
    """The language of the report."""
    return option or asked_for((), os.environ) or settings.language or of_system(os.environ) or "zh"


def is_at_terminal() -> bool:
    """Whether somebody is there to be asked: what is typed and what is shown are a terminal's."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def view_of(language: str, color: str, *, verbose: bool = False) -> View:
    """How the reader of the standard output wants to read. ``color``: ``auto``, ``always`` or ``never``."""
    from shutil import get_terminal_size

    terminal = sys.stdout.isatty()
    colored = color == "always" or (
        color == "auto" and terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    width = get_terminal_size((PIPE_WIDTH, 24)).columns
    return View(translator(language), colored, width, verbose, explainer(language))


def explainer(language: str) -> Callable[[str], Explanation]:
    """The documentation of rules in a language. It is read only when a report asks for it."""

    def explain(name: str) -> Explanation:
        from vtrack.rules.documentation import documentation
        from vtrack.rules.registry import rule

        document = documentation(rule(name))
        prose = document.prose(language)
        return Explanation(document.rule.severity, prose.title, prose.paragraphs, document.bad, document.good)

    return explain


def called(path: Path) -> str:
    """What to call a file: relative to the working folder where it lies below it, with forward slashes."""
    absolute, here = os.path.abspath(path), os.getcwd()
    if absolute.startswith(os.path.join(here, "")):  # text is faster than paths, and this is asked of every file
        return absolute[len(os.path.join(here, "")) :].replace(os.sep, "/")
    try:
        return Path(absolute).relative_to(here).as_posix()
    except ValueError:
        return path.as_posix()
