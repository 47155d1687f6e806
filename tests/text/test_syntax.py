"""Where a parser gives up, and the mistake that is told instead."""

import pytest

from tests.text.reads import data, flaws


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a: "x\nb: 1\n', ['1:4 syntax/unclosed-quote "']),
        ('a: "x\nb: "1"\n', ['1:4 syntax/unclosed-quote "']),
        ("a: 'x\nb: 1\n", ["1:4 syntax/unclosed-quote '"]),
        ("a: [1, 2\nb: 3\n", ["1:4 syntax/unclosed-bracket ["]),
        ("a: {b: 1\nc: 3\n", ["1:4 syntax/unclosed-bracket {"]),
        ("x:\n  a: {b: [1, 2}\n  c: 1", ["2:6 syntax/unclosed-bracket {"]),
        ("a: {b: 1]\n", ["1:9 syntax/wrong-bracket ] → }"]),
        ("a: [1 2}\n", ["1:8 syntax/wrong-bracket } → ]"]),
        ("{a: 1 b: 2}", ["1:7 syntax/missing-comma b"]),
        ("{: 5}", ["1:2 syntax/no-key :"]),
        ("a:\n  : 5", ["2:3 syntax/no-key :"]),
        ("unit: %", ['1:7 syntax/reserved-character % → "%"']),
        ("a: @甲 # 说明", ['1:4 syntax/reserved-character @甲 → "@甲"']),
        ("a: `甲`", ['1:4 syntax/reserved-character `甲` → "`甲`"']),
        ("a: {unit: %, b: 1}", ['1:11 syntax/reserved-character % → "%"']),
        ('a: %"x"', ['1:4 syntax/reserved-character %"x" → \'%"x"\'']),
        ("a: ]", ['1:4 syntax/reserved-character ] → "]"']),
        ("a: *见附件", ['1:4 syntax/reserved-character *见附件 → "*见附件"']),
        ("a: !重要", ['1:4 syntax/reserved-character !重要 → "!重要"']),
        ("a: ? b", ['1:4 syntax/reserved-character ? b → "? b"']),
        ("%x y\na: 1", ["1:1 syntax/reserved-character %x y"]),
        ("a: b: c", ['1:4 syntax/colon-in-text b: c → "b: c"']),
        ("a: 1\nb\nc: 2\n", ["2:1 syntax/missing-colon b"]),
        ("a\nb: 1\n", ["1:1 syntax/missing-colon a"]),
        ("unit: 个\n  name: 甲", ["2:3 syntax/indentation name: 甲"]),
        ("a:\n  b: 1\n c: 2\n", ["3:2 syntax/indentation c: 2"]),
        ("a: |\n  x\n y\n", ["3:2 syntax/indentation y"]),
        ("- a\nb: 1", ["2:1 syntax/mixed b: 1"]),
        ("a: 1\n- b", ["2:1 syntax/mixed - b"]),
        ('a: "b" c\n', ["1:8 syntax/after-value c"]),
        ("a: {b: 1}}\n", ["1:10 syntax/after-value } → "]),
        ("a: - b\n", ["1:4 syntax/item-in-line - b → [b]"]),
        ("a: - 5\n", ["1:4 syntax/item-in-line - 5 → -5"]),
        ("a: - [b]\n", ["1:4 syntax/item-in-line - [b]"]),
        ('a: "C:\\新"', ["1:7 syntax/escape \\新 → \\\\新"]),
        ("a: |x\n  y", ["1:5 syntax/block-text x"]),
        ("a: b\n...\nc: d", ["3:1 syntax/document-end c: d"]),
    ],
)
def test_told(text: str, expected: list[str]) -> None:
    assert flaws(text) == expected


def test_what_is_certain_is_mended_to_read_on() -> None:
    text = "unit: %\nx: {u: %, v: @a}\ny: - 5\nz: a: b\nw: ［1］\n"

    assert [flaw.split(" → ")[1] for flaw in flaws(text)] == ['"%"', '"%"', '"@a"', "-5", '"a: b"', "[", "]"]
    assert data(text) == {"unit": "%", "x": {"u": "%", "v": "@a"}, "y": -5, "z": "a: b", "w": [1]}


def test_what_is_not_certain_ends_the_reading() -> None:
    assert flaws("unit: %\na: [1\nb: @x\n") == [
        '1:7 syntax/reserved-character % → "%"',
        "2:4 syntax/unclosed-bracket [",
    ]


def test_columns_are_those_of_the_written_text() -> None:
    assert flaws("aa：｛bb：1，cc： @x｝")[-1] == "1:16 full-width-punctuation ｝ → }"
    assert '1:14 syntax/reserved-character @x → "@x"' in flaws("aa：｛bb：1，cc： @x｝")
