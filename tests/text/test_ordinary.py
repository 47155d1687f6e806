"""The reader of ordinary files against the parser: the same data and the same places, or no answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.text.reads import paths
from vtrack.text.document import Data
from vtrack.text.ordinary import read_ordinary
from vtrack.text.parsing import parse
from vtrack.text.suspicion import is_suspect

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(file for folder in ("plans", "examples/county") for file in (ROOT / folder).rglob("*.yaml"))

TEXT = """\
# 说明
format: 1
locality: {id: demo, name: 示范县}   # 示例

period: {start: 2023, end: 2027}
departments:
  office: 县政府办
  "housing": 住建局
targets:
  coverage:
    name: 覆盖率
    unit: "%"
    reach: {at_least: 98.50, by: 2027}
    lead: [office, housing]
    note: 见 http://example.cn/a:b，第（3）条
    stated:
      - {source: '正文9', at_least: -0.5}
      - source: 附件20
        at_least: 98
    assist: [office,   # 牵头
             housing,

             "c, d"]
  bridge:
    lead: [ office ]
    milestone: {states: [谋划, 开工], reach: 开工, expect: {2024: 开工}}
    task: {}
    assist:
    - office
    - {evidence: http://a.cn/x, at: 12:30,
        reach: [1, {b: 2},
         3]}
    group: ~
    under: null
amendments: []
empty:
"""
PIECES = (
    *("a: 1", "b: x y", "- ", "- c: 1", "a:", "{a: 1, b: -2.50}", "[a, b]", "{a: {b: [1, 2]}}", "{}", "[]", "{a: [}"),
    *('{a: "[x"}', "['}', b]", '"{a"', '"a]"'),
    *("[b,\n    ", ",\n      ", "{a: 1,\n  ", "]", "}", "http://a.cn/b", "12:30"),
    *("\n", "\n  ", "\n    ", "\n- ", "\n  - ", ": ", ", ", " # c", "#", "'x'", '"y"', '"', "'", "''", "null", "~"),
    *("007", "1.50", "1e3", "-1", "- 1", "true", "x:y", "?", "? ", "&a ", "*a", "!t ", "|", ">", "---\n", "\n...\n"),
    *("\t", " ", "　", "：", "<<: ", "\\", "%", "@", "甲", "，"),
)


def plain(data: Data) -> object:
    """Data with the types of its scalars, so that 98 is neither 98.0 nor true."""
    if isinstance(data, dict):
        return [(key, plain(value)) for key, value in data.items()]
    return [plain(item) for item in data] if isinstance(data, list) else (type(data).__name__, str(data))


def agrees(text: str) -> bool:
    """Whether the text is ordinary; if it is, the parser must say the same of it."""
    document = None if is_suspect(text) else read_ordinary(text)
    if document is None:
        return False
    parsed, flaws = parse(text, suspect=False)
    assert not flaws
    assert parsed is not None
    assert plain(document.data) == plain(parsed.data)
    for path in paths(parsed.data):
        for way in (path, (*path, "a"), (*path, 0), (*path, 7)):
            for key in (False, True):
                assert document.span(way, key=key) == parsed.span(way, key=key), (way, key)
            assert document.lines(way) == parsed.lines(way), way
    return True


def test_an_ordinary_file_is_read_without_the_parser() -> None:
    assert agrees(TEXT.replace('"housing"', "housing"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-3:]))
def test_the_files_of_this_repository_agree(file: Path) -> None:
    assert agrees(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "", "# 说明\n", "a", "- \n", "a: b: c", "a: &x 1", "a: *x", "a: !t 1", "<<: {a: 1}", "a: <<", "a: |\n  b",
        "a: 1\na: 2", "a: {b: 1, b: 2}", "a: 007", f"a: {'9' * 40}", "a: b\n  c", "a:\n  b\n  c: 1",
        "a: [b,\nc]", "a: [b\n  c]", "a: [b,\n  'c\n  ']", "a: [b,\n  c", "- a: [b,\n  c]", "a: [b, # c", 'a: "b # c"',
        "a: {b: 1", "a: [b:]", "a: {b: c:, d: 1}", "a:: 1", "a: b:", "-", "- - a", "a: [b]\n  c", "a: {b:\n 1\n 2}",
        "a: [{b: 1}", 'a: "b\\n"', "a: 'b''c'", "a: 1\n b: 2",
        "a:\n   b: 1\n  c: 2", "- a\nb: 1", "a: 1\n- b", "a:b", "a:\tb", "a: b\t", "a: ８", "a：b", "a: -b",
        "? a", "a: [b, ]", "a: {b}", "a: {b: 1}}", "a: {b: 1} c", 'a: "b" c', "---\na: 1", "a: @b",
    ],
)  # fmt: skip
def test_what_is_not_ordinary_is_left_to_the_parser(text: str) -> None:
    assert is_suspect(text) or read_ordinary(text) is None


def test_many_lines_and_deep_blocks_are_left_to_the_parser() -> None:
    assert read_ordinary("a:\n" * 60_000) is None
    assert read_ordinary("".join(f"{' ' * depth}a:\n" for depth in range(30))) is None
    assert read_ordinary(f"a: {'[' * 30}{']' * 30}") is None


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@example("[{b: 1}")
@example('a: {b: {c: "[x"}}')
@example("a: {b: 1, c}")
@example("a:\n- b:\n  - c\n  d:\n- e")
def test_any_text_reads_the_same(text: str) -> None:
    agrees(text)


@settings(max_examples=400)
@given(st.integers(0, len(TEXT)), st.integers(0, 3), st.sampled_from(PIECES), st.integers(0, 12), st.integers(1, 8))
def test_an_ordinary_file_with_a_slip_reads_the_same(
    place: int, removed: int, put: str, first: int, count: int
) -> None:
    text = TEXT[:place] + put + TEXT[place + removed :]
    agrees(text)
    agrees("\n".join(text.split("\n")[first : first + count]))
