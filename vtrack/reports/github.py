"""``github``: annotations as GitHub's runner reads them from the log, gravest first, and a line of counts.

The runner shows ten annotations of a kind a step, so errors come before warnings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vtrack.findings import Finding, Severity
from vtrack.reports.material import Material
from vtrack.reports.words import View, sentence, shown, summary_lines
from vtrack.result import LocalityResult

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def section(_locality: LocalityResult, _: View) -> str:
    """Nothing of verdicts."""
    return ""


def entries(findings: Sequence[Finding], view: View) -> list[str]:
    """One workflow command a finding that is not waived; those for information only where they are asked for."""
    return [
        _annotation(one, view) + "\n" if not one.waived and (view.verbose or one.severity is not Severity.INFO) else ""
        for one in findings
    ]


def document(material: Material, view: View) -> Iterator[str]:
    """The annotations, gravest first, and the counts."""
    for severity in Severity:
        command = f"::{_COMMANDS[severity]} "
        yield from (entry for entry in material.entries if entry.startswith(command))
    yield "".join(_inert(line) + "\n" for line in summary_lines(material.as_of, material.summary, view))


def _annotation(finding: Finding, view: View) -> str:
    span = finding.span
    properties = {
        "file": shown(finding.file),
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": finding.rule,
    }
    if span.end_line != span.line:  # the runner takes columns only of one line
        del properties["col"], properties["endColumn"]
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(sentence(finding, view))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _inert(line: str) -> str:
    """A line of the log that is no command, neither of the form ``::`` nor of the older ``##[``."""
    return line.replace("::", ": :").replace("##[", "## [")
