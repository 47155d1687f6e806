"""The documentation is true: links lead somewhere, examples are sound, worked numbers are what the code says.

Comments in a page, which readers do not see, say what is checked:

    <!-- check: plan -->        above a ``yaml`` block: a plan.yaml, or a fragment of one
    <!-- check: progress -->    above a ``yaml`` block: a progress file, or a fragment of one
    <!-- check: waivers -->     likewise a waivers.yaml, and with ``config`` a vtrack.yaml
    <!-- verdict: coverage 2025-01-31 ahead green +17.6 -->
                                what the last plan above and its progress files come to on that day; ``-`` for no gap
    <!-- output: check examples/county --lang en -->
                                above a ``text`` block: every line of it is printed by that command
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import click
import pytest

from tests.rules.cases import complete
from vtrack.cli import COMMANDS
from vtrack.commands.call import PIPE_WIDTH
from vtrack.model.bound import BOUND_WORDS
from vtrack.model.forms import FORM_WORDS
from vtrack.model.plan_data import build_plan
from vtrack.model.quantity import signed
from vtrack.model.record_data import ProgressData, build_record
from vtrack.reports.formats import FORMATS
from vtrack.reports.table import WIDE
from vtrack.reports.words import STATUS_SYMBOLS
from vtrack.text.reading import read
from vtrack.validation.schemas import schema
from vtrack.validation.shape import shape_errors
from vtrack.verdicts.assess import assess_all
from vtrack.verdicts.verdict import Lamp, Status, Terms

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
IN_BOTH_LANGUAGES = (DOCS, DOCS / "zh")

FENCE = re.compile(r"^```(\S*)[^\n]*\n(.*?)^```[ ]*$", re.M | re.S)
PIECE = re.compile(
    r"^<!-- (?P<word>check|verdict|output): (?P<what>.+?) -->[ ]*\n"
    r"(?:\n*```(?P<language>\S*)[^\n]*\n(?P<text>.*?)^```[ ]*$)?",
    re.M | re.S,
)
LINK = re.compile(r"!?\[[^\]\n]*\]\(([^)\s]+)(?: \"[^\"]*\")?\)")


class Block(NamedTuple):
    """A marked block of a page: the schema that it must pass, the file's name, and its text as a whole file."""

    kind: str
    name: str
    text: str


class Claim(NamedTuple):
    """A worked verdict of a page: the files above it, the target and the day, and the words that it must come to."""

    files: tuple[Block, ...]
    target: str
    day: str
    words: tuple[str, ...]


