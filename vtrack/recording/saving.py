"""Drafts written to the disk: one writer of a locality at a time, and each file as a whole or not at all.

A new text is written beside its file and then takes its name. Whatever happens in between (a full disk, a lost
power supply, a killed process) leaves the old file as it was, and at worst a hidden file that the next saving clears
away.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from vtrack.errors import CallError
from vtrack.messages import Message, say
from vtrack.opening import read_bytes
from vtrack.places import cache_folder
from vtrack.recording.draft import Draft

PATIENCE = 30.0
"""Seconds to wait for another writer of the same locality, who needs a fraction of one."""
_SUFFIX = ".vtrack-new"


class Moved(CallError):
    """A file is no longer what it was drafted from; nothing was written."""


@contextmanager
def locked(folder: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Be the only one who writes to the locality in a folder, among all processes, until the block is left.

    Not to be entered again within. A process that dies lets go.

    Raises:
        CallError: another one holds it for longer than ``patience`` seconds, or no lock can be made.
    """
    from filelock import FileLock, Timeout

    key = os.path.normcase(folder.resolve())
    path = cache_folder() / "locks" / f"{hashlib.sha256(os.fsencode(key)).hexdigest()[:32]}.lock"
    lock = FileLock(path, timeout=patience)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise CallError(
            say("another vtrack is writing to {folder}; try again when it is done", folder=folder)
        ) from None
    except OSError as error:
        raise CallError(say("cannot make the lock {file}: {reason}", file=path, reason=_reason(error))) from None
    try:
        yield
    finally:
        lock.release()


def save(draft: Draft) -> None:
    """Write what a draft changes; within :func:`locked`. All new texts are on the disk before the first takes its name.

    Raises:
        Moved: a file is no longer what it was drafted from.
        CallError: a file cannot be written, or is a link, or lies elsewhere. The sentence says what was written.
    """
    paths = sorted(draft.written)
    for path in paths:
        _guard(path, draft)
    beside: dict[Path, Path] = {}
    made: list[Path] = []
    done: list[Path] = []
    try:
        for path in paths:
            if not path.parent.exists():
                path.parent.mkdir()
                made.append(path.parent)
            _clear(path)
            beside[path] = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_SUFFIX}")
            _write(beside[path], draft.written[path], path)
        for path in paths:
            _guard(path, draft)
        for path in paths:
            os.replace(beside[path], path)
            done.append(path)
            _settle(path.parent)
    except OSError as error:
        left = [path for path in paths if path not in done]
        raise _unwritten(_called(left[0], draft), [_called(path, draft) for path in done], error) from None
    finally:
        for path in paths:
            if path not in done and path in beside:
                with suppress(OSError):
                    beside[path].unlink()
        for folder in made:
            with suppress(OSError):  # it is not empty any more, which is as it should be
                folder.rmdir()


def _guard(path: Path, draft: Draft) -> None:
    """Make certain that a file is the one it was drafted from, lies in its locality's folder itself, and is no link."""
    name = _called(path, draft)
    if path.is_symlink() or path.parent.resolve() != draft.files.folder.resolve() / path.parent.name:
        raise CallError(say("{file} is a link, or lies behind one; vtrack writes to no other place", file=name))
    try:
        now = read_bytes(path)
    except FileNotFoundError:
        now = None
    except OSError as error:
        raise _unwritten(name, [], error) from None
    if now != draft.held.get(path):
        raise Moved(say("{file} was changed by someone else meanwhile; nothing was written, try again", file=name))
    if now is not None and not os.access(path, os.W_OK):  # which taking its name would not heed
        raise _unwritten(name, [], PermissionError(errno.EACCES, ""))


def _called(path: Path, draft: Draft) -> str:
    """What the reader calls a file."""
    return draft.after.held[draft.files.name(path)].path


def _write(beside: Path, data: bytes, path: Path) -> None:
    """Put a text on the disk, with the permissions of the file whose name it will take."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(beside, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        os.chmod(beside, stat.S_IMODE(path.stat().st_mode))


def _clear(path: Path) -> None:
    """Take away what a process left that was killed before its text could take the file's name."""
    for left in path.parent.glob(f".{path.name}.*{_SUFFIX}"):
        left.unlink()


def _settle(folder: Path) -> None:
    """Put a folder's names on the disk, where the system lets one ask for it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritten(file: str, done: Sequence[str], error: OSError) -> CallError:
    reason = _reason(error)
    if done:
        names = ", ".join(done)
        message = say("cannot write {file}: {reason}; already written: {done}", file=file, reason=reason, done=names)
    else:
        message = say("cannot write {file}: {reason}; nothing was changed", file=file, reason=reason)
    return CallError(message)


def _reason(error: OSError) -> Message | str:
    """Why the system would not write, in plain words where it is one of the reasons that clerks meet."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("the disk is full")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return say("it may not be written, or another program has it open")
    return error.strerror or type(error).__name__
