"""``gitlab``: a Code Quality report, an array of issues with stable fingerprints."""

from __future__ import annotations

import json

from vtrack.findings import Finding, Severity
from vtrack.messages import say
from vtrack.reports.identity import identified
from vtrack.reports.words import View
from vtrack.result import Result

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(result: Result, view: View) -> str:
    """The findings as GitLab's merge requests read them; waived ones stay in it, marked, as information."""
    issues = [_issue(finding, fingerprint, view) for finding, fingerprint in identified(result.findings)]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, fingerprint: str, view: View) -> dict[str, object]:
    words = view.word(finding.message) + (f" → {view.word(finding.hint)}" if finding.hint else "")
    return {
        "description": f"({view.word(say('waived'))}) {words}" if finding.waived else words,
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": "info" if finding.waived else _SEVERITIES[finding.severity],
        "location": {
            "path": finding.file,
            "lines": {"begin": finding.span.line, "end": finding.span.end_line},
        },
    }
