"""``table``: for a person at a terminal. One status table a locality, findings below, a summary at the end.

Drawn by rich for the width of the terminal; Chinese characters count two columns. Colour is the lamp's, and every
status has a symbol and a word besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vtrack.findings import Finding, Severity
from vtrack.messages import say
from vtrack.reports.material import Material
from vtrack.reports.screen import LAMP_COLORS, drawn, drawn_apart
from vtrack.reports.words import (
    SEVERITY_WORDS,
    WAIVED,
    View,
    bound_with_unit,
    deadline_text,
    explaining,
    figure_day,
    figure_text,
    gap_text,
    lead_text,
    locality_name,
    place_text,
    shown,
    status_word,
    summary_lines,
)
from vtrack.result import LocalityResult
from vtrack.verdicts.verdict import Verdict

WIDE = 110
"""From this width on a table also tells the figure's day and the lead units."""
SEVERITY_COLORS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def section(locality: LocalityResult, view: View) -> str:
    """The table of a locality, with escape sequences for colour where the view allows them."""
    return drawn([_heading(locality, view), _table(locality, view)], view) if locality.verdicts else ""


def entries(findings: Sequence[Finding], view: View) -> list[str]:
    """Each finding: its place, severity and the command that explains its rule; its sentence; what to do."""
    return drawn_apart((_finding(finding, view) for finding in findings), view)


def document(material: Material, view: View) -> Iterator[str]:
    """Tables, findings and the counts, one below the other."""
    yield from material.sections
    yield from material.entries
    yield drawn(map(Text, ["", *summary_lines(material.as_of, material.summary, view)]), view)


def _heading(locality: LocalityResult, view: View) -> Text:
    name = Text(shown(locality_name(locality)), style="bold")
    count = view.word(say("{count} targets", count=locality.targets))
    return name.append(f"  {shown(locality.plan_file)}  {count}", style="not bold dim")


def _table(locality: LocalityResult, view: View) -> Table:
    wide = view.width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), width=view.width, header_style="bold")
    table.add_column(view.word(say("target")), ratio=3, overflow="fold")
    table.add_column(view.word(say("bound")), ratio=2, overflow="fold")
    table.add_column(view.word(say("deadline")), no_wrap=True)
    table.add_column(view.word(say("figure")), justify="right", overflow="fold", max_width=14)
    if wide:
        table.add_column(view.word(say("as of")), no_wrap=True)
    table.add_column(view.word(say("status")), no_wrap=True)
    table.add_column(view.word(say("gap")), justify="right", no_wrap=True)
    if wide:
        table.add_column(view.word(say("lead units")), ratio=2, overflow="fold")
    section = None
    for verdict in locality.verdicts:
        if verdict.target.group != section:
            section = verdict.target.group
            if section:
                table.add_row(Text(shown(section), style="bold cyan"))
        table.add_row(*_row(locality, verdict, view, wide))
    return table


def _row(locality: LocalityResult, verdict: Verdict, view: View, wide: bool) -> Iterator[Text]:
    color = LAMP_COLORS[verdict.lamp]
    yield Text(shown(verdict.target.name))
    yield Text(shown(bound_with_unit(verdict, view)))
    yield Text(deadline_text(verdict))
    yield Text(shown(figure_text(verdict, view)))
    if wide:
        yield Text(figure_day(verdict))
    yield Text(status_word(verdict.status, view), style=color)
    yield Text(gap_text(verdict), style=color)
    if wide:
        yield Text(lead_text(locality, verdict, view))


def _finding(finding: Finding, view: View) -> Iterator[RenderableType]:
    if finding.severity is Severity.INFO and not view.verbose:
        return
    yield _head(finding, view)
    yield Padding(Text(view.word(finding.message)), (0, 0, 0, 4), expand=False)
    if finding.hint is not None:
        yield Padding(Text(f"→ {view.word(finding.hint)}", style="dim"), (0, 0, 0, 4), expand=False)


def _head(finding: Finding, view: View) -> Text:
    word = view.word(SEVERITY_WORDS[finding.severity])
    head = Text(f"{place_text(finding)} ").append(word, style=SEVERITY_COLORS[finding.severity])
    if finding.waived:
        head.append(f" ({view.word(WAIVED)})")
    return head.append(f"  {explaining(finding.rule)}", style="dim")
