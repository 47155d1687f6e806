"""One file among sound ones, checked, entered into or imported in this process, and what must hold whatever it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

from tests.hostile.mutation import ROOT
from vtrack.checking import Examination, Examined, examine
from vtrack.discovery import LocalityFiles
from vtrack.language import translator
from vtrack.model.record import Figure
from vtrack.recording.draft import Draft, difference, draft
from vtrack.recording.entry import Amount, Entry, Report, Share, State
from vtrack.reports.formats import renderer
from vtrack.reports.intake import render
from vtrack.reports.words import View
from vtrack.result import LocalityResult, Result
from vtrack.rules.registry import chosen
from vtrack.verdicts.verdict import Terms
from vtrack.workbooks.faults import Unreadable
from vtrack.workbooks.file.reading import read_workbook
from vtrack.workbooks.form.book import Facts, workbook_bytes
from vtrack.workbooks.form.listing import by_locality
from vtrack.workbooks.intake.drafted import cautions, counts, refusals
from vtrack.workbooks.intake.marking import mark
from vtrack.workbooks.intake.register import Register
from vtrack.workbooks.intake.taking import in_order, take
from vtrack.workbooks.outcome import Ending, Intake, LocalityIntake

COUNTY = ROOT / "examples" / "county" / "yunqiao"
FILES = LocalityFiles(
    COUNTY, COUNTY / "plan.yaml", tuple(sorted((COUNTY / "progress").glob("*.yaml"))), COUNTY / "waivers.yaml"
)
DAY = date(2026, 11, 21)
RULES = chosen()
FORMATS = ("json", "plain", "csv", "github")
VIEW = View(translator("zh"))
BOOK = "book.xlsx"


@cache
def sound(path: Path) -> bytes:
    """What a file of the example holds.

    Raises:
        FileNotFoundError: it is not there.
    """
    return path.read_bytes() if path.exists() or path != FILES.waivers else b"[]\n"


def with_one(name: str, data: bytes, day: date = DAY) -> Examination:
    """By what the example county is examined with one file of other contents."""
    hostile = COUNTY / name
    return Examination(Terms(day), DAY, RULES, str, day, bytes_of=lambda path: data if path == hostile else sound(path))


def examined(name: str, data: bytes, day: date = DAY) -> LocalityResult:
    """The example county with one file of other contents, checked and reported in several formats.

    Every finding must point into its file, and every report must be made.
    """
    hostile = str(COUNTY / name)
    result = examine(FILES, with_one(name, data, day)).result
    lines = data.count(b"\n") + data.count(b"\r") + 8 * data.count(b"\xe2\x80") + data.count(b"\xc2\x85") + 1
    for finding in result.findings:
        span = finding.span
        assert span.line >= 1
        assert span.column >= 1
        assert (span.end_line, span.end_column) > (span.line, span.column)
        if finding.file == hostile:
            assert span.line <= lines
    for form in FORMATS:
        assert renderer(form)(Result(day, (result,)), VIEW)
    return result


def entered(name: str, data: bytes, entries: Sequence[Entry]) -> Draft:
    """Figures entered into the example county with one file of other contents.

    Each is refused with a sentence, or stands in the file as it was given; and nothing else is other than before.
    """
    drafted = draft(FILES, entries, with_one(name, data), on=DAY)
    assert len(drafted.refusals) + len(drafted.unchanged) + len(drafted.entered) == len(entries)
    for refusal in drafted.refusals:
        assert VIEW.word(refusal.message)
        assert refusal.hint is None or VIEW.word(refusal.hint)
    _is_as_given(drafted)
    return drafted


def _is_as_given(drafted: Draft) -> None:
    for text in drafted.written.values():
        text.decode("utf-8-sig")
    assert bool(difference(drafted)) is bool(drafted.written)
    last = {(entry.section, entry.target, entry.year, entry.day): entry for entry in drafted.entered}
    for entry in last.values():
        if entry.section == "figures":
            assert _says(_figure(drafted.after, entry), entry.report), entry
    touched = {entry.target for entry in drafted.entered}
    assert _others(drafted.before, touched) == _others(drafted.after, touched)


def _figures(examined: Examined, target: str) -> Sequence[Figure]:
    return examined.dossier.record.figures.get(target, ()) if examined.dossier else ()


def _figure(examined: Examined, entry: Entry) -> Figure:
    """The figure that an entry became; of several of its day the last."""
    return [one for one in _figures(examined, entry.target) if (one.year, one.day) == (entry.year, entry.day)][-1]


def _says(figure: Figure, report: Report) -> bool:
    if isinstance(report, Amount):
        return figure.value == Fraction(report.text)
    if isinstance(report, Share):
        return (figure.count, figure.of) == (Fraction(report.count), Fraction(report.of))
    return figure.state == report.name if isinstance(report, State) else figure.done is report.done


def _others(examined: Examined, without: set[str]) -> Counter[str]:
    """What is reported of all other targets."""
    figures = examined.dossier.record.figures if examined.dossier else {}
    return Counter(
        repr((target, one.day, one.value, one.state, one.done, one.evidence, one.note))
        for target, reported in figures.items()
        if target not in without
        for one in reported
    )


@cache
def book() -> bytes:
    """The workbook of the example county for 2025."""
    day = date(2026, 1, 10)
    found = by_locality([examine(FILES, with_one("", b"", day))], 2025)
    return workbook_bytes(found, Facts(2025, day, "zh"), VIEW.word)


def imported(data: bytes, name: str = "", held: bytes = b"") -> Intake | None:
    """A workbook taken back into the example county, and reported; ``None`` where it is refused as a whole.

    One file of the county may have other contents, ``held``.
    """
    try:
        workbook = read_workbook(data)
    except Unreadable:
        return None
    examination = with_one(name, held)
    taken = take({BOOK: workbook}, Register([FILES], examination))
    drafts = [(one, draft(FILES, one.entries, examination, on=DAY)) for one in taken.localities]
    for _, drafted in drafts:
        _is_as_given(drafted)
    refused = [fault for one, drafted in drafts for fault in refusals(one, drafted)]
    faults = in_order((*taken.faults, *refused), [BOOK], {BOOK: workbook})
    intake = Intake(
        workbooks=(BOOK,),
        ending=Ending.REFUSED if faults else Ending.TRIED,
        localities=tuple(LocalityIntake(one.id, one.name, counts(one, drafted), ()) for one, drafted in drafts),
        faults=faults,
        remarks=(*taken.remarks, *(remark for one, drafted in drafts for remark in cautions(one, drafted))),
        differences=tuple(difference(drafted) for _, drafted in drafts),
    )
    for form in ("table", "json"):
        assert render(intake, VIEW, form)
    if faults:
        with suppress(Unreadable):
            mark(data, workbook, faults, VIEW.translate)
    return intake
