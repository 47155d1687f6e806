"""``table``: for a person at a terminal. One status table a locality, findings below, a summary at the end.

Drawn for the width of the terminal; Chinese characters count two columns. Colour is the lamp's, and every
status has a symbol and a word besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from vtrack.findings import Finding, Severity
from vtrack.messages import say
from vtrack.reports.grid import Cell, Column, drawn_grid, styled, wrapped
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
_SET_IN = "    "
SEVERITY_COLORS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def section(locality: LocalityResult, view: View) -> str:
    """The table of a locality, with escape sequences for colour where the view allows them."""
    return drawn([_heading(locality, view)], view) + _table(locality, view) if locality.verdicts else ""


def entries(findings: Sequence[Finding], view: View) -> list[str]:
    """Each finding: its place, severity and the command that explains its rule; its sentence; what to do."""
    heads = drawn_apart(([_head(finding, view)] for finding in findings), view)
    return [
        "".join([head, *_sentences(finding, view)]) if view.verbose or finding.severity is not Severity.INFO else ""
        for finding, head in zip(findings, heads, strict=True)
    ]


def document(material: Material, view: View) -> Iterator[str]:
    """Tables, findings and the counts, one below the other."""
    yield from material.sections
    yield from material.entries
    yield drawn(map(Text, ["", *summary_lines(material.as_of, material.summary, view)]), view)


def _heading(locality: LocalityResult, view: View) -> Text:
    name = Text(shown(locality_name(locality)), style="bold")
    count = view.word(say("{count} targets", count=locality.targets))
    return name.append(f"  {shown(locality.plan_file)}  {count}", style="not bold dim")


def _table(locality: LocalityResult, view: View) -> str:
    wide = view.width >= WIDE
    columns = [
        Column(view.word(say("target")), share=3),
        Column(view.word(say("bound")), share=2),
        Column(view.word(say("deadline"))),
        Column(view.word(say("figure")), right=True, most=14),
        *([Column(view.word(say("as of")))] if wide else []),
        Column(view.word(say("status"))),
        Column(view.word(say("gap")), right=True),
        *([Column(view.word(say("lead units")), share=2)] if wide else []),
    ]
    return drawn_grid(columns, _rows(locality, view, wide), view.width, color=view.color)


def _rows(locality: LocalityResult, view: View, wide: bool) -> Iterator[list[Cell]]:
    """A row a target, and one a section of the document above its targets."""
    section = None
    for verdict in locality.verdicts:
        if verdict.target.group != section:
            section = verdict.target.group
            if section:
                yield [Cell(shown(section), "bold cyan")]
        yield list(_row(locality, verdict, view, wide))


def _row(locality: LocalityResult, verdict: Verdict, view: View, wide: bool) -> Iterator[Cell]:
    color = LAMP_COLORS[verdict.lamp]
    yield Cell(shown(verdict.target.name))
    yield Cell(shown(bound_with_unit(verdict, view)))
    yield Cell(deadline_text(verdict))
    yield Cell(shown(figure_text(verdict, view)))
    if wide:
        yield Cell(figure_day(verdict))
    yield Cell(status_word(verdict.status, view), color)
    yield Cell(gap_text(verdict), color)
    if wide:
        yield Cell(lead_text(locality, verdict, view))


def _sentences(finding: Finding, view: View) -> Iterator[str]:
    """What is wrong and what to do about it, set in."""
    for line in wrapped(view.word(finding.message), view.width - len(_SET_IN)):
        yield f"{_SET_IN}{line}\n"
    if finding.hint is not None:
        for line in wrapped(f"→ {view.word(finding.hint)}", view.width - len(_SET_IN)):
            yield f"{_SET_IN}{styled(line, 'dim', color=view.color)}\n"


def _head(finding: Finding, view: View) -> Text:
    word = view.word(SEVERITY_WORDS[finding.severity])
    head = Text(f"{place_text(finding)} ").append(word, style=SEVERITY_COLORS[finding.severity])
    if finding.waived:
        head.append(f" ({view.word(WAIVED)})")
    return head.append(f"  {explaining(finding.rule)}", style="dim")
