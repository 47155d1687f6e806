"""A contribution as bytes and back, exactly: how it comes out of another process or of the cache.

A line of JSON, because reading it can do nothing but make data, and behind it all texts, whose sizes it tells.
"""

from __future__ import annotations

import json

from vtrack.model.plan import Locality
from vtrack.reports.material import Contribution, to_bytes, to_text
from vtrack.result import Summary
from vtrack.verdicts.verdict import Status


def encode(one: Contribution) -> bytes:
    """A contribution as bytes."""
    total, locality = one.summary, one.locality
    counts = [
        *(total.localities, total.targets, total.files, total.errors, total.warnings, total.infos, total.waived),
        *(total.unread, total.unjudged),
    ]
    status = {word.value: count for word, count in total.status.items()}
    sections = list(map(len, one.sections))
    entries = [[order, list(map(len, texts))] for order, texts in one.entries]
    traits = locality and [locality.id, locality.name, locality.level, locality.code, locality.parent]
    head = json.dumps([counts, status, sections, entries, traits, one.failure], ensure_ascii=False)
    return b"".join((to_bytes(head), b"\n", *one.sections, *(text for _, texts in one.entries for text in texts)))


def decode(data: bytes) -> Contribution:
    """The contribution that bytes encode.

    Raises:
        ValueError, TypeError, KeyError: they encode none.
    """
    head, _, body = data.partition(b"\n")
    counts, status, sections, entries, traits, failure = json.loads(to_text(head))
    localities, targets, files, errors, warnings, infos, waived, unread, unjudged = counts
    words = {Status(word): count for word, count in status.items()}
    end = 0

    def text(size: int) -> bytes:
        nonlocal end
        end += size
        return body[end - size : end]

    return Contribution(
        Summary(localities, targets, files, words, errors, warnings, infos, waived, unread, unjudged),
        tuple(map(text, sections)),
        tuple((tuple(order), tuple(map(text, sizes))) for order, sizes in entries),
        traits and Locality(*traits),
        failure and (failure[0], failure[1]),
    )
