"""The fast yes or no and the slow explanation say the same of any data."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.text.document import at
from vtrack.text.reading import read
from vtrack.validation import shape
from vtrack.validation.explain import explain
from vtrack.validation.schemas import schema
from vtrack.validation.shape import ShapeError, shape_errors


def plain(text: str) -> Any:
    document = read(text.encode()).document
    assert document is not None
    return document.data


PLAN = plain("""\
format: 1
locality: {id: demo, name: 示范县, level: county, code: "330305", parent: up}
document: {title: x, number: y, issuer: z, issued: 2023-01-15}
period: {start: 2023, end: 2027}
departments: {office: 县政府办, housing: 县住建局}
targets:
  a:
    name: 甲
    unit: "%"
    reach: {at_least: 98, by: 2027, schedule: {2024: 94}}
    baseline: {year: 2022, value: 91.4}
    lead: [office]
    stated: [{source: a, at_least: 98}]
  b: {name: 乙, keep: {between: [1, 2], each: year}}
  c: {name: 丙, accumulate: {about: 15, within: 1}}
  d: {name: 丁, compare: {above: {reference: r}, lag: 1}}
  e: {name: 戊, milestone: {states: [x1, x2], reach: x2, expect: {2024: x1}}}
  f: {name: 己, task: {}}
  g: {name: 庚, grow: {at_least: 5}}
amendments: [{target: a, on: 2025-03-01, document: d, was: {at_least: 95}}]
""")
PROGRESS = plain("""\
format: 1
locality: demo
year: 2024
figures:
  a: 95.2
  b: {value: 28, as_of: 2024-11-30, source: statistics, evidence: x}
  c: {count: 83, of: 85}
  d: [{value: 96.0, as_of: 2024-06-30}, {value: 95.1, as_of: 2024-12-31}]
  e: {state: x1}
  f: {done: true, evidence: [x]}
references: {r: {value: 6.9, source: s}, q: 5}
revisions: [{target: a, as_of: 2024-06-30, was: 96.4, on: 2024-10-08, reason: z}]
""")

WORDS = ["at_least", "reach", "value", "unit", "name", "98", "98%", "约98", "１", "2024年6月", "2024-02-30", "20240630",
         "", "x", "office", "县住建局", "是", "true", "- a", "10-12", "a、b", "甲", "单位", "by",
         "a\n", "2023.10"]  # fmt: skip
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-5, 30000)
    | st.sampled_from([Decimal("1.5"), Decimal("2023.10"), Decimal("1E+20"), Decimal("-0.0")])
    | st.sampled_from(WORDS)
    | st.text(max_size=4)
)
KEYS = st.sampled_from(WORDS) | st.text(max_size=3)
VALUES = st.recursive(LEAVES, lambda c: st.lists(c, max_size=3) | st.dictionaries(KEYS, c, max_size=3), max_leaves=6)


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    if isinstance(data, dict | list):
        for key in data if isinstance(data, dict) else range(len(data)):
            yield from places(data[key], (*path, key))


def put(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    copied = data.copy()
    copied[path[0]] = put(data[path[0]], path[1:], value)
    return copied


@st.composite
def spoiled(draw: st.DrawFn, whole: Any) -> Any:
    """A file's data with one to three pieces replaced, added or taken out."""
    data = whole
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(places(data))))
        piece = at(data, path)
        how = draw(st.sampled_from(["replace", "add", "take out"]))
        if how == "replace" or not isinstance(piece, dict) or not piece:
            data = put(data, path, draw(VALUES))
        elif how == "add":
            data = put(data, path, {**piece, draw(KEYS): draw(VALUES)})
        else:
            gone = draw(st.sampled_from(list(piece)))
            data = put(data, path, {key: value for key, value in piece.items() if key != gone})
    return data


def order(error: ShapeError) -> str:
    return repr(error)


def agree(data: Any, name: str) -> None:
    errors = shape_errors(data, name)
    whole = explain(shape._slow_validator(name).iter_errors(data), schema(name), data)

    assert bool(errors) == (not shape._fast_validator(name).is_valid(data))
    if whole:
        assert sorted(errors, key=order) == sorted(whole, key=order), "leaving out what is in order changes nothing"
    for error in errors:
        assert error.kind
        keys = error.path[:-1] if error.at_key else error.path
        assert keys == () or at(data, keys[:-1]) is not None, "the way leads there"


@given(spoiled(PLAN))
def test_any_plan_is_explained(data: Any) -> None:
    agree(data, "plan")


@given(spoiled(PROGRESS))
def test_any_progress_is_explained(data: Any) -> None:
    agree(data, "progress")


@given(VALUES)
def test_anything_is_explained(data: Any) -> None:
    for name in ("plan", "progress", "waivers", "config"):
        shape_errors(data, name)


def test_what_is_in_order_has_no_errors() -> None:
    assert shape_errors(PLAN, "plan") == ()
    assert shape_errors(PROGRESS, "progress") == ()


def test_a_key_of_digits_is_a_key() -> None:
    (error,) = shape_errors(put(PLAN, ("targets",), {**PLAN["targets"], "98": None}), "plan")

    assert error.path == ("targets", "98")


def test_a_line_break_at_the_end_of_an_id() -> None:
    (error,) = shape_errors(put(PLAN, ("locality", "parent"), "up\n"), "plan")

    assert (error.kind, error.path, error.found) == ("pattern", ("locality", "parent"), "up\n")


def test_without_jsonschema_rs_the_errors_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = put(PLAN, ("targets", "a", "lead"), "office")
    fast = shape_errors(data, "plan")
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    shape._fast_validator.cache_clear()
    try:
        assert shape_errors(data, "plan") == fast
        assert shape_errors(PLAN, "plan") == ()
    finally:
        shape._fast_validator.cache_clear()
