from hypothesis import given
from hypothesis import strategies as st

from vtrack.text.hints import Hint
from vtrack.text.repair import Repair


def test_columns_behind_an_edit_are_shifted_back() -> None:
    repair = Repair("ab：cd\nef", [Hint("full-width-colon", 2, 3, ": ")])

    assert repair.text == "ab: cd\nef"
    assert [repair.column(0, column) for column in range(7)] == [0, 1, 2, 3, 3, 4, 5]
    assert repair.place(1, 1) == (1, 1)


def test_a_piece_that_is_taken_out() -> None:
    repair = Repair("a\u200bb", [Hint("invisible-character", 1, 2, "")])

    assert repair.text == "ab"
    assert [repair.column(0, column) for column in range(3)] == [0, 2, 3]


def test_a_piece_that_grows_is_found_within_its_bounds() -> None:
    repair = Repair("1.18万", [Hint("full-width-digits", 0, 5, "1180000")])

    assert [repair.column(0, column) for column in (0, 4, 6, 7)] == [0, 4, 5, 5]


def test_a_line_behind_the_last_is_the_end_of_the_last() -> None:
    assert Repair("a: 1\nb", []).place(2, 0) == (1, 1)


LINES = st.lists(st.text("ab ：", min_size=1, max_size=8), min_size=1, max_size=4).map("\n".join)


@given(LINES, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 3), st.text("xyz", max_size=4)), max_size=5))
def test_what_was_not_edited_is_found_where_it_was_written(text: str, edits: list[tuple[int, int, str]]) -> None:
    hints: list[Hint] = []
    taken = 0
    for start, length, instead in sorted(edits):
        end = min(start + length, len(text))
        if taken <= start < end and "\n" not in text[start:end]:
            hints.append(Hint("any", start, end, instead))
            taken = end
    repair = Repair(text, hints)

    written = mended = 0
    for hint in [*hints, Hint("end", len(text), len(text), "")]:
        for offset in range(hint.start - written):
            assert repair.text[mended + offset] == text[written + offset]
            assert repair.place(*place(repair.text, mended + offset)) == place(text, written + offset)
        mended += hint.start - written + len(hint.instead)
        written = hint.end


def place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)
