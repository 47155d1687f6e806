"""What is wrong with the shape of a file's data, as data that a rule can put into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any

from msgspec import Struct

from vtrack.validation.schemas import schema

Path = tuple[str | int, ...]

_LARGE = ("targets", "figures", "references")
MOST_ERRORS = 2_000
"""How many errors of one file are explained. A file with more was not written by hand, and explaining takes long."""


class ShapeError(Struct, frozen=True):
    """One way in which data is not what a schema asks for.

    ``kind`` names the rule in the family ``schema`` that explains it. ``path`` leads to the piece, to its key when
    ``at_key``. ``found`` is what stands there, ``expected`` what may stand there (words of the format), ``instead``
    what to write where that is certain, ``example`` what such a piece may look like. ``belongs`` is the way to the
    mapping in which an unknown key would be known.

    A ``missing-key`` whose ``found`` is an unknown key is the same mistake as that one: only the unknown key is told.
    """

    kind: str
    path: Path
    found: str = ""
    expected: tuple[str, ...] = ()
    instead: str | None = None
    at_key: bool = False
    example: str = ""
    belongs: Path | None = None


def shape_errors(data: object, schema_name: str) -> tuple[ShapeError, ...]:
    """Every error of ``data`` against one of the shipped schemas, one for each mistake, in no order."""
    fast = _fast_validator(schema_name)
    if fast is not None and fast.is_valid(data):
        return ()
    from vtrack.validation.explain import explain

    doubtful = data if fast is None else _doubtful(data, schema_name)
    found = list(islice(_slow_validator(schema_name).iter_errors(doubtful), MOST_ERRORS + 1))
    errors = explain(found[:MOST_ERRORS], schema(schema_name), data)
    if len(found) > MOST_ERRORS:
        return (*errors, ShapeError("too-many", (), str(MOST_ERRORS)))
    if not errors and fast is not None:
        # Rust is right and Python's «$» is not about a line break at the end of a text.
        errors = tuple(_unexplained(fast, data))
    return errors


def _doubtful(data: object, schema_name: str) -> object:
    """``data`` without the targets and figures that are in order.

    To explain one costs a hundred times what it costs to know that there is nothing to explain. One is left in each
    section, which may not be empty.
    """
    if not isinstance(data, Mapping):
        return data
    pruned = dict(data)
    for section in _LARGE:
        items = data.get(section)
        if isinstance(items, Mapping) and items:
            validator = _section_validator(schema_name, section)
            faulty = {id: item for id, item in items.items() if not validator.is_valid({id: item})}
            pruned[section] = faulty or dict([next(iter(items.items()))])
    return pruned


def _unexplained(validator: Any, data: object) -> Iterator[ShapeError]:
    for error in validator.iter_errors(data):
        yield ShapeError("pattern", _path(error, data), str(error.instance)[:60])


def _path(error: Any, data: object) -> Path:
    """The way to an error of jsonschema-rs, as far as it leads.

    It takes every key of digits for a place in a list, and passes over empty keys.
    """
    path: list[str | int] = []
    for step in error.instance_path:
        if isinstance(data, list) and isinstance(step, int) and step < len(data):
            path.append(step)
            data = data[step]
        elif isinstance(data, Mapping) and str(step) in data:
            path.append(str(step))
            data = data[str(step)]
        else:
            break
    return tuple(path)


@cache
def _fast_validator(schema_name: str) -> Any:
    """The compiled yes/no of a schema; ``None`` where jsonschema-rs is not to be had for the machine."""
    try:
        from jsonschema_rs import Draft202012Validator
    except ImportError:
        return None
    return Draft202012Validator(schema(schema_name), validate_formats=True)


@cache
def _section_validator(schema_name: str, section: str) -> Any:
    """The compiled yes/no of one section of a file, such as ``targets``; of one that the schema does not know, no."""
    from jsonschema_rs import Draft202012Validator

    whole = schema(schema_name)
    part = whole["properties"].get(section, False)
    if part is False:
        return Draft202012Validator(False)
    return Draft202012Validator({**part, "$defs": whole["$defs"]}, validate_formats=True)


@cache
def _slow_validator(schema_name: str) -> Any:
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.validators import extend

    checker = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "number": lambda _, value: isinstance(value, int | Decimal) and not isinstance(value, bool),
            "integer": lambda _, value: _is_integer(value),
        }
    )
    validator = extend(Draft202012Validator, type_checker=checker)  # type: ignore[no-untyped-call]
    return validator(schema(schema_name), format_checker=FormatChecker(["date"]))


def _is_integer(value: object) -> bool:
    if isinstance(value, Decimal):
        return value == value.to_integral_value()
    return isinstance(value, int) and not isinstance(value, bool)
