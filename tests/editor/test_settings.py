"""What an editor is told: the schema in the first line of an example, and the settings for VS Code."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath

import pytest

from vtrack.validation.schemas import schema

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
FILES = sorted(file for folder in ("examples", "plans") for file in (ROOT / folder).rglob("*.yaml"))
VTRACKS = [file for file in FILES if file.name in ("plan.yaml", "waivers.yaml") or re.match("[0-9]{4}", file.name)]


def called(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", [file for file in VTRACKS if file.is_relative_to(ROOT / "examples")], ids=called)
def test_an_examples_first_line_leads_to_its_schema(file: Path) -> None:
    match = MODELINE.match(file.read_text(encoding="utf-8"))

    assert match is not None, "the first line names no schema"
    kind = {"plan.yaml": "plan", "waivers.yaml": "waivers"}.get(file.name, "progress")
    assert (file.parent / match[1]).resolve() == ROOT / "schemas" / f"{kind}.schema.json"


@pytest.mark.parametrize("file", FILES, ids=called)
def test_no_first_line_leads_nowhere(file: Path) -> None:
    for target in MODELINE.findall(file.read_text(encoding="utf-8")):
        assert (file.parent / target).is_file(), target


@pytest.mark.parametrize("file", [*VTRACKS, ROOT / "vtrack.yaml"], ids=called)
def test_the_settings_know_the_schema_of_every_file(file: Path) -> None:
    path = PurePosixPath(called(file))
    story = path.is_relative_to("examples/story") and path.name[0].isdigit()  # play.py puts them into their folder

    found = [name for name, patterns in SETTINGS["yaml.schemas"].items() for one in patterns if matches(path, one)]

    assert len(found) == (0 if story else 1)
    assert all((ROOT / name).is_file() for name in found)


def matches(path: PurePosixPath, pattern: str) -> bool:
    """As VS Code's globs are meant: ``**/`` is any folder, or none."""
    regex = re.escape(pattern).replace(r"\*\*/", "(.*/)?").replace(r"\*", "[^/]*")
    return re.fullmatch(regex, path.as_posix()) is not None


def test_the_settings_know_every_schema_for_files() -> None:
    names = {PurePosixPath(name).name.partition(".")[0] for name in SETTINGS["yaml.schemas"]}

    assert names == {"plan", "progress", "waivers", "config"}
    for name in names:
        assert schema(name)["$schema"].endswith("2020-12/schema")


def test_the_settings_write_what_vtrack_reads() -> None:
    assert SETTINGS["files.encoding"] == "utf8"
    assert SETTINGS["[yaml]"] == {"editor.insertSpaces": True, "editor.tabSize": 2}
    assert SETTINGS["yaml.yamlVersion"] == "1.2"


def test_the_recommended_extension_is_the_one_that_reads_these_settings() -> None:
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))

    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
