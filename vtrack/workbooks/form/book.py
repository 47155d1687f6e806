"""A whole workbook for filling in, from what is to be listed to its bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

from msgspec import Struct
from openpyxl import Workbook

from vtrack.messages import say
from vtrack.workbooks.form.cover import Cover, write_cover
from vtrack.workbooks.form.hidden import Hidden
from vtrack.workbooks.form.listing import Listing
from vtrack.workbooks.form.sheet import Page, write_sheet
from vtrack.workbooks.form.value_cells import Words
from vtrack.workbooks.layout import BY_DEPARTMENT, BY_LOCALITY, FACTS_SHEET
from vtrack.workbooks.titles import sheet_title

NO_DEPARTMENT = say("no responsible unit stated")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_DATA_SHEET = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can tell: a workbook of the same figures is the same bytes on any day."""
# Shares are texts on purpose; Excel would mark each as a mistake.
_NUMBERS_AS_TEXT = b'<ignoredErrors><ignoredError sqref="A1:Z9999" numberStoredAsText="1"/></ignoredErrors></worksheet>'


class Facts(Struct, frozen=True):
    """What a workbook is about: the year that is reported, the day on which it was written, its language."""

    year: int
    day: date
    language: str


def workbook_bytes(listings: Sequence[Listing], facts: Facts, word: Words) -> bytes:
    """The file of a workbook: the cover, one sheet for each listing that has rows, the hidden sheet."""
    return _packed(_workbook(listings, facts, word), facts.day)


def listing_name(listing: Listing, word: Words) -> str:
    """What to call a listing: its locality or department."""
    return listing.name or word(NO_DEPARTMENT)


def names(listings: Sequence[Listing], word: Words) -> list[str]:
    """What to call each listing; departments of the same name in two localities with their locality before them."""
    plain = [listing_name(listing, word) for listing in listings]
    return [
        f"{listing.locality}·{name}" if listing.locality and plain.count(name) > 1 else name
        for listing, name in zip(listings, plain, strict=True)
    ]


def _workbook(listings: Sequence[Listing], facts: Facts, word: Words) -> Workbook:
    workbook = Workbook()
    cover = workbook.active
    assert cover is not None
    cover.title = word(say("Instructions"))
    hidden = Hidden(workbook, facts.year, facts.day, facts.language)
    foot = word(say("Figures of {year}, exported on {day}", year=facts.year, day=facts.day))
    titles: list[str] = []
    for listing, name in zip(listings, names(listings, word), strict=True):
        titles.append(sheet_title(name, (cover.title, FACTS_SHEET, *titles)))
        if listing.rows:
            heading = word(say("{name}: figures of {year} to be reported", name=name, year=facts.year))
            columns = BY_LOCALITY if listing.locality is None else BY_DEPARTMENT
            page = Page(heading, listing.rows, columns, facts.year, foot)
            write_sheet(workbook.create_sheet(titles[-1], len(workbook.sheetnames) - 1), page, hidden, word)
    write_cover(cover, Cover(facts.year, facts.day, list(zip(titles, listings, strict=True)), foot), word)
    workbook.active = 0
    return workbook


def _packed(workbook: Workbook, day: date) -> bytes:
    """The workbook's file with the day in place of every time, so that what is the same is written the same."""
    written, packed = io.BytesIO(), io.BytesIO()
    workbook.properties.creator = "vtrack"
    workbook.properties.created = datetime(day.year, day.month, day.day)
    workbook.save(written)
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as out:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>" + stamp, data)
            elif _DATA_SHEET.fullmatch(part.filename) and b"<sheetProtection" in data:
                data = data.replace(b"</worksheet>", _NUMBERS_AS_TEXT)
            info = zipfile.ZipInfo(part.filename, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, data)
    return packed.getvalue()
