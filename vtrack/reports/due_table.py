"""What must be reported, for a person at a terminal: one table, its groups below their headings, drawn by rich."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from vtrack.dues import Agenda
from vtrack.messages import Message, listed, say
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
from vtrack.reports.screen import drawn
from vtrack.reports.words import View, shown

WIDE = 110
"""From this width on the table also tells the last known figure, and by locality the lead units."""
_LATE, _SOON = "bold red", "yellow"
_DAY = 10
"""Columns of a day."""


def render(agenda: Agenda, view: View, by: str) -> str:
    """The report as text, with escape sequences for colour where the view allows them."""
    return drawn(_pieces(agenda, view, by), view)


def _pieces(agenda: Agenda, view: View, by: str) -> Iterator[RenderableType]:
    parted = groups(agenda, by, view)
    if parted:
        widest = max(cell_len(standing(row.due, view)) for group in parted for row in group.rows)
        header = _table(view, by, widest)
        header.show_header, header.header_style = True, "bold"
        yield header
        for group in parted:
            yield _heading(group, agenda, view)
            yield _rows(group, view, by, widest)
            yield Text()
    for line in summary_lines(agenda, view):
        yield Text(line)


def _heading(group: Group, agenda: Agenda, view: View) -> Text:
    names = [name for name in (group.department, name_of(group.locality)) if name]
    heading = Text(shown(names[0]), style="bold")
    for name in names[1:]:
        heading.append(f"  {shown(name)}", style="not bold")
    told = counts(group.late, len(group.rows) - group.late, agenda.within)
    return heading.append(f"  {view.word(told)}", style="not bold dim")


def _table(view: View, by: str, widest: int) -> Table:
    """A table without rows. Columns have the same widths in every group, so that they line up."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), width=view.width)
    table.show_header = False
    for column in _columns(view, by):
        if column == say("report by"):
            table.add_column(view.word(column), no_wrap=True, min_width=_DAY, max_width=_DAY)
        elif column == say("standing"):
            table.add_column(view.word(column), no_wrap=True, min_width=widest, max_width=widest)
        else:
            table.add_column(view.word(column), overflow="fold", ratio=3 if column == say("target") else 2)
    return table


def _columns(view: View, by: str) -> Sequence[Message]:
    columns = [say("target"), say("wanted"), say("report by"), say("standing")]
    if view.width < WIDE:
        return columns
    return [*columns, say("last known"), *([say("lead units")] if by == "locality" else [])]


def _rows(group: Group, view: View, by: str, widest: int) -> Table:
    table = _table(view, by, widest)
    for row in group.rows:
        table.add_row(*_cells(row, view, by))
    return table


def _cells(row: Row, view: View, by: str) -> Iterator[Text]:
    due, style = row.due, _LATE if row.due.is_late else _SOON
    yield Text(shown(due.target.name))
    yield Text(wanted(due, view))
    yield Text(due.until.isoformat())
    yield Text(standing(due, view), style=style)
    if view.width >= WIDE:
        yield Text(known(due, view))
        if by == "locality":
            yield Text(view.word(listed(departments(row.locality, due, view))))
