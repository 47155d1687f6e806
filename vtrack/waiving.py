"""Waivers applied to findings: which are set aside, and by which entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from vtrack.findings import Finding
from vtrack.messages import Message, say
from vtrack.model.waiver import Waiver

NEVER_WAIVED = ("text", "schema", "history", "waiver")
"""Families that no waiver can hide: faulty files, quiet changes, and the waivers' own."""


def waive(
    findings: Iterable[Finding], waivers: Sequence[Waiver], day: date
) -> tuple[tuple[Finding, ...], frozenset[Waiver]]:
    """The findings, those set aside marked as such, and the waivers that set any aside.

    A waiver holds through its last day.
    """
    used: set[Waiver] = set()
    marked: list[Finding] = []
    for finding in findings:
        by = [waiver for waiver in waivers if waiver.expires >= day and _covers(waiver, finding)]
        used.update(by)
        marked.append(replace(finding, waived=True, grounds=_grounds(by[0])) if by else finding)
    return tuple(marked), frozenset(used)


def _grounds(waiver: Waiver) -> Message:
    return say(
        "{reason} (approved by {approver}, through {day})",
        reason=waiver.reason,
        approver=waiver.approved_by,
        day=waiver.expires,
    )


def _covers(waiver: Waiver, finding: Finding) -> bool:
    family = finding.rule.partition("/")[0]
    return family not in NEVER_WAIVED and waiver.covers(finding.rule, finding.target)
