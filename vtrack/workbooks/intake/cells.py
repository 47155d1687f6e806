"""What was typed into a cell, told from what a spreadsheet program made of it."""

from __future__ import annotations

import re
from decimal import Context, Decimal, InvalidOperation

from msgspec import Struct

from vtrack.messages import Message, say
from vtrack.workbooks.file.capacity import MOST_DIGITS
from vtrack.workbooks.file.grid import Cell, Kind
from vtrack.workbooks.file.texts import Shown

_TRUE, _FALSE = "是", "否"
_LONGEST = 30
"""Characters of a number in a progress file."""
_EXACT = Context(prec=800)
_SHEET = Context(prec=MOST_DIGITS)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_SHOWN = 60
"""Characters of a cell that a sentence shows."""
_APOSTROPHES = "'’‘＇"


class Typed(Struct, frozen=True):
    """What was typed, as text, and what is to be said of how it was read."""

    text: str
    remark: Message | None = None


class Untypable(Struct, frozen=True):
    """A cell that nobody typed as it is, and what to write instead."""

    message: Message
    hint: Message | None = None


AS_TEXT = say("format the cell as text and write it again, as 83/85")
AS_WORDS = say("format the cell as text and write it again")
ITSELF = say("write into the cell what it is to say")


def typed_value(cell: Cell) -> Typed | Untypable:
    """What was typed as a figure: digits, with a percent sign where the sheet shows one, or a text."""
    if cell.kind is Kind.NUMBER:
        return _number(cell, AS_TEXT)
    if cell.kind is Kind.BOOLEAN:
        return _told(cell, _TRUE if cell.text in ("1", "true") else _FALSE)
    return typed_text(cell)


def typed_text(cell: Cell) -> Typed | Untypable:
    """What was typed as a text; numbers and truths as the sheet shows them."""
    if cell.kind is Kind.ERROR:
        return Untypable(say("the cell shows the error {error}", error=cell.text), ITSELF)
    if cell.kind is Kind.VOID:
        hint = say(
            "open the workbook in Excel or WPS and save it, so that it is calculated; or write the result itself"
        )
        return Untypable(say("the cell holds a formula that was never calculated"), hint)
    if cell.kind is Kind.BOOLEAN:
        return Typed("TRUE" if cell.text in ("1", "true") else "FALSE")
    if cell.kind is Kind.NUMBER:
        return _number(cell, AS_WORDS)
    text = cell.text.strip()
    if text[:1] in _APOSTROPHES and text[1:]:
        text = text[1:].strip()
        return Typed(text, say("read without the apostrophe before it, as {text}", text=text[:_SHOWN]))
    return _told(cell, text)


def digits(written: str) -> str | None:
    """The digits of a number that a sheet shows, without an exponent; ``None`` where it is none of a bearable size.

    A file keeps 0.30000000000000004 where the sheet shows 0.3: what counts is what can be seen.
    """
    if not _NUMBER.fullmatch(written):
        return None
    try:
        number = Decimal(written)
    except InvalidOperation:  # an exponent beyond all bounds
        return None
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        return None
    return _plain(_SHEET.plus(number))


def _number(cell: Cell, hint: Message) -> Typed | Untypable:
    """The digits of a number; ``hint``: what to do where the sheet shows something else."""
    if cell.shown in (Shown.DAY, Shown.TIME):
        return Untypable(say("the cell holds a day: a spreadsheet takes a text such as 11/12 for one"), hint)
    if cell.shown is Shown.FRACTION:
        return Untypable(say("the cell shows a fraction and holds a rounded number"), hint)
    number = digits(cell.text)
    if number is None:
        return Untypable(say("{text} is no number that a figure can be", text=cell.text), ITSELF)
    if not cell.formula and _overlong(cell.text):
        message = say("a spreadsheet keeps {most} digits of a number, and this one has more", most=MOST_DIGITS)
        return Untypable(message, say("format the cell as text and write the number again"))
    if cell.shown is Shown.PERCENT:
        percent = f"{_plain(_EXACT.multiply(Decimal(number), Decimal(100)))}%"
        message = say("held as {number} and shown as {percent}, which is read", number=number, percent=percent)
        return Typed(percent, message)
    return _told(cell, number)


def _told(cell: Cell, text: str) -> Typed:
    return Typed(text, say("the result of a formula, read as {text}", text=text[:_SHOWN]) if cell.formula else None)


def _overlong(written: str) -> bool:
    """Whether a whole number has more digits than a sheet keeps."""
    number = Decimal(written)
    return number == number.to_integral_value(context=_EXACT) and _SHEET.plus(number) != number


def _plain(number: Decimal) -> str:
    """A number without an exponent and without zeros at the end of its decimals."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
