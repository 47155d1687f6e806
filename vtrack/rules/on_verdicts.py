"""What the rules of this family share: a remark about each verdict of one status."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vtrack.findings import Severity
from vtrack.messages import Message
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.verdict import Status, Verdict


def remarks(
    case: Dossier, status: Status, message: Callable[[Verdict], Message], hint: Callable[[Verdict], Message]
) -> Iterator[Remark]:
    """One remark a verdict of ``status``, at the target."""
    for verdict in case.verdicts:
        if verdict.status is status:
            yield Remark(verdict.target.place(), message(verdict), hint(verdict), verdict.target.id)


def failed(
    case: Dossier, status: Status, message: Callable[[Verdict], Message], hint: Callable[[Verdict], Message]
) -> Iterator[Remark]:
    """The same for a verdict that fails: an error where the target is binding, a warning where it is indicative."""
    for verdict in case.verdicts:
        if verdict.status is status:
            target = verdict.target
            severity = Severity.ERROR if target.binding else Severity.WARNING
            yield Remark(target.place(), message(verdict), hint(verdict), target.id, severity)
