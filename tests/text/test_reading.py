import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.reads import data, flaws, paths, reading
from tests.text.test_hints import HOSTILE
from vtrack.text.decoding import decode
from vtrack.text.flaws import Span
from vtrack.text.reading import MAX_BYTES, read

PLANS = sorted((Path(__file__).resolve().parents[2] / "plans").rglob("*.yaml"))


def test_a_sound_file() -> None:
    found = reading("format: 1\n")

    assert found.sound
    assert found.document is not None
    assert found.document.data == {"format": 1}


def test_an_empty_file_holds_nothing() -> None:
    for text in ("", "\n\n", "# 说明\n", "\ufeff"):
        assert data(text) is None
        assert reading(text).sound


def test_a_file_that_had_to_be_mended_is_not_sound() -> None:
    assert not reading("a：1").sound
    assert not reading("a: 1\na: 2").sound
    assert not read("a: 甲".encode("gbk")).sound


def test_too_large() -> None:
    found = read(b"#" * (MAX_BYTES + 1))

    assert [(flaw.kind, flaw.found, flaw.instead) for flaw in found.flaws] == [
        ("size", str(MAX_BYTES + 1), str(MAX_BYTES))
    ]


def test_gbk_is_read_on_for_further_mistakes() -> None:
    assert [flaw.kind for flaw in read("name：甲\nvalue: ９８\n".encode("gbk")).flaws] == [
        "encoding", "full-width-colon", "full-width-digits",
    ]  # fmt: skip


def test_what_is_no_text_is_not_read_on() -> None:
    for beginning in (b"PK\x03\x04\x00\x07\xff", b"\xff\x07\x00\x81"):
        assert [flaw.kind for flaw in read(beginning).flaws] == ["encoding"]


def test_flaws_come_in_the_order_of_the_text() -> None:
    assert flaws("a: &x {b：1}\na: ９８\nc: 007\n") == [
        "1:4 anchor &x",
        "1:9 full-width-colon ： → : ",
        "2:1 duplicate-key a",
        "2:4 full-width-digits ９８ → 98",
        "3:4 leading-zero 007 → 7",
    ]


def test_columns_behind_what_was_mended() -> None:
    document = reading("targets：\n  a： {name：甲， reach: ｛at_least：98｝}\n").document
    assert document is not None

    assert document.span(("targets", "a", "name")) == Span(2, 12, 2, 13)
    assert document.span(("targets", "a", "reach", "at_least"), key=True) == Span(2, 23, 2, 31)
    assert document.span(("targets", "a", "reach", "at_least")) == Span(2, 32, 2, 34)


@pytest.mark.parametrize("file", PLANS, ids=lambda file: "/".join(file.parts[-2:]))
def test_published_files_are_sound(file: Path) -> None:
    assert read(file.read_bytes()).flaws == ()


@given(st.binary(max_size=200) | st.binary(max_size=40).map(lambda data: b"a: {b: 1}\n" + data))
def test_any_bytes_are_read(data: bytes) -> None:
    found = read(data)

    assert found.document is not None or found.flaws


@given(HOSTILE)
def test_every_place_lies_in_the_text(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    found = read(raw)
    lines = decode(raw).text.split("\n")

    spans = [flaw.span for flaw in found.flaws]
    if found.document is not None:
        for path in paths(found.document.data):
            spans += [found.document.span(path), found.document.span(path, key=True)]
    for span in spans:
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert span.end_column <= len(lines[span.end_line - 1]) + 2
        assert (span.line, span.column) < (span.end_line, span.end_column)
    assert found.document is not None or found.flaws


@pytest.mark.parametrize("text", [
    "format: 1\ntargets:\n  a: {name: 甲, unit: \"%\", reach: {at_least: 98}, lead: [office]}\n",
    "a：｛b：1，c: ９８｝\n",
    "a: [1, 2\nb: 3\n",
    "a: %\nb: @x\n",
    "a: b: c\n",
    "a: &x 1\nb: *x\n",
    "a: 1\n---\nb: 2\n",
    "a: |\n  甲\nb: >-\n  乙\nc:\n- 1\n- 2\n",
    "a: 1\nb\nc: 2\n",
    "a:\n  b: 1\n c: 2\n",
    "",
])  # fmt: skip
def test_either_parser_reads_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without libyaml in PyYAML, ruamel.yaml reads; slower, and to the same effect."""
    first = reading(text)
    monkeypatch.setitem(sys.modules, "vtrack.text.libyaml", None)
    second = reading(text)

    assert second.flaws == first.flaws
    assert (second.document is None) == (first.document is None)
    if first.document is not None and second.document is not None:
        assert second.document.data == first.document.data
        for path in paths(first.document.data):
            assert second.document.span(path) == first.document.span(path)


@given(text=HOSTILE)
def test_the_slower_parser_never_raises_either(text: str) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setitem(sys.modules, "vtrack.text.libyaml", None)
        found = reading(text)

    assert found.document is not None or found.flaws


def test_what_is_mended_again_and_again_does_not_grow() -> None:
    """Each mending once doubled what the one before had put there, until the memory was full."""
    assert len(flaws('{}"\\"@')) < 10
