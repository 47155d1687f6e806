"""``markdown``: tables and a list of findings for a comment, an issue or a document. Drawn by tabulate."""

from __future__ import annotations

import re

from tabulate import tabulate

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.reports.plain import COLUMNS, row
from vtrack.reports.words import SEVERITY_WORDS, WAIVED, View, locality_name, place_text, shown, summary_lines
from vtrack.result import LocalityResult, Result

_BLANKS = re.compile(r"[ \t\r\n]+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&!])")

FINDINGS = say("Findings")
CUT_OFF = say("… cut off here; the log has the rest")


def render(result: Result, view: View) -> str:
    """The report as GitHub's markdown. Texts from files are escaped, so that none of them is taken for markup."""
    parts: list[str] = []
    for locality in result.localities:
        if locality.verdicts:
            parts += [f"## {escape(shown(locality_name(locality)))}", _table(locality, view)]
    listed = [one for one in result.findings if view.verbose or one.severity is not Severity.INFO]
    if listed:
        rows = [
            [
                place_text(one),
                view.word(SEVERITY_WORDS[one.severity]) + (f" ({view.word(WAIVED)})" if one.waived else ""),
                one.rule,
                view.word(one.message) + (f" → {view.word(one.hint)}" if one.hint else ""),
            ]
            for one in listed
        ]
        headers = [view.word(column) for column in (say("place"), say("severity"), say("rule"), say("finding"))]
        parts += [f"## {view.word(FINDINGS)}", _markdown(headers, rows)]
    parts += ["  \n".join(escape(line) for line in summary_lines(result, view))]
    return "\n\n".join(parts) + "\n"


SUMMARY_LIMIT = 1_000_000
"""A little less than the bytes that a step's summary may have."""


def summary(result: Result, view: View, room: int = SUMMARY_LIMIT) -> str:
    """The report for a step's summary, cut off at a line's end where the runner would refuse it.

    ``room``: how many bytes are left.
    """
    data = render(result, view).encode()
    if len(data) <= room:
        return data.decode()
    end = f"\n\n{view.word(CUT_OFF)}\n"
    cut = data[: max(room - len(end.encode()), 0)].decode(errors="ignore")
    return cut[: max(cut.rfind("\n"), 0)] + end


def _table(locality: LocalityResult, view: View) -> str:
    headers = [view.word(column) for column in COLUMNS]
    return _markdown(headers, [row(locality, verdict, view) for verdict in locality.verdicts])


def _markdown(headers: list[str], rows: list[list[str]]) -> str:
    cells = [[escape(cell) for cell in cells] for cells in rows]
    return tabulate(cells, headers, tablefmt="github", disable_numparse=True)


def escape(text: str) -> str:
    """A text as one line of markdown that reads as it was written."""
    return _SPECIAL.sub(r"\\\1", _BLANKS.sub(" ", text.strip()))
