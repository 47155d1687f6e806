"""What a text must not hold, and what is safe to read all the same."""

import pytest

from tests.text.reads import flaws, reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x", ["1:4 anchor &x", "2:4 alias *x"]),
        ("a: &x 1", ["1:4 anchor &x"]),
        ("a: {<<: {b: 1}}", ["1:5 merge-key <<"]),
        ("a: !!str 1", ["1:4 tag !!str"]),
        ("a: !甲", ['1:4 syntax/reserved-character !甲 → "!甲"']),
        ("a: 1\n---\nb: 2", ["2:1 second-document ---"]),
        ("---\na: 1", []),
        ("a: 1\n...\n", []),
        ("a: R&D\nb: A*B\nc: 好!\nd: R & D\ne: 1 << 2", []),
        ("a: '&x'\nb: \"*x\"\nc: '<<'", []),
    ],
)
def test_refused(text: str, expected: list[str]) -> None:
    assert flaws(text) == expected


def test_an_alias_is_not_followed() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))

    assert reading(bomb).document is None
    assert {flaw.kind for flaw in reading(bomb).flaws} == {"anchor", "alias"}


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "".join(f"{'  ' * n}- a:\n" for n in range(1500)), "? " * 100_000,
     '[ "]", ' * 50_000],
    ids=["brackets", "braces", "dashes", "indentation", "questions", "quoted brackets"],
)  # fmt: skip
def test_depth_is_no_danger(text: str) -> None:
    assert reading(text).document is None
    assert "depth" in {flaw.kind for flaw in reading(text).flaws}


@pytest.mark.parametrize(
    "text",
    ["a: '" + "''" * 200_000, 'a: "' + "\\\\" * 200_000, "：" * 400_000, "a：\n" * 50_000, "［" * 300_000,
     "，" * 300_000, "\t" * 300_000, "\u3000\n" * 100_000, "“" * 300_000, "a: 1\n" * 50_000,
     "x, " * 100_000, "- 1,800\n" * 50_000],
    ids=range(12),
)  # fmt: skip
def test_size_alone_is_no_danger(text: str) -> None:
    """The work grows with the length; with its square, this test would not end."""
    found = reading(text)

    assert found.document is not None or found.flaws
