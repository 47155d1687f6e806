"""Rules applied to what they look at: remarks become findings, with the rule's name and a place in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from vtrack.cases import Dossier, FileCase, Since, WaiverCase
from vtrack.findings import Finding
from vtrack.model.plan import Place
from vtrack.rules.rule import Remark, Rule
from vtrack.text.flaws import Span

Locate = Callable[[Place], Span]


def file_findings(
    rules: Iterable[Rule], case: FileCase, path: str, locate: Locate, locality: str | None
) -> Iterator[Finding]:
    """The findings in one file. ``path`` is how the file is called in the report."""
    if not case.flaws and not case.errors:  # these are all that a rule of files can speak of
        return
    for rule in rules:
        for remark in rule.check(case):
            at = remark.at
            target = remark.target or (_target_of(at) if isinstance(at, Place) else None)
            span = locate(at) if isinstance(at, Place) else at
            yield _finding(rule, remark, path, span, locality, target)


def locality_findings(
    rules: Iterable[Rule],
    case: Dossier | Since | WaiverCase,
    locality: str,
    paths: Mapping[str, str],
    locate: Locate,
) -> Iterator[Finding]:
    """The findings in one locality, of rules that look at its dossier, its past or its waivers.

    ``paths``: by a file's name within the locality, what to call it in the report.
    """
    for rule in rules:
        for remark in rule.check(case):
            at = remark.at
            if isinstance(at, Place):
                yield _finding(rule, remark, paths[at.file], locate(at), locality, remark.target)


def _finding(rule: Rule, remark: Remark, path: str, span: Span, locality: str | None, target: str | None) -> Finding:
    severity = remark.severity or rule.severity
    return Finding(rule.name, severity, remark.message, remark.hint, path, span, locality, target)


def _target_of(place: Place) -> str | None:
    """The target that a place in a file belongs to, by the way that leads there."""
    path = place.path
    if len(path) > 1 and path[0] in ("targets", "figures") and isinstance(path[1], str):
        return path[1]
    return None
