"""Unexpected errors told so that the telling can be sent to anybody: types and lines of code, no data of the user's."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from vtrack import __version__

_MOST_FRAMES = 50
"""Lines of code that are told, of where an error came from and of where it happened."""


def account(error: BaseException) -> str:
    """Where an error came from, as lines."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    if len(lines) > 2 * _MOST_FRAMES:  # what calls itself does so a thousand times
        lines = [*lines[:_MOST_FRAMES], "…", *lines[-_MOST_FRAMES:]]
    return "\n".join([type(error).__name__, *lines])


def log(accounts: Iterable[str]) -> Path:
    """A new file with accounts of errors, each once, and what they happened in."""
    import tempfile

    head = f"vtrack {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    with tempfile.NamedTemporaryFile("w", prefix="vtrack-", suffix=".log", delete=False, encoding="utf-8") as file:
        file.write("\n\n".join([head, *dict.fromkeys(accounts)]) + "\n")
    return Path(file.name)
