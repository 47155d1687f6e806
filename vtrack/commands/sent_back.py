"""The workbooks that a call names, read, and the copies of them in which their faults are marked."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vtrack.commands.call import called
from vtrack.errors import CallError
from vtrack.messages import Message, listed, say

if TYPE_CHECKING:
    from vtrack.reports.words import View
    from vtrack.workbooks.faults import Fault
    from vtrack.workbooks.file.reading import Workbook


class SentBack(Struct, frozen=True):
    """The workbooks of a call by what they are called: their bytes, and what could be read of them."""

    paths: Mapping[str, Path]
    data: Mapping[str, bytes]
    workbooks: Mapping[str, Workbook]
    faults: tuple[Fault, ...]


def sent_back(files: Sequence[str]) -> SentBack:
    """Read every workbook, each once.

    Raises:
        CallError: one is not there or cannot be read from the disk.
    """
    from vtrack.workbooks.faults import Fault

    paths = {called(Path(file)): Path(file) for file in files}
    data = {name: _bytes(path, name) for name, path in paths.items()}
    read = {name: _workbook(held, name) for name, held in data.items()}
    faults = tuple(one for one in read.values() if isinstance(one, Fault))
    return SentBack(paths, data, {name: one for name, one in read.items() if not isinstance(one, Fault)}, faults)


def _workbook(data: bytes, name: str) -> Workbook | Fault:
    """The workbook that bytes hold, or why they hold none."""
    from vtrack.workbooks.faults import Fault, Spot, Unreadable
    from vtrack.workbooks.file.reading import read_workbook

    try:
        return read_workbook(data)
    except Unreadable as error:
        return Fault(Spot(name), error.message, error.hint)


def _bytes(path: Path, name: str) -> bytes:
    """What a file holds; of one that is larger than any workbook a little more than that."""
    from vtrack.workbooks.file.package import FILE_LIMIT

    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise CallError(say("{file} is no file; name the .xlsx workbook itself", file=name))
        with path.open("rb") as stream:
            return stream.read(FILE_LIMIT + 1)
    except FileNotFoundError:
        raise CallError(say("there is no file or folder {path}", path=name)) from None
    except OSError as error:
        raise CallError(say("cannot read {file}: {reason}", file=name, reason=error.strerror or "")) from None


def copies_of(sent: SentBack, marked: str | None) -> Mapping[str, Path]:
    """Where the marked copy of each workbook goes.

    Raises:
        CallError: it would be written over a workbook that is not such a copy.
    """
    if marked is None:
        return {}
    into = Path(marked)
    if into.is_dir() or len(sent.paths) > 1:
        if not into.is_dir():
            raise CallError(say("--marked {path} is no folder, as several workbooks need one", path=marked))
        copies = {name: into / path.name for name, path in sent.paths.items()}
        if len(set(copies.values())) < len(copies):
            raise CallError(say("two of the workbooks have the same name, so their copies would be one file"))
    else:
        copies = dict.fromkeys(sent.paths, into)
    originals = {path.resolve() for path in sent.paths.values()}
    for copy in copies.values():
        if copy.suffix.lower() != ".xlsx":
            raise CallError(say("--marked {path}: the copy's name must end with .xlsx", path=copy))
        if copy.resolve() in originals or not _may_be_replaced(copy):
            raise CallError(
                say("{file} is there already, and is no marked copy; choose another name", file=called(copy))
            )
    return copies


def _may_be_replaced(copy: Path) -> bool:
    """Whether nothing is lost where the copy goes: nothing is there, or an earlier copy."""
    from vtrack.workbooks.faults import Fault
    from vtrack.workbooks.intake.marking import is_marked

    if not os.path.lexists(copy):
        return True
    there = _workbook(_bytes(copy, called(copy)), called(copy))
    return not isinstance(there, Fault) and is_marked(there)


def write_copies(
    sent: SentBack, copies: Mapping[str, Path], faults: Sequence[Fault], view: View
) -> tuple[Message, ...]:
    """Write the marked copies of the workbooks that have faults, and say what became of them."""
    from vtrack.commands.writing import write_whole
    from vtrack.workbooks.faults import Unreadable
    from vtrack.workbooks.intake.marking import mark

    told: list[Message] = []
    for name, copy in copies.items():
        own = [fault for fault in faults if fault.spot.file == name]
        if not own or name not in sent.workbooks:
            why = say("it has no faults") if not own else say("it cannot be read")
            told.append(say("no marked copy of {file}: {reason}", file=name, reason=why))
            continue
        try:
            made = mark(sent.data[name], sent.workbooks[name], own, view.translate)
        except Unreadable as error:
            told.append(say("no marked copy of {file}: {reason}", file=name, reason=error.message))
            continue
        write_whole(copy, made.data)
        told.append(say("the faults of {file} are marked in {copy}", file=name, copy=called(copy)))
        if made.lost:
            told.append(say("what the copy does not keep of the workbook: {what}", what=listed(made.lost)))
    return tuple(told)
