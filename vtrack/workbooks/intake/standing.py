"""What an entry of a workbook changes, held against what the progress file reports for its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from vtrack.messages import Message, say
from vtrack.model.quantity import written
from vtrack.model.record import Figure
from vtrack.recording.entry import Amount, Entry, Report, Share, State
from vtrack.workbooks.layout import cell_text, evidence_text
from vtrack.workbooks.outcome import Change


def reported_for(figures: Sequence[Figure], day: date) -> Figure | None:
    """What a file reports for a day; of several the one written last counts."""
    of_day = [figure for figure in figures if figure.day == day]
    return of_day[-1] if of_day else None


def standing(entry: Entry, known: Figure | None) -> tuple[Change, Entry | None]:
    """What an entry changes, and the entry with nothing but that; ``None`` where it changes nothing.

    known: what the file reports for its day.
    """
    if known is None:
        return Change.ENTERED, replace(entry, reason=None)
    changed = replace(
        entry,
        as_of=entry.as_of if known.dated else None,
        source=None if entry.source == in_one_line(cell_text(known.source)) else entry.source,
        evidence=None if entry.evidence == in_one_line(evidence_text(known)) else entry.evidence,
        note=None if entry.note == in_one_line(cell_text(known.note or "")) else entry.note,
    )
    if not says_the_same(entry.report, known):
        return Change.CORRECTED, changed
    if changed.source is changed.evidence is changed.note is None:
        return Change.UNCHANGED, None
    return Change.SUPPLEMENTED, replace(changed, reason=None)


def says_the_same(report: Report, figure: Figure) -> bool:
    """Whether a report is what a figure says, exactly."""
    if isinstance(report, Amount):
        return figure.value == Fraction(report.text)
    if isinstance(report, Share):
        return (figure.count, figure.of) == (Fraction(report.count), Fraction(report.of))
    return report.name == figure.state if isinstance(report, State) else report.done is figure.done


def said(figure: Figure) -> str | Message:
    """What a figure says, in a sentence."""
    if figure.count is not None and figure.of is not None:
        return f"{written(figure.count)}/{written(figure.of)}"
    if figure.value is not None:
        return written(figure.value)
    return figure.state or (say("done") if figure.done else say("not done"))


def in_one_line(text: str) -> str:
    """The lines of a cell as the pieces of one line."""
    return "；".join(line.strip() for line in text.splitlines() if line.strip())
