"""What a shell may complete a word with: localities, targets, rules, what there is to explain, commits, files.

Each is the ``shell_complete`` of an argument or an option. A shell waits at every key, so that no schema and no verdict
is looked at; and it shows whatever is printed, so that a plan that cannot be read gives fewer words and no error.
Only ids and plain names are offered, never another text of a file: what stands on a command line is run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from vtrack.discovery import LocalityFiles

Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]

LOCALITY = "locality"
"""The parameter of a command by which :func:`targets` knows the locality."""
_MOST_NAMES = 30
"""Of more localities than this no names are shown: each has a plan to be read."""

_PLAIN_NAME = re.compile(r"[\w./-]+")


def _quietly(find: Callable[[click.Context, str], Iterable[CompletionItem]]) -> Complete:
    """A completer that has nothing to offer where ``find`` fails, whatever the reason."""

    @wraps(find)
    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            return list(find(ctx, incomplete))
        except Exception:
            return []

    return complete


@_quietly
def localities(_: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """The ids of the localities, and the folders where a path is begun."""
    if "/" in incomplete or incomplete.startswith("."):
        yield _item(incomplete, type="dir")
        return
    found = {files.folder_name: files for files in _found()}
    fits = [id for id in found if id.startswith(incomplete)]
    if fits and len(fits) <= _MOST_NAMES:
        yield from _items({id: _name(found[id]) for id in fits}, incomplete)
    elif fits:
        yield from _items(dict.fromkeys(fits, ""), incomplete)
    elif len(found) <= _MOST_NAMES:
        yield from _items({id: _name(files) for id, files in found.items()}, incomplete)


@_quietly
def targets(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """The ids of the targets of the locality that stands before; of all where none does."""
    names: dict[str, str] = {}
    for id, target in _targets(ctx):
        names.setdefault(id, _text(target.get("name")))
    return _items(names, incomplete)


@_quietly
def reportables(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """The ids of targets, and of the series that they are compared with, which have no names."""
    names: dict[str, str] = {}
    series: dict[str, str] = {}
    for id, target in _targets(ctx):
        names.setdefault(id, _text(target.get("name")))
        for limit in _mapping(target.get("compare")).values():
            series[_text(_mapping(limit).get("reference"))] = ""
    return _items({**series, **names}, incomplete)


@_quietly
def rules(_: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """The names of rules and families; after a comma, those that the list does not have yet."""
    before, comma, last = incomplete.rpartition(",")
    had = before.split(",")
    return (_item(f"{before}{comma}{name}") for name in _rules() if name.startswith(last) and name not in had)


@_quietly
def topics(_: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """What can be explained: statuses, forms and rules, and lists of them."""
    from vtrack.topics.topic import TOPICS

    words = (*TOPICS, "rules", *(name for names in TOPICS.values() for name in names), *_rules())
    return (_item(word) for word in words if word.startswith(incomplete))


@_quietly
def commits(_: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """The names of branches and tags."""
    from vtrack.history.repository import Repository

    names = Repository.around(Path.cwd()).names()
    return (_item(name) for name in names if name.startswith(incomplete) and _PLAIN_NAME.fullmatch(name))


@_quietly
def paths(_: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """Files and folders; the shell knows them."""
    yield _item(incomplete, type="file")


@_quietly
def folders(_: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """Folders; the shell knows them."""
    yield _item(incomplete, type="dir")


def _rules() -> Iterator[str]:
    from vtrack.rules.registry import FAMILIES, NAMES

    yield from FAMILIES
    yield from NAMES


def _targets(ctx: click.Context) -> Iterator[tuple[str, Mapping[object, object]]]:
    """The targets of the locality that stands before, as their plan writes them; of all where none does."""
    text = ctx.params.get(LOCALITY)
    for files in [_locality(text)] if isinstance(text, str) else _found():
        for id, target in _mapping(_plan(files).get("targets")).items():
            yield str(id), _mapping(target)


def _found() -> list[LocalityFiles]:
    """The localities of the repository that the working folder lies in."""
    from vtrack.commands.call import ask, find

    return find(ask((), None))


def _locality(text: str) -> LocalityFiles:
    """The locality that was named before: by its id, its folder, its name or a part of it.

    Raises:
        LookupError: none or several are.
    """
    from vtrack.discovery import find_localities
    from vtrack.naming import meant

    found = {files.folder_name: files for files in _found()}
    if text in found:
        return found[text]
    if os.path.isdir(text):
        (only,) = find_localities([Path(text)])
        return only
    return found[meant(text, {id: _name(files) for id, files in found.items()}).id or ""]


def _plan(files: LocalityFiles) -> Mapping[object, object]:
    """What a plan holds, whether or not it is in order; nothing of one that cannot be read."""
    from vtrack.opening import read_bytes
    from vtrack.text.reading import read

    try:
        document = read(read_bytes(files.plan)).document
    except OSError:
        return {}
    return _mapping(document.data if document else None)


def _name(files: LocalityFiles) -> str:
    return _text(_mapping(_plan(files).get("locality")).get("name"))


def _items(names: Mapping[str, str], incomplete: str) -> Iterator[CompletionItem]:
    """The ids that begin with what was typed; where none does, those whose name has it."""
    from vtrack.naming import is_id
    from vtrack.text.visible import visible

    fits = [id for id in names if id.startswith(incomplete)] or [id for id in names if incomplete in names[id]]
    return (_item(id, help=visible(names[id]) or None) for id in fits if is_id(id))


def _item(value: str, *, help: str | None = None, type: str = "plain") -> CompletionItem:
    from click.shell_completion import CompletionItem

    return CompletionItem(value, type=type, help=help)


def _mapping(data: object) -> Mapping[object, object]:
    return data if isinstance(data, Mapping) else {}


def _text(data: object) -> str:
    return data if isinstance(data, str) else ""
