"""The text floor's one way in: bytes to a document and everything that is wrong with its text."""

from __future__ import annotations

from msgspec import Struct

from vtrack.text.decoding import OFFICE, decode
from vtrack.text.document import Document
from vtrack.text.flaws import Flaw, Span
from vtrack.text.ordinary import read_ordinary
from vtrack.text.suspicion import is_suspect

MAX_BYTES = 4 * 1024 * 1024


class Reading(Struct, frozen=True):
    """What was read of one file.

    ``document`` is ``None`` when no data could be had at all. ``flaws`` are in the order of the text. Data is worth
    judging by only when ``sound``: a text that had to be mended to be read may mean something else.
    """

    document: Document | None
    flaws: tuple[Flaw, ...]

    @property
    def sound(self) -> bool:
        """Whether the data is what the writer wrote, and not what the reader made of it."""
        return not self.flaws


def read(data: bytes) -> Reading:
    """Read the bytes of one YAML file. Never raises, whatever the bytes are."""
    if len(data) > MAX_BYTES:
        return Reading(None, (Flaw("size", Span(1, 1, 1, 2), str(len(data)), str(MAX_BYTES)),))
    decoded = decode(data)
    if decoded.flaw is not None and decoded.flaw.instead in (None, OFFICE):
        return Reading(None, (decoded.flaw,))
    text, known = decoded.text, () if decoded.flaw is None else (decoded.flaw,)
    suspect = is_suspect(text)
    if not (suspect or known) and (document := read_ordinary(text)) is not None:
        return Reading(document, ())
    from vtrack.text.parsing import parse  # what an ordinary file does not need takes a while to load

    return Reading(*parse(text, known, suspect=suspect))
