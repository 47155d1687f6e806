"""The check of many localities: each contributes to the reports, from the cache or checked anew, by several processes.

Whatever way a contribution comes, it is the same, and they come in the order of the localities.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from vtrack.batch.cache import Cache
from vtrack.batch.contents import Contents, bytes_in, contents_of
from vtrack.batch.workers import Task, in_order
from vtrack.checking import Examination, check_locality, gone_localities
from vtrack.discovery import LocalityFiles
from vtrack.errors import CallError
from vtrack.language import translator
from vtrack.model.plan import Locality
from vtrack.reports.encoding import decode, encode
from vtrack.reports.formats import format_of
from vtrack.reports.material import Contribution, Format, contribute
from vtrack.reports.words import View
from vtrack.result import LocalityResult
from vtrack.unexpected import account

if TYPE_CHECKING:
    from vtrack.history.earlier import Earlier
    from vtrack.history.snapshots import Held

WORTH_KEEPING = 20
"""Localities from which on results are kept: fewer are checked as fast as they are looked up."""
_AT_ONCE = 50
"""Localities of which git is asked together."""


class Writing(Struct, frozen=True):
    """One report that is asked for, as data that another process can be sent: its format and how it is to be read."""

    format: str
    language: str
    color: bool
    width: int
    verbose: bool

    @classmethod
    def of(cls, format_: str, language: str, view: View) -> Writing:
        """A report in a format for a reader."""
        return cls(format_, language, view.color, view.width, view.verbose)


class Batch(Struct, frozen=True):
    """How many localities are checked: by what, for which reports, by how many processes, and what is kept of it.

    earlier: the commit that they are compared with, if any.
    """

    examination: Examination
    writings: tuple[Writing, ...]
    jobs: int = 1
    cache: Cache = field(default_factory=lambda: Cache(None))
    earlier: Earlier | None = None


class _Locality(Struct, frozen=True):
    """A locality to check.

    key: what the result is to be kept under, and contents: what the files held when it was made of them; without,
    whoever checks reads them. before: what the earlier commit held, where the locality differs from it.
    """

    files: LocalityFiles
    contents: Contents | None = None
    key: bytes | None = None
    before: Held | None = None

    def examined_by(self, examination: Examination) -> Examination:
        """The examination by the contents that are at hand."""
        if self.contents is not None:
            examination = replace(examination, bytes_of=partial(bytes_in, self.contents))
        if self.before is not None:
            past = self.before.read
            examination = replace(examination, past_of=lambda *_: past())
        return examination


class _Answer(Struct, frozen=True):
    """A contribution, encoded, and the key that it is to be kept under, if any."""

    data: bytes
    key: bytes | None = None


def contributions(
    localities: Iterable[LocalityFiles], batch: Batch, paths: Sequence[Path] = ()
) -> Generator[Contribution, None, None]:
    """What each locality contributes, and at last those below ``paths`` that an earlier commit had and that are gone.

    Raises:
        WorkerLost: a process ended before its work did.
        CallError: git cannot tell what the earlier commit held.
    """
    examination, writings = batch.examination, batch.writings
    still: list[tuple[Path, Locality | None]] = []
    checked = list(localities)
    work = partial(_checked, examination, writings)
    with closing(in_order(_answers(checked, batch), work, batch.jobs)) as answers:
        for files, answer in zip(checked, answers, strict=True):
            contribution = decode(answer.data)
            if answer.key is not None and contribution.failure is None:
                batch.cache.put(answer.key, answer.data)
            if batch.earlier is not None:
                still.append((files.folder, contribution.locality))
            yield contribution
    if batch.earlier is not None:
        for gone in gone_localities(paths, still, examination, batch.earlier):
            yield contribute(gone, _reports(writings))


def _answers(localities: Iterable[LocalityFiles], batch: Batch) -> Iterator[_Answer | Task[_Locality]]:
    """Of each locality the answer, where it is known, or the task to find it."""
    run = _run(batch) if batch.cache.is_open else b""
    waiting = iter(localities)
    while lot := list(islice(waiting, _AT_ONCE)):
        held = batch.earlier.held([files.folder for files in lot]) if batch.earlier else {}
        for files in lot:
            try:
                answer = _answer(files, batch, run, held)
            except CallError:  # of git, on which all depend
                raise
            except Exception as error:
                answer = _Answer(encode(_failed(files, batch.examination, batch.writings, error)))
            yield answer


def _answer(
    files: LocalityFiles, batch: Batch, run: bytes, held: Mapping[Path, Held | None]
) -> _Answer | Task[_Locality]:
    """The answer for one locality, or the task. ``held``: what the earlier commit held of those that differ from it.

    Of the others no rule looks at the past, so that their results are the same with and without it, and can be kept.
    """
    examination, earlier, kept = batch.examination, batch.earlier, batch.cache
    if files.folder in held:
        return Task(_Locality(files, before=held[files.folder]))
    if earlier is not None and earlier.is_touched(files.folder):  # and may have moved, which is told here alone
        return _checked(replace(examination, past_of=earlier.of), batch.writings, _Locality(files))
    if not kept.is_open:
        return Task(_Locality(files))
    contents = contents_of(files, examination.bytes_of)
    key = _key(run, files, examination.call(files.plan), contents)
    known = kept.get(key)
    return Task(_Locality(files, contents, key)) if known is None else _Answer(known)


def _checked(examination: Examination, writings: tuple[Writing, ...], one: _Locality) -> _Answer:
    """The check of one locality. An unexpected error is told of, and stops no other locality's."""
    try:
        data = encode(contribute(check_locality(one.files, one.examined_by(examination)), _reports(writings)))
    except CallError:
        raise
    except Exception as error:
        data = encode(_failed(one.files, examination, writings, error))
    return _Answer(data, one.key)


def _failed(
    files: LocalityFiles, examination: Examination, writings: tuple[Writing, ...], error: Exception
) -> Contribution:
    """What a locality contributes of which nothing is known, because of an error that nobody expected."""
    unread = LocalityResult(files.folder_name, examination.call(files.plan), files.count)
    return contribute(unread, _reports(writings), (unread.plan_file, account(error)))


def _key(run: bytes, files: LocalityFiles, called: str, contents: Contents) -> bytes:
    from vtrack.batch.provenance import key_of

    return key_of(run, files, called, contents)


@cache
def _reports(writings: tuple[Writing, ...]) -> tuple[tuple[Format, View], ...]:
    return tuple(
        (format_of(one.format), View(translator(one.language), one.color, one.width, one.verbose)) for one in writings
    )


def _run(batch: Batch) -> bytes:
    """The digest of everything that decides a result beside the locality's own files."""
    import hashlib

    from vtrack.batch.provenance import program

    one = batch.examination
    rules = [rule.name for rule in one.rules]
    common = repr((one.terms, one.today, one.waiver_day, rules, batch.writings))
    return hashlib.sha256(program() + common.encode()).digest()
