"""``sarif``: SARIF 2.1.0, with the rules' documentation and fingerprints that survive an inserted line.

Addresses of files are relative to the folder of the call, which is the repository's top in a pipeline.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from vtrack import __version__
from vtrack.findings import Finding, Severity
from vtrack.messages import say
from vtrack.reports.identity import identified
from vtrack.reports.json import as_json
from vtrack.reports.words import Explanation, View, grounds_text
from vtrack.result import Result

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_DRIVE = re.compile(r"[A-Za-z]:/")


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
                "rules": [_rule(rule, view.explain(rule), view) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, mark, places[finding.rule], view) for finding, mark in findings],
    }
    return as_json({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _rule(name: str, known: Explanation | None, view: View) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": name, "name": _name(name)}
    if known is not None:
        examples = [
            (view.word(word), example.rstrip("\n"))
            for word, example in ((say("Bad"), known.bad), (say("Good"), known.good))
            if example
        ]
        title, paragraphs = _without_marks(known.title), list(map(_without_marks, known.paragraphs))
        text = [*paragraphs, *(f"{word}:\n\n{one}" for word, one in examples)]
        markdown = [_as_markdown(one) for one in known.paragraphs]
        markdown += [f"{word}:\n\n```yaml\n{one}\n```" for word, one in examples]
        rule["shortDescription"] = {"text": title}
        rule["fullDescription"] = {"text": "\n\n".join((title, *paragraphs[:1]))}
        rule["help"] = {
            "text": "\n\n".join(text) or title,
            "markdown": "\n\n".join(markdown) or _as_markdown(known.title),
        }
        rule["defaultConfiguration"] = {"level": _LEVELS[known.severity]}
    return rule


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
                    "artifactLocation": {"uri": _uri(finding.file)},
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
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": grounds_text(finding, view)}
        ]
    return result


def _uri(file: str) -> str:
    """A file's name as a relative address; one that lies outside the folder of the call has to be absolute."""
    path = quote(file, safe="/", errors="surrogateescape")
    if PurePosixPath(file).is_absolute():
        return f"file://{path}"
    return f"file:///{file[:2]}{path[4:]}" if _DRIVE.match(file) else path


def _name(rule: str) -> str:
    """A rule's name in the way that SARIF's viewers write names: ``TargetNoData``."""
    return "".join(word.capitalize() for word in rule.replace("/", "-").split("-"))


def _without_marks(text: str) -> str:
    return text.replace("``", "")


def _as_markdown(text: str) -> str:
    return text.replace("``", "`")
