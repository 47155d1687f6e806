"""One figure entered into the text of a progress file. Whether it is right, and may be entered, is asked elsewhere.

It takes a few steps, each an edit of the text that the step before has left.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from datetime import date
from typing import Any

from vtrack.messages import Message, say
from vtrack.model.plan import Path
from vtrack.model.record import Figure
from vtrack.recording.entry import Amount, Entry, Report, Share, State
from vtrack.recording.values import words
from vtrack.text.document import at
from vtrack.text.editing import Edit, as_written, enlist, insert, provide, put, remove, rename
from vtrack.text.emission import mapping, scalar
from vtrack.text.layout import YamlText

_SECTIONS = ("format", "locality", "year", "figures", "references", "revisions")
_MEASURES = ("value", "count", "of", "state", "done")
_KEYS = (*_MEASURES, "as_of", "source", "evidence", "note")
"""The keys of a progress file and of a report, in the format's order."""

Steps = Generator[Edit, YamlText, None]
"""Edits one after the other; each is answered with the text after it."""


def new_file(locality: str, year: int, line_end: str) -> bytes:
    """A progress file that reports nothing yet."""
    return line_end.join(("format: 1", f"locality: {locality}", f"year: {year}", "figures: {}", "")).encode()


def reported(text: YamlText, entry: Entry, others: Sequence[Figure], order: Sequence[str]) -> Steps:
    """Enter a figure of a day that was not reported yet.

    others: what the file reports of the target for other days. order: the ids of the plan's targets or reference
    series, by which the entry's own finds its place among those of the file.

    Raises:
        Uneditable: no edit is made for the way in which the text is laid out.
    """
    path = (entry.section, entry.target)
    if not others:
        yield provide((entry.section,), "{}", _SECTIONS)
        yield put(path, _yaml(_report(entry, entry.as_of)), order)
        return
    item = at(text.data, path)
    if not isinstance(item, list):
        day = str(others[0].day)
        if not isinstance(item, Mapping):
            yield put(path, mapping({"value": as_written(text, path), "as_of": day}))
        elif "as_of" not in item:
            yield put((*path, "as_of"), day, _KEYS)
        yield enlist(path)
    earlier = [figure.place.path[2:] for figure in others if figure.day < entry.day]
    place = 1 + max((int(steps[0]) if steps else 0 for steps in earlier), default=-1)
    yield insert(path, place, mapping(_report(entry, entry.day)))


def rewritten(text: YamlText, entry: Entry, figure: Figure, *, same: bool) -> Steps:
    """Enter another report of a day that ``figure`` reports: what the entry does not give stays.

    same: whether it reports the same value or state; then that is left as it is written.

    Raises:
        Uneditable: no edit is made for the way in which the text is laid out.
    """
    path, report = figure.place.path, entry.report
    item = at(text.data, path)
    if not isinstance(item, Mapping):
        given = _report(entry, entry.as_of)
        if same and isinstance(report, Amount):
            given["value"] = as_written(text, path)
        if not same or given.keys() - {"value", "as_of"}:
            yield put(path, _yaml(given))
        return
    if not same or (isinstance(report, Share) and "value" in item):
        yield from _remeasured(text, path, item, _measure(report))
    for key, value in _particulars(entry).items():
        if item.get(key, "self" if key == "source" else None) not in (value, [value]):
            yield put((*path, key), scalar(value), _KEYS)


def revised(entry: Entry, was: str, on: date) -> Steps:
    """Enter one more entry under ``revisions``: that a figure was corrected, from what, when and why.

    Raises:
        Uneditable: no edit is made for the way in which the text is laid out.
    """
    pairs = {"target": entry.target, "as_of": str(entry.day), "was": was, "on": str(on)}
    yield provide(("revisions",), "[]", _SECTIONS)
    yield insert(("revisions",), None, mapping({**pairs, "reason": scalar(words(entry.reason))}))


def was(text: YamlText, figure: Figure) -> str:
    """What a revision writes for what a figure said, with the digits that the file has."""
    path = figure.place.path
    if figure.of is not None:
        return mapping({key: as_written(text, (*path, key)) for key in ("count", "of")})
    if figure.value is not None:
        return as_written(text, (*path, "value") if isinstance(at(text.data, path), Mapping) else path)
    if figure.state is not None:
        return scalar(figure.state)
    return "true" if figure.done else "false"


def said(text: YamlText, figure: Figure) -> str | Message:
    """What a figure says, in a sentence, with the digits that the file has."""
    if figure.of is not None:
        return "/".join(as_written(text, (*figure.place.path, key)) for key in ("count", "of"))
    if figure.value is not None:
        return was(text, figure)
    if figure.state is not None:
        return figure.state
    return say("done") if figure.done else say("not done")


def line_of(entry: Entry) -> str:
    """The line of a file that reports an entry."""
    return f"{entry.target}: {_yaml(_report(entry, entry.as_of))}"


def _measure(report: Report) -> dict[str, str]:
    """What is reported, as the keys of a report in YAML."""
    if isinstance(report, Amount):
        return {"value": report.text}
    if isinstance(report, Share):
        return {"count": report.count, "of": report.of}
    if isinstance(report, State):
        return {"state": scalar(report.name)}
    return {"done": "true" if report.done else "false"}


def _particulars(entry: Entry) -> dict[str, str]:
    """What an entry says of a figure beside the figure itself."""
    given = {"source": words(entry.source), "evidence": words(entry.evidence), "note": words(entry.note)}
    return {key: value for key, value in given.items() if value}


def _report(entry: Entry, day: date | None) -> dict[str, str]:
    """A whole report as keys in YAML; of a ``day``, if it is to be written. The default source is not."""
    as_of = {} if day is None else {"as_of": str(day)}
    given = {key: value for key, value in _particulars(entry).items() if (key, value) != ("source", "self")}
    return {**_measure(entry.report), **as_of, **{key: scalar(value) for key, value in given.items()}}


def _yaml(report: Mapping[str, str]) -> str:
    """A report as a value: a bare number where there is nothing but the number."""
    return report["value"] if report.keys() == {"value"} else mapping(report)


def _remeasured(text: YamlText, path: Path, item: Mapping[str, Any], measure: Mapping[str, str]) -> Steps:
    """Another value, count or state in a report that keeps its other keys, in the place of the old one."""
    old = [key for key in item if key in _MEASURES]
    if set(old) != set(measure):
        text = yield rename((*path, old[0]), next(iter(measure)))
        for key in old[1:]:
            text = yield remove((*path, key))
    for key, value in measure.items():
        here = (*path, key)
        if at(text.data, here) is None or as_written(text, here) != value:
            text = yield put(here, value, _KEYS)
