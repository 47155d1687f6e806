"""``gitlab``: a Code Quality report, an array of issues with stable fingerprints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vtrack.findings import Finding, Severity
from vtrack.reports.identity import identified
from vtrack.reports.json import array, as_json, indented
from vtrack.reports.material import Material
from vtrack.reports.words import View, grounds_text, sentence
from vtrack.result import LocalityResult

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def section(_locality: LocalityResult, _: View) -> str:
    """Nothing of verdicts."""
    return ""


def entries(findings: Sequence[Finding], view: View) -> list[str]:
    """The findings as GitLab's merge requests read them; waived ones stay in it, marked, as information."""
    issues = (_issue(finding, fingerprint, view) for finding, fingerprint in identified(findings))
    return [indented(as_json(issue), 1) for issue in issues]


def document(material: Material, _: View) -> Iterator[str]:
    """The array of all issues."""
    yield from array(material.entries, 0)
    yield "\n"


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
