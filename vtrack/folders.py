"""Where folders lie: the top of a repository, and what ends within a folder once links are followed."""

from __future__ import annotations

import os
from pathlib import Path


def repository_top(folder: Path) -> Path | None:
    """The folder of the repository that a folder lies in: the nearest that holds ``.git``; ``None`` outside of any."""
    absolute = Path(os.path.abspath(folder))
    return next((one for one in (absolute, *absolute.parents) if os.path.lexists(one / ".git")), None)


def lies_within(path: Path, folder: Path) -> bool:
    """Whether a path ends in a folder, or is that folder, wherever links lead on the way."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
