"""A finding's identity across runs: the same mistake keeps it when lines are inserted above it or a figure moves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from vtrack.findings import Finding

_NUMBER = re.compile(r"[0-9]+([.-][0-9]+)*")


def identified(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a fingerprint, unique among them.

    Made from the rule, the file, the target and the English sentence without its numbers (figures, dates, lines), not
    from the place; of several that are alike in all of these, the first in the file is the first.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        sentence = _NUMBER.sub("#", finding.message.render(str))
        key = "\0".join((finding.rule, finding.file, finding.locality or "", finding.target or "", sentence))
        seen[key] += 1
        # A file's name may hold bytes that are no UTF-8, which Python keeps as surrogates.
        yield finding, sha256(f"{key}\0{seen[key]}".encode(errors="surrogatepass")).hexdigest()[:32]
