"""The words that reports have in common: statuses, lamps, severities and forms, and how a reader wants them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from msgspec import Struct

from vtrack.findings import Finding, Severity
from vtrack.messages import Message, Translate, say
from vtrack.result import Summary
from vtrack.text.visible import mute, visible
from vtrack.verdicts.verdict import Lamp, Status

STATUS_WORDS = {
    Status.PLACEHOLDER: say("placeholder"),
    Status.NOT_DUE: say("not due"),
    Status.NO_DATA: say("not reported"),
    Status.NO_BASELINE: say("no baseline"),
    Status.MET: say("met"),
    Status.MISSED: say("missed"),
    Status.MET_EARLY: say("met early"),
    Status.AHEAD: say("ahead"),
    Status.ON_PACE: say("on pace"),
    Status.BEHIND: say("behind"),
    Status.BREACHED: say("breached"),
    Status.OVERDUE: say("overdue"),
    Status.IN_PROGRESS: say("in progress"),
}

# One for each status, so that colour is never the only signal; all in GBK, the character set of older consoles.
STATUS_SYMBOLS = {
    Status.PLACEHOLDER: "□",
    Status.NOT_DUE: "…",
    Status.NO_DATA: "○",
    Status.NO_BASELINE: "?",
    Status.MET: "√",
    Status.MISSED: "×",
    Status.MET_EARLY: "★",
    Status.AHEAD: "▲",
    Status.ON_PACE: "●",
    Status.BEHIND: "▼",
    Status.BREACHED: "■",
    Status.OVERDUE: "!",
    Status.IN_PROGRESS: "→",
}

LAMP_WORDS = {
    Lamp.GREEN: say("green"),
    Lamp.YELLOW: say("yellow"),
    Lamp.ORANGE: say("orange"),
    Lamp.RED: say("red"),
    Lamp.GREY: say("grey"),
}
LEVEL_WORDS = {
    "province": say("province"),
    "prefecture": say("prefecture"),
    "county": say("county"),
    "township": say("township"),
    "village": say("village"),
}

NATURE_WORDS = {"binding": say("binding"), "indicative": say("indicative")}
SOURCE_WORDS = {
    "self": say("self-reported"),
    "statistics": say("statistics office"),
    "third_party": say("third party"),
    "cross_check": say("cross-check"),
    "survey": say("survey"),
}
"""The format's words for the source of a figure."""

FORM_TITLES = {
    "reach": say("value at the deadline"),
    "keep": say("kept in every period"),
    "accumulate": say("total over the years"),
    "grow": say("growth since the base year"),
    "compare": say("compared with another series"),
    "milestone": say("state by a date"),
    "task": say("work without a figure"),
}
"""The forms in a few words, by their names in the file format."""

_WIDE_SPACE = "\u3000"
_PIECES = re.compile(f"({_WIDE_SPACE})")

SEVERITY_WORDS = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.INFO: say("info"),
}


class Explanation(Struct, frozen=True):
    """What a rule's documentation says, in the reader's language. ``bad`` and ``good`` are examples, or empty."""

    severity: Severity
    title: str
    paragraphs: tuple[str, ...]
    bad: str = ""
    good: str = ""


def unexplained(rule: str) -> None:
    """Of a rule by its name nothing is known but that."""


WAIVED = say("waived")


def explaining(name: str) -> str:
    """The command that explains a rule, a status or a form."""
    return f"vtrack explain {name}"


class View(Struct, frozen=True):
    """How a reader wants a report.

    color: whether escape sequences for colour may stand in it. width: of the terminal, in columns.
    verbose: whether findings of the severity ``info`` are listed, where a format can leave them out.
    explain: a rule's documentation by the rule's name, for formats that carry it.
    """

    translate: Translate
    color: bool = False
    width: int = 80
    verbose: bool = False
    explain: Callable[[str], Explanation | None] = unexplained

    def word(self, message: Message) -> str:
        """A message in the reader's language, fit for a terminal."""
        return shown(message.render(self.translate))


def shown(text: str) -> str:
    """A text from a file made fit for a terminal: control and invisible characters are named, not sent.

    Nor is a text left that a machine which reads along takes for a command.

    The full-width space stays, as Chinese headings have one after the number.
    """
    if text.isprintable():
        return mute(text)
    return "".join(piece if piece == _WIDE_SPACE else visible(piece, len(piece)) for piece in _PIECES.split(text))


def status_word(status: Status, view: View) -> str:
    """A status with its symbol: ``▼ 滞后``."""
    return f"{STATUS_SYMBOLS[status]} {view.word(STATUS_WORDS[status])}"


def sentence(finding: Finding, view: View) -> str:
    """What is wrong and what to do about it, in one line, for formats that have a single place for both."""
    words = view.word(finding.message) + (f" → {view.word(finding.hint)}" if finding.hint else "")
    return f"({view.word(WAIVED)}) {words}" if finding.waived else words


def grounds_text(finding: Finding, view: View) -> str:
    """Why a finding is set aside, by whom and through which day."""
    return view.word(finding.grounds or say("waived"))


def place_text(finding: Finding) -> str:
    """Where a finding points, as editors and terminals know to open it: ``file:line:column``."""
    return f"{shown(finding.file)}:{finding.span.line}:{finding.span.column}"


def summary_lines(as_of: date, summary: Summary, view: View) -> list[str]:
    """The closing lines of a report for people: what was checked, the verdicts by status, the findings."""
    counts = [f"{view.word(STATUS_WORDS[status])} {count}" for status, count in summary.status.items()]
    if summary.unjudged:
        counts.append(view.word(say("not judged for faulty data {count}", count=summary.unjudged)))
    if summary.unread:
        counts.append(view.word(say("plans that cannot be read {count}", count=summary.unread)))
    lines = [
        view.word(
            say(
                "as of {day} · localities {localities} · targets {targets} · files {files}",
                day=as_of,
                localities=summary.localities,
                targets=summary.targets,
                files=summary.files,
            )
        )
    ]
    if not summary.localities:
        lines.append(view.word(say("nothing to check: none of the localities differs from the earlier commit")))
    if counts:
        lines.append(" · ".join(counts))
    lines.append(
        view.word(
            say(
                "errors {errors} · warnings {warnings} · infos {infos} · waived {waived}",
                errors=summary.errors,
                warnings=summary.warnings,
                infos=summary.infos,
                waived=summary.waived,
            )
        )
    )
    return lines
