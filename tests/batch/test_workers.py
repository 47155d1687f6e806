"""Processes: results in order, nobody left behind, and a word where one is lost."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator

import pytest

from vtrack.batch import workers
from vtrack.batch.workers import Task, WorkerLost, in_order, start_method, usable_cores

METHODS = [method for method in ("fork", "spawn") if method in multiprocessing.get_all_start_methods()]


@pytest.fixture(autouse=True)
def all_by_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """One task here, the others by processes."""
    monkeypatch.setattr(workers, "HERE_FIRST", dict.fromkeys(METHODS, 1))


def uneven(number: int) -> tuple[int, int]:
    """A task that takes the longer, the earlier it is among twenty; who did it."""
    total = sum(range((20 - number % 20) * 5000))
    return number + 0 * total, os.getpid()


def stop(number: int) -> int:
    """A task that ends the process in its middle, as a lack of memory does."""
    if number == 7:
        os._exit(9)
    return number


def mixed(count: int) -> Iterator[tuple[int, int] | Task[int]]:
    """Results that are there already, every third, and tasks."""
    for number in range(count):
        yield (number, 0) if number % 3 == 0 else Task(number)


@pytest.mark.parametrize("method", METHODS)
def test_results_come_in_order_whoever_is_done_first(method: str) -> None:
    results = list(in_order(mixed(100), uneven, 3, method))

    assert [number for number, _ in results] == list(range(100))
    assert len({who for _, who in results} - {0, os.getpid()}) == 3
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_few_tasks_are_done_here(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "HERE_FIRST", dict.fromkeys(METHODS, 10))

    results = list(in_order(map(Task, range(10)), uneven, jobs))

    assert results == [(number, os.getpid()) for number in range(10)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_to_do_gives_nothing(jobs: int) -> None:
    assert list(in_order([], uneven, jobs)) == []
    assert list(in_order([1, 2, 3], uneven, jobs)) == [1, 2, 3]


def test_what_waits_for_a_slow_one_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "AHEAD", 5)
    taken = []

    def stream() -> Iterator[int | Task[int]]:
        for number in range(60):
            taken.append(number)
            yield Task(number) if number < 2 else number

    results = in_order(stream(), int, 2)
    assert [next(results), next(results)] == [0, 1]
    assert len(taken) <= 2 + 5
    assert list(results) == list(range(2, 60))


@pytest.mark.parametrize("method", METHODS)
def test_a_process_that_is_lost_is_an_error_and_no_hang(method: str) -> None:
    with pytest.raises(WorkerLost):
        list(in_order(map(Task, range(100)), stop, 2, method))

    assert multiprocessing.active_children() == []


def test_whoever_stops_early_leaves_no_process_behind() -> None:
    results = in_order(map(Task, range(1000)), uneven, 2)
    assert [next(results)[0] for _ in range(30)] == list(range(30))
    assert multiprocessing.active_children() != []

    results.close()

    assert multiprocessing.active_children() == []


def test_processes_are_hired_as_there_is_work_for_them() -> None:
    results = list(in_order(map(Task, range(1 + workers.LOT)), uneven, 50))

    assert len({who for _, who in results}) == 2, "this one, and one for the only lot"


def test_there_is_a_core_and_a_way_to_start() -> None:
    assert usable_cores() >= 1
    assert start_method() in multiprocessing.get_all_start_methods()
