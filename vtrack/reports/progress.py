"""A bar at the bottom of the terminal while many localities are checked, for whoever waits. It leaves no trace."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING

from vtrack.messages import say
from vtrack.reports.words import View

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds of work before there is a bar; what is over sooner needs none."""
_EVERY = 0.1
"""Seconds between two drawings."""


class Bar:
    """How many of all localities are done, on the standard error stream.

    Drawn only when it is told of progress, by no thread: processes may be forked while it stands.
    """

    def __init__(self, total: int, view: View, *, wanted: bool) -> None:
        self._total, self._view = total, view
        self._next = time.monotonic() + PATIENCE if wanted else None
        self._done = 0
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._progress is not None:
            self._progress.stop()

    def advance(self) -> None:
        """One locality more is done."""
        self._done += 1
        if self._next is not None and (now := time.monotonic()) >= self._next:
            self._next = now + _EVERY
            self._draw()

    def _draw(self) -> None:
        if self._progress is None or self._task is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            console = Console(stderr=True)
            self._progress = Progress(*columns, console=console, auto_refresh=False, transient=True)
            self._task = self._progress.add_task(self._view.word(say("localities checked")), total=self._total)
            self._progress.start()
        self._progress.update(self._task, completed=self._done)
        self._progress.refresh()