def called(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    """A page without its code."""
    return re.sub(r"`[^`\n]+`", "", FENCE.sub("", page.read_text(encoding="utf-8")))


@cache
def anchors(page: Path) -> frozenset[str]:
    """The anchors of a page's headings, as GitHub names them."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+ (.+?)[ ]*$", text, re.M)
    slugs = [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]
    return frozenset(slugs)


def block(what: str, text: str) -> Block:
    """A marked block; a progress file's year is the one that the block states, in a comment or as its key."""
    if what == "plan":
        return Block(what, "plan.yaml", complete("plan.yaml", text))
    if what != "progress":
        return Block(what, f"{what}.yaml", text)
    year = re.search(r"^# progress/([0-9]{4})\.yaml$|^year: ([0-9]{4})", text, re.M)
    name = f"progress/{year[1] or year[2]}.yaml" if year else "progress/2024.yaml"
    return Block(what, name, complete(name, text))


def pieces(page: Path) -> Iterator[Block | Claim]:
    """The marked blocks and the worked verdicts of a page. A plan begins anew: what stood above it is forgotten."""
    files: dict[str, Block] = {}
    for found in PIECE.finditer(page.read_text(encoding="utf-8")):
        if found["word"] == "check":
            assert found["language"] == "yaml", f"{called(page)}: a marker without a yaml block: {found[0]}"
            one = block(found["what"], found["text"])
            if one.kind == "plan":
                files = {one.name: one}
            elif one.kind == "progress":
                files[one.name] = one
            yield one
        elif found["word"] == "verdict":
            target, day, *words = found["what"].split()
            yield Claim(tuple(files.values()), target, day, tuple(words))


def blocks() -> list[tuple[str, Block]]:
    return [(called(page), piece) for page in PAGES for piece in pieces(page) if isinstance(piece, Block)]


def claims() -> list[tuple[str, Claim]]:
    return [(called(page), piece) for page in PAGES for piece in pieces(page) if isinstance(piece, Claim)]


def outputs() -> list[tuple[str, str, str]]:
    return [
        (called(page), found["what"], found["text"])
        for page in PAGES
        for found in PIECE.finditer(page.read_text(encoding="utf-8"))
        if found["word"] == "output"
    ]


def data_of(one: Block) -> dict[str, Any]:
    reading = read(one.text.encode())
    assert reading.flaws == ()
    assert reading.document is not None
    assert isinstance(reading.document.data, dict)
    return reading.document.data


@pytest.mark.parametrize("page", PAGES, ids=called)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{called(page)} links to {link}"
        if anchor:
            assert anchor in anchors(target), f"{called(page)} links to {link}"


@pytest.mark.parametrize(("page", "one"), blocks())
def test_examples_pass_the_schema(page: str, one: Block) -> None:
    assert shape_errors(data_of(one), one.kind) == (), f"{page}:\n{one.text}"


@pytest.mark.parametrize(("page", "claim"), claims())
def test_worked_verdicts_are_what_the_code_says(page: str, claim: Claim) -> None:
    plan = build_plan(data_of(claim.files[0]))
    record = build_record(plan, [ProgressData(one.name, data_of(one)) for one in claim.files[1:]])
    found = {verdict.target.id: verdict for verdict in assess_all(plan, record, Terms(date.fromisoformat(claim.day)))}
    verdict = found[claim.target]
    gap = "-" if verdict.pace_gap is None else signed(verdict.pace_gap)
    assert (verdict.status.value, verdict.lamp.value, gap) == claim.words, f"{page}: {claim.target} on {claim.day}"


def test_there_are_worked_verdicts_of_every_status_and_lamp() -> None:
    words = [claim.words for page, claim in claims() if page == "docs/statuses.md"]
    assert {status for status, *_ in words} == {status.value for status in Status}
    assert {lamp for _, lamp, _ in words} == {lamp.value for lamp in Lamp}


@pytest.mark.parametrize(("page", "call", "excerpt"), outputs())
def test_excerpts_are_printed(page: str, call: str, excerpt: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "vtrack", *call.split()],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": str(PIPE_WIDTH)},  # or it is that of readline, which pytest loads
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    printed = {comparable(line) for line in run.stdout.removeprefix("\ufeff").splitlines()}
    for line in excerpt.splitlines():
        if line.strip() not in ("", "…"):
            assert comparable(line) in printed, f"{page}: vtrack {call} prints no line: {line}\n{run.stderr}"


def comparable(line: str) -> str:
    """A line whatever the widths of its columns, and whichever lines of a file it points at."""
    return re.sub(r"\.yaml:[0-9]+:[0-9]+", ".yaml:0:0", " ".join(re.sub("-{3,}", "---", line).split()))


def generator() -> ModuleType:
    """``tools/docs.py``, which is no package."""
    specification = importlib.util.spec_from_file_location("vtrack_tools_docs", ROOT / "tools" / "docs.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_generated_pages_are_what_the_rules_say() -> None:
    wanted = dict(generator().pages())
    there = [*(DOCS / "rules").glob("*.md"), *(DOCS / "zh" / "rules").glob("*.md")]
    assert {page: page.read_text(encoding="utf-8") for page in there} == wanted


def test_the_first_two_commands() -> None:
    first = FENCE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert first is not None
    commands = first[2].splitlines()
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("folder", IN_BOTH_LANGUAGES, ids=called)
def test_every_word_of_the_code_is_explained(folder: Path) -> None:
    def explained(page: str, words: set[str]) -> None:
        text = (folder / page).read_text(encoding="utf-8")
        absent = [word for word in sorted(words) if not re.search(rf"`{re.escape(word)}(?!\w)", text)]
        assert absent == [], f"{called(folder)}/{page}"

    explained("statuses.md", {status.value for status in Status} | {lamp.value for lamp in Lamp})
    explained("statuses.md", set(STATUS_SYMBOLS.values()))
    explained("forms.md", set(FORM_WORDS))
    explained("format.md", {*BOUND_WORDS, *schema("plan")["properties"], *schema("progress")["properties"]})
    explained("format.md", set(schema("plan")["$defs"]["target"]["properties"]))
    explained("format.md", set(schema("progress")["$defs"]["figure"]["properties"]))
    explained("format.md", set(schema("waivers")["$defs"]["waiver"]["properties"]))
    for form in FORM_WORDS:
        explained("forms.md", set(schema("plan")["$defs"][form]["properties"]) - set(BOUND_WORDS))
    explained("command-line.md", {*FORMATS, *schema("config")["properties"], *schema("report")["properties"]})
    for piece in ("verdict", "finding"):
        explained("command-line.md", set(schema("report")["$defs"][piece]["properties"]))


@pytest.mark.parametrize("folder", IN_BOTH_LANGUAGES, ids=called)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_explained(name: str, folder: Path) -> None:
    text = (folder / "command-line.md").read_text(encoding="utf-8")
    command = import_module(f"vtrack.commands.{name}{'_' * iskeyword(name)}").command
    with click.Context(command, help_option_names=["-h", "--help"]) as context:
        options = [option for option in command.get_params(context) if isinstance(option, click.Option)]
    names = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    assert f"vtrack {name}" in text
    assert str(WIDE) in text
    assert [one for one in sorted(names) if not re.search(rf"`{re.escape(one)}\b", text)] == []


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_front_page_names_every_status(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [status.value for status in Status if f"`{status.value}`" not in text] == []


def test_both_languages_have_the_same_pages_and_examples() -> None:
    for page in sorted(DOCS.glob("*.md")):
        twin = DOCS / "zh" / page.name
        if page.name == "architecture.md":
            continue
        assert twin.exists(), f"{called(page)} has no Chinese version"
        assert [claim[1:] for claim in pieces(page) if isinstance(claim, Claim)] == [
            claim[1:] for claim in pieces(twin) if isinstance(claim, Claim)
        ], f"{called(page)} and {called(twin)} work through other examples"
