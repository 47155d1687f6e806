"""Where vtrack keeps what is its own and nobody else's: never in the folders that it checks."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path:
    """The folder for what can be made again: ``VTRACK_CACHE_DIR``, or the system's own place for caches."""
    given = os.environ.get("VTRACK_CACHE_DIR")
    if given:
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("vtrack", appauthor=False)
