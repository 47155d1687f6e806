"""The check of one locality and of many: files in, a result out. Only reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vtrack.cases import Dossier, Since, WaiverCase
from vtrack.discovery import LocalityFiles
from vtrack.findings import Finding
from vtrack.held_files import START, HeldFile, faulty, hold, plan_of, reported, waivers_of
from vtrack.messages import say
from vtrack.model.plan import Locality, Place, Plan
from vtrack.model.snapshot import Snapshot
from vtrack.model.waiver import WAIVERS_FILE
from vtrack.opening import read_bytes
from vtrack.result import LocalityResult, Result
from vtrack.rules.apply import file_findings, locality_findings
from vtrack.rules.registry import NAMES
from vtrack.rules.rule import Rule, Scope
from vtrack.text.flaws import Flaw, Span
from vtrack.validation.shape import ShapeError
from vtrack.verdicts.assess import assess_all
from vtrack.verdicts.verdict import Terms
from vtrack.waiving import waive

if TYPE_CHECKING:
    from vtrack.history.earlier import Earlier

CallIt = Callable[[Path], str]
"""How a file is called in the report."""
BytesOf = Callable[[Path], bytes]
"""What a file holds; raises ``OSError`` as reading it would."""
PastOf = Callable[[Path, Plan], Snapshot | None]
"""What an earlier commit held of the locality in a folder, by its plan now; ``None`` of a new or unchanged one."""
FILE_REMOVED = "history/file-removed"


class Examination(Struct, frozen=True):
    """By what a check is made.

    terms: of the verdicts. today: the real day. rules: those that speak. call: how files are called.
    waiver_day: the day through which a waiver must hold. past_of: what it is compared with, if anything.
    bytes_of: where the bytes of a file come from, by default the disk; a trial has those that are not written yet.
    """

    terms: Terms
    today: date
    rules: Sequence[Rule]
    call: CallIt
    waiver_day: date | None = None
    past_of: PastOf | None = None
    bytes_of: BytesOf = read_bytes

    def rules_for(self, scope: Scope) -> list[Rule]:
        """The rules that look at one kind of thing."""
        return [rule for rule in self.rules if rule.scope is scope]


class Examined(Struct, frozen=True):
    """One locality with everything that was read of it.

    held: its files by their names within the locality. dossier: what its rules looked at, ``None`` when its plan
    could not be relied on.
    """

    files: LocalityFiles
    held: Mapping[str, HeldFile]
    result: LocalityResult
    dossier: Dossier | None = None


def check(
    localities: Iterable[LocalityFiles],
    examination: Examination,
    paths: Sequence[Path] = (),
    earlier: Earlier | None = None,
) -> Result:
    """The result of all localities, and of those below ``paths`` that an earlier commit had and that are gone."""
    checked = list(localities)
    results = [check_locality(files, examination) for files in checked]
    if earlier is not None:
        plans = (result.plan for result in results)
        known = [plan.locality if plan else None for plan in plans]
        still = list(zip((files.folder for files in checked), known, strict=True))
        results += gone_localities(paths, still, examination, earlier)
    return Result(examination.terms.day, tuple(results))


def check_locality(files: LocalityFiles, examination: Examination) -> LocalityResult:
    """What a check finds of one locality."""
    return examine(files, examination).result


def examine(files: LocalityFiles, examination: Examination) -> Examined:
    """Read one locality's files, judge its targets and apply the rules; what was read is kept."""
    call, bytes_of = examination.call, examination.bytes_of
    plan_file = read_file(files, files.plan, "plan", call, bytes_of)
    progress = [read_file(files, path, "progress", call, bytes_of) for path in files.progress]
    held = {file.name: file for file in (plan_file, *progress, *_others(files, examination))}
    plan = plan_of(plan_file)
    locality = plan.locality.id if plan else files.folder_name
    file_rules = examination.rules_for(Scope.FILE)
    findings = [
        finding
        for file in held.values()
        for finding in file_findings(file_rules, file.case, file.path, file.span, locality)
    ]
    if plan is None:
        unread = LocalityResult(files.folder_name, plan_file.path, files.count, findings=_ordered(findings))
        return Examined(files, held, unread)

    dossier = _dossier(files, plan, progress, examination)
    findings += _of_locality(files, dossier, held, examination)
    judged = {verdict.target.id for verdict in dossier.verdicts}
    result = LocalityResult(
        folder=files.folder_name,
        plan_file=plan_file.path,
        files=files.count,
        plan=plan,
        verdicts=dossier.verdicts,
        lines=plan_file.lines("targets"),
        unjudged=tuple(id for id in (*plan.targets, *sorted(plan.omitted)) if id not in judged),
        findings=_waived(findings, held, dossier, examination),
    )
    return Examined(files, held, result, dossier)


