"""Bytes to characters: strict UTF-8, and a name for what it was when it is not."""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from vtrack.text.flaws import Flaw, Span

OFFICE = "Office"
"""What a spreadsheet or a Word file is called in the place of an encoding."""
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


class Decoded(Struct, frozen=True):
    """The characters of a file, with line feeds at the ends of lines and without a byte order mark.

    ``flaw`` is set when the bytes are not UTF-8; the text is then what they most likely mean, good enough to look
    for further mistakes and not good enough to judge by.
    """

    text: str
    flaw: Flaw | None = None


def decode(data: bytes) -> Decoded:
    """Decode a file's bytes. Never raises."""
    if data.startswith(_OFFICE):
        return Decoded("", _flaw(f"0x{data[0]:02X}", 1, 1, OFFICE))
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return Decoded(_lines(data.decode(encoding, "replace")), _flaw("", 1, 1, "UTF-16"))
    if b"\0" in data[:2] and data.count(0) * 8 >= len(data):  # half of each Latin letter in UTF-16 is nothing
        encoding = "utf-16-be" if data[0] == 0 else "utf-16-le"
        return Decoded(_lines(data.decode(encoding, "replace")), _flaw("0x00", 1, 1, "UTF-16"))
    try:
        return Decoded(_lines(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        # The codec strips the mark before it counts.
        offset = error.start + (3 if data.startswith(codecs.BOM_UTF8) else 0)
    guess, name = _guess(data)
    if name and (first := _BEYOND_ASCII.search(data)):
        offset = first.start()
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    return Decoded(_lines(guess), _flaw(f"0x{data[offset]:02X}", line, column, name))


def _guess(data: bytes) -> tuple[str, str]:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace"), ""
    return (text, "GBK") if re.search("[\u4e00-\u9fff]", text) else (data.decode("utf-8", "replace"), "")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _flaw(found: str, line: int, column: int, encoding: str) -> Flaw:
    # ``instead`` carries the encoding's name, or nothing when it cannot be told.
    return Flaw("encoding", Span(line, column, line, column + 1), found, encoding or None)
