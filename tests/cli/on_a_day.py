"""Run vtrack as if it were another day: ``python -m tests.cli.on_a_day 2025-06-30 record …``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timezone

from vtrack.__main__ import main
from vtrack.commands import call

MIDYEAR = "2025-06-30"
"""The day of what the tests enter."""


def clock(day: str) -> Callable[[], datetime]:
    """A clock that stands at the noon of a day, which is that day wherever it is looked at."""
    return lambda: datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=timezone.utc)


if __name__ == "__main__":
    call.now = clock(sys.argv.pop(1))
    main()
