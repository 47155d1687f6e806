import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from vtrack.text.visible import code_points, visible


def test_what_can_be_seen_stays() -> None:
    assert visible("９８％，约 98%") == "９８％，约 98%"


def test_what_cannot_be_seen_is_named() -> None:
    assert visible("a\u200bb\x1b[31m\u3000") == "a<U+200B>b<U+001B>[31m<U+3000>"
    assert visible("\u202e\ue000\ufdd0\u3164\ud800") == "<U+202E><U+E000><U+FDD0><U+3164><U+D800>"


def test_a_line_break_is_a_space() -> None:
    assert visible("a\nb") == "a b"


def test_a_long_text_is_cut() -> None:
    assert visible("甲" * 50, 10) == "甲" * 10 + "…"


def test_code_points_once_each() -> None:
    assert code_points("\u200b\u200b\ufeff") == "U+200B U+FEFF"
    assert code_points("\x00\x01\x02\x03\x04") == "U+0000 U+0001 U+0002 U+0003 …"


@given(st.text())
def test_no_control_or_invisible_character_passes(text: str) -> None:
    shown = visible(text, 1000)

    assert not [c for c in shown if c != " " and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs")]
