"""Time vtrack and public checkers on the same corpus, in turn, and print the medians.

    python benchmarks/compare.py                                    a few minutes
    python benchmarks/compare.py --whole --into docs/performance.md docs/zh/performance.md

Each round runs every tool once, beginning with another one each time. Processor time (of all of a tool's processes)
drifts less than the clock and is the better measure on a machine that others use; both are printed. Nothing passes
or fails here. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import rmtree

import checkers
import corpus
import spoil
from checkers import CLIB, COLD, PARSE, WARM, module
from measure import ROOT, Sample, rounds

ONE = ROOT / "examples" / "county" / "yunqiao"
GROWING = (100, 1_000, 10_000)
COUNTRY = (("1,500 townships of a province", 1_500), ("25,000 villages of a province", 25_000),
           ("40,000 townships of the country", 40_000), ("490,000 villages of the country", 490_000))  # fmt: skip
# Longer pieces stand before those that they hold.
CHINESE = {
    "The same corpus with a mistake in each of its": "同样的文件，每个都有一处错误，共",
    "From the last line, for localities of the same size on the same machine:": "按最后一行推算，地区大小、机器相同：",
    "check-jsonschema with ruamel.yaml.clib": "check-jsonschema，装了 ruamel.yaml.clib",
    "check-jsonschema as it installs itself": "check-jsonschema，照原样安装",
    "check-jsonschema on the same files": "check-jsonschema，同样的文件",
    "libyaml's bare parse": "libyaml 只解析",
    "yamllint, no schema": "yamllint，不查格式",
    "yamale, two processes, a weaker schema": "yamale，两个进程，格式较弱",
    ", cold, json, one process": "，无缓存，json，一个进程",
    ", cold, json": "，无缓存，json",
    ", warm, json": "，有缓存，json",
    ", cold, table": "，无缓存，表格",
    ", warm, table": "，有缓存，表格",
    "clock × vtrack cold": "时间 × vtrack 无缓存",
    "processor × bare parse": "处理器时间 × 只解析",
    "× its clean time": "× 无错误时的处理器时间",
    "each further one, clock ms": "每多一个地区，时间，毫秒",
    "processor ms": "处理器时间，毫秒",
    "cold, clock s": "无缓存，时间，秒",
    "warm, clock s": "有缓存，时间，秒",
    "clock, ms": "时间，毫秒",
    "processor, ms": "处理器时间，毫秒",
    "clock, s": "时间，秒",
    "processor, s": "处理器时间，秒",
    "peak MiB": "内存峰值，MiB",
    "townships of a province": "个乡镇，约为一个省",
    "villages of a province": "个村，约为一个省",
    "townships of the country": "个乡镇，全国",
    "villages of the country": "个村，全国",
    "One start": "启动一次",
    "Growth": "随地区增长",
    "| localities |": "| 地区数 |",
    "localities": "个地区",
    "| what ": "| 内容 ",
    " cold |": " 无缓存 |",
    " warm |": " 有缓存 |",
    " files": " 个文件",
}
"""The words of the tables, for a Chinese page."""
BEGIN, END = "<!-- measured -->", "<!-- end of what was measured -->"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Time vtrack and public checkers on the same corpus.")
    parser.add_argument("--localities", type=int, default=100, metavar="N", help="of the corpus that all are run on")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="rounds that count")
    parser.add_argument("--slow-runs", type=int, default=1, metavar="N", help="of them, those with the slow tools")
    parser.add_argument("--growth", type=int, default=1_000, metavar="N", help="the most localities of vtrack alone")
    parser.add_argument("--whole", action="store_true", help="1,000 localities, growth to 10,000; twenty minutes")
    parser.add_argument("--ajv", metavar="PATH", help="ajv-cli, where it is not on the path")
    parser.add_argument(
        "--into", type=Path, nargs="*", default=(), metavar="FILE", help="pages to write the tables into"
    )
    given = parser.parse_args()
    if given.whole:
        given.localities, given.growth = 1_000, 10_000
    with tempfile.TemporaryDirectory(prefix="vtrack-benchmark-") as temporary:
        lines = list(report(given, Path(temporary)))
    measured = "\n".join(lines)
    print(measured)
    for page in given.into:
        text = in_chinese(measured) if "zh" in page.parts else measured
        before, mark, rest = page.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        page.write_text(f"{before}{mark}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def in_chinese(measured: str) -> str:
    """The tables with their words in Chinese."""
    return re.sub("|".join(map(re.escape, CHINESE)), lambda found: CHINESE[found[0]], measured)


def report(given: argparse.Namespace, scratch: Path) -> Iterator[str]:
    """Everything that is measured, as Markdown."""
    variables = environment(scratch)
    folder = scratch / "clean"
    files, size = corpus.write(folder, given.localities)
    ajv = checkers.installed_ajv(given.ajv)
    others = list(checkers.peers(folder, scratch, ajv))
    clean = rounds([*checkers.ours(folder, scratch), *others], given.runs, given.slow_runs, variables)
    yield f"{date.today()}, {machine(ajv)}."
    yield f"\n### {given.localities:,} localities, {files:,} files, {size / 1e6:.1f} MB\n"
    yield from compared(clean)

    bad = scratch / "bad"
    corpus.write(bad, given.localities)
    count = len(list(spoil.spoil_all(bad)))
    worse = [checkers.vtrack(COLD, bad, scratch, "json", cold=True)]
    worse += [tool for tool in checkers.peers(bad, scratch, None, (1,)) if tool.name == CLIB]
    spoiled = rounds(worse, given.runs, given.slow_runs, variables)
    yield f"\n### The same corpus with a mistake in each of its {count:,} files\n"
    yield "| what | clock, s | processor, s | × its clean time | peak MiB |\n| --- | --- | --- | --- | --- |"
    for name, one in spoiled.items():
        times = one.processor / clean[name].processor
        yield f"| {name} | {one.clock:.2f} | {one.processor:.2f} | {times:.1f} | {one.memory:.0f} |"
    rmtree(bad)

    yield "\n### One start\n"
    begun = rounds(list(checkers.starts(ONE)), 3 * given.runs, 0, variables)
    yield "| what | clock, ms | processor, ms | peak MiB |\n| --- | --- | --- | --- |"
    for name, one in begun.items():
        yield f"| {name} | {one.clock * 1000:.0f} | {one.processor * 1000:.0f} | {one.memory:.0f} |"
    yield from growth(given, scratch, variables)


def compared(samples: Mapping[str, Sample]) -> Iterator[str]:
    """All tools on the same corpus, set against vtrack and against the parser."""
    base, parse = samples[COLD], samples[PARSE]
    yield "| what | clock, s | processor, s | clock × vtrack cold | processor × bare parse | peak MiB |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, one in samples.items():
        against = f"{one.clock / base.clock:.2f} | {one.processor / parse.processor:.1f}"
        memory = "" if name == PARSE else f"{one.memory:.0f}"
        yield f"| {name} | {one.clock:.2f} | {one.processor:.2f} | {against} | {memory} |"


def growth(given: argparse.Namespace, scratch: Path, variables: Mapping[str, str]) -> Iterator[str]:
    """The time of vtrack alone on ever more localities, and what that comes to for the country.

    *Each further one* is the time beyond that of a single locality, which is mostly the start of the program, so that
    a line can be held against the next.
    """
    yield "\n### Growth\n"
    columns = "each further one, clock ms | processor ms | peak MiB"
    yield f"| localities | cold, clock s | {columns} | warm, clock s | {columns} |"
    yield f"| {' | '.join(['---'] * 9)} |"
    single = grown(1, given, scratch, variables)
    last, most = single, 1
    for count in (count for count in GROWING if count <= given.growth):
        last, most = grown(count, given, scratch, variables), count
        cells = (
            f"{one.clock:.1f} | {(one.clock - first.clock) / (count - 1) * 1000:.2f} | "
            f"{(one.processor - first.processor) / (count - 1) * 1000:.2f} | {one.memory:.0f}"
            for one, first in zip(last, single, strict=True)
        )
        yield f"| {count:,} | {' | '.join(cells)} |"
    yield "\nFrom the last line, for localities of the same size on the same machine:\n"
    yield "| localities | cold | warm |\n| --- | --- | --- |"
    for name, count in COUNTRY:
        yield f"| {name} | {' | '.join(span(one.clock / most * count) for one in last)} |"


def grown(count: int, given: argparse.Namespace, scratch: Path, variables: Mapping[str, str]) -> tuple[Sample, ...]:
    """Of vtrack on so many localities, the cold run and the warm one."""
    folder = scratch / f"growth-{count}"
    corpus.write(folder, count)
    pair = [checkers.vtrack(name, folder, scratch, "json", cold=name == COLD) for name in (COLD, WARM)]
    samples = rounds(pair, 1 if count > 1_000 else given.runs, 0, variables)
    rmtree(folder)
    return tuple(samples.values())


def span(seconds: float) -> str:
    """A time as a reader wants it."""
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"


def environment(scratch: Path) -> dict[str, str]:
    """The variables of every call: compiled modules are kept, as after an installation, but not in the checkout."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**variables, "PYTHONPYCACHEPREFIX": str(scratch / "compiled")}


