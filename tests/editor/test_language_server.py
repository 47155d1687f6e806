"""The real yaml-language-server, which editors run: it offers, explains and marks what the schemas say.

``npm ci`` in ``tests/node`` installs it; without it, or without node, the tests are skipped.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.editor.server import Server
from vtrack.model.forms import FORM_WORDS
from vtrack.validation.schemas import schema

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "tests" / "node" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="node is not installed"),
    pytest.mark.skipif(not SERVER.exists(), reason="tests/node is not installed: npm ci there"),
]

NUMBERS = count(1)
TARGET = """format: 1
locality: {id: demo, name: 示范县, level: county}
period: {start: 2023, end: 2027}
targets:
  coverage:
    name: 覆盖率
    """
GOOD = """format: 1
locality: {id: demo, name: 示范县, level: county}
document: {title: 示范县实施方案}
period: {start: 2023, end: 2027}
departments: {office: 县政府办公室}
targets:
  coverage:
    name: 覆盖率
    unit: "%"
    reach: {at_least: 98}
    lead: [office]
"""


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    """The settings of ``.vscode``, with the schemas' files where they lie; nothing is fetched from anywhere."""
    given = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    schemas = {(ROOT / file).as_uri(): patterns for file, patterns in given["yaml.schemas"].items()}
    return {
        "schemas": schemas,
        "yamlVersion": given["yaml.yamlVersion"],
        "schemaStore": {"enable": False},
        "validate": True,
        "completion": True,
        "hover": True,
    }


@pytest.fixture(scope="module")
def server(settings: dict[str, Any]) -> Iterator[Server]:
    assert NODE is not None
    with Server([NODE, str(SERVER), "--stdio"], ROOT, settings) as running:
        yield running


@pytest.fixture(params=["by its name", "by its first line"])
def file(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """A plan that does not lie on the disk, another one in each test, and the lines that its text begins with."""
    folder = ROOT / "plans" / f"nowhere-{next(NUMBERS)}"
    if request.param == "by its name":
        return folder / "plan.yaml", ""
    return folder / "draft.yaml", "# yaml-language-server: $schema=../../schemas/plan.schema.json\n"


def line_of(text: str, piece: str) -> tuple[int, int]:
    """Where a piece of a text begins, counted from 0."""
    before = text[: text.index(piece)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def test_a_good_plan_has_nothing_against_it(server: Server, file: tuple[Path, str]) -> None:
    path, first = file

    assert server.open(path, first + GOOD) == []


def test_completion_in_a_target_offers_the_forms(server: Server, file: tuple[Path, str]) -> None:
    path, first = file
    text = first + TARGET
    server.open(path, text)

    items = server.complete(path, text.count("\n"), 4)

    labels = {item["label"] for item in items}
    assert set(FORM_WORDS) <= labels
    assert {"unit", "baseline", "nature", "lead", "assist"} <= labels
    assert "name" not in labels, "what is there already is not offered again"
    assert "targets" not in labels


def test_completion_in_a_form_offers_the_bounds(server: Server, file: tuple[Path, str]) -> None:
    path, first = file
    text = f"{first}{TARGET}reach:\n      "
    server.open(path, text)

    labels = {item["label"] for item in server.complete(path, text.count("\n"), 6)}

    assert {"at_least", "above", "at_most", "below", "equal", "between", "about", "by", "schedule"} <= labels


@pytest.mark.parametrize(
    ("piece", "way"),
    [
        ("departments", ("properties", "departments")),
        ("unit", ("$defs", "target", "properties", "unit")),
        ("reach", ("$defs", "reach")),
    ],
)
def test_hover_on_a_key_shows_the_chinese_description(
    server: Server, file: tuple[Path, str], piece: str, way: tuple[str, ...]
) -> None:
    path, first = file
    text = first + GOOD
    server.open(path, text)
    described: Any = schema("plan")
    for step in way:
        described = described[step]

    line, column = line_of(text, f"{piece}:")
    shown = server.hover(path, line, column + 1)

    words = described["description"].split("\n")[0]
    assert any("\u4e00" <= character <= "\u9fff" for character in words)
    assert plain(words)[:20] in plain(shown)


def plain(text: str) -> str:
    """A text without markdown's escapes and blanks."""
    return "".join(text.replace("\\", "").replace("&nbsp;", "").split())


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("    unit:", "    unti:"), ("at_least", "at_lest"), ("departments:", "department:"), ("level:", "levle:")],
)
def test_a_misspelt_key_is_marked_where_it_stands(
    server: Server, file: tuple[Path, str], right: str, wrong: str
) -> None:
    path, first = file
    text = first + GOOD.replace(right, wrong)

    marks = server.open(path, text)

    line, _ = line_of(text, wrong.strip())
    assert line in {mark["range"]["start"]["line"] for mark in marks}, marks
    (word,) = (mark for mark in marks if wrong.strip(" :") in mark["message"])
    assert word["range"]["start"]["line"] == line


def test_a_progress_file(server: Server) -> None:
    path = ROOT / "plans/nowhere/progress/2024.yaml"
    text = "format: 1\nlocality: demo\nyear: 2024\nfigures:\n  coverage: {value: 95.2, evidnce: 公报}\n"

    (mark,) = server.open(path, text)

    assert mark["range"]["start"] == {"line": 4, "character": 26}
    assert "evidnce" in mark["message"]


@pytest.mark.parametrize(
    "example", sorted((ROOT / "examples").rglob("*.yaml")), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_examples_are_marked_where_they_are_faulty_and_only_there(server: Server, example: Path) -> None:
    marks = server.open(example, example.read_text(encoding="utf-8"))

    assert bool(marks) == ("mistakes" in example.parts), marks
