"""Entries entered into the text of one progress file, as many at once as do not stand in each other's way.

Each entry by itself takes its steps one after the other, and what comes of a step is read back. If all take their
first step at once, then their second, the file is read some times for all instead of some times for each. Of entries
that cannot be entered at once, either half is, so that the one that is at fault is found, and refused by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from vtrack.history.changes import agree
from vtrack.messages import Message, say
from vtrack.model.plan import Plan
from vtrack.model.record import Figure
from vtrack.model.record_data import ProgressData, build_record
from vtrack.model.reference import references, reportable
from vtrack.recording.entry import Amount, Entry, Refusal, Report, Share, State
from vtrack.recording.progress_text import Steps, line_of, reported, revised, rewritten, said, was
from vtrack.recording.values import words
from vtrack.text.document import at
from vtrack.text.editing import Edit, made
from vtrack.text.layout import Uneditable, YamlText
from vtrack.text.scalars import resolve


class Entered(Struct, frozen=True):
    """What a progress file is to hold with the entries that it takes, and what became of the others.

    refusals, unchanged: by the places of entries among all; unchanged are those that say what the file said already.
    """

    text: bytes
    refusals: Mapping[int, Refusal]
    unchanged: frozenset[int] = frozenset()


def enter(held: bytes, entries: Sequence[tuple[int, Entry]], plan: Plan, file: str, on: date) -> Entered:
    """Enter entries, each with its place among all, into what a file holds.

    file: what the file is called. on: the day of a correction.
    """
    try:
        return _AtOnce(YamlText(held), plan, on).enter(entries)
    except Uneditable:
        if len(entries) == 1:
            ((place, entry),) = entries
            return Entered(held, {place: _uneditable(entry, plan, file)})
    half = len(entries) // 2
    first = enter(held, entries[:half], plan, file, on)
    second = enter(first.text, entries[half:], plan, file, on)
    return Entered(second.text, {**first.refusals, **second.refusals}, first.unchanged | second.unchanged)


class _AtOnce:
    """Entries that are entered at once, or not at all."""

    def __init__(self, text: YamlText, plan: Plan, on: date) -> None:
        self._text, self._plan, self._on = text, plan, on
        self._order = {"figures": tuple(plan.targets), "references": tuple(references(plan))}
        self._refusals: dict[int, Refusal] = {}
        self._unchanged: set[int] = set()
        self._corrected: dict[int, tuple[Entry, str]] = {}

    def enter(self, entries: Sequence[tuple[int, Entry]]) -> Entered:
        """Enter them, those of one target in their order. Corrections are stated when all figures stand.

        Raises:
            Uneditable: one of them cannot be entered, or not together with another.
        """
        for turn in _turns(entries):
            before = self._text.data
            self._text = _in_step(self._text, [self._steps(place, entry) for place, entry in turn])
            same = {place for place, entry in turn if at(before, _path(entry)) == at(self._text.data, _path(entry))}
            self._unchanged |= same - self._refusals.keys()
        revisions = [revised(entry, old, self._on) for _, (entry, old) in sorted(self._corrected.items())]
        return Entered(_in_step(self._text, revisions).encoded, self._refusals, frozenset(self._unchanged))

    def _steps(self, place: int, entry: Entry) -> Steps:
        text, plan = self._text, self._plan
        figures = _figures(plan, entry, at(text.data, _path(entry)))
        old = next((figure for figure in reversed(figures) if figure.day == entry.day), None)
        if old is None:
            yield from reported(text, entry, figures, self._order[entry.section])
            return
        same = agree(old, _figures(plan, entry, _data(entry))[0])
        if not same and not words(entry.reason):
            self._refusals[place] = _wants_reason(entry, _name(plan, entry), said(text, old))
            return
        if not same:
            self._corrected[place] = (entry, was(text, old))
        yield from rewritten(text, entry, old, same=same)


def _turns(entries: Sequence[tuple[int, Entry]]) -> list[list[tuple[int, Entry]]]:
    """The first entry of each target, the second of each, and so on."""
    turns: list[list[tuple[int, Entry]]] = []
    counts: Counter[tuple[str, str]] = Counter()
    for place, entry in entries:
        number = counts[_path(entry)]
        if number == len(turns):
            turns.append([])
        turns[number].append((place, entry))
        counts[_path(entry)] += 1
    return turns


def _in_step(text: YamlText, walks: Sequence[Steps]) -> YamlText:
    """The text after all have taken their first step, then all their second, and so on to their ends."""
    wanted = [(steps, edit) for steps in walks if (edit := next(steps, None)) is not None]
    while wanted:
        text = made(text, [edit for _, edit in wanted])
        wanted = [(steps, edit) for steps, _ in wanted if (edit := _next(steps, text)) is not None]
    return text


def _next(steps: Steps, text: YamlText) -> Edit | None:
    try:
        return steps.send(text)
    except StopIteration:
        return None


def _path(entry: Entry) -> tuple[str, str]:
    """Where a progress file reports the target or series."""
    return (entry.section, entry.target)


def _name(plan: Plan, entry: Entry) -> str:
    about = reportable(plan, entry.section, entry.target)
    return about.name if about else entry.target


def _uneditable(entry: Entry, plan: Plan, file: str) -> Refusal:
    """The file is laid out in a way that no edit is made for."""
    message = say("{name}: vtrack cannot add to {file} as that is laid out", name=_name(plan, entry), file=file)
    hint = say("add it by hand under {section}: {line}", section=entry.section, line=line_of(entry))
    return Refusal(entry, message, hint)


def _wants_reason(entry: Entry, name: str, old: str | Message) -> Refusal:
    message = say("{name}: {old} is reported for {day} already", name=name, old=old, day=entry.day)
    hint = say("give the reason, if that is corrected; a figure of another day needs its day")
    return Refusal(entry, message, hint, wants_reason=True)


def _figures(plan: Plan, entry: Entry, item: Any) -> Sequence[Figure]:
    """What a file of the entry's year reports of its target or series, in the order of the days."""
    if item is None:
        return ()
    record = build_record(plan, [ProgressData("", {"year": entry.year, entry.section: {entry.target: item}})])
    return (record.figures if entry.section == "figures" else record.references)[entry.target]


def _data(entry: Entry) -> dict[str, Any]:
    """An entry as the plain data of a report."""
    return {**_measure(entry.report), "as_of": str(entry.day)}


def _measure(report: Report) -> dict[str, Any]:
    if isinstance(report, Amount):
        return {"value": resolve(report.text)}
    if isinstance(report, Share):
        return {"count": resolve(report.count), "of": resolve(report.of)}
    return {"state": report.name} if isinstance(report, State) else {"done": report.done}
