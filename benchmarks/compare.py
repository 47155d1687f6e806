"""Time vtrack and public checkers on the same corpus, in turn, and print the medians.

    python benchmarks/compare.py --localities 100 --runs 5

Each round runs every tool once, beginning with another one each time, so that a slow minute of the machine falls on
all of them alike. Processor time (of the tool and its children) drifts less than the clock and is the better
measure on a machine that others use; both are printed. Nothing passes or fails here. Needs Linux or macOS.

The schema checkers look at the schemas alone; vtrack reads the text for typing mistakes, checks the schemas, makes
every verdict and applies its rules besides.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import corpus

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "schemas"
DAY = "2026-03-31"
"""The day of the verdicts: the figures of 2025 are due, so every progress file is used."""
MOST_ARGUMENTS = 2000
"""Files in one call of a tool that is given files, far below what the operating system allows."""

# Weaker than the JSON Schemas: yamale cannot say «exactly one of these keys».
YAMALE = {
    "plan": """\
format: int()
locality: map(str(), key=str())
document: map(any(str(), day()), key=str())
period: map(int(), key=str())
departments: map(str(), key=str())
targets: map(include('target'), key=str())
---
target:
  name: str()
  unit: str(required=False)
  reach: include('bound', required=False)
  keep: include('bound', required=False)
  accumulate: include('bound', required=False)
  grow: include('bound', required=False)
  compare: map(required=False)
  milestone: map(required=False)
  task: map(required=False)
  baseline: map(num(), key=str(), required=False)
  nature: enum('binding', 'indicative', required=False)
  group: str(required=False)
  lead: list(str(), required=False)
  assist: list(str(), required=False)
  source: str(required=False)
  note: str(required=False)
bound:
  at_least: num(required=False)
  by: int(required=False)
  each: str(required=False)
  entry: str(required=False)
""",
    "progress": """\
format: int()
locality: str()
year: int()
figures: map(any(num(), include('figure'), list(include('figure'))), key=str())
references: map(any(num(), include('figure')), key=str(), required=False)
---
figure:
  value: num(required=False)
  count: num(required=False)
  of: num(required=False)
  state: str(required=False)
  done: bool(required=False)
  as_of: any(str(), day(), required=False)
  source: str(required=False)
  evidence: str(required=False)
  note: str(required=False)
""",
}
YAMLLINT = "{extends: default, rules: {line-length: disable, document-start: disable, comments: disable}}"


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool and the calls that make it do its job; the calls' times are added."""

    name: str
    calls: tuple[tuple[str, ...], ...]
    good: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds by the clock, seconds of the processors, and the most memory in MiB that one call took."""

    clock: float
    processor: float
    memory: float


def corpus_tools(folder: Path, scratch: Path) -> Iterator[Tool]:
    """The tools that check a corpus, as far as they are installed."""
    kinds = {"plan": sorted(folder.glob("*/plan.yaml")), "progress": sorted(folder.glob("*/progress/*.yaml"))}
    # 1 is vtrack's answer when a target is missed, which in a corpus some are.
    check = module("vtrack", "check", str(folder), "--as-of", DAY, "--format")
    yield Tool("vtrack check --format json", ((*check, "json"),), (0, 1))
    if find_spec("check_jsonschema"):
        yield Tool(
            "check-jsonschema",
            tuple(
                module("check_jsonschema", "--schemafile", str(SCHEMAS / f"{kind}.schema.json"), *files)
                for kind, paths in kinds.items()
                for files in batches(paths)
            ),
        )
    if find_spec("yamllint"):
        yield Tool("yamllint, no schema", (module("yamllint", "-d", YAMLLINT, str(folder)),))
    if find_spec("yamale"):
        for kind, text in YAMALE.items():
            (scratch / f"{kind}.yamale").write_text(text, encoding="utf-8")
        yield Tool(
            "yamale, one process, a weaker schema",
            tuple(
                module("yamale.command_line", "-n", "1", "-s", str(scratch / f"{kind}.yamale"), *files)
                for kind, paths in kinds.items()
                for files in batches(paths)
            ),
        )


def small_tools(folder: Path) -> Iterator[Tool]:
    """What a start costs: an empty program, the help, and the check of one locality."""
    one = min(folder.glob("*/plan.yaml")).parent
    yield Tool("python -c pass", ((sys.executable, "-c", "pass"),))
    yield Tool('python -c "import click"', ((sys.executable, "-c", "import click"),))
    yield Tool("vtrack --help", (module("vtrack", "--help"),))
    for form in ("json", "table"):
        call = module("vtrack", "check", str(one), "--as-of", DAY, "--format", form)
        yield Tool(f"vtrack check, one locality, {form}", (call,), (0, 1))
    if find_spec("check_jsonschema"):
        yield Tool("check-jsonschema --help", (module("check_jsonschema", "--help"),))
        yield Tool(
            "check-jsonschema, one locality",
            tuple(
                module("check_jsonschema", "--schemafile", str(SCHEMAS / f"{kind}.schema.json"), *map(str, files))
                for kind, files in (("plan", [one / "plan.yaml"]), ("progress", sorted(one.glob("progress/*.yaml"))))
            ),
        )


def module(name: str, *arguments: str) -> tuple[str, ...]:
    """The call of an installed module by the Python that runs this."""
    return (sys.executable, "-m", name, *arguments)


def batches(paths: Sequence[Path]) -> Iterator[list[str]]:
    """The paths in lots that fit one command line."""
    for start in range(0, len(paths), MOST_ARGUMENTS):
        yield [str(path) for path in paths[start : start + MOST_ARGUMENTS]]


def environment(scratch: Path) -> dict[str, str]:
    """The variables of every call: compiled modules are kept, as after an installation, but not in the checkout."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**variables, "PYTHONPYCACHEPREFIX": str(scratch / "compiled")}


