"""Errors of one value: of its type, its words, its date, its length.

jsonschema says the same mistake in several voices (``type`` and ``oneOf`` for a number where a mapping belongs,
``pattern`` and ``format`` for a date); here each is one error, with what was meant where that can be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from vtrack.text.typed import number_meant
from vtrack.validation import meant
from vtrack.validation.schemas import Schema, resolved, schema_at
from vtrack.validation.shape import Path, ShapeError

_TYPES = {"object": "mapping", "array": "list", "string": "text", "integer": "whole number", "boolean": "true or false"}
_SIGNS = {"minimum": "≥", "maximum": "≤", "exclusiveMinimum": ">", "exclusiveMaximum": "<"}
_TRUTHS = ("true", "false")


class Values:
    """What is wrong with values, by ``root``, the schema of the file that ``data`` was read from."""

    def __init__(self, root: Schema, data: object) -> None:
        self._root = root
        departments = data.get("departments") if isinstance(data, Mapping) else None
        known = departments.items() if isinstance(departments, Mapping) else ()
        self._departments = {name: id for id, name in known if isinstance(name, str)}

    def wrong_type(self, path: Path, error: Any) -> ShapeError:
        """A value of another type than the schema names."""
        wanted = error.validator_value
        types = (wanted,) if isinstance(wanted, str) else tuple(wanted)
        instance, found = error.instance, shown(error.instance)
        example = self.example(path, error.schema)
        if error.schema.get("format") == "date" and isinstance(instance, int | Decimal | str) and found not in _TRUTHS:
            return self._bad_date(path, found, error.schema)
        if isinstance(instance, str) and {"number", "integer"} & set(types):
            instead = self._number(found, error.schema)
            return ShapeError("number", path, found, _words(types), instead, example=example)
        instead = self._retyped(instance, found, set(types), error.schema)
        return ShapeError("type", path, found, _words(types), instead, example=example)

    def _number(self, found: str, schema: Schema) -> str | None:
        if "count" in schema.get("properties", {}):
            if share := meant.share_meant(found):
                return share
            if meant.truth_meant(found) == "true" and not found.isdigit():
                return "{done: true}"
        if schema.get("minimum") == 1900:
            return meant.year_meant(found)
        return number_meant(found)

    def _retyped(self, instance: object, found: str, types: set[str], schema: Schema) -> str | None:
        """The same value as one of ``types``."""
        if "boolean" in types:
            return meant.truth_meant(found)
        if "count" in schema.get("properties", {}) and instance is True:
            return "{done: true}"
        if "string" in types and isinstance(instance, int | Decimal) and not isinstance(instance, bool):
            return meant.quoted(found)
        if "string" in types and isinstance(instance, list) and len(instance) == 1 and isinstance(instance[0], str):
            return meant.as_written(instance[0])
        if "array" in types and isinstance(instance, str):
            return self._listed(instance, schema)
        if "start" in schema.get("properties", {}) and isinstance(instance, str):
            return meant.period_meant(instance)
        is_free = not {"required", "oneOf", "minProperties"} & set(schema)
        return "{}" if types == {"object"} and is_free and (instance is None or instance is True) else None

    def _listed(self, text: str, schema: Schema) -> str | None:
        items = resolved(self._root, schema.get("items", {}))
        if "number" in items.get("type", ()):
            return meant.range_meant(text)
        if items.get("pattern", "").startswith("^[a-z0-9]+(-"):
            return meant.ids_meant(text, self._departments)
        return meant.texts_meant(text) if items.get("type") == "string" else None

    def other(self, path: Path, word: str, error: Any, slips: Mapping[str, str]) -> Iterator[ShapeError]:
        """What a keyword of JSON Schema, ``word``, has against a value; ``slips`` are keys known to be misspelt."""
        instance, schema = error.instance, error.schema
        found = shown(instance)
        example = self.example(path, schema)
        if word == "required":
            for key in error.validator_value:
                # A misspelt key says it all, but whoever relies on the file must know that a section is missing.
                if key not in instance and (key not in slips or len(path) < 2):
                    example = self.example((*path, key), {})
                    yield ShapeError("missing-key", path, slips.get(key, ""), (key,), example=example)
        elif word == "dependentRequired":
            for key, needs in error.validator_value.items():
                for needed in (needed for needed in needs if key in instance and needed not in instance):
                    yield ShapeError("missing-key", (*path, key), key, (needed,), at_key=True)
        elif word in ("enum", "const"):
            yield self._bad_word(path, instance, schema)
        elif word in ("pattern", "format"):
            yield self._bad_text(path, instance, schema)
        elif word in _SIGNS:
            yield self._out_of_range(path, instance, schema, f"{_SIGNS[word]} {error.validator_value}")
        elif word == "uniqueItems":
            place = next((i for i, item in enumerate(instance) if item in instance[:i]), 0)
            yield ShapeError("repeated-item", (*path, place), shown(instance[place]))
        else:  # minItems, maxItems, minLength, minProperties, maxProperties
            only = instance[0] if isinstance(instance, list) and len(instance) == 1 else None
            instead = self._listed(only, schema) if isinstance(only, str) else None
            yield ShapeError("length", path, found, (word, str(error.validator_value)), instead, example=example)

    def _bad_word(self, path: Path, instance: object, schema: Schema) -> ShapeError:
        allowed = tuple(str(value) for value in (schema.get("enum") or [schema.get("const")]))
        found = shown(instance)
        if isinstance(instance, str) and found in allowed:  # the right number in quotes
            return ShapeError("word", path, meant.quoted(found), allowed, found)
        near = meant.word_meant(found, allowed, schema.get("description", ""))
        return ShapeError("word", path, found, allowed, near)

    def _bad_text(self, path: Path, instance: object, schema: Schema) -> ShapeError:
        found = shown(instance)
        example = self.example(path, schema)
        if schema.get("format") == "date":
            return self._bad_date(path, found, schema)
        types = schema.get("type", ())
        if "number" in types or "integer" in types:
            return ShapeError("number", path, found, _words(tuple(types)), self._number(found, schema), example=example)
        if schema["pattern"].startswith("^[a-z0-9]+(-"):
            return ShapeError("id", path, found, instead=meant.id_meant(found, self._departments), example=example)
        return ShapeError("pattern", path, found, (schema["pattern"],), example=example)

    def _bad_date(self, path: Path, found: str, schema: Schema) -> ShapeError:
        or_year = "integer" in schema.get("type", ())
        instead = meant.day_meant(found, or_year=or_year)
        expected = ("year", "date") if or_year else ("date",)
        return ShapeError("date", path, found, expected, instead, example=self.example(path, schema))

    def _out_of_range(self, path: Path, instance: object, schema: Schema, limit: str) -> ShapeError:
        found = shown(instance)
        is_year = schema.get("minimum") == 1900
        if is_year and schema.get("format") == "date" and len(found) > 4:
            return self._bad_date(path, found, schema)
        return ShapeError("range", path, found, (limit,), meant.year_meant(found) if is_year else None)

    def example(self, path: Path, schema: Schema) -> str:
        """What may stand at ``path``, as the schema shows it; empty where it shows nothing."""
        examples = schema_at(self._root, path).get("examples") or schema.get("examples")
        return meant.as_written(examples[0]) if examples else ""


def _words(types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_TYPES.get(name, name) for name in types if name != "null")


def shown(instance: object) -> str:
    """What stands there, short enough for a sentence."""
    if isinstance(instance, bool):
        return str(instance).lower()
    if isinstance(instance, Mapping):
        return "{…}" if instance else "{}"
    if isinstance(instance, list):
        return "[…]" if instance else "[]"
    return "" if instance is None else str(instance)[:60]
