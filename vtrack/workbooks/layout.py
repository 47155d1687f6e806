"""How a workbook for filling in is laid out: what the writer of one and the reader of one agree on.

The first sheet is the cover; then one data sheet for each locality or leading department; last a very hidden sheet
with the facts about the workbook in its columns A and B and the lists of the drop-downs from column D on. In a data
sheet row 1 is the title, row 2 a line of explanation, row 3 the headers, and from row 4 on one row a target, and
behind the first target that is compared with a reference series one for that. A reader finds columns by their headers,
in either language and in any order, and rows by their key, in any order.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from vtrack.language import LANGUAGES, translator
from vtrack.messages import Message, say
from vtrack.reports.words import SOURCE_WORDS as SOURCE_WORDS  # which a drop-down offers
from vtrack.reports.words import shown
from vtrack.workbooks.file.capacity import MOST_CHARACTERS

if TYPE_CHECKING:
    from vtrack.model.record import Figure
    from vtrack.model.reference import Section

FORMAT = 1
"""The version of this layout, which a workbook states."""
FACTS_SHEET = "vtrack"
"""The title of the very hidden sheet."""
TITLE_ROW, EXPLANATION_ROW, HEADER_ROW, FIRST_ROW = 1, 2, 3, 4
LONGEST = 300
"""Characters of a cell that nobody fills in, as far as they can matter."""


class Fact(str, Enum):
    """What the hidden sheet says of the workbook: a word in column A, its value in column B, both as text."""

    FORMAT = "format"
    YEAR = "year"
    EXPORTED = "exported"  # the day, as 2026-11-21
    LANGUAGE = "language"


class Column(str, Enum):
    """The columns of a data sheet."""

    KEY = "key"
    INDEX = "index"
    LOCALITY = "locality"  # only where the sheets are departments
    INDICATOR = "indicator"
    NATURE = "nature"
    UNIT = "unit"
    BASELINE = "baseline"
    GOAL = "goal"
    LEAD = "lead"
    VALUE = "value"
    AS_OF = "as_of"
    SOURCE = "source"
    EVIDENCE = "evidence"
    NOTE = "note"
    REASON = "reason"


KEY_HEADER = "vtrack-key"
HEADERS: dict[Column, Message] = {
    Column.INDEX: say("No."),
    Column.LOCALITY: say("Locality"),
    Column.INDICATOR: say("Indicator"),
    Column.NATURE: say("Nature"),
    Column.UNIT: say("Unit"),
    Column.BASELINE: say("Baseline"),
    Column.GOAL: say("Target or expected value of the year"),
    Column.LEAD: say("Responsible units"),
    Column.VALUE: say("Value"),
    Column.AS_OF: say("As of"),
    Column.SOURCE: say("Data source"),
    Column.EVIDENCE: say("Evidence"),
    Column.NOTE: say("Note"),
    Column.REASON: say("Reason for the change"),
}
"""The headers, but for that of the key, which is the same in every language."""

BY_LOCALITY = tuple(column for column in Column if column is not Column.LOCALITY)
"""The columns of a locality's sheet from A on, the hidden key first: A key, B index … I value … N reason."""
BY_DEPARTMENT = tuple(Column)
"""The columns of a department's sheet: the same with the locality after the index."""
FILLED_IN = (Column.VALUE, Column.AS_OF, Column.SOURCE, Column.EVIDENCE, Column.NOTE, Column.REASON)
"""The columns that are not locked."""

DONE_WORDS: dict[bool, Message] = {True: say("completed"), False: say("not completed")}
"""Whether a task is done, as a drop-down offers it."""


class Key(NamedTuple):
    """What a row is about. Its text is in the hidden column: ``<locality-id>/<target-id>/<year>``.

    Of a reference series an ``@`` stands before the id, because a target may have the same.
    """

    locality: str
    target: str
    year: int
    section: Section = "figures"

    def __str__(self) -> str:
        return f"{self.locality}/{_SIGNS[self.section]}{self.target}/{self.year}"


_SIGNS: dict[Section, str] = {"figures": "", "references": "@"}
_KEY = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)/(@?)([a-z0-9]+(?:-[a-z0-9]+)*)/([0-9]{4})")


def key_in(text: str) -> Key | None:
    """The key that a text is; ``None`` where it is none."""
    match = _KEY.fullmatch(text.strip())
    return match and Key(match[1], match[3], int(match[4]), "references" if match[2] else "figures")


def in_every_language(message: Message) -> tuple[str, ...]:
    """A word of the layout in every language that a workbook may be written in."""
    return tuple(dict.fromkeys(message.render(translator(language)) for language in LANGUAGES))


def headers(column: Column) -> tuple[str, ...]:
    """How a column may be headed, in every language."""
    return (KEY_HEADER,) if column is Column.KEY else in_every_language(HEADERS[column])


def cell_text(text: str) -> str:
    """A text as a cell holds it: what cannot be seen or held is named, line breaks stay, and it is cut to its most."""
    return "\n".join(map(shown, re.split(r"\r\n|\r|\n", text)))[:MOST_CHARACTERS]


def evidence_text(figure: Figure) -> str:
    """The evidence of a figure as its cell holds it: one piece a line."""
    return cell_text("\n".join(figure.evidence))
