"""What files say can forge nothing in what vtrack says: no colours, no lines of its own, no annotations, no links."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.dom.minidom import parseString

import pytest

from tests.hostile.hold import DANGEROUS, answer, folder

EVIL = (
    "\\e[2J\\e]0;owned\\a\\e]8;;http://evil\\a",
    "\\n::error file=x::owned",
    "::warning::owned",
    "%0A::error::owned",
    "##[error]owned",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[link](javascript:alert(1)) ![x](http://evil/x.png)",
    "a | b | c\\n| --- |",
    "`code` *bold* _it_ ~~x~~ <!-- -->",
    "@everyone #1 !1",
    '=HYPERLINK(\\"http://evil\\",\\"x\\")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\\t=1+1",
    "\\u202Etxt.exe\\u200B\\u2066",
    "]]> &amp; ]]&gt; <!DOCTYPE x>",
    "{place} %s %(name)s {0.__class__}",
    "[bold red]rich[/bold red] [link=http://evil]x[/link]",
    "\\u0085next\\u2028line",
)
PLAN = """\
format: 1
locality: {{id: demo, name: "{0}"}}
document: {{title: "{0}", number: "{0}", issuer: "{0}", issued: 2023-06-29}}
period: {{start: 2023, end: 2027}}
departments: {{office: "{0}"}}
targets:
  one:
    name: "{0}"
    unit: "{0}"
    reach: {{at_least: 98}}
    baseline: {{year: 2022, value: 90}}
    lead: [office]
    source: "{0}"
    group: "{0}"
    note: "{0}"
  two:
    name: 节点
    milestone: {{states: [甲, "{0}"], reach: "{0}", by: 2025}}
    lead: [office]
    source: "{0}"
"{0}": 1
"""
PROGRESS = """\
format: 1
locality: demo
year: 2024
figures:
  one: {{value: 91, evidence: "{0}", note: "{0}"}}
  two: {{state: "{0}x", as_of: 2024-06-30}}
  "{0}": 3
"""


@pytest.fixture(scope="module")
def localities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locality for each evil text."""
    root = tmp_path_factory.mktemp("forgery")
    for number, evil in enumerate(EVIL):
        folder(root / f"n{number}", PLAN.format(evil), PROGRESS.format(evil))
    return root


def report(form: str, localities: Path) -> str:
    found = answer("check", ".", "--format", form, "--as-of", "2026-11-21", cwd=localities)
    assert found.code == 1
    assert found.err == ""
    return found.out


@pytest.mark.parametrize("form", ["table", "plain", "markdown", "csv", "github"])
def test_no_character_that_a_terminal_obeys(form: str, localities: Path) -> None:
    text = report(form, localities).removeprefix("\ufeff")

    assert not DANGEROUS.search(text)


def test_every_annotation_is_ours(localities: Path) -> None:
    lines = report("github", localities).splitlines()

    commands = [line for line in lines if line.lstrip().startswith(("::", "##["))]
    assert len(commands) > len(EVIL)
    for line in commands:
        assert re.match(r"::(error|warning|notice) file=n\d+/demo/[^,]+,line=\d+,", line), line


def test_markdown_holds_no_code_of_others(localities: Path) -> None:
    text = report("markdown", localities)

    assert not re.search(r"(?<!\\)<(script|img|!--|!DOCTYPE)", text)
    assert not re.search(r"(?<!\\)\]\((javascript|http)", text)
    for line in text.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) in (2, 3, 4, 5, 6, 7, 8, 9)


def test_no_cell_is_a_formula(localities: Path) -> None:
    rows = list(csv.reader(io.StringIO(report("csv", localities).removeprefix("\ufeff"))))

    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=+@\t\r]|-(?![0-9.]+\Z)", cell), cell


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_machines_read_one_whole_report(form: str, localities: Path) -> None:
    text = report(form, localities)

    assert json.loads(text)
    assert "\x1b" not in text


def test_nor_is_a_test_report_broken(localities: Path) -> None:
    text = report("junit", localities)

    assert parseString(text.encode()).documentElement is not None
    assert "\x1b" not in text
