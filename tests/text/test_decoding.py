from hypothesis import given
from hypothesis import strategies as st

from vtrack.text.decoding import decode
from vtrack.text.flaws import Flaw, Span


def test_utf8_with_and_without_a_mark() -> None:
    assert decode("名称: 甲\n".encode()).text == "名称: 甲\n"
    assert decode("名称: 甲\n".encode("utf-8-sig")).text == "名称: 甲\n"


def test_line_ends_of_windows_and_of_old_macs() -> None:
    assert decode(b"a: 1\r\nb: 2\rc: 3\n").text == "a: 1\nb: 2\nc: 3\n"


def test_gbk_is_named_and_read_on() -> None:
    decoded = decode("format: 1\nname: 示范县\n".encode("gbk"))

    assert decoded.flaw == Flaw("encoding", Span(2, 7, 2, 8), "0xCA", "GBK")
    assert decoded.text == "format: 1\nname: 示范县\n"


def test_utf16_with_a_mark_and_without() -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        decoded = decode("name: 示范县\n".encode(encoding))

        assert decoded.flaw is not None
        assert decoded.flaw.instead == "UTF-16"
        assert decoded.text == "name: 示范县\n"


def test_a_broken_byte_is_placed_in_characters() -> None:
    decoded = decode("名称: 甲\r\n说明: 乙".encode() + b"\xff\n")

    assert decoded.flaw == Flaw("encoding", Span(2, 6, 2, 7), "0xFF", None)


def test_a_broken_byte_behind_a_mark() -> None:
    decoded = decode("名".encode("utf-8-sig") + b"\xff")

    assert decoded.flaw is not None
    assert decoded.flaw.span == Span(1, 2, 1, 3)


def test_a_spreadsheet_is_no_text() -> None:
    for beginning in (b"PK\x03\x04...", b"\xd0\xcf\x11\xe0..."):
        decoded = decode(beginning)

        assert decoded.flaw is not None
        assert decoded.flaw.instead == "Office"
        assert decoded.text == ""


def test_a_null_character_alone_does_not_make_it_utf16() -> None:
    assert decode(b"\0format: 1\n").flaw is None


@given(st.text())
def test_what_is_utf8_comes_back(text: str) -> None:
    plain = text.replace("\ufeff", "").replace("\r", "").replace("\0", "").replace("PK\x03", "")

    assert decode(plain.encode()).text == plain


@given(st.binary())
def test_any_bytes_are_decoded(data: bytes) -> None:
    decoded = decode(data)

    assert "\r" not in decoded.text
    if decoded.flaw is not None:
        assert decoded.flaw.span.line >= 1
        assert decoded.flaw.span.column >= 1
