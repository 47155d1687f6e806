"""What the files of a locality hold, read once: what is judged is what its key in the cache is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from vtrack.discovery import LocalityFiles


class Unread(Struct, frozen=True):
    """A file that could not be read, and why. ``missing``: it is not there."""

    why: str
    missing: bool = False


Contents = Mapping[Path, bytes | Unread]


def contents_of(files: LocalityFiles, bytes_of: Callable[[Path], bytes]) -> Contents:
    """What the files that are read hold."""
    others = () if files.waivers is None else (files.waivers,)
    return {path: _content(path, bytes_of) for path in (files.plan, *files.progress, *others)}


def _content(path: Path, bytes_of: Callable[[Path], bytes]) -> bytes | Unread:
    try:
        return bytes_of(path)
    except FileNotFoundError:
        return Unread("", missing=True)
    except OSError as error:
        return Unread(error.strerror or "")


def bytes_in(contents: Contents, path: Path) -> bytes:
    """What a file held when it was read.

    Raises:
        OSError: as reading it did.
    """
    content = contents[path]
    if isinstance(content, bytes):
        return content
    raise FileNotFoundError(path) if content.missing else OSError(None, content.why)
