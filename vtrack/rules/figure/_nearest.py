"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, among: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The most similar of some words, or ``None`` when none is similar enough (0 for anything, 1 for the same)."""
    from difflib import get_close_matches  # not needed before something is wrong

    return next(iter(get_close_matches(word, list(among), n=1, cutoff=cutoff)), None)
