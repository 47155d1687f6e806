"""The result of a check, which every report is a pure function of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from vtrack.findings import Finding, Severity
from vtrack.model.plan import Plan
from vtrack.verdicts.verdict import Status, Verdict


class LocalityResult(Struct, frozen=True):
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

    @property
    def summary(self) -> Summary:
        """The counts of this locality alone."""
        counted = Counter(one.severity for one in self.findings if not one.waived)
        return Summary(
            localities=1,
            targets=self.targets,
            files=self.files,
            status=Counter(verdict.status for verdict in self.verdicts),
            errors=counted[Severity.ERROR],
            warnings=counted[Severity.WARNING],
            infos=counted[Severity.INFO],
            waived=sum(one.waived for one in self.findings),
            unread=int(self.plan is None and self.files > 0),
            unjudged=len(self.unjudged),
        )


class Summary(Struct, frozen=True):
    """Counts, which add up over localities. ``status`` leaves out the words that no verdict has.

    unread: the localities whose plan could not be relied on, so that nothing is known of their targets.
    unjudged: the targets that have no verdict because data of theirs is faulty.
    """

    localities: int = 0
    targets: int = 0
    files: int = 0
    status: Mapping[Status, int] = field(default_factory=dict)
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    waived: int = 0
    unread: int = 0
    unjudged: int = 0

    def __add__(self, other: Summary) -> Summary:
        """The counts of both; statuses in the order of FORMAT §5."""
        status = {word: self.status.get(word, 0) + other.status.get(word, 0) for word in Status}
        return Summary(
            self.localities + other.localities,
            self.targets + other.targets,
            self.files + other.files,
            {word: count for word, count in status.items() if count},
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.infos + other.infos,
            self.waived + other.waived,
            self.unread + other.unread,
            self.unjudged + other.unjudged,
        )

    def fails(self, *, strict: bool = False) -> bool:
        """Whether a finding counts: an error, or with ``strict`` a warning.

        What could not be judged is no pass either, whichever rules were selected.
        """
        return self.errors > 0 or (strict and self.warnings > 0) or self.unread > 0 or self.unjudged > 0


class Result(Struct, frozen=True):
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
        return sum((one.summary for one in self.localities), Summary())
