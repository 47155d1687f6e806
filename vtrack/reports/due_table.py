"""What must be reported, for a person at a terminal: one table, its groups below their headings."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from vtrack.dues import Agenda
from vtrack.messages import listed, say
from vtrack.reports.due_words import (
    Group,
    Row,
    counts,
    departments,
    groups,
    known,
    name_of,
    standing,
    summary_lines,
    wanted,
)
from vtrack.reports.grid import Cell, Column, grid_for
from vtrack.reports.screen import drawn, drawn_apart
from vtrack.reports.words import View, shown

WIDE = 110
"""From this width on the table also tells the last known figure, and by locality the lead units."""
_LATE, _SOON = "bold red", "yellow"


def render(agenda: Agenda, view: View, by: str) -> str:
    """The report as text, with escape sequences for colour where the view allows them."""
    return "".join(_pieces(agenda, view, by)) + drawn(map(Text, summary_lines(agenda, view)), view)


def _pieces(agenda: Agenda, view: View, by: str) -> Iterator[str]:
    """The headings of the columns, and each group. Columns are as wide in every group, so that they line up."""
    parted = groups(agenda, by, view)
    if not parted:
        return
    rows = [[list(_cells(row, view, by)) for row in group.rows] for group in parted]
    columns = list(_columns(view, by))
    grid = grid_for(columns, [row for of_group in rows for row in of_group], view.width, margin="", color=view.color)
    yield grid.head()
    headings = drawn_apart(([_heading(group, agenda, view)] for group in parted), view)
    for heading, of_group in zip(headings, rows, strict=True):
        yield f"{heading}{grid.body(of_group)}\n"


def _heading(group: Group, agenda: Agenda, view: View) -> Text:
    names = [name for name in (group.department, name_of(group.locality)) if name]
    heading = Text(shown(names[0]), style="bold")
    for name in names[1:]:
        heading.append(f"  {shown(name)}", style="not bold")
    told = counts(group.late, len(group.rows) - group.late, agenda.within)
    return heading.append(f"  {view.word(told)}", style="not bold dim")


def _columns(view: View, by: str) -> Iterator[Column]:
    yield Column(view.word(say("target")), share=3)
    yield Column(view.word(say("wanted")), share=2)
    yield Column(view.word(say("report by")))
    yield Column(view.word(say("standing")))
    if view.width >= WIDE:
        yield Column(view.word(say("last known")), share=2)
        if by == "locality":
            yield Column(view.word(say("lead units")), share=2)


def _cells(row: Row, view: View, by: str) -> Iterator[Cell]:
    due = row.due
    yield Cell(shown(due.target.name))
    yield Cell(wanted(due, view))
    yield Cell(due.until.isoformat())
    yield Cell(standing(due, view), _LATE if due.is_late else _SOON)
    if view.width >= WIDE:
        yield Cell(known(due, view))
        if by == "locality":
            yield Cell(view.word(listed(departments(row.locality, due, view))))
