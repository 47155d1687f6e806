"""One figure entered: drafted from the files as they are now, saved where it is good, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.calendar import year_end
from vtrack.model.record import Figure
from vtrack.reports.recorded import Effect, Recorded

if TYPE_CHECKING:
    from datetime import date

    from vtrack.checking import Examination, Examined
    from vtrack.discovery import LocalityFiles
    from vtrack.dues import Due
    from vtrack.findings import Finding
    from vtrack.model.reference import Reportable, Section
    from vtrack.recording.draft import Draft
    from vtrack.recording.entry import Entry
    from vtrack.reports.words import View
    from vtrack.verdicts.verdict import Verdict

_FAMILIES = ("text/", "schema/", "figure/")
"""The rules whose findings on a figure its writer wants to see; the verdict is shown by itself."""


class Session(Struct, frozen=True):
    """How a call enters figures: by what they are checked, for whom it is shown. ``dry_run``: nothing is written."""

    examination: Examination
    view: View
    dry_run: bool = False

    @property
    def today(self) -> date:
        """The real day: that of a correction, and of a figure whose day is not given."""
        return self.examination.today


def enter(folder: Path, entry: Entry, session: Session) -> Draft:
    """Draft one entry from the files as they are now, and save it unless it is refused.

    Raises:
        CallError: somebody else is writing to the locality, or the file cannot be written.
    """
    from vtrack.recording.draft import draft
    from vtrack.recording.saving import locked, save

    if session.dry_run:
        return draft(files_of(folder), [entry], session.examination, on=session.today)
    with locked(folder):
        drafted = draft(files_of(folder), [entry], session.examination, on=session.today)
        if not drafted.refusals and drafted.written:
            save(drafted)
        return drafted


def files_of(folder: Path) -> LocalityFiles:
    """The files of a locality as they are now."""
    from vtrack.discovery import find_localities

    return next(files for files in find_localities([folder]) if files.folder == folder)


def wanted_of(examined: Examined, about: Reportable) -> tuple[Due, ...] | None:
    """What is wanted of a target or reference series: of periods that are over, and what comes next.

    ``None`` where faulty data hides it.
    """
    from vtrack.commands.due import dues_of
    from vtrack.commands.entry.questions import is_about
    from vtrack.model.reference import Reference

    dossier = examined.dossier
    targets = about.targets if isinstance(about, Reference) else (about,)
    if dossier is None or not dossier.complete or any(one.id in examined.result.unjudged for one in targets):
        return None
    found = dues_of(examined, dossier.terms.grace_days).dues
    return tuple(due for due in found if is_about(due, about))


def unreadable(examined: Examined, target: str | None = None) -> Message:
    """That nothing can be entered where the plan cannot be relied on, or for a ``target`` that is faulty in it."""
    file = examined.result.plan_file
    if target is not None:
        return say(
            "{target} is faulty in {file}, so nothing is entered; vtrack check {file} tells what is wrong",
            target=target,
            file=file,
        )
    return say("{file} cannot be relied on, so nothing is entered; vtrack check {file} tells what is wrong", file=file)


def recorded(drafted: Draft, entry: Entry, session: Session, remarks: tuple[Message, ...] = ()) -> Recorded:
    """What came of an entry that was not refused, for showing it."""
    from vtrack.model.reference import Reference, reportable
    from vtrack.recording.draft import difference

    before, after = drafted.before, drafted.after
    dossier = after.dossier
    assert dossier is not None
    about = reportable(dossier.plan, entry.section, entry.target)
    assert about is not None
    figure = figure_of(after, entry)
    targets = about.targets if isinstance(about, Reference) else (about,)
    return Recorded(
        locality=dossier.plan.locality.name,
        name=about.name,
        place=_place(after, figure),
        line=_line(drafted, figure),
        effects=tuple(Effect(one, _verdict(before, one.id), _verdict(after, one.id)) for one in targets),
        remarks=remarks,
        findings=tuple(_new(before, after, entry, figure)),
        difference=difference(drafted) if session.dry_run else "",
        saved=not session.dry_run and bool(drafted.written),
    )


def figures_of(examined: Examined, section: Section, id: str) -> tuple[Figure, ...]:
    """What the files report of a target or reference series, in the order of the days."""
    if examined.dossier is None:
        return ()
    record = examined.dossier.record
    return (record.figures if section == "figures" else record.references).get(id, ())


def figure_of(examined: Examined, entry: Entry) -> Figure | None:
    """The figure in the files that an entry became."""
    figures = figures_of(examined, entry.section, entry.target)
    day = entry.as_of or year_end(entry.year)
    return next((one for one in figures if one.day == day and one.year == entry.year), None)


def _place(examined: Examined, figure: Figure | None) -> str:
    if figure is None:
        return ""
    held = examined.held[figure.place.file]
    return f"{held.path}:{held.span(figure.place).line}"


def _line(drafted: Draft, figure: Figure | None) -> str:
    """The line of the file that the figure stands in."""
    if figure is None:
        return ""
    number = drafted.after.held[figure.place.file].span(figure.place).line
    for path, data in drafted.written.items():
        if drafted.files.name(path) == figure.place.file:
            return data.decode("utf-8-sig").splitlines()[number - 1].strip()
    return ""


def _verdict(examined: Examined, target: str) -> Verdict | None:
    return next((one for one in examined.result.verdicts if one.target.id == target), None)


def _new(before: Examined, after: Examined, entry: Entry, figure: Figure | None) -> list[Finding]:
    """What the rules say of the target's figures, or of the value to compare with, now and did not say before."""
    said = {(one.rule, one.message) for one in before.result.findings}
    return [
        one
        for one in after.result.findings
        if (one.target == entry.target if entry.section == "figures" else _is_on(one, figure, after))
        and one.rule.startswith(_FAMILIES)
        and one.severity is not Severity.INFO
        and (one.rule, one.message) not in said
    ]


def _is_on(finding: Finding, figure: Figure | None, examined: Examined) -> bool:
    """Whether a finding that names no target points at a figure."""
    if figure is None or finding.target is not None:
        return False
    held = examined.held[figure.place.file]
    span = held.span(figure.place)
    return finding.file == held.path and span.line <= finding.span.line <= span.end_line
