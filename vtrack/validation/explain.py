"""jsonschema's errors to one error a mistake, each of a kind that a clerk's sentence exists for.

jsonschema says the same mistake in several voices (``type`` and ``oneOf`` for a number where a mapping belongs,
``pattern`` and ``format`` for a date) and needs a branch to be chosen where it says ``oneOf``. The schemas use
``oneOf`` only for «exactly one of these keys», so counting the keys that are there says it better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vtrack.model.bound import BOUND_WORDS
from vtrack.model.forms import FORM_WORDS
from vtrack.validation import meant
from vtrack.validation.schemas import Schema, schema_at
from vtrack.validation.shape import Path, ShapeError
from vtrack.validation.values import Values

_REPORT_WORDS = ("value", "count", "state", "done")
_MOST_STRANGERS = 200
"""How many unknown keys of one mapping are explained; a mapping with more of them is some other file."""
_CHOICES = {"form": FORM_WORDS, "bound": BOUND_WORDS, "report": _REPORT_WORDS}


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


class _Explainer(Values):
    def one_place(self, path: Path, voices: dict[str, Any]) -> Iterator[ShapeError]:
        """The errors of one place, without those that only repeat another."""
        if "type" in voices:
            yield self.wrong_type(path, voices["type"])
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
        strangers = [self._unknown_key(path, key, surplus) for key in unknown[:_MOST_STRANGERS]]
        yield from strangers
        if len(unknown) > _MOST_STRANGERS:
            yield ShapeError("too-many", path, str(_MOST_STRANGERS))
        if "pattern" in voices:
            voices.pop("format", None)
        for word, error in voices.items():
            yield from self.other(path, word, error, {one.instead: one.found for one in strangers if one.instead})

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
        example = self.example(path, error.schema)
        if kind == "form" and (loose := [key for key in unknown if key in BOUND_WORDS]):
            within = {key for key in unknown for form in FORM_WORDS if key in self._properties((*path, form))}
            shown = f"reach: {{{loose[0]}: {meant.as_written(error.instance[loose[0]])}}}"
            found = ShapeError(kind, (*path, loose[0]), loose[0], offered, at_key=True, example=shown)
            return found, within
        properties = {word: self._root["$defs"].get(word, {}) for word in offered}
        for key in unknown:
            if near := meant.key_meant(key, properties, self._root):
                return ShapeError(kind, (*path, key), key, offered, near, at_key=True), {key}
        taken = [key for key in unknown if isinstance(error.instance[key], Mapping)] if kind == "form" else unknown
        if len(taken) == 1 and self._belongs(path, taken[0], error.instance) is None:
            return ShapeError(kind, (*path, taken[0]), taken[0], offered, at_key=True, example=example), set(taken)
        return ShapeError(kind, path, "", offered, example=example), set()

    def _properties(self, path: Path) -> Mapping[str, Any]:
        properties: Mapping[str, Any] = schema_at(self._root, path).get("properties", {})
        return properties


def _chosen(error: Any) -> list[str]:
    """Those keys of «exactly one of these» that are there."""
    words = {key for branch in error.validator_value for key in branch.get("required", ())}
    return [word for order in _CHOICES.values() for word in order if word in words and word in error.instance]
