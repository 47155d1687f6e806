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
    of_targets: dict[str | None, list[Entry]] = {}
    for entry in entered:
        of_targets.setdefault(_target(entry), []).append(entry)
    refusals: dict[int, Refusal] = {}
    for finding in _errors(after):
        identity = _identity(finding)
        known[identity] -= 1
        if known[identity] < 0:
            own = of_targets.get(finding.target, ())
            for entry in _blamed(finding, own, after) or _of_file(finding, entered, after):
                refusals.setdefault(id(entry), Refusal(entry, finding.message, finding.hint))
    return list(refusals.values())


def _blamed(finding: Finding, of_target: Sequence[Entry], after: Examined) -> Sequence[Entry]:
    """The entries of the target of an error that it comes from, as closely as can be told: of its figure, file, or any.

    An error that names no target may come from the figure of a reference series.
    """
    in_file = [entry for entry in of_target if after.held[_file(entry)].path == finding.file]
    of_figure = [entry for entry in in_file if _is_at(finding, entry, after)]
    return of_figure or ((in_file or of_target) if finding.target else ())


def _of_file(finding: Finding, entered: Sequence[Entry], after: Examined) -> Sequence[Entry]:
    """The entries of the file of an error that comes from no figure in it; all, if it comes from none."""
    return [entry for entry in entered if after.held[_file(entry)].path == finding.file] or entered


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
