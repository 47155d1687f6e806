"""The topics there are, and the text of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vtrack.model.forms import FORM_WORDS
from vtrack.prose import Bilingual, bilingual
from vtrack.verdicts.verdict import Status

TOPICS: dict[str, tuple[str, ...]] = {
    "statuses": tuple(status.value for status in Status),
    "forms": FORM_WORDS,
    "scales": ("lamp", "severity"),
}
"""By kind, in the order of the documentation. A topic's text is ``<kind>/<name>.txt`` beside this module."""


def explanation(kind: str, name: str) -> Bilingual:
    """The text of a topic."""
    file = Path(__file__).parent / kind / f"{name}.txt"
    return bilingual(file.read_text(encoding="utf-8"), name)


def topics() -> Iterator[tuple[str, str]]:
    """The kind and the name of every topic."""
    return ((kind, name) for kind, names in TOPICS.items() for name in names)