def _dossier(files: LocalityFiles, plan: Plan, progress: Sequence[HeldFile], examination: Examination) -> Dossier:
    """What the rules look at.

    A progress file that cannot be relied on leaves the whole locality without verdicts: what it reports is not known.
    """
    known = reported(plan, progress)
    terms = examination.terms
    return Dossier(
        folder=files.folder_name,
        plan=plan,
        record=known.record,
        verdicts=tuple(assess_all(plan, known.record, terms)) if known.complete else (),
        terms=terms,
        today=examination.today,
        years=tuple((data.file, int(data.data["year"])) for data in known.files),
        owners=tuple((data.file, owner) for data in known.files if isinstance(owner := data.data.get("locality"), str)),
        complete=known.complete,
    )


def _of_locality(
    files: LocalityFiles, dossier: Dossier, held: Mapping[str, HeldFile], examination: Examination
) -> Iterator[Finding]:
    """The findings of the rules that look at the locality, and at what an earlier commit held of it."""
    paths = {name: file.path for name, file in held.items()}
    locality = dossier.plan.locality.id

    def locate(place: Place) -> Span:
        return held[place.file].span(place)

    yield from locality_findings(examination.rules_for(Scope.LOCALITY), dossier, locality, paths, locate)
    past = examination.past_of(files.folder, dossier.plan) if examination.past_of else None
    if past is not None and past.plan is not None:
        since = Since(dossier, past, past.plan)
        yield from locality_findings(examination.rules_for(Scope.HISTORY), since, locality, paths, locate)


def _waived(
    findings: Sequence[Finding], held: Mapping[str, HeldFile], dossier: Dossier, examination: Examination
) -> tuple[Finding, ...]:
    """The findings with those marked that a waiver sets aside, and what is to be said of the waivers."""
    file = held.get(WAIVERS_FILE)
    if file is None:
        return _ordered(findings)
    waivers, day = waivers_of(file), examination.waiver_day or examination.terms.day
    marked, used = waive(findings, waivers, day)
    case = WaiverCase(waivers, used, day, _silent(dossier, examination), dossier.plan.omitted)
    locality, paths = dossier.plan.locality.id, {WAIVERS_FILE: file.path}
    return _ordered(
        (*marked, *locality_findings(examination.rules_for(Scope.WAIVER), case, locality, paths, file.span))
    )


def _silent(dossier: Dossier, examination: Examination) -> frozenset[str]:
    """The rules that said nothing of a locality whatever there was to say: not asked, or without what they look at."""
    names = frozenset(NAMES)
    return names - {rule.name for rule in examination.rules} if dossier.complete else names


def gone_localities(
    paths: Sequence[Path], still: Sequence[tuple[Path, Locality | None]], examination: Examination, earlier: Earlier
) -> list[LocalityResult]:
    """The results of the localities below ``paths`` that an earlier commit had and that are gone.

    ``still``: the folders of those that are there, and as what they are known.
    """
    return [_gone(snapshot, earlier, examination) for snapshot in earlier.gone(paths, still)]


def _gone(snapshot: Snapshot, earlier: Earlier, examination: Examination) -> LocalityResult:
    """The result of a locality that an earlier commit had and that is gone: one finding, where its plan was."""
    path = examination.call(earlier.path(snapshot))
    folder = Path(snapshot.folder).name
    message = say(
        "the plan and progress of {folder}, in commit {commit}, are gone", folder=folder, commit=snapshot.short
    )
    hint = say("bring them back; a locality that is merged or renamed keeps its record")
    findings = tuple(
        Finding(rule.name, rule.severity, message, hint, path, START, folder)
        for rule in examination.rules_for(Scope.HISTORY)
        if rule.name == FILE_REMOVED
    )
    return LocalityResult(folder, path, 0, findings=findings)


def read_file(files: LocalityFiles, path: Path, kind: str, call: CallIt, bytes_of: BytesOf = read_bytes) -> HeldFile:
    """One of a locality's files, read and held against the schema of its ``kind``. Never raises."""
    name, called = files.name(path), call(path)
    try:
        data = bytes_of(path)
    except FileNotFoundError:
        missing = ShapeError("no-plan", ()) if kind == "plan" else ShapeError("file-name", (), name)
        return faulty(name, called, error=missing)
    except OSError as error:
        return faulty(name, called, flaw=Flaw("unreadable", START, error.strerror or ""))
    return hold(name, called, data, kind)


def _others(files: LocalityFiles, examination: Examination) -> Iterator[HeldFile]:
    """The waivers, and files that nobody reads because of their names."""
    if files.waivers is not None:
        yield read_file(files, files.waivers, "waivers", examination.call, examination.bytes_of)
    for path in files.strays:
        name = files.name(path)
        error = ShapeError("file-name", (), name, instead=_name_meant(path))
        yield faulty(name, examination.call(path), error=error)


def _name_meant(path: Path) -> str | None:
    stem = path.stem
    return f"{stem}.yaml" if stem in ("plan", "waivers") or (len(stem) == 4 and stem.isdigit()) else None


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))
