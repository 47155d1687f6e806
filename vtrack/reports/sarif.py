"""``sarif``: SARIF 2.1.0, with the rules' documentation and fingerprints that survive an inserted line.

Addresses of files are relative to the folder of the call, which is the repository's top in a pipeline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from vtrack import __version__
from vtrack.findings import Finding, Severity
from vtrack.messages import say
from vtrack.reports.identity import identified
from vtrack.reports.json import array, as_json, indented
from vtrack.reports.material import Material
from vtrack.reports.words import Explanation, View, grounds_text
from vtrack.result import LocalityResult

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_RESULTS = 3
"""How deep the array of results lies in a log."""
_DRIVE = re.compile(r"[A-Za-z]:/")


def section(_locality: LocalityResult, _: View) -> str:
    """Nothing of verdicts."""
    return ""


def entries(findings: Sequence[Finding], view: View) -> list[str]:
    """Each finding as a result. Waived ones have a suppression."""
    return [json.dumps(_result(finding, mark, view)) for finding, mark in identified(findings)]


def document(material: Material, view: View) -> Iterator[str]:
    """A SARIF log of one run."""
    rules = list(dict.fromkeys(json.loads(entry)["ruleId"] for entry in material.entries))
    places = {rule: place for place, rule in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "vtrack",
                "semanticVersion": __version__,
                "rules": [_rule(rule, view.explain(rule), view) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [],
    }
    log = as_json({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})
    head, _, tail = log.rpartition("[]")
    yield head
    yield from array((_indexed(entry, places) for entry in material.entries), _RESULTS)
    yield tail


def _indexed(entry: str, places: Mapping[str, int]) -> str:
    """A result with the place of its rule among the run's, which is known when all of them are."""
    result = json.loads(entry)
    result["ruleIndex"] = places[result["ruleId"]]
    return indented(as_json(result), _RESULTS + 1)


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


def _result(finding: Finding, fingerprint: str, view: View) -> dict[str, Any]:
    span = finding.span
    words = view.word(finding.message) + (f" → {view.word(finding.hint)}" if finding.hint else "")
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": 0,
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
