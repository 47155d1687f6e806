"""The result of a check, which every report is a pure function of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vtrack.findings import Finding, Severity
from vtrack.model.plan import Plan
from vtrack.verdicts.verdict import Status, Verdict


@dataclass(frozen=True, slots=True)
class LocalityResult:
    """What was found of one locality. ``plan`` is ``None`` when its file could not be relied on.

    lines: the line of each target in the plan's file, ``plan_file``.
    unjudged: ids of targets on which no verdict could be made because data of theirs is faulty.
    """

    folder: str
    plan_file: str
    files: int
    plan: Plan | None = None
    verdicts: tuple[Verdict, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    unjudged: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def targets(self) -> int:
        """How many targets the plan states."""
        return len(self.verdicts) + len(self.unjudged)


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a result. ``status`` leaves out the words that no verdict has."""

    localities: int
    targets: int
    files: int
    status: Mapping[Status, int]
    errors: int
    warnings: int
    infos: int
    waived: int


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that a check found, as of a day."""

    as_of: date
    localities: tuple[LocalityResult, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, file by file and from top to bottom."""
        return tuple(sorted((one for each in self.localities for one in each.findings), key=lambda one: one.order))

    @property
    def summary(self) -> Summary:
        """The counts."""
        status = Counter(verdict.status for locality in self.localities for verdict in locality.verdicts)
        findings = [one for locality in self.localities for one in locality.findings]
        counted = Counter(one.severity for one in findings if not one.waived)
        return Summary(
            localities=len(self.localities),
            targets=sum(locality.targets for locality in self.localities),
            files=sum(locality.files for locality in self.localities),
            status={word: status[word] for word in Status if status[word]},
            errors=counted[Severity.ERROR],
            warnings=counted[Severity.WARNING],
            infos=counted[Severity.INFO],
            waived=sum(one.waived for one in findings),
        )

    @property
    def unread(self) -> tuple[LocalityResult, ...]:
        """The localities whose plan could not be relied on, so that nothing is known of their targets."""
        return tuple(one for one in self.localities if one.plan is None and one.files)

    @property
    def unjudged(self) -> int:
        """How many targets have no verdict because data of theirs is faulty."""
        return sum(len(one.unjudged) for one in self.localities)

    def fails(self, *, strict: bool = False) -> bool:
        """Whether a finding counts: an error, or with ``strict`` a warning.

        What could not be judged is no pass either, whichever rules were selected.
        """
        summary = self.summary
        counted = summary.errors > 0 or (strict and summary.warnings > 0)
        return counted or bool(self.unread) or self.unjudged > 0
