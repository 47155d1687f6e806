"""jsonschema's errors to one error a mistake, each of a kind that a clerk's sentence exists for.

jsonschema says the same mistake in several voices (``type`` and ``oneOf`` for a number where a mapping belongs,
``pattern`` and ``format`` for a date) and needs a branch to be chosen where it says ``oneOf``. The schemas use
``oneOf`` only for «exactly one of these keys», so counting the keys that are there says it better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from vtrack.model.bound import BOUND_WORDS
from vtrack.model.forms import FORM_WORDS
from vtrack.text.typed import date_meant, number_meant
from vtrack.validation.shape import Path, ShapeError

_REPORT_WORDS = ("value", "count", "state", "done")
_CHOICES = {"form": FORM_WORDS, "bound": BOUND_WORDS, "report": _REPORT_WORDS}
_TYPES = {"object": "mapping", "array": "list", "string": "text", "integer": "whole number", "boolean": "true or false"}


def explain(errors: Iterable[Any]) -> tuple[ShapeError, ...]:
    """One :class:`ShapeError` for each mistake that ``errors`` (of jsonschema) speak of."""
    by_place: dict[Path, dict[str, Any]] = {}
    names: list[ShapeError] = []
    for error in errors:
        path = tuple(error.absolute_path)
        if "propertyNames" in error.absolute_schema_path:
            names.append(_bad_name(path, error))
        else:
            by_place.setdefault(path, {}).setdefault(error.validator, error)
    explained = list(dict.fromkeys(names))
    for path, voices in by_place.items():
        explained.extend(_one_place(path, voices))
    return tuple(explained)


def _one_place(path: Path, voices: dict[str, Any]) -> Iterator[ShapeError]:
    """The errors of one place, without those that only repeat another."""
    if "type" in voices:
        yield _wrong_type(path, voices["type"])
        return
    choice = voices.pop("oneOf", None)
    unknown = _unknown_keys(voices["additionalProperties"]) if "additionalProperties" in voices else ()
    if choice is not None and "dependentRequired" not in voices:
        error, taken = _choice(path, choice, unknown)
        yield error
        unknown = tuple(key for key in unknown if key != taken)
    for key in unknown:
        allowed = tuple(voices["additionalProperties"].schema.get("properties", {}))
        near = get_close_matches(key, allowed, 1, 0.6)
        yield ShapeError("unknown-key", (*path, key), key, allowed, near[0] if near else None, at_key=True)
    voices.pop("additionalProperties", None)
    if "pattern" in voices:
        voices.pop("format", None)
    for word, error in voices.items():
        yield from _other(path, word, error)


def _other(path: Path, word: str, error: Any) -> Iterator[ShapeError]:
    instance, schema = error.instance, error.schema
    found = _shown(instance)
    if word == "required":
        for key in error.validator_value:
            if key not in instance:
                yield ShapeError("missing-key", path, expected=(key,))
    elif word == "dependentRequired":
        for key, needs in error.validator_value.items():
            if key in instance:
                for needed in needs:
                    if needed not in instance:
                        yield ShapeError("missing-key", (*path, key), key, (needed,))
    elif word in ("enum", "const"):
        allowed = tuple(str(value) for value in (schema.get("enum") or [schema.get("const")]))
        near = get_close_matches(found, allowed, 1, 0.5)
        yield ShapeError("word", path, found, allowed, near[0] if near else None)
    elif word in ("pattern", "format"):
        yield _bad_text(path, instance, schema)
    elif word in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
        sign = {"minimum": "≥", "maximum": "≤", "exclusiveMinimum": ">", "exclusiveMaximum": "<"}[word]
        yield ShapeError("range", path, found, (f"{sign} {error.validator_value}",))
    elif word == "uniqueItems":
        yield ShapeError("repeated-item", path)
    else:  # minItems, maxItems, minLength, minProperties, maxProperties
        yield ShapeError("length", path, found, (str(error.validator_value),))


def _wrong_type(path: Path, error: Any) -> ShapeError:
    wanted = error.validator_value
    types = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    instance, found = error.instance, _shown(error.instance)
    if error.schema.get("format") == "date":
        return ShapeError("date", path, found, instead=date_meant(found))
    if isinstance(instance, str) and {"number", "integer"} & set(types):
        return ShapeError("number", path, found, instead=number_meant(found))
    return ShapeError("type", path, found, tuple(_TYPES.get(name, name) for name in types if name != "null"))


def _bad_text(path: Path, instance: Any, schema: Mapping[str, Any]) -> ShapeError:
    found = _shown(instance)
    if schema.get("format") == "date":
        return ShapeError("date", path, found, instead=date_meant(found))
    types = schema.get("type", ())
    if "number" in types or "integer" in types:
        return ShapeError("number", path, found, instead=number_meant(found))
    if schema["pattern"].startswith("^[a-z0-9]+(-"):
        return ShapeError("id", path, found, instead=_id_meant(found))
    return ShapeError("pattern", path, found, (schema["pattern"],))


def _bad_name(path: Path, error: Any) -> ShapeError:
    key = str(error.instance)
    if error.schema.get("pattern", "").startswith("^[0-9]{4}"):
        return ShapeError("year-key", (*path, key), key, instead=_year_meant(key), at_key=True)
    return ShapeError("id", (*path, key), key, instead=_id_meant(key), at_key=True)


def _unknown_keys(error: Any) -> tuple[str, ...]:
    properties = error.schema.get("properties", {})
    return tuple(key for key in error.instance if key not in properties)


def _choice(path: Path, error: Any, unknown: tuple[str, ...]) -> tuple[ShapeError, str | None]:
    """The one error of «exactly one of these keys», and the unknown key that it already speaks of."""
    words = {key for branch in error.validator_value for key in branch.get("required", ())}
    kind, order = next((kind, order) for kind, order in _CHOICES.items() if words <= set(order))
    offered = tuple(word for word in order if word in words)
    present = [word for word in offered if word in error.instance]
    if len(present) > 1:
        return ShapeError(kind, (*path, present[1]), ", ".join(present), offered, at_key=True), None
    taken, near = next(
        ((key, match[0]) for key in unknown if (match := get_close_matches(key, offered, 1, 0.5))), (None, None)
    )
    if taken is None and kind == "form":
        taken = next((key for key in unknown if isinstance(error.instance[key], Mapping)), None)
    if taken is None:
        return ShapeError(kind, path, "", offered), None
    return ShapeError(kind, (*path, taken), taken, offered, near, at_key=True), taken


def _shown(instance: object) -> str:
    """What stands there, short enough for a sentence."""
    if isinstance(instance, bool):
        return str(instance).lower()
    if isinstance(instance, Mapping):
        return "{…}"
    return "[…]" if isinstance(instance, list) else "" if instance is None else str(instance)[:60]


def _id_meant(text: str) -> str | None:
    """The id that a name in capitals, with underscores or spaces, comes to."""
    words = "".join(c if c.isascii() and c.isalnum() else "-" for c in text.lower()).split("-")
    meant = "-".join(word for word in words if word)
    return meant if meant and text.isascii() else None


def _year_meant(text: str) -> str | None:
    meant = date_meant(text) or number_meant(text)
    return meant[:4] if meant and meant[:4].isdigit() and len(meant) >= 4 else None
