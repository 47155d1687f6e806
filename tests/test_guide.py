"""The Chinese guide shows what happens: its pictures are those of a fresh run, and its commands are there."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest

from vtrack.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "zh" / "guide.md"
FOLDER = ROOT / "docs" / "zh" / "pictures"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))
CALL = re.compile(rf"vtrack (?:{'|'.join(COMMANDS)})\b[^`\n]*")
_SVG = "{http://www.w3.org/2000/svg}"


def text() -> str:
    return GUIDE.read_text(encoding="utf-8")


def words(picture: str) -> list[str]:
    """The words of a picture, line by line."""
    lines: dict[float, list[str]] = {}
    for piece in ElementTree.fromstring(picture).iter(f"{_SVG}text"):
        lines.setdefault(float(piece.attrib["y"]), []).append(piece.text or "")
    return [" ".join(pieces) for _, pieces in sorted(lines.items())]


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_shows_what_the_commands_print(name: str) -> None:
    pictures = pytest.importorskip("tools.pictures", reason="a pseudo-terminal is Unix's")

    committed = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")

    assert name in pictures.SCENES, "no scene makes it"
    assert words(committed) == words(pictures.drawn(pictures.SCENES[name])), "run: python tools/pictures.py"


def test_each_picture_is_in_the_guide_and_there() -> None:
    shown = re.findall(r"!\[([^\]]+)\]\(pictures/([a-z-]+)\.svg\)", text())

    assert sorted(name for _, name in shown) == NAMES
    assert all(re.search("[\u4e00-\u9fff]", title) for title, _ in shown), "who sees no picture reads its title"


def test_each_scene_has_been_drawn() -> None:
    pictures = pytest.importorskip("tools.pictures", reason="a pseudo-terminal is Unix's")

    assert sorted(pictures.SCENES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_needs_nothing_from_elsewhere(name: str) -> None:
    picture = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")

    assert not re.search(r"@font-face|url\(|href|<script|<image|<style", picture)
    assert "/tmp" not in picture
    assert str(ROOT) not in picture


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_speaks_chinese(name: str) -> None:
    for line in words((FOLDER / f"{name}.svg").read_text(encoding="utf-8")):
        said = "" if line.startswith("> ") else re.sub(r"vtrack [a-z]+( [a-z/-]+)?", "", line)
        assert not re.search(r"(?<![\w./-])[a-z]{2,} ([a-z]{2,}|[0-9])", said), line


@pytest.mark.parametrize("name", NAMES)
def test_the_columns_of_a_picture_do_not_depend_on_fonts(name: str) -> None:
    """Each run of letters has its length, and each other character its own place."""
    for piece in ElementTree.parse(FOLDER / f"{name}.svg").iter(f"{_SVG}text"):
        run = piece.text or ""
        assert "textLength" in piece.attrib or len(piece.attrib["x"].split()) == len(run), run


def calls() -> list[str]:
    return sorted({found[0].strip() for found in CALL.finditer(text())})


@pytest.mark.parametrize("call", calls())
def test_commands_and_options_of_the_guide_are_there(call: str) -> None:
    _, name, *rest = shlex.split(call)
    command = import_module(f"vtrack.commands.{name}{'_' * iskeyword(name)}").command
    known = {option for one in command.params if isinstance(one, click.Option) for option in one.opts}

    assert {word for word in rest if word.startswith("-")} <= known


def test_links_in_the_table_of_contents_name_every_chapter() -> None:
    chapters = re.findall(r"^## (.+)$", text(), re.M)

    assert re.findall(r"^- \[(.+?)\]\(#", text(), re.M) == chapters
