"""What is compared: vtrack, public checkers, and the C parser that the fastest of them stand on."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from measure import ROOT, Tool

SCHEMAS = ROOT / "schemas"
DAY = "2026-03-31"
"""The day of the verdicts: the figures of 2025 are due, so every progress file is used."""
MOST_ARGUMENTS = 2000
"""Files in one call of a tool that is given files, far below what the operating system allows."""
PARSE = "libyaml's bare parse"
COLD, COLD_ONE = "vtrack, cold, json", "vtrack, cold, json, one process"
WARM, TABLE, WARM_TABLE = "vtrack, warm, json", "vtrack, cold, table", "vtrack, warm, table"
CLIB, NO_CLIB = "check-jsonschema with ruamel.yaml.clib", "check-jsonschema as it installs itself"
AJV, YAMLLINT, YAMALE = "ajv-cli", "yamllint, no schema", "yamale, two processes, a weaker schema"

# libyaml makes its events in C and throws them away; the bytes are in memory. Prints seconds: clock, processor.
BARE = """
import os, sys, time
from yaml._yaml import CParser
data = []
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            data.append(file.read())
clock, processor = time.perf_counter(), time.process_time()
for one in data:
    CParser(one).raw_parse()
print(time.perf_counter() - clock, time.process_time() - processor)
"""

# Weaker than the JSON Schemas: yamale cannot say «exactly one of these keys».
YAMALE_SCHEMAS = {
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
YAMLLINT_RULES = "{extends: default, rules: {line-length: disable, document-start: disable, comments: disable}}"


def module(name: str, *arguments: str) -> tuple[str, ...]:
    """The call of an installed module by the Python that runs this."""
    return (sys.executable, "-m", name, *arguments)


def vtrack(name: str, folder: Path, scratch: Path, form: str, *options: str, cold: bool) -> Tool:
    """A check of a folder by vtrack; cold: with a cache that is empty before each run, and filled by it."""
    cache = scratch / "caches" / name.replace(" ", "-") / folder.name
    call = module("vtrack", "check", str(folder), "--as-of", DAY, "--format", form, *options)
    # 1 is vtrack's answer when a target is missed, which in a corpus some are.
    return Tool(name, (call,), (0, 1), {"VTRACK_CACHE_DIR": str(cache)}, cache if cold else None)


def ours(folder: Path, scratch: Path) -> list[Tool]:
    """All ways of vtrack, and the parser."""
    tools = [
        vtrack(COLD, folder, scratch, "json", cold=True),
        vtrack(COLD_ONE, folder, scratch, "json", "--jobs", "1", cold=True),
        vtrack(WARM, folder, scratch, "json", cold=False),
        vtrack(TABLE, folder, scratch, "table", cold=True),
        vtrack(WARM_TABLE, folder, scratch, "table", cold=False),
    ]
    return [Tool(PARSE, ((sys.executable, "-c", BARE, str(folder)),), reports=True), *tools]


def peers(folder: Path, scratch: Path, ajv: str | None, good: tuple[int, ...] = (0,)) -> Iterator[Tool]:
    """The others, as far as they are installed. ``good``: their exit codes for what the files hold."""
    kinds = {"plan": sorted(folder.glob("*/plan.yaml")), "progress": sorted(folder.glob("*/progress/*.yaml"))}
    if find_spec("check_jsonschema"):
        calls = tuple(
            module("check_jsonschema", "--schemafile", str(SCHEMAS / f"{kind}.schema.json"), *files)
            for kind, paths in kinds.items()
            for files in _batches(paths)
        )
        if find_spec("_ruamel_yaml"):
            yield Tool(CLIB, calls, good, slow=True)
        without = scratch / "without-clib"
        without.mkdir(exist_ok=True)
        (without / "_ruamel_yaml.py").write_text("raise ImportError\n", encoding="utf-8")
        yield Tool(NO_CLIB, calls, good, {"PYTHONPATH": str(without)}, slow=True)
    if ajv:
        # Its YAML reader makes times of days, and so finds fault with every plan; it looks at all of it.
        yield Tool(
            AJV,
            tuple(
                (
                    *(ajv, "validate", "--spec=draft2020", "--strict=false", "--errors=no", "-c", "ajv-formats"),
                    *("-s", str(SCHEMAS / f"{kind}.schema.json"), "-d", str(folder / pattern)),
                )
                for kind, pattern in (("plan", "*/plan.yaml"), ("progress", "*/progress/*.yaml"))
            ),
            (0, 1),
        )
    if find_spec("yamllint"):
        yield Tool(YAMLLINT, (module("yamllint", "-d", YAMLLINT_RULES, str(folder)),), good, slow=True)
    if find_spec("yamale"):
        for kind, text in YAMALE_SCHEMAS.items():
            (scratch / f"{kind}.yamale").write_text(text, encoding="utf-8")
        calls = tuple(
            module("yamale.command_line", "-n", "2", "-s", str(scratch / f"{kind}.yamale"), *files)
            for kind, paths in kinds.items()
            for files in _batches(paths)
        )
        yield Tool(YAMALE, calls, good)


def starts(one: Path) -> Iterator[Tool]:
    """What a start costs: an empty program, the help, and the check of one locality."""
    yield Tool('python -c "pass"', ((sys.executable, "-c", "pass"),))
    yield Tool('python -c "import click"', ((sys.executable, "-c", "import click"),))
    yield Tool("vtrack --help", (module("vtrack", "--help"),))
    for form in ("json", "table"):
        call = module("vtrack", "check", str(one), "--as-of", DAY, "--format", form)
        yield Tool(f"vtrack check {one.relative_to(ROOT)}, {form}", (call,), (0, 1))
    if find_spec("check_jsonschema"):
        kinds = (("plan", [one / "plan.yaml"]), ("progress", sorted(one.glob("progress/*.yaml"))))
        calls = tuple(
            module("check_jsonschema", "--schemafile", str(SCHEMAS / f"{kind}.schema.json"), *map(str, files))
            for kind, files in kinds
        )
        yield Tool("check-jsonschema on the same files", calls, (0, 1))


def installed_ajv(given: str | None) -> str | None:
    """ajv-cli, where it is given or can be found."""
    return given or shutil.which("ajv")


def _batches(paths: Sequence[Path]) -> Iterator[list[str]]:
    """The paths in lots that fit one command line."""
    for start in range(0, len(paths), MOST_ARGUMENTS):
        yield [str(path) for path in paths[start : start + MOST_ARGUMENTS]]
