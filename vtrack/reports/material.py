"""What every report is written from, so that it can be written of any number of localities.

Each locality contributes its own piece of a report and the words of its findings, both rendered where the locality
is checked; only these are kept, and a report joins them. So a contribution can come out of another process or out of
the cache, and memory does not grow with what was checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from vtrack.findings import Finding
from vtrack.model.plan import Locality
from vtrack.reports.words import View
from vtrack.result import LocalityResult, Summary

Order = tuple[bytes, int, int, str, str]
"""The place of a finding among all: :attr:`vtrack.findings.Finding.order`, the file by :func:`to_bytes`."""


def to_bytes(text: str) -> bytes:
    """A text as UTF-8, with what a file's name may hold that is none."""
    return text.encode("utf-8", "surrogatepass")


def to_text(data: bytes) -> str:
    """The text of such bytes."""
    return data.decode("utf-8", "surrogatepass")


class Material(Struct, frozen=True):
    """What a report joins, as of a day.

    sections: what each locality contributes, in their order. entries: what each finding does, file by file and from
    top to bottom. Both may be gone through more than once; an empty text stands for nothing to say.
    """

    as_of: date
    summary: Summary
    sections: Iterable[str]
    entries: Iterable[str]


class Format(Protocol):
    """An output format: a module of this package."""

    def section(self, locality: LocalityResult, view: View) -> str:
        """What a locality contributes to the report."""

    def entries(self, findings: Sequence[Finding], view: View) -> list[str]:
        """What each of a locality's findings contributes to it."""

    def document(self, material: Material, view: View) -> Iterator[str]:
        """The report, piece by piece."""


class Contribution(Struct, frozen=True):
    """What one locality contributes to all reports that are asked for. Its texts are bytes, by :func:`to_bytes`.

    sections: one a report. entries: of each finding its place among all, and one text a report.
    locality: as what an earlier commit may have known it; ``None`` where the plan cannot be relied on.
    failure: where something unexpected happened, as the report would call the plan, and an account of it.
    """

    summary: Summary
    sections: tuple[bytes, ...]
    entries: tuple[tuple[Order, tuple[bytes, ...]], ...] = ()
    locality: Locality | None = None
    failure: tuple[bytes, bytes] | None = None


def contribute(
    result: LocalityResult, reports: Sequence[tuple[Format, View]], failure: tuple[str, str] | None = None
) -> Contribution:
    """What a locality contributes to reports, each a format and how its reader wants it."""
    texts = [map(to_bytes, report.entries(result.findings, view)) for report, view in reports]
    return Contribution(
        result.summary,
        tuple(to_bytes(report.section(result, view)) for report, view in reports),
        tuple([(_order(finding), tuple(map(next, texts))) for finding in result.findings]),
        result.plan.locality if result.plan else None,
        failure and (to_bytes(failure[0]), to_bytes(failure[1])),
    )


def _order(finding: Finding) -> Order:
    file, line, column, rule, text = finding.order
    return to_bytes(file), line, column, rule, text
