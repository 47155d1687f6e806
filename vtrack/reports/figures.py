"""All figures and verdicts for analysis: ``csv`` with one row a figure, ``json`` with figures and verdicts apart.

The same conventions as the reports of a check: exact decimals, a byte order mark and no formulas in ``csv``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from vtrack.messages import say
from vtrack.model.bound import honest
from vtrack.model.forms import form_word
from vtrack.model.quantity import exactly, written
from vtrack.model.record import Figure, Record
from vtrack.reports import json
from vtrack.reports.csv import inert
from vtrack.reports.verdict_texts import bound_text, gap_text, lead_text, locality_name
from vtrack.reports.words import LAMP_WORDS, NATURE_WORDS, SOURCE_WORDS, STATUS_WORDS, View
from vtrack.result import LocalityResult
from vtrack.verdicts.verdict import Verdict

FORMAT = 1


class Reported(Struct, frozen=True):
    """One locality's verdicts and everything that was reported of it."""

    result: LocalityResult
    record: Record


def csv_text(localities: Iterable[Reported], view: View, year: int | None = None) -> str:
    """One row a figure, of ``year`` alone where one is given; a target without figures has one row all the same."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(view.word(column) for column in _COLUMNS)
    for locality in localities:
        for verdict in locality.result.verdicts:
            about, verdict_cells = _target(locality.result, verdict, view), _verdict(verdict, view)
            figures = [_figure(one, verdict, view) for one in _figures(locality.record, verdict, year)]
            writer.writerows([*about, *cells, *verdict_cells] for cells in figures or [_NOTHING])
    return "\ufeff" + out.getvalue()


_COLUMNS = (
    say("locality"),
    say("target id"),
    say("target"),
    say("unit"),
    say("form"),
    say("nature"),
    say("section"),
    say("lead units"),
    say("year"),
    say("day"),
    say("value"),
    say("count"),
    say("whole"),
    say("state"),
    say("done"),
    say("source"),
    say("evidence"),
    say("note"),
    say("status"),
    say("lamp"),
    say("bound"),
    say("deadline"),
    say("gap"),
)


def _target(locality: LocalityResult, verdict: Verdict, view: View) -> list[str]:
    target = verdict.target
    texts = (
        locality_name(locality),
        target.id,
        target.name,
        target.unit or "",
        form_word(target.form),
        view.word(NATURE_WORDS[target.nature]),
        target.group or "",
        lead_text(locality, verdict, view),
    )
    return list(map(inert, texts))


_NOTHING = [""] * 10
"""The cells of a figure where none was reported."""


def _figure(figure: Figure, verdict: Verdict, view: View) -> list[str]:
    done = "" if figure.done is None else view.word(say("yes") if figure.done else say("no"))
    return [
        str(figure.year),
        figure.day.isoformat(),
        "" if figure.value is None else honest(figure.value, verdict.target.bound),
        "" if figure.count is None else written(figure.count),
        "" if figure.of is None else written(figure.of),
        inert(figure.state or ""),
        done,
        view.word(SOURCE_WORDS[figure.source]),
        inert("; ".join(figure.evidence)),
        inert(figure.note or ""),
    ]


def _verdict(verdict: Verdict, view: View) -> list[str]:
    day = verdict.target.form.by.day
    return [
        view.word(STATUS_WORDS[verdict.status]),
        view.word(LAMP_WORDS[verdict.lamp]),
        inert(bound_text(verdict) or ""),
        day.isoformat() if day else "",
        gap_text(verdict),
    ]


def json_text(localities: Iterable[Reported], as_of: date, view: View, year: int | None = None) -> Iterator[str]:
    """One object: ``figures``, the ``references`` that targets are compared with, and ``verdicts`` as a check has them.

    One line a figure, so that two exports can be compared line by line.
    """
    figures: list[str] = []
    references: list[str] = []
    verdicts: list[str] = []
    for locality in localities:
        result, record = locality.result, locality.record
        for verdict in result.verdicts:
            id = verdict.target.id
            figures += (_line(result, "target", id, figure) for figure in _figures(record, verdict, year))
        for id, known in record.references.items():
            references += (_line(result, "reference", id, one) for one in known if year in (None, one.year))
        verdicts += filter(None, [json.section(result, view)])
    yield f'{{\n "format": {FORMAT},\n "as_of": "{as_of.isoformat()}"'
    for key, lines in (("figures", figures), ("references", references), ("verdicts", verdicts)):
        yield f',\n "{key}": [' + ("\n  " + ",\n  ".join(lines) + "\n ]" if lines else "]")
    yield "\n}\n"


def _line(locality: LocalityResult, kind: str, id: str, figure: Figure) -> str:
    data: dict[str, Any] = {
        "locality": locality.plan.locality.id if locality.plan else locality.folder,
        kind: id,
        "year": figure.year,
        "as_of": figure.day.isoformat(),
    }
    if figure.value is not None:
        data["value"] = json.plain_number(exactly(figure.value))
    if figure.count is not None and figure.of is not None:
        data |= {"count": json.plain_number(exactly(figure.count)), "of": json.plain_number(exactly(figure.of))}
    if figure.state is not None:
        data["state"] = figure.state
    if figure.done is not None:
        data["done"] = figure.done
    data |= {"source": figure.source, "evidence": list(figure.evidence), "note": figure.note}
    return json.one_line(data)


def _figures(record: Record, verdict: Verdict, year: int | None) -> list[Figure]:
    return [one for one in record.figures.get(verdict.target.id, ()) if year in (None, one.year)]
