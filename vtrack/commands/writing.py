"""Files that a command writes because it was asked to: whole or not at all, and none that is there already."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from vtrack.commands.call import called
from vtrack.errors import CallError
from vtrack.messages import say


def refuse_to_overwrite(files: Iterable[Path], *, force: bool) -> None:
    """Let no file be written over, unless the call says so.

    Raises:
        CallError: one is there already; the sentence names the first.
    """
    for file in files if not force else ():
        if os.path.lexists(file):
            raise CallError(say("{file} is there already; --force writes over it", file=called(file)))


def refuse_link(file: Path) -> None:
    """Let nothing be written through a link, which a repository may hold to any file of the machine.

    The links of the system itself, such as ``/dev/stdout``, are none of a repository's.

    Raises:
        CallError: the file is a link.
    """
    if os.path.islink(file) and not os.path.abspath(file).startswith("/dev/"):
        raise CallError(say("{file} is a link, or lies behind one; vtrack writes to no other place", file=called(file)))


def write_whole(file: Path, data: bytes) -> None:
    """Write a file beside its place and then put it there, so that nobody ever finds half of it.

    Its folder is made where it is missing.

    Raises:
        CallError: it cannot be written; what was there before is untouched.
    """
    import tempfile

    unfinished: str | None = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        os.chmod(unfinished, 0o666 & ~_mask())
        os.replace(unfinished, file)
        unfinished = None
    except OSError as error:
        reason = error.strerror or ""
        raise CallError(say("cannot write {file}: {reason}", file=called(file), reason=reason)) from None
    finally:
        if unfinished is not None:
            with suppress(OSError):
                os.unlink(unfinished)


def _mask() -> int:
    """The rights that new files do not get; temporary ones get fewer."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
