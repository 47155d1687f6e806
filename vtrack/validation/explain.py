"""jsonschema's errors to one error a mistake, each of a kind that a clerk's sentence exists for.

jsonschema says the same mistake in several voices (``type`` and ``oneOf`` for a number where a mapping belongs,
``pattern`` and ``format`` for a date) and needs a branch to be chosen where it says ``oneOf``. The schemas use
``oneOf`` only for «exactly one of these keys», so counting the keys that are there says it better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from vtrack.model.bound import BOUND_WORDS
from vtrack.model.forms import FORM_WORDS
from vtrack.text.typed import number_meant
from vtrack.validation import meant
from vtrack.validation.schemas import Schema, resolved, schema_at
from vtrack.validation.shape import Path, ShapeError

_REPORT_WORDS = ("value", "count", "state", "done")
_CHOICES = {"form": FORM_WORDS, "bound": BOUND_WORDS, "report": _REPORT_WORDS}
_TYPES = {"object": "mapping", "array": "list", "string": "text", "integer": "whole number", "boolean": "true or false"}
_SIGNS = {"minimum": "≥", "maximum": "≤", "exclusiveMinimum": ">", "exclusiveMaximum": "<"}


def explain(errors: Iterable[Any], root: Schema, data: object) -> tuple[ShapeError, ...]:
    """One :class:`ShapeError` for each mistake that ``errors`` (of jsonschema, against ``root``) speak of.

    ``data`` is the whole file's, to find the departments whose names stand where their ids should.
    """
    by_place: dict[Path, dict[str, Any]] = {}
    names: dict[Path, ShapeError] = {}
    explainer = _Explainer(root, data)
    for error in errors:
        path = tuple(error.absolute_path)
        if "propertyNames" in error.absolute_schema_path:
            name = explainer.bad_name(path, error)
            names.setdefault(name.path, name)
        else:
            by_place.setdefault(path, {}).setdefault(error.validator, error)
    explained = list(names.values())
    for path, voices in by_place.items():
        explained.extend(explainer.one_place(path, voices))
    return tuple(explained)


class _Explainer:
    def __init__(self, root: Schema, data: object) -> None:
        self._root = root
        departments = data.get("departments") if isinstance(data, Mapping) else None
        known = departments.items() if isinstance(departments, Mapping) else ()
        self._departments = {name: id for id, name in known if isinstance(name, str)}

    def one_place(self, path: Path, voices: dict[str, Any]) -> Iterator[ShapeError]:
        """The errors of one place, without those that only repeat another."""
        if "type" in voices:
            yield self._wrong_type(path, voices["type"])
            return
        choice = voices.pop("oneOf", None)
        surplus = voices.pop("additionalProperties", None)
        known = surplus.schema.get("properties", {}) if surplus else {}
        unknown = [key for key in surplus.instance if key not in known] if surplus else []
        if choice is not None and (_chosen(choice) or "dependentRequired" not in voices):
            voices.pop("dependentRequired", None)
            error, explained = self._choice(path, choice, unknown)
            yield error
            unknown = [key for key in unknown if key not in explained]
        strangers = [self._unknown_key(path, key, surplus) for key in unknown]
        yield from strangers
        if "pattern" in voices:
            voices.pop("format", None)
        for word, error in voices.items():
            yield from self._other(path, word, error, {one.instead: one.found for one in strangers if one.instead})

    def bad_name(self, path: Path, error: Any) -> ShapeError:
        """A key that is no id, or no year."""
        key = str(error.instance)
        pattern = error.schema.get("pattern", "")
        is_day = error.schema.get("format") == "date"  # a key that looks like a day and is none
        if is_day or pattern.startswith("^(19|20|21)"):
            may_be_day = is_day or "(-" in pattern
            instead = (meant.day_meant(key, or_year=True) if may_be_day else None) or meant.year_meant(key)
            expected = ("year", "date") if may_be_day else ("year",)
            return ShapeError("year-key", (*path, key), key, expected, instead, at_key=True)
        return ShapeError("id", (*path, key), key, instead=meant.id_meant(key, {}), at_key=True)

    # -- keys -------------------------------------------------------------------------------------------------------

    def _unknown_key(self, path: Path, key: str, error: Any) -> ShapeError:
        properties = error.schema.get("properties", {})
        allowed = tuple(properties)
        belongs = self._belongs(path, key, error.instance)
        instead = None if belongs is not None else meant.key_meant(key, properties, self._root)
        if instead in error.instance:
            instead = None
        return ShapeError("unknown-key", (*path, key), key, allowed, instead, at_key=True, belongs=belongs)

    def _belongs(self, path: Path, key: str, instance: Mapping[str, Any]) -> Path | None:
        """The mapping nearby in which ``key`` would be known: one level in, or further out."""
        for child, value in instance.items():
            if isinstance(value, Mapping) and key in schema_at(self._root, (*path, child)).get("properties", {}):
                return (*path, child)
        for length in range(len(path) - 1, -1, -1):
            if key in schema_at(self._root, path[:length]).get("properties", {}):
                return path[:length]
        return None

    def _choice(self, path: Path, error: Any, unknown: list[str]) -> tuple[ShapeError, set[str]]:
        """The one error of «exactly one of these keys», and the unknown keys that it already speaks of."""
        words = {key for branch in error.validator_value for key in branch.get("required", ())}
        kind = next(kind for kind, order in _CHOICES.items() if words <= set(order))
        offered = tuple(word for word in _CHOICES[kind] if word in words)
        present = _chosen(error)
        if len(present) > 1:
            return ShapeError(kind, (*path, present[1]), ", ".join(present), offered, at_key=True), set()
        example = self._example(path, error.schema)
        if kind == "form" and (loose := [key for key in unknown if key in BOUND_WORDS]):
            within = {key for key in unknown for form in FORM_WORDS if key in self._properties((*path, form))}
            shown = f"reach: {{{loose[0]}: {meant.as_written(error.instance[loose[0]])}}}"
            found = ShapeError(kind, (*path, loose[0]), loose[0], offered, at_key=True, example=shown)
            return found, within
        properties = {word: self._root["$defs"].get(word, {}) for word in offered}
        for key in unknown:
            if near := meant.key_meant(key, properties, self._root) or _near(key, offered):
                return ShapeError(kind, (*path, key), key, offered, near, at_key=True), {key}
        taken = [key for key in unknown if isinstance(error.instance[key], Mapping)] if kind == "form" else unknown
        if len(taken) == 1 and self._belongs(path, taken[0], error.instance) is None:
            return ShapeError(kind, (*path, taken[0]), taken[0], offered, at_key=True, example=example), set(taken)
        return ShapeError(kind, path, "", offered, example=example), set()

    # -- values -----------------------------------------------------------------------------------------------------

    def _wrong_type(self, path: Path, error: Any) -> ShapeError:
        wanted = error.validator_value
        types = (wanted,) if isinstance(wanted, str) else tuple(wanted)
        instance, found = error.instance, _shown(error.instance)
        example = self._example(path, error.schema)
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
        if "string" in types and isinstance(instance, int | Decimal):
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

    def _other(self, path: Path, word: str, error: Any, slips: Mapping[str, str]) -> Iterator[ShapeError]:
        instance, schema = error.instance, error.schema
        found = _shown(instance)
        example = self._example(path, schema)
        if word == "required":
            for key in error.validator_value:
                # A misspelt key says it all, but whoever relies on the file must know that a section is missing.
                if key not in instance and (key not in slips or len(path) < 2):
                    example = self._example((*path, key), {})
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
            yield ShapeError("repeated-item", (*path, place), _shown(instance[place]))
        else:  # minItems, maxItems, minLength, minProperties, maxProperties
            only = instance[0] if isinstance(instance, list) and len(instance) == 1 else None
            instead = self._listed(only, schema) if isinstance(only, str) else None
            yield ShapeError("length", path, found, (word, str(error.validator_value)), instead, example=example)

    def _bad_word(self, path: Path, instance: object, schema: Schema) -> ShapeError:
        allowed = tuple(str(value) for value in (schema.get("enum") or [schema.get("const")]))
        found = _shown(instance)
        if isinstance(instance, str) and found in allowed:  # the right number in quotes
            return ShapeError("word", path, meant.quoted(found), allowed, found)
        near = meant.word_meant(found, allowed, schema.get("description", ""))
        return ShapeError("word", path, found, allowed, near)

    def _bad_text(self, path: Path, instance: object, schema: Schema) -> ShapeError:
        found = _shown(instance)
        example = self._example(path, schema)
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
        return ShapeError("date", path, found, expected, instead, example=self._example(path, schema))

    def _out_of_range(self, path: Path, instance: object, schema: Schema, limit: str) -> ShapeError:
        found = _shown(instance)
        is_year = schema.get("minimum") == 1900
        if is_year and schema.get("format") == "date" and len(found) > 4:
            return self._bad_date(path, found, schema)
        return ShapeError("range", path, found, (limit,), meant.year_meant(found) if is_year else None)

    # -- the schema's own words ---------------------------------------------------------------------------------------

    def _example(self, path: Path, schema: Schema) -> str:
        examples = schema_at(self._root, path).get("examples") or schema.get("examples")
        return meant.as_written(examples[0]) if examples else ""

    def _properties(self, path: Path) -> Mapping[str, Any]:
        properties: Mapping[str, Any] = schema_at(self._root, path).get("properties", {})
        return properties


_TRUTHS = ("true", "false")


def _chosen(error: Any) -> list[str]:
    """Those keys of «exactly one of these» that are there."""
    words = {key for branch in error.validator_value for key in branch.get("required", ())}
    return [word for order in _CHOICES.values() for word in order if word in words and word in error.instance]


def _near(key: str, offered: tuple[str, ...]) -> str | None:
    match = get_close_matches(key, offered, 1, 0.5)
    return match[0] if match else None


def _words(types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_TYPES.get(name, name) for name in types if name != "null")


def _shown(instance: object) -> str:
    """What stands there, short enough for a sentence."""
    if isinstance(instance, bool):
        return str(instance).lower()
    if isinstance(instance, Mapping):
        return "{…}" if instance else "{}"
    if isinstance(instance, list):
        return "[…]" if instance else "[]"
    return "" if instance is None else str(instance)[:60]
