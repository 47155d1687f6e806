"""``sarif``: SARIF 2.1.0, with the rules' documentation and fingerprints that survive an inserted line."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from vtrack import __version__
from vtrack.findings import Finding, Severity
from vtrack.messages import say
from vtrack.reports.identity import identified
from vtrack.reports.words import View
from vtrack.result import Result

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(result: Result, view: View) -> str:
    """The findings as a SARIF log of one run. Waived ones are results with a suppression."""
    findings = list(identified(result.findings))
    rules = list(dict.fromkeys(finding.rule for finding, _ in findings))
    places = {rule: place for place, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "vtrack",
                "semanticVersion": __version__,
                "rules": [{"id": rule, "name": _name(rule)} for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, mark, places[finding.rule], view) for finding, mark in findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(finding: Finding, fingerprint: str, rule: int, view: View) -> dict[str, Any]:
    span = finding.span
    words = view.word(finding.message) + (f" → {view.word(finding.hint)}" if finding.hint else "")
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": words},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(finding.file, safe="/")},
                    "region": {
                        "startLine": span.line,
                        "startColumn": span.column,
                        "endLine": span.end_line,
                        "endColumn": span.end_column,
                    },
                }
            }
        ],
        "partialFingerprints": {"vtrack/v1": fingerprint},
    }
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "justification": view.word(say("waived"))}]
    return result


def _name(rule: str) -> str:
    """A rule's name in the way that SARIF's viewers write names: ``TargetNoData``."""
    return "".join(word.capitalize() for word in rule.replace("/", "-").split("-"))
