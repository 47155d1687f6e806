"""What files say can forge nothing in what vtrack says: no colours, no lines of its own, no annotations, no links."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.dom.minidom import parseString

import pytest

from tests.hostile.evil import EVIL, HIDDEN, PLAN, PROGRESS
from tests.hostile.hold import DANGEROUS, answer, commands, folder
from vtrack.reports.formats import FORMATS

ANNOTATION = re.compile(r"::(error|warning|notice) file=n\d+/demo/[^,]+,line=\d+,")
FAULTY_PLAN = f'{PLAN}"{{0}}": 1\n'
FAULTY_PROGRESS = PROGRESS.replace('state: "{0}"', 'state: "{0}x"').replace("  three: 5\n", '  "{0}": 3\n')


@pytest.fixture(scope="module")
def localities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locality for each evil text, in files that have faults."""
    root = tmp_path_factory.mktemp("forgery")
    for number, evil in enumerate((*EVIL, *HIDDEN)):
        folder(root / f"n{number}", FAULTY_PLAN.format(evil, "demo"), FAULTY_PROGRESS.format(evil, "demo"))
    return root


def report(form: str, localities: Path) -> str:
    found = answer("check", ".", "--format", form, "--as-of", "2026-11-21", cwd=localities)
    assert found.code == 1
    assert found.err == ""
    return found.out


@pytest.mark.parametrize("form", FORMATS)
def test_no_character_that_a_terminal_obeys(form: str, localities: Path) -> None:
    text = report(form, localities).removeprefix("\ufeff")

    assert not DANGEROUS.search(text)


@pytest.mark.parametrize("form", FORMATS)
def test_no_line_of_a_log_is_a_command(form: str, localities: Path) -> None:
    """Whatever the format, it goes to the log of a pipeline, which obeys some lines."""
    for line in commands(report(form, localities)):
        assert form == "github", line
        assert ANNOTATION.match(line), line


def test_a_character_that_is_written_by_its_code_is_found(localities: Path) -> None:
    found = json.loads(report("json", localities))["findings"]

    for number, evil in enumerate((*EVIL, *HIDDEN)):
        here = {
            (one["rule"], one["file"].rpartition("/")[2])
            for one in found
            if one["file"].startswith(f"n{number}/")
            and one["rule"] in ("text/control-character", "text/invisible-character")
        }
        assert {file for _, file in here} == ({"plan.yaml", "2024.yaml"} if evil in HIDDEN else set()), evil


def test_every_annotation_is_ours(localities: Path) -> None:
    lines = report("github", localities).splitlines()

    assert len(lines) > len(EVIL)
    assert len(commands("\n".join(lines))) == len(lines) - 3, "all but the counts"


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
