"""What the rules object to in figures that were entered: the errors that were not there without them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vtrack.checking import Examined
from vtrack.discovery import PROGRESS_FOLDER
from vtrack.findings import Finding, Severity
from vtrack.recording.entry import Entry, Refusal

_DECISIVE = ("text", "schema", "figure")
"""The families of rules whose new errors refuse an entry. A missed target is no reason to keep its figure out."""


def objections(entered: Sequence[Entry], before: Examined, after: Examined) -> list[Refusal]:
    """A refusal of each entry that a new error comes from, in the words of the first rule that finds one."""
    known = Counter(map(_identity, _errors(before)))
    refusals: dict[int, Refusal] = {}
    for finding in _errors(after):
        identity = _identity(finding)
        known[identity] -= 1
        if known[identity] < 0:
            for entry in _blamed(finding, entered, after):
                refusals.setdefault(id(entry), Refusal(entry, finding.message, finding.hint))
    return list(refusals.values())


def _blamed(finding: Finding, entered: Sequence[Entry], after: Examined) -> Sequence[Entry]:
    """The entries that an error comes from, as closely as can be told: of its figure, target, file, or any."""
    in_file = [entry for entry in entered if after.held[_file(entry)].path == finding.file]
    of_target = [entry for entry in entered if finding.target and finding.target == _target(entry)]
    both = [entry for entry in in_file if entry in of_target]
    of_figure = [entry for entry in in_file if finding.target == _target(entry) and _is_at(finding, entry, after)]
    return of_figure or both or of_target or in_file or entered


def _target(entry: Entry) -> str | None:
    """The target that a finding on an entry names; one on a reference series names none."""
    return entry.target if entry.section == "figures" else None


def _is_at(finding: Finding, entry: Entry, after: Examined) -> bool:
    """Whether a finding points into the lines in which an entry stands now."""
    if after.dossier is None:
        return False
    record, file = after.dossier.record, after.held[_file(entry)]
    figures = (record.figures if entry.section == "figures" else record.references).get(entry.target, ())
    spans = [file.span(one.place) for one in figures if one.place.file == _file(entry) and one.day == entry.day]
    return any(span.line <= finding.span.line <= span.end_line for span in spans)


def _file(entry: Entry) -> str:
    return f"{PROGRESS_FOLDER}/{entry.year:04d}.yaml"


def _errors(examined: Examined) -> list[Finding]:
    return [
        finding
        for finding in examined.result.findings
        if finding.severity is Severity.ERROR and not finding.waived and finding.rule.partition("/")[0] in _DECISIVE
    ]


def _identity(finding: Finding) -> tuple[str, str, str | None, str]:
    """What a finding says, wherever it stands by now."""
    return (finding.rule, finding.file, finding.target, finding.message.render(str))
