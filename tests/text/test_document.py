from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.reads import data, flaws, paths, reading
from vtrack.text.document import at
from vtrack.text.flaws import Span

TEXT = """\
format: 1
targets:
  coverage:
    name: 覆盖率
    reach: {at_least: 98, by: 2027}
    lead:
      - office
      - housing
    note: |
      一
      二
    empty:
"说明 甲": '引号'
"""


def span(path: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int, int, int]:
    document = reading(TEXT).document
    assert document is not None
    found = document.span(path, key=key)
    return (found.line, found.column, found.end_line, found.end_column)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("format",), (1, 9, 1, 10)),
        (("targets", "coverage", "name"), (4, 11, 4, 14)),
        (("targets", "coverage", "reach"), (5, 12, 5, 36)),
        (("targets", "coverage", "reach", "by"), (5, 31, 5, 35)),
        (("targets", "coverage", "lead", 1), (8, 9, 8, 16)),
        (("说明 甲",), (13, 9, 13, 13)),
    ],
)
def test_a_value_is_found(path: tuple[str | int, ...], place: tuple[int, int, int, int]) -> None:
    assert span(path) == place


def test_a_key_is_found() -> None:
    assert span(("targets", "coverage", "reach", "at_least"), key=True) == (5, 13, 5, 21)
    assert span(("说明 甲",), key=True) == (13, 1, 13, 7)


def test_a_block_is_shown_by_its_key() -> None:
    assert span(("targets", "coverage")) == (3, 3, 3, 11)
    assert span(("targets", "coverage", "lead")) == (6, 5, 6, 9)


def test_a_block_of_text_is_shown_by_its_sign() -> None:
    assert span(("targets", "coverage", "note")) == (9, 11, 9, 12)


def test_nothing_is_shown_behind_its_colon() -> None:
    assert span(("targets", "coverage", "empty"))[0] == 12


def test_a_way_that_leads_nowhere_ends_at_the_last_piece_there_is() -> None:
    assert span(("targets", "coverage", "reach", "within", "x")) == (5, 12, 5, 36)
    assert span(("targets", "coverage", "lead", 7)) == (6, 5, 6, 9)
    assert span(("nothing",)) == (1, 1, 1, 2)


def test_values_are_exact() -> None:
    assert data("a: 97.960\nb: 98\nc: yes\nd: 2023-06-30\ne: '98'\nf: true\ng:\n") == {
        "a": Decimal("97.960"), "b": 98, "c": "yes", "d": "2023-06-30", "e": "98", "f": True, "g": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\na: 4", ["3:1 duplicate-key a", "4:1 duplicate-key a"]),
        ("x: {a: 1, a: 2}", ["1:11 duplicate-key a"]),
        ('a: 1\n"a": 2', ["2:1 duplicate-key a"]),
        ("a: {{b: 1}}", ["1:5 bad-key {…}"]),
        ("? [a]\n: b", ["1:3 bad-key […]"]),
        ('"": 1', ["1:1 bad-key "]),
        ("a: 028", ["1:4 leading-zero 028 → 28"]),
        ("a: -00.50", ["1:4 leading-zero -00.50 → -0.50"]),
        ("a: " + "1" * 31, ["1:4 number-size " + "1" * 31]),
        ("a: {b: 11,800}", ["1:8 thousands-comma 11,800 → 11800"]),
        ("a: {b: 1,234,567.5, c: 1}", ["1:8 thousands-comma 1,234,567.5 → 1234567.5"]),
        ("a: {b: 11,800元}", ["1:8 thousands-comma 11,800元 → 11800"]),
        ("a: " + "[" * 21 + "]" * 21, ["1:23 depth  → 20"]),
    ],
)
def test_structural_flaws(text: str, expected: list[str]) -> None:
    assert flaws(text) == expected


@pytest.mark.parametrize(
    "text",
    ["a: {b: 11, c: 800}", "a: {b: 1, 234: 5}", "a: [11,800]", "a: {b: 甲,234}", "a: {b: '11',800}", "a: 0.5",
     "a: '028'", "a: " + "[" * 19 + "]" * 19, "{2024: 94, 2025}"],
)  # fmt: skip
def test_sound_structure(text: str) -> None:
    assert flaws(text) == []


def test_the_line_of_the_first_of_two_keys_is_known() -> None:
    assert [flaw.detail for flaw in reading("a: 1\nb: 2\na: 3").flaws] == ["1"]


def test_at_follows_a_way() -> None:
    assert at({"a": [1, {"b": 2}]}, ("a", 1, "b")) == 2
    assert at({"a": [1]}, ("a", 5)) is None
    assert at({"a": 1}, ("a", "b")) is None


KEYS = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True)
WORDS = st.from_regex(r"[甲-申][甲-申：，、]{0,6}[甲-申]", fullmatch=True)
LEAVES = st.integers(-(10**9), 10**9).map(str) | st.decimals(-999, 999, places=3).map(lambda d: f"{d:f}") | WORDS


@given(st.lists(st.tuples(KEYS, KEYS, LEAVES), min_size=1, max_size=8, unique_by=lambda row: row[0]))
def test_what_is_put_at_a_known_place_is_found_there(rows: list[tuple[str, str, str]]) -> None:
    lines = []
    for number, (key, inner, leaf) in enumerate(rows):
        lines.append(f"{key}: {{{inner}: {leaf}}}" if number % 2 else f"{key}:\n  {inner}: {leaf}")
    text = "\n".join(lines) + "\n"
    document = reading(text).document
    assert document is not None
    written = text.split("\n")

    line = 0
    for number, (key, inner, leaf) in enumerate(rows):
        line += 1
        assert document.span((key,), key=True) == Span(line, 1, line, len(key) + 1)
        line += 1 - number % 2
        for found, piece in ((document.span((key, inner), key=True), inner), (document.span((key, inner)), leaf)):
            assert found.line == line
            assert written[line - 1][found.column - 1 : found.end_column - 1] == piece
        value = at(document.data, (key, inner))
        assert str(value) == leaf if not isinstance(value, Decimal) else f"{value:f}" == leaf


@given(st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)))
def test_every_piece_of_data_has_its_place(tree: object) -> None:
    text = f"root: {flow(tree)}\n"
    document = reading(text).document
    assert document is not None

    for path in paths(document.data):
        found = document.span(path)
        piece = text[found.column - 1 : found.end_column - 1]
        value = at(document.data, path)
        if path and not isinstance(value, dict | list):
            assert str(value) == piece or f"{value:f}" == piece


def flow(tree: object) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in tree.items()) + "}"
    return "[" + ", ".join(map(flow, tree)) + "]" if isinstance(tree, list) else str(tree)