def run(tool: Tool, variables: dict[str, str]) -> Sample:
    """Run all calls of a tool once.

    Raises:
        SystemExit: a call did not do its job, so that its time means nothing.
    """
    clock = processor = memory = 0.0
    for call in tool.calls:
        with tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen(call, cwd=ROOT, env=variables, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            clock += time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in tool.good:
                errors.seek(0)
                said = errors.read().decode("utf-8", "replace")
                raise SystemExit(f"{tool.name} ended with {process.returncode}\n{said}")
        processor += usage.ru_utime + usage.ru_stime
        memory = max(memory, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))
    return Sample(clock, processor, memory)


def rounds(tools: Sequence[Tool], runs: int, variables: dict[str, str]) -> dict[str, list[Sample]]:
    """The samples of each tool; one round is not counted, so that files and compiled modules lie in memory."""
    samples: dict[str, list[Sample]] = {tool.name: [] for tool in tools}
    for turn in range(runs + 1):
        first = turn % len(tools)
        for tool in (*tools[first:], *tools[:first]):
            sample = run(tool, variables)
            if turn:
                samples[tool.name].append(sample)
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return samples


def table(samples: dict[str, list[Sample]], unit: str, yardstick: str) -> Iterator[str]:
    """Medians as a Markdown table. ``unit``: ``s`` or ``ms``. ``yardstick``: what the others are set against."""
    scale, places = (1000, 0) if unit == "ms" else (1, 2)
    base = median(sample.processor for sample in samples[yardstick])
    yield f"| what | clock, {unit} | processor, {unit} | × processor time of {yardstick} | peak MiB |"
    yield "| --- | --- | --- | --- | --- |"
    for name, runs in samples.items():
        clock, processor = median(one.clock for one in runs), median(one.processor for one in runs)
        memory = median(one.memory for one in runs)
        yield (
            f"| {name} | {clock * scale:.{places}f} | {processor * scale:.{places}f} "
            f"| {processor / base:.2f} | {memory:.0f} |"
        )


def machine() -> str:
    """What was measured on: processor, Python, and the versions of everything that took part."""
    cpuinfo = Path("/proc/cpuinfo")
    models = [line for line in cpuinfo.read_text().splitlines() if "model name" in line] if cpuinfo.exists() else []
    model = models[0].partition(":")[2].strip() if models else platform.processor()
    names = (
        *(
            "vtrack",
            "click",
            "ruamel.yaml",
            "ruamel.yaml.clib",
            "jsonschema",
            "jsonschema-rs",
            "PyYAML",
            "rich",
            "tabulate",
        ),
        *("check-jsonschema", "yamllint", "yamale"),
    )
    versions = ", ".join(f"{name} {found}" for name in names if (found := version_of(name)))
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, {python}\n{versions}"


def version_of(name: str) -> str | None:
    """The version of an installed distribution."""
    if name == "vtrack":
        call = subprocess.run(module("vtrack", "--version"), cwd=ROOT, capture_output=True, text=True, check=True)
        return call.stdout.split()[-1]
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Time vtrack and public checkers on the same corpus.")
    parser.add_argument("--localities", type=int, default=100, metavar="N")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="rounds that count")
    parser.add_argument("--only", metavar="WORD", help="only the tools whose names hold this word, and vtrack")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vtrack-benchmark-") as temporary:
        folder = Path(temporary) / "plans"
        files, size = corpus.write(folder, given.localities)
        tools = [
            tool
            for tool in corpus_tools(folder, Path(temporary))
            if not given.only or given.only in tool.name or "vtrack" in tool.name
        ]
        variables = environment(Path(temporary))
        print(machine())
        print(f"\n{given.localities} localities, {files} files, {size / 1e6:.1f} MB; medians of {given.runs} runs\n")
        for line in table(rounds(tools, given.runs, variables), "s", tools[0].name):
            print(line)
        print("\nOne start:\n")
        samples = rounds(list(small_tools(folder)), 2 * given.runs, variables)
        for line in table(samples, "ms", 'python -c "import click"'):
            print(line)


if __name__ == "__main__":
    main()
