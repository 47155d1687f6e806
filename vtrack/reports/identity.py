"""A finding's identity across runs: the same mistake keeps it when lines are inserted above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from vtrack.findings import Finding


def identified(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a fingerprint, unique among them.

    Made from the rule, the file, the target and the sentence's English text, not from the line; of several that are
    alike in all of these, the first in the file is the first.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        key = "\0".join(
            (finding.rule, finding.file, finding.locality or "", finding.target or "", finding.message.text)
        )
        seen[key] += 1
        yield finding, sha256(f"{key}\0{seen[key]}".encode()).hexdigest()[:32]
