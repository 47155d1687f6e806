"""``markdown``: tables and a list of findings for a comment, an issue or a document. Drawn by tabulate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tabulate import tabulate

from vtrack.findings import Finding, Severity
from vtrack.messages import say
from vtrack.reports.material import Material
from vtrack.reports.plain import COLUMNS, row
from vtrack.reports.verdict_texts import locality_name
from vtrack.reports.words import SEVERITY_WORDS, WAIVED, View, place_text, shown, summary_lines
from vtrack.result import LocalityResult

_BETWEEN = "\0"
"""What stands between the cells of a finding: no text that is shown has one."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&!])")

FINDINGS = say("Findings")
CUT_OFF = say("… cut off here; the log has the rest")


def section(locality: LocalityResult, view: View) -> str:
    """A locality's table. Texts from files are escaped, so that none of them is taken for markup."""
    if not locality.verdicts:
        return ""
    headers = [view.word(column) for column in COLUMNS]
    table = _markdown(headers, [row(locality, verdict, view) for verdict in locality.verdicts])
    return f"## {escape(shown(locality_name(locality)))}\n\n{table}\n\n"


def entries(findings: Sequence[Finding], view: View) -> list[str]:
    """The cells of each finding; those for information only where they are asked for."""
    return [
        _BETWEEN.join(_cells(one, view)) if view.verbose or one.severity is not Severity.INFO else ""
        for one in findings
    ]


def _cells(finding: Finding, view: View) -> Iterator[str]:
    yield place_text(finding)
    yield view.word(SEVERITY_WORDS[finding.severity]) + (f" ({view.word(WAIVED)})" if finding.waived else "")
    yield finding.rule
    yield view.word(finding.message) + (f" → {view.word(finding.hint)}" if finding.hint else "")


def document(material: Material, view: View) -> Iterator[str]:
    """The report as GitHub's markdown."""
    yield from material.sections
    rows = [entry.split(_BETWEEN) for entry in material.entries if entry]
    if rows:
        headers = [view.word(column) for column in (say("place"), say("severity"), say("rule"), say("finding"))]
        yield f"## {view.word(FINDINGS)}\n\n{_markdown(headers, rows)}\n\n"
    yield "  \n".join(escape(line) for line in summary_lines(material.as_of, material.summary, view)) + "\n"


SUMMARY_LIMIT = 1_000_000
"""A little less than the bytes that a step's summary may have."""


def fitting(pieces: Iterable[str], view: View, room: int = SUMMARY_LIMIT) -> str:
    """The report for a step's summary, cut off at a line's end where the runner would refuse it.

    ``room``: how many bytes are left.
    """
    data = b""
    for piece in pieces:
        data += piece.encode()
        if len(data) > room:
            break
    else:
        return data.decode()
    end = f"\n\n{view.word(CUT_OFF)}\n"
    cut = data[: max(room - len(end.encode()), 0)].decode(errors="ignore")
    return cut[: max(cut.rfind("\n"), 0)] + end


def _markdown(headers: list[str], rows: list[list[str]]) -> str:
    cells = [[escape(cell) for cell in cells] for cells in rows]
    return tabulate(cells, headers, tablefmt="github", disable_numparse=True)


def escape(text: str) -> str:
    """A text as one line of markdown that reads as it was written."""
    return _SPECIAL.sub(r"\\\1", _BLANKS.sub(" ", text.strip()))
