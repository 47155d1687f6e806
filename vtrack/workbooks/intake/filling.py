"""What was filled into one row of a table: an entry, nothing, or faults at their cells."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from vtrack.messages import Message, listed, say
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Target
from vtrack.model.reference import Reference, citation, section_of
from vtrack.recording.entry import Done, Entry, Report, State
from vtrack.recording.values import NotUnderstood, source_understood, understood
from vtrack.workbooks.faults import Fault, Remark
from vtrack.workbooks.file.grid import Cell, reference
from vtrack.workbooks.file.texts import Shown
from vtrack.workbooks.intake.cells import Untypable, typed_text, typed_value
from vtrack.workbooks.intake.days import typed_day
from vtrack.workbooks.intake.standing import in_one_line, reported_for, standing
from vtrack.workbooks.intake.standing import said as told
from vtrack.workbooks.intake.subjects import Subject
from vtrack.workbooks.intake.tables import Line
from vtrack.workbooks.layout import DONE_WORDS, SOURCE_WORDS, Column, cell_text, evidence_text, in_every_language
from vtrack.workbooks.outcome import Change

VALUE_LIMIT, TEXT_LIMIT = 100, 2_000
"""Characters of a value, and of a piece of evidence, a note or a reason."""
_TEXTS = (Column.EVIDENCE, Column.NOTE, Column.REASON)
_ANEW = say("format the cell as a number, and write the figure anew")


class Filled(Struct, frozen=True):
    """A row with what it comes to. ``entry``: ``None`` where it changes nothing."""

    line: Line
    subject: Subject
    change: Change
    entry: Entry | None = None


class Said(Struct):
    """What is to be said of the rows that were read so far."""

    faults: list[Fault] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _of_merged: set[Fault] = field(default_factory=set)

    def fault(self, line: Line, column: Column, message: Message, hint: Message | None = None) -> None:
        """A cell of a row is wrong; of a merged cell the first is marked."""
        area = (line.merged or {}).get(column)
        spot = line.at(column)
        if area is not None:
            spot = type(spot)(spot.file, spot.sheet, reference(area.first_row, area.first_column))
        fault = Fault(spot, message, hint)
        if area is not None and fault in self._of_merged:  # a merged cell is read once for each of its rows
            return
        self.faults.append(fault)
        if area is not None:
            self._of_merged.add(fault)

    def remark(self, line: Line, column: Column, message: Message | None) -> None:
        """A cell of a row was not plain, and was understood."""
        if message is not None:
            self.remarks.append(Remark(line.at(column), message))


def filled_in(line: Line, subject: Subject, said: Said, *, from_1904: bool = False) -> Filled | None:
    """What a row comes to; ``None`` where it has faults. Faults and remarks are added to ``said``."""
    before = len(said.faults)
    report = _report(line, subject, said)
    if report is None and len(said.faults) == before:
        _left_empty(line, subject, said)
        return Filled(line, subject, Change.EMPTY)
    day = _day(line, subject, said, from_1904)
    source = _source(line, subject, said)
    evidence, note, reason = (_text(line, column, subject, said) for column in _TEXTS)
    if evidence is not None and isinstance(subject.target, Reference):
        message = say("a value to compare with has a source, and no evidence besides")
        said.fault(line, Column.EVIDENCE, message, say("write this as its source, and empty the cell"))
    if report is None or len(said.faults) > before:
        return None
    section = section_of(subject.target)
    entry = Entry(subject.target.id, subject.year, report, day, source, evidence, note, reason, section)
    known = reported_for(subject.figures, entry.day)
    change, changed = standing(entry, known)
    if known is None and reason is not None:
        said.remark(line, Column.REASON, say("there is no figure of that day to be corrected; not taken over"))
    if known is not None and change is Change.CORRECTED and reason is None:
        message = say("{old} is reported for {day} already", old=told(known), day=known.day)
        hint = say("write here why it is corrected; a figure of another day needs its own day instead")
        said.fault(line, Column.REASON, message, hint)
        return None
    if section == "references" and changed is not None and not (source or (known and citation(known))):
        said.remark(line, Column.SOURCE, say("it has no source: name the bulletin or letter that it is from"))
    return Filled(line, subject, change, changed)


def _report(line: Line, subject: Subject, said: Said) -> Report | None:
    """What the cell of the value reports; ``None`` where it is empty or faulty."""
    cell, area = line.cells.get(Column.VALUE), (line.merged or {}).get(Column.VALUE)
    if area is not None and (cell is not None or area.first_column != line.columns[Column.VALUE]):
        if area.first_row != area.last_row or area.first_column != line.columns[Column.VALUE]:
            message = say("the value's cell is merged with others, so it is not clear whose value it is")
            said.fault(line, Column.VALUE, message, say("unmerge the cells, and write each value into its own row"))
            return None
    if cell is None:
        return None
    typed = typed_value(cell)
    if isinstance(typed, Untypable):
        said.fault(line, Column.VALUE, typed.message, typed.hint)
        return None
    if not typed.text:
        return None
    if (state := _state_shown(typed.text, subject)) is not None:
        return State(state)
    if len(typed.text) > VALUE_LIMIT:
        said.fault(line, Column.VALUE, say("this is too long for a value"), say("write remarks into the note"))
        return None
    is_task = isinstance(subject.target, Target) and isinstance(subject.target.form, Task)
    if is_task and (done := _DONE.get(typed.text)) is not None:
        return Done(done)
    read = understood(typed.text, subject.target)
    if isinstance(read, NotUnderstood):
        said.fault(line, Column.VALUE, read.message, _ANEW if cell.shown is Shown.PERCENT else read.hint)
        return None
    said.remark(line, Column.VALUE, typed.remark or read.remark)
    return read.report


def _state_shown(text: str, subject: Subject) -> str | None:
    """The state of a milestone that a cell shows just as the workbook was given it, whatever characters it has."""
    form = subject.target.form if isinstance(subject.target, Target) else None
    states = form.states if isinstance(form, Milestone) else ()
    return next((state for state in states if cell_text(state).strip() == text), None)


def _day(line: Line, subject: Subject, said: Said, from_1904: bool) -> date | None:
    cell = line.cells.get(Column.AS_OF)
    if cell is None:
        return None
    found = typed_day(cell, subject.year, from_1904=from_1904)
    if isinstance(found, Untypable):
        said.fault(line, Column.AS_OF, found.message, found.hint)
        return None
    if found is None:
        return None
    if found.day.year != subject.year:
        message = say("the day {day} is not in {year}, which the row is of", day=found.day, year=subject.year)
        hint = say("write the whole day, like {year}-12-31: a spreadsheet adds this year to a day", year=subject.year)
        said.fault(line, Column.AS_OF, message, hint)
        return None
    said.remark(line, Column.AS_OF, found.remark)
    return found.day


def _source(line: Line, subject: Subject, said: Said) -> str | None:
    """One of the format's words; of a value to compare with, whatever is written."""
    text = _text(line, Column.SOURCE, subject, said)
    if text is None or isinstance(subject.target, Reference):
        return text
    source = _SOURCES.get(text) or source_understood(text)
    if source is None:
        said.fault(
            line,
            Column.SOURCE,
            say("{text} is no source of a figure", text=text[:VALUE_LIMIT]),
            say("choose one of {words}", words=listed(tuple(SOURCE_WORDS.values()))),
        )
    return source


