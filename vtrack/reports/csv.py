"""``csv``: one row a target, for a spreadsheet. Findings are not in it.

With a byte order mark, because Excel and WPS take a file without one for GBK. A text that a spreadsheet would run as
a formula is led by an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from vtrack.findings import Finding
from vtrack.messages import say
from vtrack.model.forms import form_word
from vtrack.reports.material import Material
from vtrack.reports.verdict_texts import bound_text, figure_day, figure_text, gap_text, lead_text, locality_name
from vtrack.reports.words import LAMP_WORDS, NATURE_WORDS, STATUS_WORDS, View, shown
from vtrack.result import LocalityResult
from vtrack.verdicts.verdict import Verdict

# What a spreadsheet takes for the beginning of a formula; a Chinese one takes the full-width signs too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def section(locality: LocalityResult, view: View) -> str:
    """The rows of a locality."""
    return _lines(_row(locality, verdict, view) for verdict in locality.verdicts)


def entries(findings: Sequence[Finding], _: View) -> list[str]:
    """Nothing of findings."""
    return [""] * len(findings)


def document(material: Material, view: View) -> Iterator[str]:
    """The verdicts as comma-separated values."""
    yield "\ufeff" + _lines([[view.word(column) for column in _COLUMNS]])
    yield from material.sections


def _lines(rows: Iterable[list[str]]) -> str:
    """Rows with their lines ended as spreadsheets end them."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


_COLUMNS = (
    say("locality"),
    say("target id"),
    say("section"),
    say("target"),
    say("unit"),
    say("form"),
    say("nature"),
    say("bound"),
    say("deadline"),
    say("figure"),
    say("figure as of"),
    say("status"),
    say("lamp"),
    say("gap"),
    say("lead units"),
)


def _row(locality: LocalityResult, verdict: Verdict, view: View) -> list[str]:
    target, figure = verdict.target, verdict.figure
    day = target.form.by.day
    texts = [
        locality_name(locality),
        target.id,
        target.group or "",
        target.name,
        target.unit or "",
        form_word(target.form),
        view.word(NATURE_WORDS[target.nature]),
        bound_text(verdict) or "",
        day.isoformat() if day else "",
    ]
    value = figure_text(verdict, view)
    state = figure is None or figure.value is None
    rest = [
        figure_day(verdict) and figure.day.isoformat() if figure else "",
        view.word(STATUS_WORDS[verdict.status]),
        view.word(LAMP_WORDS[verdict.lamp]),
        gap_text(verdict),
        lead_text(locality, verdict, view),
    ]
    return [*map(inert, texts), inert(value) if state else value, *rest[:4], inert(rest[4])]


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula, nor a terminal for a command."""
    return shown(f"'{text}" if text.startswith(_FORMULA) else text)
