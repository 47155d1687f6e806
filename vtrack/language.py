"""The language of a run: Chinese or English, and the catalogue that turns sentences into it.

Chosen in this order: ``--lang``, ``VTRACK_LANG``, ``language`` in ``vtrack.yaml``, the system's locale, Chinese.
"""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from vtrack.messages import Translate

LANGUAGES = ("zh", "en")
DOMAIN = "vtrack"


def asked_for(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """The language that the call or ``VTRACK_LANG`` names; ``None`` when neither names one that there is.

    Looked for before the options are parsed, because their own help and mistakes are to be in that language.
    """
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and arguments[index + 1 : index + 2] and arguments[index + 1] in LANGUAGES:
            return arguments[index + 1]
        name, _, value = argument.partition("=")
        if name == "--lang" and value in LANGUAGES:
            return value
    named = environment.get("VTRACK_LANG", "")[:2].lower()
    return named if named in LANGUAGES else None


def of_system(environment: Mapping[str, str]) -> str | None:
    """The language of the system's locale; ``None`` when it is neither of the two."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(variable, "")
        if value and value.split(".")[0] not in ("C", "POSIX"):
            return _known(value)
    if os.name == "nt":
        return _known(locale.getlocale()[0] or "")
    return None


def _known(name: str) -> str | None:
    lowered = name.lower()
    if lowered.startswith(("zh", "chinese")):
        return "zh"
    return "en" if lowered.startswith("en") else None


def bind(language: str) -> None:
    """Make gettext, and with it click's own messages, speak ``language``. Before click is imported."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, _folder())
    gettext.textdomain(DOMAIN)


def translator(language: str) -> Translate:
    """What turns an English sentence of the catalogue into ``language``."""
    catalogue = gettext.translation(DOMAIN, _folder(), [language], fallback=True)
    return lambda text: catalogue.gettext(text) if text else ""


def _folder() -> str:
    return str(Path(__file__).parent / "locale")
