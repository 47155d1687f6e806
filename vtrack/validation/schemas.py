"""The shipped JSON Schemas, and what they say of one place in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

SCHEMA_NAMES = ("plan", "progress", "waivers", "config", "report")

Schema = Mapping[str, Any]


def schema_folder() -> Path:
    """Where the schemas are: in the package, or beside it in a checkout that was not installed."""
    try:
        return Path(import_module("vtrack.schemas").__path__[0])
    except ModuleNotFoundError:
        return Path(__file__).parents[2] / "schemas"


@cache
def schema(name: str) -> dict[str, Any]:
    """One of the schemas by its short name, such as ``plan``."""
    text = (schema_folder() / f"{name}.schema.json").read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text))


def schema_at(root: Schema, path: tuple[str | int, ...]) -> Schema:
    """What ``root`` says of the value at ``path``, references followed; empty where it says nothing."""
    node = resolved(root, root)
    for step in path:
        if isinstance(step, int):
            below = node.get("items")
        else:
            below = node.get("properties", {}).get(step) or node.get("additionalProperties")
        if not isinstance(below, Mapping):
            return {}
        node = resolved(root, below)
    return node


def resolved(root: Schema, node: Schema) -> Schema:
    """``node`` with its references followed; what stands beside a reference comes first."""
    while "$ref" in node:
        beside = {key: value for key, value in node.items() if key != "$ref"}
        node = {**root["$defs"][node["$ref"].rpartition("/")[2]], **beside}
    return node
