"""The package that an ``.xlsx`` is: a zip of XML parts, opened within limits that no real workbook meets.

Everything a clerk may send under the name of a workbook is recognized here by its bytes, and answered with what to do.
Nothing is unpacked to the disk, no link in it is followed, and no macro is ever run.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from msgspec import Struct

from vtrack.messages import Message, say
from vtrack.workbooks.faults import Unreadable

FILE_LIMIT = 32 * 2**20
"""Bytes of a workbook. A county's, with all its targets, has some 30,000."""
UNPACKED_LIMIT = 64 * 2**20
"""Bytes of all parts together, unpacked. What a zip says of its sizes is held against what comes out."""
PART_COUNT_LIMIT = 5_000

SAVE_AS = say("open it in Excel or WPS and save it anew: File → Save As → Excel workbook (*.xlsx)")
EXPORT_AGAIN = say("make a new one with vtrack export and copy the figures into it")

_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, RuntimeError, ValueError)
"""What :mod:`zipfile` raises of damaged files, besides its own error."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_CONTENT_TYPES = "[Content_Types].xml"


class Package(Struct, frozen=True):
    """The parts of a workbook by their names, of which only those are unpacked that are asked for."""

    archive: zipfile.ZipFile
    parts: Mapping[str, zipfile.ZipInfo]

    def part(self, name: str) -> bytes:
        """One part, unpacked.

        Raises:
            Unreadable: it is not there, is damaged, or is not of the size that it says.
        """
        info = self.parts.get(name.lower())
        if info is None:
            raise Unreadable(say("the workbook is damaged: its part {part} is missing", part=name), SAVE_AS)
        try:
            with self.archive.open(info) as stream:
                data = stream.read(UNPACKED_LIMIT + 1)
        except _BROKEN:
            data = None
        if data is None or len(data) != info.file_size:
            raise Unreadable(say("the workbook is damaged: its part {part} cannot be unpacked", part=name), SAVE_AS)
        return data

    def has(self, beginning: str) -> bool:
        """Whether there is a part whose name begins so."""
        return any(name.startswith(beginning) for name in self.parts)


def open_package(data: bytes) -> Package:
    """The package that the bytes of a file hold.

    Raises:
        Unreadable: they hold none, or one that goes beyond the limits, is encrypted or carries macros.
    """
    if len(data) > FILE_LIMIT:
        raise Unreadable(say("the file is larger than {most} MiB", most=FILE_LIMIT // 2**20), EXPORT_AGAIN)
    if not data.startswith(_ZIP):
        raise _no_zip(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _BROKEN:
        raise Unreadable(say("the workbook is damaged, as after a download that broke off"), SAVE_AS) from None
    parts = {info.filename.replace("\\", "/").lower(): info for info in infos}
    _within_limits(infos, parts)
    package = Package(archive, parts)
    _is_workbook(package)
    return package


def _within_limits(infos: list[zipfile.ZipInfo], parts: Mapping[str, zipfile.ZipInfo]) -> None:
    """Refuse what no spreadsheet program writes, by the zip's own directory and before anything is unpacked."""
    refused: Message | None = None
    if len(infos) > PART_COUNT_LIMIT:
        refused = say("it has {count} parts, more than {most}", count=len(infos), most=PART_COUNT_LIMIT)
    elif len(parts) < len(infos):
        refused = say("it has two parts of one name")
    elif any(info.flag_bits & 0x1 for info in infos):
        refused = say("its parts are encrypted")
    elif any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        refused = say("its parts are packed in a way that is unusual for workbooks")
    elif sum(info.file_size for info in infos) > UNPACKED_LIMIT:
        refused = say("unpacked it would be larger than {most} MiB", most=UNPACKED_LIMIT // 2**20)
    if refused is not None:
        raise Unreadable(say("this is not read as a workbook: {reason}", reason=refused), EXPORT_AGAIN)


def _is_workbook(package: Package) -> None:
    """Refuse other documents that are zips as well."""
    if "mimetype" in package.parts:
        raise Unreadable(say("this is an OpenDocument file (such as .ods), not an .xlsx workbook"), SAVE_AS)
    if _CONTENT_TYPES.lower() not in package.parts:
        raise Unreadable(say("this is a zip file, not an .xlsx workbook"), SAVE_AS)
    types = package.part(_CONTENT_TYPES)
    if b"macroEnabled.main+xml" in types or any(name.endswith("vbaproject.bin") for name in package.parts):
        raise Unreadable(say("this workbook holds macros, and is not read for that reason"), SAVE_AS)
    if b"sheet.binary" in types:
        raise Unreadable(say("this is a binary workbook (.xlsb), not an .xlsx workbook"), SAVE_AS)
    if b"spreadsheetml" not in types:
        raise Unreadable(say("this is an Office document, but no workbook"), SAVE_AS)


def _no_zip(data: bytes) -> Unreadable:
    """What a file is that is no zip, as its first bytes show."""
    if not data.strip(b"\0 \t\r\n"):
        return Unreadable(say("the file is empty"), EXPORT_AGAIN)
    if data.startswith(_OLE):
        if _utf16("EncryptedPackage") in data:
            return Unreadable(
                say("the workbook is encrypted with a password"),
                say("open it in Excel or WPS, take the password off (File → Info → Protect Workbook), and save it"),
            )
        return Unreadable(say("this is an old workbook (.xls or .et), whatever its name says"), SAVE_AS)
    if data.startswith(b"%PDF"):
        return Unreadable(say("this is a PDF file, not a workbook"), say("ask for the .xlsx workbook it was made from"))
    text = _text(data)
    if text is None:
        return Unreadable(say("this is no workbook, whatever its name says"), SAVE_AS)
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return Unreadable(
            say("this is a web page or XML table, not an .xlsx workbook, whatever its name says"), SAVE_AS
        )
    return Unreadable(say("this is a text file such as .csv, whatever its name says"), SAVE_AS)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _text(data: bytes) -> str | None:
    """The beginning of a text, in one of the character sets that such files have; ``None`` for what is no text."""
    beginning = data[:4096]
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return beginning.decode("utf-16", "replace")
    if b"\0" in beginning:
        return None
    for encoding in ("utf-8", "gb18030"):
        text = beginning.decode(encoding, "ignore")
        if len(text.encode(encoding)) >= len(beginning) - 4:
            return text
    return None
