"""``gitlab``: a Code Quality report, an array of issues with stable fingerprints."""

from __future__ import annotations

from vtrack.findings import Finding, Severity
from vtrack.reports.identity import identified
from vtrack.reports.json import as_json
from vtrack.reports.words import View, grounds_text, sentence
from vtrack.result import Result

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(result: Result, view: View) -> str:
    """The findings as GitLab's merge requests read them; waived ones stay in it, marked, as information."""
    return as_json([_issue(finding, fingerprint, view) for finding, fingerprint in identified(result.findings)])


def _issue(finding: Finding, fingerprint: str, view: View) -> dict[str, object]:
    words = sentence(finding, view)
    return {
        "description": f"{words} [{grounds_text(finding, view)}]" if finding.waived else words,
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": "info" if finding.waived else _SEVERITIES[finding.severity],
        "location": {
            "path": finding.file,
            "lines": {"begin": finding.span.line, "end": finding.span.end_line},
        },
    }