def _text(line: Line, column: Column, subject: Subject, said: Said) -> str | None:
    """What a cell for words says; ``None`` where it says nothing or is faulty."""
    cell = line.cells.get(column)
    if cell is None:
        return None
    typed = typed_text(cell)
    if isinstance(typed, Untypable):
        said.fault(line, column, typed.message, typed.hint)
        return None
    if len(typed.text) > TEXT_LIMIT and in_one_line(typed.text) not in _said_before(subject):
        message = say("the text has {count} characters, more than {most}", count=len(typed.text), most=TEXT_LIMIT)
        said.fault(line, column, message, say("shorten it, or name a document that says it"))
        return None
    said.remark(line, column, typed.remark)
    return in_one_line(typed.text) or None


def _said_before(subject: Subject) -> set[str]:
    """What the files say of the target's figures in words, as the workbook was given it."""
    texts = (text for one in subject.figures for text in (one.source, evidence_text(one), one.note or ""))
    return {in_one_line(cell_text(text)) for text in texts}


def _left_empty(line: Line, subject: Subject, said: Said) -> None:
    """Say what is not taken over of a row without a value."""
    if subject.figures:
        message = say("the value is empty here, and stays as it was reported; an import takes nothing away")
        said.remark(line, Column.VALUE, message)
    elif any(_says_something(line.cells.get(column)) for column in _TEXTS):
        said.remark(line, Column.VALUE, say("without a value what else the row says is not taken over"))


def _says_something(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.text.strip())


_DONE: dict[str, bool] = {word: done for done, message in DONE_WORDS.items() for word in in_every_language(message)}
_SOURCES: dict[str, str] = {
    word: source for source, message in SOURCE_WORDS.items() for word in in_every_language(message)
}