def machine(ajv: str | None) -> str:
    """What was measured on: processor, Python, and the versions of everything that took part."""
    cpuinfo = Path("/proc/cpuinfo")
    models = [line for line in cpuinfo.read_text().splitlines() if "model name" in line] if cpuinfo.exists() else []
    model = models[0].partition(":")[2].strip() if models else platform.processor()
    names = ["vtrack", "click", "jsonschema", "jsonschema-rs", "msgspec", "PyYAML", "rich", "ruamel.yaml"]
    names += ["ruamel.yaml.clib", "tabulate", "check-jsonschema", "yamllint", "yamale"]
    versions = [f"{name} {found}" for name in names if (found := version_of(name))]
    if ajv:
        package = Path(ajv).resolve().parents[1] / "package.json"
        versions.append(f"ajv-cli {json.loads(package.read_text(encoding='utf-8'))['version']}")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{model}, {cores} cores, {platform.system()} {platform.machine()}, {python}; {', '.join(versions)}"


def version_of(name: str) -> str | None:
    """The version of an installed distribution."""
    if name == "vtrack":
        call = subprocess.run(module("vtrack", "--version"), cwd=ROOT, capture_output=True, text=True, check=True)
        return call.stdout.split()[-1]
    try:
        return version(name)
    except PackageNotFoundError:
        return None


if __name__ == "__main__":
    main()
