"""What must be reported, in every format: ``table``, ``plain``, ``markdown``, ``csv`` and ``json``."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from vtrack.dues import Agenda, Due, LocalityDues
from vtrack.messages import listed, say
from vtrack.model.quantity import written
from vtrack.model.record import Figure
from vtrack.reports.due_words import (
    Group,
    Row,
    counts,
    departments,
    groups,
    known,
    known_value,
    name_of,
    soon,
    standing,
    summary_lines,
    unknown,
    wanted,
)
from vtrack.reports.words import View, shown

FORMATS = ("table", "plain", "json", "csv", "markdown")
FORMAT = 1
_COLUMNS = (
    say("target"),
    say("wanted"),
    say("report by"),
    say("standing"),
    say("last known"),
    say("lead units"),
)


def render(agenda: Agenda, view: View, format_: str, by: str) -> str:
    """The report in a format, grouped ``by`` department or locality."""
    if format_ == "table":
        from vtrack.reports.due_table import render as table

        return table(agenda, view, by)
    others: dict[str, Callable[[Agenda, View, str], str]] = {
        "plain": _plain,
        "markdown": _markdown,
        "csv": _csv,
        "json": _json,
    }
    return others[format_](agenda, view, by)


def _plain(agenda: Agenda, view: View, by: str) -> str:
    parts = [
        f"{_title(group, agenda, view)}\n{_text_table(group, view, 'simple')}\n" for group in groups(agenda, by, view)
    ]
    return "\n".join([*parts, *summary_lines(agenda, view)]) + "\n"


def _markdown(agenda: Agenda, view: View, by: str) -> str:
    from vtrack.reports.markdown import escape

    parts = []
    for group in groups(agenda, by, view):
        parts += [f"## {escape(_title(group, agenda, view))}", _text_table(group, view, "github", escape)]
    parts.append("  \n".join(escape(line) for line in summary_lines(agenda, view)))
    return "\n\n".join(parts) + "\n"


def _title(group: Group, agenda: Agenda, view: View) -> str:
    told = view.word(counts(group.late, len(group.rows) - group.late, agenda.within))
    return "  ".join(filter(None, (shown(group.department), shown(name_of(group.locality)), told)))


def _text_table(group: Group, view: View, style: str, fit: Callable[[str], str] = str) -> str:
    from tabulate import tabulate

    headers = [view.word(column) for column in _COLUMNS]
    rows = [list(map(fit, _cells(row, view))) for row in group.rows]
    return tabulate(rows, headers, tablefmt=style, disable_numparse=True)


def _cells(row: Row, view: View) -> Iterator[str]:
    due = row.due
    yield shown(due.target.name)
    yield wanted(due, view)
    yield due.until.isoformat()
    yield standing(due, view)
    yield known(due, view)
    yield view.word(listed(departments(row.locality, due, view)))


_CSV_COLUMNS = (
    say("locality"),
    say("lead units"),
    say("target id"),
    say("target"),
    say("unit"),
    say("bound"),
    say("wanted"),
    say("last day"),
    say("report by"),
    say("days late"),
    say("days left"),
    say("last known"),
    say("last known as of"),
)


def _csv(agenda: Agenda, view: View, by: str) -> str:
    """Comma-separated values for a spreadsheet, as :mod:`vtrack.reports.csv` writes them.

    By department a row stands with each of the units that lead its target, so that it can be filtered by them.
    """
    from vtrack.reports.csv import inert

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(view.word(column) for column in _CSV_COLUMNS)
    for row in sorted((row for group in groups(agenda, by, view) for row in group.rows), key=lambda one: one.due.until):
        number = row.due.known is not None and row.due.known.value is not None
        *texts, last_known, day = _csv_cells(row, view)
        writer.writerow([*map(inert, texts), last_known if number else inert(last_known), day])
    return "\ufeff" + out.getvalue()


def _csv_cells(row: Row, view: View) -> Iterator[str]:
    due, target = row.due, row.due.target
    yield name_of(row.locality)
    yield row.department or view.word(listed(departments(row.locality, due, view)))
    yield target.id
    yield target.name
    yield target.unit or ""
    yield str(target.bound or "")
    yield wanted(due, view)
    yield due.last.isoformat()
    yield due.until.isoformat()
    yield str(due.days_late) if due.is_late else ""
    yield "" if due.is_late else str(due.days_left)
    yield known_value(due, view)
    yield due.known.day.isoformat() if due.known else ""


def _json(agenda: Agenda, view: View, _by: str) -> str:
    from vtrack.reports.json import as_json

    near = [(locality, due) for locality in agenda.localities for due in soon(agenda, locality)]
    late = sum(due.is_late for _, due in near)
    return as_json(
        {
            "format": FORMAT,
            "as_of": agenda.as_of.isoformat(),
            "within": agenda.within,
            "summary": {"localities": len(agenda.localities), "late": late, "soon": len(near) - late},
            "dues": [_json_due(locality, due) for locality, due in sorted(near, key=lambda each: each[1].until)],
            "unknown": [view.word(line) for line in unknown(agenda)],
        }
    )


def _json_due(locality: LocalityDues, due: Due) -> dict[str, Any]:
    """One due. The last known figure is a text, so that no digit of it is lost."""
    target, plan = due.target, locality.plan
    return {
        "locality": plan.locality.id if plan else locality.folder,
        "target": target.id,
        "name": target.name,
        "unit": target.unit,
        "bound": None if target.bound is None else str(target.bound),
        "lead": list(plan.department_names(target.lead)) if plan else [],
        "wanted": due.wanted.value,
        "period": None if due.period is None else str(due.period),
        "series": None if due.series is None else due.series.id,
        "state": due.state,
        "last": due.last.isoformat(),
        "until": due.until.isoformat(),
        "days_late": due.days_late,
        "days_left": due.days_left,
        "known": _json_known(due.known),
        "known_as_of": due.known.day.isoformat() if due.known else None,
    }


def _json_known(figure: Figure | None) -> str | bool | None:
    if figure is None:
        return None
    return figure.state if figure.state is not None else figure.done if figure.value is None else written(figure.value)
