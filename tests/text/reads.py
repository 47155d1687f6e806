"""What the tests of this floor share: a text read from its characters, and its flaws in one line each."""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.text.document import Data
from vtrack.text.reading import Reading, read


def reading(text: str) -> Reading:
    return read(text.encode("utf-8", "surrogatepass"))


def data(text: str) -> Data:
    document = reading(text).document
    assert document is not None, text
    return document.data


def flaws(text: str) -> list[str]:
    """Each flaw as ``line:column kind found → instead``."""
    found = []
    for flaw in reading(text).flaws:
        kind = f"{flaw.kind}/{flaw.detail}" if flaw.kind == "syntax" else flaw.kind
        instead = "" if flaw.instead is None else f" → {flaw.instead}"
        found.append(f"{flaw.span.line}:{flaw.span.column} {kind} {flaw.found}{instead}")
    return found


def paths(data: Data, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every piece of plain data, from the whole to the last scalar."""
    yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from paths(value, (*path, place))
