"""The schemas mean the same to everybody: vtrack, check-jsonschema and ajv agree on every example.

``good/`` and ``bad/`` hold one file a case, named for the schema and for what it shows. The first line of a bad one
names what vtrack makes of it: the rules of the family ``schema``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vtrack.text.reading import read
from vtrack.validation.schemas import SCHEMA_NAMES, schema
from vtrack.validation.shape import shape_errors

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NODE = HERE.parent / "node"
GOOD = sorted((HERE / "good").glob("*.yaml"))
BAD = sorted((HERE / "bad").glob("*.yaml"))
EXAMPLES = [*GOOD, *BAD]
KINDS = ("plan", "progress", "waivers", "config")


def kind(file: Path) -> str:
    """The schema that an example is held against."""
    return file.name.partition("-")[0]


def name(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


def test_there_are_enough_examples_of_every_kind() -> None:
    assert len(GOOD) >= 12
    assert len(BAD) >= 40
    for files in (GOOD, BAD):
        assert {kind(file) for file in files} == set(KINDS)


@pytest.mark.parametrize("file", GOOD, ids=name)
def test_vtrack_accepts(file: Path) -> None:
    reading = read(file.read_bytes())

    assert reading.flaws == ()
    assert reading.document is not None
    assert shape_errors(reading.document.data, kind(file)) == ()


@pytest.mark.parametrize("file", BAD, ids=name)
def test_vtrack_refuses_and_knows_why(file: Path) -> None:
    data = file.read_bytes()
    reading = read(data)

    assert reading.flaws == (), "the text is in order; only its shape is wrong"
    assert reading.document is not None
    errors = shape_errors(reading.document.data, kind(file))
    wanted = data.decode().split("\n", 1)[0].removeprefix("# ").split()
    assert len(errors) == 1, errors
    assert errors[0].kind in wanted


@pytest.fixture(scope="session")
def by_check_jsonschema() -> dict[str, bool]:
    """What check-jsonschema says of each example."""
    verdicts = {}
    for one in KINDS:
        files = [file for file in EXAMPLES if kind(file) == one]
        arguments = ["--schemafile", str(ROOT / "schemas" / f"{one}.schema.json"), "--output-format", "json"]
        done = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", *arguments, *map(str, files)],
            capture_output=True,
            check=False,
            timeout=120,
        )
        report = json.loads(done.stdout)
        assert not report.get("parse_errors"), report
        refused = {Path(error["filename"]).resolve() for error in report["errors"]}
        verdicts.update({name(file): file.resolve() not in refused for file in files})
    return verdicts


@pytest.fixture(scope="session")
def by_ajv() -> dict[str, bool]:
    """What ajv says of each example."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed")
    if not (NODE / "node_modules").is_dir():
        pytest.skip("tests/node/node_modules is missing: run «npm ci» in tests/node")
    asked = [{"schema": str(ROOT / "schemas" / f"{kind(file)}.schema.json"), "file": str(file)} for file in EXAMPLES]
    done = subprocess.run(
        [node, str(NODE / "validate.mjs")],
        input=json.dumps(asked),
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(map(name, EXAMPLES), json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("file", EXAMPLES, ids=name)
def test_check_jsonschema_agrees(file: Path, by_check_jsonschema: dict[str, bool]) -> None:
    assert by_check_jsonschema[name(file)] == (file in GOOD)


@pytest.mark.parametrize("file", EXAMPLES, ids=name)
def test_ajv_agrees(file: Path, by_ajv: dict[str, bool]) -> None:
    assert by_ajv[name(file)] == (file in GOOD)


@pytest.mark.parametrize("one", SCHEMA_NAMES)
def test_a_schema_is_one_of_its_own_draft_and_explained_in_both_languages(one: str) -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema(one))
    assert schema(one)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for title, description in texts(schema(one)):
        assert any("\u4e00" <= character <= "\u9fff" for character in title + description), title
        assert description.count("\n") == 1, f"{title}: a line in Chinese and a line in English"


def texts(piece: object) -> list[tuple[str, str]]:
    """The title and description of every part of a schema that has one."""
    if isinstance(piece, list):
        return [pair for item in piece for pair in texts(item)]
    if not isinstance(piece, dict):
        return []
    own = [(piece["title"], piece["description"])] if isinstance(piece.get("description"), str) else []
    return own + [pair for item in piece.values() for pair in texts(item)]


@pytest.mark.parametrize("one", SCHEMA_NAMES)
def test_the_examples_in_a_schema_are_valid(one: str) -> None:
    """Editors offer them to be typed."""
    from jsonschema import Draft202012Validator, FormatChecker

    whole = schema(one)
    for piece in pieces(whole):
        validator = Draft202012Validator({**piece, "$defs": whole.get("$defs", {})}, format_checker=FormatChecker())
        for example in piece["examples"]:
            validator.validate(example)


def pieces(piece: object) -> list[dict[str, object]]:
    """Every part of a schema that has examples."""
    if isinstance(piece, list):
        return [found for item in piece for found in pieces(item)]
    if not isinstance(piece, dict):
        return []
    own = [piece] if isinstance(piece.get("examples"), list) and "description" in piece else []
    return own + [found for key, item in piece.items() if key != "examples" for found in pieces(item)]
