"""The check of one locality and of many: files in, a result out. Only reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vtrack.discovery import LocalityFiles
from vtrack.findings import Finding
from vtrack.model.plan import PLAN_FILE, Place, Plan
from vtrack.model.plan_data import build_plan
from vtrack.model.record_data import ProgressData, build_record
from vtrack.reliance import plan_omissions, progress_omissions
from vtrack.result import LocalityResult, Result
from vtrack.rules.apply import dossier_findings, file_findings
from vtrack.rules.rule import FILE_FAMILIES, Dossier, FileCase, Rule
from vtrack.text.flaws import Flaw, Span
from vtrack.text.reading import Reading, read
from vtrack.validation.shape import ShapeError, shape_errors
from vtrack.verdicts.assess import assess_all
from vtrack.verdicts.verdict import Terms

CallIt = Callable[[Path], str]
"""How a file is called in the report."""


@dataclass(frozen=True, slots=True)
class Examination:
    """By what a check is made: the terms of the verdicts, the real day, and the rules that speak."""

    terms: Terms
    today: date
    rules: Sequence[Rule]
    call: CallIt

    def rules_of(self, *, files: bool) -> list[Rule]:
        """The rules that look at files, or those that look at localities."""
        return [rule for rule in self.rules if (rule.family in FILE_FAMILIES) == files]


def check(localities: Iterable[LocalityFiles], examination: Examination) -> Result:
    """The result of all localities."""
    return Result(examination.terms.day, tuple(check_locality(files, examination) for files in localities))


@dataclass(frozen=True, slots=True)
class _File:
    """One file of a locality, read and held against its schema."""

    name: str
    path: str
    reading: Reading
    case: FileCase

    @property
    def sound(self) -> bool:
        return self.reading.sound and self.reading.document is not None

    def span(self, place: Place) -> Span:
        document = self.reading.document
        return document.span(place.path, key=place.key) if document else Span(1, 1, 1, 2)

    @property
    def data(self) -> object:
        return self.reading.document.data if self.reading.document else None


def check_locality(files: LocalityFiles, examination: Examination) -> LocalityResult:
    """Read one locality's files, judge its targets and apply the rules."""
    plan_file = _read(files, files.plan, "plan", examination)
    progress = [_read(files, path, "progress", examination) for path in files.progress]
    read_files = {file.name: file for file in (plan_file, *progress, *_others(files, examination))}

    findings: list[Finding] = []
    plan = _plan(plan_file)
    locality = plan.locality.id if plan else files.folder.name
    for file in read_files.values():
        findings += file_findings(examination.rules_of(files=True), file.case, file.path, file.span, locality)
    if plan is None:
        return LocalityResult(files.folder.name, plan_file.path, files.count, findings=_ordered(findings))

    dossier = _dossier(files, plan, progress, examination)
    paths = {name: file.path for name, file in read_files.items()}
    findings += dossier_findings(
        examination.rules_of(files=False), dossier, paths, lambda place: read_files[place.file].span(place)
    )
    judged = {verdict.target.id for verdict in dossier.verdicts}
    lines = {id: plan_file.span(target.place()).line for id, target in plan.targets.items()}
    unjudged = tuple(id for id in (*plan.targets, *sorted(plan.omitted)) if id not in judged)
    return LocalityResult(
        files.folder.name, plan_file.path, files.count, plan, dossier.verdicts, lines, unjudged, _ordered(findings)
    )


def _dossier(files: LocalityFiles, plan: Plan, progress: Sequence[_File], examination: Examination) -> Dossier:
    """What the rules look at.

    A progress file that cannot be relied on leaves the whole locality without verdicts: what it reports is not known.
    """
    usable = [data for file in progress if (data := _progress(file)) is not None]
    complete = len(usable) == len(progress)
    record = build_record(plan, usable)
    terms = examination.terms
    verdicts = tuple(assess_all(plan, record, terms)) if complete else ()
    years = tuple((data.file, int(data.data["year"])) for data in usable)
    owners = tuple((data.file, str(data.data.get("locality"))) for data in usable)
    folder = files.folder.resolve().name
    return Dossier(folder, plan, record, verdicts, terms, examination.today, years, owners)


def _plan(file: _File) -> Plan | None:
    omissions = plan_omissions(file.case.errors) if file.sound else None
    if omissions is None or not isinstance(file.data, dict):
        return None
    data = dict(file.data)
    amendments = data.get("amendments") or []
    if isinstance(amendments, list):
        data["amendments"] = [item for place, item in enumerate(amendments) if place not in omissions.amendments]
    return build_plan(data, omissions.targets)


def _progress(file: _File) -> ProgressData | None:
    omissions = progress_omissions(file.case.errors) if file.sound else None
    if omissions is None or not isinstance(file.data, dict):
        return None
    return ProgressData(file.name, file.data, omissions.figures, omissions.references, omissions.revisions)


def _read(files: LocalityFiles, path: Path, kind: str, examination: Examination) -> _File:
    name = files.name(path)
    called = examination.call(path)
    try:
        reading = read(path.read_bytes())
    except FileNotFoundError:
        missing = ShapeError("no-plan", ()) if kind == "plan" else ShapeError("file-name", (), name)
        return _File(name, called, Reading(None, ()), FileCase(name, (), (missing,)))
    except OSError as error:
        flaw = Flaw("unreadable", Span(1, 1, 1, 2), error.strerror or "")
        return _File(name, called, Reading(None, (flaw,)), FileCase(name, (flaw,)))
    errors = shape_errors(reading.document.data, kind) if reading.document else ()
    return _File(name, called, reading, FileCase(name, reading.flaws, tuple(_not_said(errors, reading))))


def _not_said(errors: Iterable[ShapeError], reading: Reading) -> Iterator[ShapeError]:
    """The errors of shape that a flaw of the text at the same place does not explain already."""
    flawed = {(flaw.span.line, flaw.span.column) for flaw in reading.flaws}
    for error in errors:
        span = reading.document.span(error.path, key=error.at_key) if reading.document else Span(1, 1, 1, 2)
        if (span.line, span.column) not in flawed:
            yield error


def _others(files: LocalityFiles, examination: Examination) -> Iterator[_File]:
    """The waivers, and files that nobody reads because of their names."""
    if files.waivers is not None:
        yield _read(files, files.waivers, "waivers", examination)
    for path in files.strays:
        name = files.name(path)
        error = ShapeError("file-name", (), name, instead=_name_meant(path))
        yield _File(name, examination.call(path), Reading(None, ()), FileCase(name, (), (error,)))


def _name_meant(path: Path) -> str | None:
    stem = path.stem
    if stem in (PLAN_FILE.removesuffix(".yaml"), "waivers") or (len(stem) == 4 and stem.isdigit()):
        return f"{stem}.yaml"
    return None


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))
