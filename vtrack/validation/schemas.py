"""The shipped JSON Schemas."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from importlib.abc import Traversable
from pathlib import Path
from typing import Any, cast

SCHEMA_NAMES = ("plan", "progress", "waivers", "config", "report")


def schema_folder() -> Traversable | Path:
    """Where the schemas are: in the package, or beside it in a checkout that was not installed."""
    try:
        return files("vtrack.schemas")
    except ModuleNotFoundError:
        return Path(__file__).parents[2] / "schemas"


@cache
def schema(name: str) -> dict[str, Any]:
    """One of the schemas by its short name, such as ``plan``."""
    text = (schema_folder() / f"{name}.schema.json").read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text))
