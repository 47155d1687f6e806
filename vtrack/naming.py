"""Which of several named things is meant: by its id, by its Chinese name, or by a part of either."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from unicodedata import normalize

from msgspec import Struct

_NEAREST = 3
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether a text is fit to be an id: lower-case letters and digits, joined by hyphens."""
    return _ID.fullmatch(text) is not None


class Meant(Struct, frozen=True):
    """What a text names. ``id``: the one thing that it names, if it is one.

    candidates: ids of all that it may name where it is ambiguous, or of the nearest where it names nothing.
    """

    id: str | None
    candidates: tuple[str, ...] = ()
    ambiguous: bool = False


def meant(text: str, names: Mapping[str, str]) -> Meant:
    """What ``text`` means among ``names``, from id to name.

    An exact id comes before an exact name, and both come before a part that only one of them has. Full-width letters
    and digits count as plain ones, upper as lower case.
    """
    sought = _plain(text)
    if not sought:
        return Meant(None)
    plain = {id: (_plain(id), _plain(name)) for id, name in names.items()}
    for fits in (
        [id for id, (own, _) in plain.items() if own == sought],
        [id for id, (_, name) in plain.items() if name == sought],
        [id for id, either in plain.items() if any(sought in one for one in either)],
    ):
        if len(fits) == 1:
            return Meant(fits[0])
        if fits:
            return Meant(None, tuple(fits), ambiguous=True)
    words = {word: id for id, either in plain.items() for word in either}
    near = get_close_matches(sought, words, n=2 * _NEAREST, cutoff=0.5)
    return Meant(None, tuple(dict.fromkeys(words[word] for word in near))[:_NEAREST])


def _plain(text: str) -> str:
    return normalize("NFKC", text).casefold().strip()
