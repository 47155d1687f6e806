"""Why an entry cannot go into the files as they are: the plan, the target, the day, the kind of report, the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import PurePosixPath

from vtrack.checking import Examined
from vtrack.findings import Finding, Severity
from vtrack.held_files import HeldFile, progress_of
from vtrack.messages import Message, listed, say
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Place, Plan, Target
from vtrack.model.reference import Reference, Reportable, references
from vtrack.naming import meant
from vtrack.recording.entry import Amount, Done, Entry, Refusal, Share, State
from vtrack.recording.values import is_share, no_share, wanted, words
from vtrack.text.characters import CONTROL
from vtrack.text.document import at
from vtrack.text.scalars import Unreadable, resolve
from vtrack.text.visible import code_points

_YEARS = range(1900, 2200)
_SURROGATES = range(0xD800, 0xE000)
_CONTROL = re.compile(f"[{CONTROL}]+")


def in_plan(entry: Entry, before: Examined) -> Refusal | None:
    """The plan cannot be relied on, or it does not have the target, or that is faulty."""
    result, dossier = before.result, before.dossier
    if dossier is None:
        return Refusal(entry, *_fault(result.plan_file, result.findings))
    plan = dossier.plan
    if entry.section == "references":
        return _in_references(entry, plan, before)
    if entry.target in plan.targets:
        return None
    if entry.target in plan.omitted:
        findings = [one for one in result.findings if one.target == entry.target]
        return Refusal(entry, *_fault(result.plan_file, findings))
    return _unknown(entry, plan, result.plan_file)


def _in_references(entry: Entry, plan: Plan, before: Examined) -> Refusal | None:
    """No target is compared with the series; a target that is faulty may be."""
    compared = references(plan)
    if entry.target in compared:
        return None
    result = before.result
    if plan.omitted:
        return Refusal(entry, *_fault(result.plan_file, [one for one in result.findings if one.target in plan.omitted]))
    found = meant(entry.target, dict.fromkeys(compared, ""))
    candidates = found.candidates if found.id is None else (found.id,)
    message = say("no target is compared with {id}", id=entry.target)
    if candidates:
        return Refusal(entry, message, say("did you mean {offered}?", offered=listed(candidates)))
    return Refusal(entry, message, say("what targets are compared with stands in {file}", file=result.plan_file))


def in_entry(entry: Entry, target: Reportable) -> Refusal | None:
    """The entry is of a day that its year does not have, or no report about its target or series."""
    if entry.year not in _YEARS:
        message = say("{year} is no year that figures are reported for", year=entry.year)
        return Refusal(entry, message, say("write the year with four digits, such as 2024"))
    if entry.day.year != entry.year:
        message = say("{name}: {day} in the file of {year}", name=target.name, day=entry.day, year=entry.year)
        return Refusal(entry, message, say("correct the day, or enter it for {year}", year=entry.day.year))
    beside = "".join(map(words, (entry.source, entry.evidence, entry.note, entry.reason)))
    if any(ord(character) in _SURROGATES for character in beside):
        message = say("{name}: what was written with the figure cannot be read as text", name=target.name)
        return Refusal(entry, message, say("type it anew"))
    if control := _CONTROL.findall(beside):
        points = code_points("".join(control))
        message = say(
            "{name}: what was written with the figure has control characters: {points}", name=target.name, points=points
        )
        return Refusal(entry, message, say("delete them, or type it anew"))
    if isinstance(target, Reference) and words(entry.evidence):
        message = say("{name}: a value to compare with has a source, and no evidence besides", name=target.name)
        return Refusal(entry, message, say("name the bulletin or letter that it is from as its source"))
    return _of_kind(entry, target)


def in_file(entry: Entry, file: HeldFile, before: Examined) -> Refusal | None:
    """The file cannot be relied on, is of another year or locality, or what it reports of the target is faulty."""
    progress = progress_of(file)
    dossier = before.dossier
    findings = (one for one in before.result.findings if one.file == file.path)
    if progress is None or dossier is None:
        return Refusal(entry, *_fault(file.path, findings))
    path = (entry.section, entry.target)
    faulty = progress.omit_figures if entry.section == "figures" else progress.omit_references
    if entry.target in faulty and at(file.data, path) is not None:  # a key that waits for its figure is no obstacle
        here = file.span(Place(file.name, path))
        inside = [one for one in findings if one.target == entry.target or here.line <= one.span.line <= here.end_line]
        return Refusal(entry, *_fault(file.path, inside))
    first = say("put that right in {file} first", file=file.path)
    name, year = PurePosixPath(file.name).stem, progress.data["year"]
    if str(year) != name:
        message = say("the file is named {name} and states the year {year}", name=name, year=year)
        return Refusal(entry, message, first)
    own, owner = dossier.plan.locality.id, progress.data.get("locality", dossier.plan.locality.id)
    if owner != own:
        message = say("the file belongs to {named}, but lies in the folder of {own}", named=owner, own=own)
        return Refusal(entry, message, first)
    return None


def misnamed(entry: Entry, stray: str, before: Examined) -> Refusal:
    """A file that nobody reads because of its name may hold what is reported of the year."""
    return Refusal(entry, *_fault(stray, [one for one in before.result.findings if one.file == stray]))


def _fault(file: str, findings: Iterable[Finding]) -> tuple[Message, Message]:
    """What is wrong with a file, by the first error in it, and what to do first."""
    errors = (one for one in findings if one.severity is Severity.ERROR and not one.waived)
    first = min(errors, key=lambda one: one.order, default=None)
    if first is None:
        return say("{file} cannot be relied on", file=file), say("vtrack check tells what is wrong with it")
    line, column = first.span.line, first.span.column
    message = say("{file}:{line}:{column}: {message}", file=first.file, line=line, column=column, message=first.message)
    return message, first.hint or say("put that right in {file} first", file=first.file)


def _unknown(entry: Entry, plan: Plan, plan_file: str) -> Refusal:
    names = {id: target.name for id, target in plan.targets.items()}
    found = meant(entry.target, names)
    candidates = found.candidates if found.id is None else (found.id,)
    message = say("the plan has no target {id}", id=entry.target)
    if not candidates:
        return Refusal(entry, message, say("the targets and their ids stand in {file}", file=plan_file))
    offered = listed(tuple(f"{id} ({names[id]})" for id in candidates))
    return Refusal(entry, message, say("did you mean {offered}?", offered=offered))


def _of_kind(entry: Entry, target: Reportable) -> Refusal | None:
    """The report is of another kind than the target's, or none that the target can have."""
    report, form = entry.report, target.form if isinstance(target, Target) else None
    needed: type = State if isinstance(form, Milestone) else Done if isinstance(form, Task) else Amount
    if not isinstance(report, needed) and not (needed is Amount and isinstance(report, Share)):
        kinds: dict[type, Message] = {State: say("a state"), Done: say("done or not")}
        given = kinds.get(type(report), say("a number"))
        message = say(
            "{name}: {given} is reported where {wanted} belongs",
            name=target.name,
            given=given,
            wanted=kinds.get(needed, say("a number")),
        )
        return Refusal(entry, message, wanted(target))
    if isinstance(report, State) and isinstance(form, Milestone) and report.name not in form.states:
        message = say("{name}: {state} is none of its states", name=target.name, state=report.name)
        return Refusal(entry, message, wanted(target))
    if isinstance(report, Share):
        return _of_share(entry, report, target)
    if isinstance(report, Amount) and not _is_number(report.text):
        return Refusal(entry, say("{text} is no number that can be compared", text=report.text), wanted(target))
    return None


def _of_share(entry: Entry, share: Share, target: Reportable) -> Refusal | None:
    text = f"{share.count}/{share.of}"
    if not is_share(target):
        return Refusal(entry, no_share(text, target), wanted(target))
    if not (_is_number(share.count) and _is_number(share.of)):
        return Refusal(entry, say("{text} is no number that can be compared", text=text), wanted(target))
    if Decimal(share.of) <= 0:
        message = say("{name}: nothing can be counted of a whole of {of}", name=target.name, of=share.of)
        return Refusal(entry, message, say("write how many there are in all behind the stroke"))
    return None


def _is_number(text: str) -> bool:
    try:
        return type(resolve(text)) in (int, Decimal)
    except Unreadable:
        return False
