"""The XML of a workbook's parts, walked through once, without anything that could make a small part a large one."""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat

from vtrack.messages import say
from vtrack.workbooks.faults import Unreadable
from vtrack.workbooks.file.package import EXPORT_AGAIN, SAVE_AS

ELEMENT_LIMIT, DEPTH_LIMIT = 2_000_000, 64
"""Elements of one part, and of one inside the other."""


class Listener(Protocol):
    """What hears of a part's elements, by their names without the namespace, and of the text in them."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text."""


def walk(data: bytes, part: str, listener: Listener) -> None:
    """Tell ``listener`` of everything in a part, from its beginning to its end.

    Raises:
        Unreadable: it is no sound XML, declares a document type (and with it entities), or goes beyond the limits.
    """
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > DEPTH_LIMIT or elements > ELEMENT_LIMIT:
            large = say("the workbook's part {part} is larger than any that a clerk fills in", part=part)
            raise Unreadable(large, EXPORT_AGAIN)
        listener.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        listener.end(_local(name))

    def declared(*_: object) -> None:
        reason = say("its part {part} declares entities, as no spreadsheet program does", part=part)
        raise Unreadable(say("this is not read as a workbook: {reason}", reason=reason), EXPORT_AGAIN)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = declared
    try:
        # At once: fed in pieces, older expat takes quadratic time for one long attribute.
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError, UnicodeError):
        raise Unreadable(say("the workbook is damaged: its part {part} is no sound XML", part=part), SAVE_AS) from None


def _local(name: str) -> str:
    return name.rpartition("}")[2]
