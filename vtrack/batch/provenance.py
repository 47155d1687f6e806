"""What a result came from, as a key: the files, the program, the day, the settings and how it is to be read."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from vtrack import __version__
from vtrack.batch.contents import Contents
from vtrack.discovery import LocalityFiles
from vtrack.validation.schemas import schema_folder

LIBRARIES = ("jsonschema", "jsonschema-rs", "msgspec", "PyYAML", "rich", "ruamel.yaml", "tabulate", "wcwidth")
"""Those that have a part in a result."""


def program() -> bytes:
    """The program by its content: its own files, which in a checkout change without the version, and its libraries."""
    digest = hashlib.sha256(repr((__version__, sys.version, [_version(name) for name in LIBRARIES])).encode())
    folder = Path(__file__).parents[1]
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".mo"))
    files = [(str(path.relative_to(folder)), path.read_bytes()) for path in paths]
    files += [(path.name, path.read_bytes()) for path in sorted(schema_folder().glob("*.json"))]
    for name, data in files:
        digest.update(f"\0{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.digest()


def key_of(run: bytes, files: LocalityFiles, called: str, contents: Contents) -> bytes:
    """The key of what a run, by the digest of all that its localities have in common, makes of a locality.

    ``called``: what its plan is called in reports, which the other names go by.
    """
    names = [path.name for path in contents]
    sizes = [len(content) if isinstance(content, bytes) else content for content in contents.values()]
    strays = [str(path) for path in files.strays]
    head = repr((called, files.folder_name, names, sizes, files.waivers is not None, strays))
    digest = hashlib.sha256(run + head.encode("utf-8", "surrogatepass"))
    for content in contents.values():
        if isinstance(content, bytes):
            digest.update(content)
    return digest.digest()


def _version(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version  # takes longer to load than a locality to check

    try:
        return version(name)
    except PackageNotFoundError:
        return None
