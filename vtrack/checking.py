"""The check of one locality and of many: files in, a result out. Only reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vtrack.discovery import LocalityFiles
from vtrack.findings import Finding
from vtrack.held_files import START, HeldFile, faulty, hold, plan_of, reported
from vtrack.model.plan import Plan
from vtrack.result import LocalityResult, Result
from vtrack.rules.apply import dossier_findings, file_findings
from vtrack.rules.rule import FILE_FAMILIES, Dossier, Rule
from vtrack.text.flaws import Flaw
from vtrack.validation.shape import ShapeError
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


def check_locality(files: LocalityFiles, examination: Examination) -> LocalityResult:
    """Read one locality's files, judge its targets and apply the rules."""
    plan_file = _read(files, files.plan, "plan", examination)
    progress = [_read(files, path, "progress", examination) for path in files.progress]
    held = {file.name: file for file in (plan_file, *progress, *_others(files, examination))}

    findings: list[Finding] = []
    plan = plan_of(plan_file)
    locality = plan.locality.id if plan else files.folder.name
    for file in held.values():
        findings += file_findings(examination.rules_of(files=True), file.case, file.path, file.span, locality)
    if plan is None:
        return LocalityResult(files.folder.name, plan_file.path, files.count, findings=_ordered(findings))

    dossier = _dossier(files, plan, progress, examination)
    paths = {name: file.path for name, file in held.items()}
    findings += dossier_findings(
        examination.rules_of(files=False), dossier, paths, lambda place: held[place.file].span(place)
    )
    judged = {verdict.target.id for verdict in dossier.verdicts}
    lines = {id: plan_file.span(target.place()).line for id, target in plan.targets.items()}
    unjudged = tuple(id for id in (*plan.targets, *sorted(plan.omitted)) if id not in judged)
    return LocalityResult(
        files.folder.name, plan_file.path, files.count, plan, dossier.verdicts, lines, unjudged, _ordered(findings)
    )


def _dossier(files: LocalityFiles, plan: Plan, progress: Sequence[HeldFile], examination: Examination) -> Dossier:
    """What the rules look at.

    A progress file that cannot be relied on leaves the whole locality without verdicts: what it reports is not known.
    """
    known = reported(plan, progress)
    terms = examination.terms
    return Dossier(
        folder=files.folder.resolve().name,
        plan=plan,
        record=known.record,
        verdicts=tuple(assess_all(plan, known.record, terms)) if known.complete else (),
        terms=terms,
        today=examination.today,
        years=tuple((data.file, int(data.data["year"])) for data in known.files),
        owners=tuple((data.file, str(data.data.get("locality"))) for data in known.files),
    )


def _read(files: LocalityFiles, path: Path, kind: str, examination: Examination) -> HeldFile:
    name, called = files.name(path), examination.call(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        missing = ShapeError("no-plan", ()) if kind == "plan" else ShapeError("file-name", (), name)
        return faulty(name, called, error=missing)
    except OSError as error:
        return faulty(name, called, flaw=Flaw("unreadable", START, error.strerror or ""))
    return hold(name, called, data, kind)


def _others(files: LocalityFiles, examination: Examination) -> Iterator[HeldFile]:
    """The waivers, and files that nobody reads because of their names."""
    if files.waivers is not None:
        yield _read(files, files.waivers, "waivers", examination)
    for path in files.strays:
        name = files.name(path)
        error = ShapeError("file-name", (), name, instead=_name_meant(path))
        yield faulty(name, examination.call(path), error=error)


def _name_meant(path: Path) -> str | None:
    stem = path.stem
    return f"{stem}.yaml" if stem in ("plan", "waivers") or (len(stem) == 4 and stem.isdigit()) else None


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))
