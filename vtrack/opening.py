"""Files of a locality, opened on guard: what is no plain file, lies elsewhere or is far too large is not read.

A pull request may hold a link to a file of the machine that checks it, whose words would then stand in the report; a
pipe or a device, which never ends; a file of holes, larger than any memory.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from vtrack.discovery import PROGRESS_FOLDER
from vtrack.folders import lies_within
from vtrack.text.reading import MAX_BYTES

_USUAL = 128 * 1024
"""More bytes than nearly every file has."""


class Refused(OSError):
    """A file that is not read though it is there. ``strerror`` says why, as the rule ``text/unreadable`` knows it."""

    def __init__(self, why: str) -> None:
        super().__init__(None, why)


def read_bytes(path: Path) -> bytes:
    """The bytes of one of a locality's files; of one that is too large, as many as show that it is.

    Raises:
        Refused: it is a pipe, a device or a folder, or a link that leads out of the locality's folder.
        OSError: it cannot be read for another reason.
    """
    if leads_out(path):
        raise Refused("link outside")
    # Without waiting: to open a pipe into which nobody writes would last for ever.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused("no plain file")
        data = file.read(_USUAL)  # the memory for all that may be read is not asked for every file
        return data if len(data) < _USUAL else data + file.read(MAX_BYTES + 1 - _USUAL)


def leads_out(path: Path) -> bool:
    """Whether a file of a locality, or its folder of progress, is a link that ends outside of the locality's folder."""
    # In texts, which are faster than paths: this is asked of every file.
    above = os.path.dirname(path)
    is_progress = os.path.basename(above) == PROGRESS_FOLDER
    if not (os.path.islink(path) or (is_progress and os.path.islink(above))):
        return False
    return not lies_within(path, Path(os.path.dirname(above) if is_progress else above))
