"""Run programs in turn, and tell what they took: time by the clock and of the processors, memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool and the calls that make it do its job; the calls' times are added.

    good: the exit codes of a job that was done. variables: of its environment. fresh: a folder that is removed before
    each run. reports: it prints the seconds itself, of the part that is meant.
    """

    name: str
    calls: tuple[tuple[str, ...], ...]
    good: tuple[int, ...] = (0,)
    variables: Mapping[str, str] = field(default_factory=dict)
    fresh: Path | None = None
    reports: bool = False
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """Runs of a tool: seconds by the clock, seconds of all processors, and the most memory of one process in MiB."""

    clock: float
    processor: float
    memory: float


def run(tool: Tool, variables: Mapping[str, str]) -> Sample:
    """Run all calls of a tool once.

    Raises:
        SystemExit: a call did not do its job, so that its time means nothing.
    """
    if tool.fresh is not None:
        shutil.rmtree(tool.fresh, ignore_errors=True)
    clock = processor = memory = 0.0
    for call in tool.calls:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            kept = out if tool.reports else subprocess.DEVNULL
            process = subprocess.Popen(call, cwd=ROOT, env={**variables, **tool.variables}, stdout=kept, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            taken = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in tool.good:
                errors.seek(0)
                said = errors.read().decode("utf-8", "replace")[-2000:]
                raise SystemExit(f"{tool.name} ended with {process.returncode}\n{said}")
            if tool.reports:
                out.seek(0)
                said = map(float, out.read().split())
                clock, processor = clock + next(said), processor + next(said)
            else:
                clock += taken
                processor += usage.ru_utime + usage.ru_stime
        memory = max(memory, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))
    return Sample(clock, processor, memory)


def rounds(tools: Sequence[Tool], runs: int, slow_runs: int, variables: Mapping[str, str]) -> dict[str, Sample]:
    """The medians of each tool.

    Each round begins with another tool, so that a slow minute of the machine falls on all alike. One round is not
    counted, so that files and compiled modules lie in memory; slow tools have no part in it, nor in later rounds.
    """
    samples: dict[str, list[Sample]] = {tool.name: [] for tool in tools}
    for turn in range(runs + 1):
        first = turn % len(tools)
        for tool in (*tools[first:], *tools[:first]):
            if tool.slow and not 0 < turn <= slow_runs:
                continue
            sample = run(tool, variables)
            if turn:
                samples[tool.name].append(sample)
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return {name: middle(found) for name, found in samples.items() if found}


def middle(samples: Sequence[Sample]) -> Sample:
    """The median of each number."""
    return Sample(*(median(getattr(one, name) for one in samples) for name in Sample.__slots__))
