"""What the progress files say to what was filled in: refused, remarked on, or the same as before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.recording.draft import Draft
from vtrack.workbooks.faults import Fault, Remark
from vtrack.workbooks.intake.taking import LocalityTaken, of_day
from vtrack.workbooks.layout import Column
from vtrack.workbooks.outcome import Change

_OF_OTHER_YEARS = "figure/missing-year"
"""A rule that says nothing of a figure itself: no row of the workbook can mend it."""


def refusals(taken: LocalityTaken, draft: Draft) -> Iterator[Fault]:
    """What the progress files refuse of a locality's entries, at the cells that it was filled into."""
    cells = {of_day(one.entry): one.line for one in taken.filled if one.entry is not None}
    for refusal in draft.refusals:
        line = cells[of_day(refusal.entry)]
        yield Fault(line.at(Column.VALUE), refusal.message, refusal.hint)


def cautions(taken: LocalityTaken, draft: Draft) -> Iterator[Remark]:
    """What the rules newly remark on figures that they do not refuse, such as 0.98 where 98 may be meant."""
    entered = [(one.entry, one.line) for one in taken.filled if one.entry is not None]
    lines = {entry.target: line for entry, line in entered if entry.section == "figures"}
    known = {(finding.rule, finding.target, finding.message) for finding in draft.before.result.findings}
    for finding in draft.after.result.findings:
        is_new = (finding.rule, finding.target, finding.message) not in known
        of_figure = finding.rule.startswith("figure/") and finding.rule != _OF_OTHER_YEARS
        if is_new and of_figure and finding.severity is not Severity.INFO:
            line = lines.get(finding.target or "")
            if line is not None:
                said = say("{rule}: {message}", rule=finding.rule, message=finding.message)
                yield Remark(line.at(Column.VALUE), said)


def counts(taken: LocalityTaken, draft: Draft) -> Mapping[Change, int]:
    """How many rows of a locality there are of each kind, without those that are refused."""
    refused = {of_day(refusal.entry) for refusal in draft.refusals}
    same = {of_day(entry) for entry in draft.unchanged}
    counted = Counter(taken.counts)
    for one in taken.filled:
        if one.entry is not None and of_day(one.entry) in refused | same:
            counted[one.change] -= 1
            counted[Change.UNCHANGED] += of_day(one.entry) in same
    return counted
