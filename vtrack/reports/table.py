"""``table``: for a person at a terminal. One status table a locality, findings below, a summary at the end.

Drawn for the width of the terminal; Chinese characters count two columns. Colour is the lamp's, and every
status has a symbol and a word besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vtrack.findings import Finding, Severity
from vtrack.messages import say
from vtrack.reports.grid import Cell, Column, drawn_grid, styled, styled_lines, wrapped
from vtrack.reports.material import Material
from vtrack.reports.screen import LAMP_COLORS
from vtrack.reports.verdict_texts import (
    bound_with_unit,
    deadline_text,
    figure_day,
    figure_text,
    gap_text,
    lead_text,
    locality_name,
)
from vtrack.reports.words import SEVERITY_WORDS, WAIVED, View, explaining, place_text, shown, status_word, summary_lines
from vtrack.result import LocalityResult
from vtrack.verdicts.verdict import Verdict

WIDE = 110
"""From this width on a table also tells the figure's day and the lead units."""
_SET_IN = "    "
SEVERITY_COLORS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def section(locality: LocalityResult, view: View) -> str:
    """The table of a locality, with escape sequences for colour where the view allows them."""
    return _heading(locality, view) + _table(locality, view) if locality.verdicts else ""


def entries(findings: Sequence[Finding], view: View) -> list[str]:
    """Each finding: its place, severity and the command that explains its rule; its sentence; what to do."""
    return ["".join(_entry(finding, view)) for finding in findings]


def document(material: Material, view: View) -> Iterator[str]:
    """Tables, findings and the counts, one below the other."""
    yield from material.sections
    yield from material.entries
    for line in ["", *summary_lines(material.as_of, material.summary, view)]:
        yield styled_lines([Cell(line)], view.width, color=view.color)


def _heading(locality: LocalityResult, view: View) -> str:
    name = Cell(shown(locality_name(locality)), "bold")
    count = view.word(say("{count} targets", count=locality.targets))
    rest = Cell(f"  {shown(locality.plan_file)}  {count}", "dim")
    return styled_lines([name, rest], view.width, color=view.color)


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


def _entry(finding: Finding, view: View) -> Iterator[str]:
    """The lines of a finding: its head, then what is wrong and what to do about it, set in."""
    if finding.severity is Severity.INFO and not view.verbose:
        return
    yield _head(finding, view)
    for line in wrapped(view.word(finding.message), view.width - len(_SET_IN)):
        yield f"{_SET_IN}{line}\n"
    if finding.hint is not None:
        for line in wrapped(f"→ {view.word(finding.hint)}", view.width - len(_SET_IN)):
            yield f"{_SET_IN}{styled(line, 'dim', color=view.color)}\n"


def _head(finding: Finding, view: View) -> str:
    place = Cell(f"{place_text(finding)} ")
    word = Cell(view.word(SEVERITY_WORDS[finding.severity]), SEVERITY_COLORS[finding.severity])
    waived = Cell(f" ({view.word(WAIVED)})" if finding.waived else "")
    rule = Cell(f"  {explaining(finding.rule)}", "dim")
    return styled_lines([place, word, waived, rule], view.width, color=view.color)
