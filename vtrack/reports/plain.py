"""``plain``: the same as a table without colour or wrapping, for logs, mail and text files. Drawn by tabulate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabulate import tabulate

from vtrack.findings import Finding, Severity
from vtrack.messages import say
from vtrack.reports.material import Material
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

COLUMNS = (
    say("target"),
    say("bound"),
    say("deadline"),
    say("figure"),
    say("as of"),
    say("status"),
    say("gap"),
    say("lead units"),
)


def section(locality: LocalityResult, view: View) -> str:
    """A locality's table; columns line up where a Chinese character is two columns wide."""
    if not locality.verdicts:
        return ""
    heading = shown(f"{locality_name(locality)}  {locality.plan_file}")
    return f"{heading}\n{table(locality, view, 'simple')}\n\n"


def entries(findings: Sequence[Finding], view: View) -> list[str]:
    """A line a finding; those for information only where they are asked for."""
    return [
        finding_line(one, view) + "\n" if view.verbose or one.severity is not Severity.INFO else "" for one in findings
    ]


def document(material: Material, view: View) -> Iterator[str]:
    """The report as lines of text."""
    yield from material.sections
    yield from material.entries
    yield "\n".join(["", *summary_lines(material.as_of, material.summary, view)]) + "\n"


def table(locality: LocalityResult, view: View, style: str) -> str:
    """A locality's verdicts as one of tabulate's text tables. Numbers are left as they are written."""
    rows = [row(locality, verdict, view) for verdict in locality.verdicts]
    headers = [view.word(column) for column in COLUMNS]
    aligned = ("left", "left", "left", "right", "left", "left", "right", "left")
    return tabulate(rows, headers, tablefmt=style, disable_numparse=True, colalign=aligned)


def row(locality: LocalityResult, verdict: Verdict, view: View) -> list[str]:
    """The cells of one target."""
    cells = [
        verdict.target.name,
        bound_with_unit(verdict, view),
        deadline_text(verdict),
        figure_text(verdict, view),
        figure_day(verdict),
        status_word(verdict.status, view),
        gap_text(verdict),
        lead_text(locality, verdict, view),
    ]
    return [shown(cell) for cell in cells]


def finding_line(finding: Finding, view: View) -> str:
    """``file:line:column: severity: sentence → hint [the command that explains the rule]`` in one line."""
    place = place_text(finding)
    severity = view.word(SEVERITY_WORDS[finding.severity])
    waived = f" ({view.word(WAIVED)})" if finding.waived else ""
    hint = f" → {view.word(finding.hint)}" if finding.hint else ""
    return f"{place}: {severity}{waived}: {view.word(finding.message)}{hint} [{explaining(finding.rule)}]"
