"""Work handed to processes in small lots, and its results in the order of the work, whichever is done first.

One lot at a time goes to whoever is idle, so that a slow one holds nobody up. There are no threads: a process may be
forked, and whoever interrupts the program finds it in one place.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from msgspec import Struct

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
R = TypeVar("R")

LOT = 4
"""Tasks that a process is given at once: enough to make little of the way there and back."""
AHEAD = 400
"""Results that may wait for one that is not there yet, which bounds the memory that they take."""
HERE_FIRST = {"fork": 8, "spawn": 80}
"""By how processes are started, the tasks after which starting any begins to pay; measured."""


class WorkerLost(Exception):
    """A process could not be started, or ended in the middle of its work, perhaps because memory ran out."""


class Task(Struct, Generic[T], frozen=True):
    """Something that is still to be done, among results that are there already."""

    argument: T


def usable_cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def start_method() -> str:
    """``fork`` where that is safe, which is on Linux alone; else ``spawn``, which loads the program anew."""
    return "fork" if sys.platform == "linux" else "spawn"


def in_order(
    stream: Iterable[R | Task[T]], perform: Callable[[T], R], jobs: int, method: str | None = None
) -> Generator[R, None, None]:
    """The results of a stream in which some are there and others are to be made, by ``jobs`` processes.

    The first few tasks, and with one job all, are done in this process. Whoever stops early closes the iterator: no
    process outlives it.

    Raises:
        WorkerLost: a process ended before its work did.
    """
    method = method or start_method()
    done_here = 0
    answers = iter(stream)
    for one in answers:
        if isinstance(one, Task):
            yield perform(one.argument)
            done_here += 1
            if jobs > 1 and done_here == HERE_FIRST[method]:
                break
        else:
            yield one
    crew = _Crew(perform, jobs, method)
    try:
        yield from crew.results(answers)
    except BaseException:
        crew.end(at_once=True)
        raise
    crew.end()


class _Crew(Generic[T, R]):
    """Processes, hired as there is work for them, and what each of them is at."""

    def __init__(self, perform: Callable[[T], R], jobs: int, method: str) -> None:
        self._perform, self._jobs, self._method = perform, jobs, method
        self._processes: list[BaseProcess] = []
        self._idle: list[Connection] = []
        self._at: dict[Connection, Sequence[list[R]]] = {}

    def results(self, stream: Iterator[R | Task[T]]) -> Iterator[R]:
        """Hand out the tasks of a stream, and give the results back in order."""
        waiting: deque[list[R]] = deque()  # a place for each result, empty until it is there
        lot, places = self._next_lot(stream, waiting)
        while lot or waiting:
            if lot and (self._idle or len(self._processes) < self._jobs):
                self._hand_out(lot, places)
                lot, places = self._next_lot(stream, waiting)  # made ready while others work
                continue
            while waiting and waiting[0]:
                yield waiting.popleft()[0]
            if self._at:
                self._take_back()
            if not lot:
                lot, places = self._next_lot(stream, waiting)

    def _next_lot(self, stream: Iterator[R | Task[T]], waiting: deque[list[R]]) -> tuple[list[T], list[list[R]]]:
        """The next few tasks with the places of their results; none where there are none, or enough is waiting."""
        lot: list[T] = []
        places: list[list[R]] = []
        while len(lot) < LOT and len(waiting) < AHEAD:
            one = next(stream, self)
            if one is self:
                break
            if isinstance(one, Task):
                lot.append(one.argument)
                places.append([])
                waiting.append(places[-1])
            else:
                waiting.append([cast(R, one)])
        return lot, places

    def _hand_out(self, lot: list[T], places: list[list[R]]) -> None:
        line = self._idle.pop() if self._idle else self._hire()
        self._at[line] = places
        try:
            line.send(lot)
        except OSError as error:
            raise WorkerLost from error

    def _take_back(self) -> None:
        """Wait until somebody is done with a lot."""
        from multiprocessing.connection import wait

        for line in cast("list[Connection]", wait(list(self._at))):
            try:
                results = line.recv()
            except (EOFError, OSError) as error:
                raise WorkerLost from error
            for place, result in zip(self._at.pop(line), results, strict=True):
                place.append(result)
            self._idle.append(line)

    def _hire(self) -> Connection:
        from multiprocessing import get_context

        context: Any = get_context(self._method)
        ours, theirs = context.Pipe()
        self._idle.append(ours)
        inherited = (*self._idle, *self._at) if self._method == "fork" else ()
        process = context.Process(target=_serve, args=(self._perform, theirs, inherited), daemon=True)
        self._processes.append(process)
        try:
            with _uninterrupted():
                process.start()
        except OSError as error:  # as many processes as there may be
            raise WorkerLost from error
        theirs.close()  # so that the end of the process is seen here
        return self._idle.pop()

    def end(self, *, at_once: bool = False) -> None:
        """Let the processes go, or stop them in the middle of their work."""
        for line in (*self._idle, *self._at):
            line.close()
        for process in self._processes:
            if process.pid is not None:
                if at_once:
                    process.kill()
                process.join()


def _serve(perform: Callable[[T], R], line: Connection, inherited: Sequence[Connection]) -> None:
    """What a process does: one lot after the other, until nobody hands out any more.

    ``inherited``: the other ends of lines. As long as anybody holds one, nobody sees that it was closed.
    """
    for other in inherited:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever hands out the work is interrupted too, and ends it
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    gc.disable()
    try:
        while True:
            line.send([perform(one) for one in line.recv()])
    except (EOFError, OSError):
        return


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off until a process is started: one that has only begun would tell of it in its own way."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
