"""The report of a change, for a reviewer: one table a locality, as text for a terminal or as markdown."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from tabulate import tabulate

from vtrack.history.moves import (
    WHOLE,
    Comparison,
    Difference,
    FigureMove,
    Note,
    Subject,
    TargetMove,
    VerdictMove,
)
from vtrack.messages import Message, say
from vtrack.model.plan import Amendment, Target
from vtrack.model.record import Revision
from vtrack.reports.markdown import escape
from vtrack.reports.screen import LAMP_COLORS, drawn
from vtrack.reports.values import figure_value, value_text
from vtrack.reports.verdict_texts import figure_text, gap_text
from vtrack.reports.words import LAMP_WORDS, View, shown, status_word
from vtrack.verdicts.verdict import Verdict

COLUMNS = (say("target"), say("what"), say("before"), say("now"))
NOTES = {
    Note.NEW: say("a new locality"),
    Note.GONE: say("the locality is gone, with all its files"),
    Note.PLAN_UNREADABLE_NOW: say("its plan cannot be relied on now, so nothing is compared; vtrack check tells why"),
    Note.PLAN_UNREADABLE_THEN: say("its plan could not be relied on then, so nothing is compared"),
    Note.PROGRESS_UNREADABLE_NOW: say(
        "a progress file cannot be relied on now, so verdicts are not compared; vtrack check tells why"
    ),
    Note.PROGRESS_UNREADABLE_THEN: say("a progress file could not be relied on then, so verdicts are not compared"),
}


class Row(Struct, frozen=True):
    """One line of the table. ``styles``: of the cells before and now, on a terminal."""

    name: str
    what: str
    before: str
    now: str
    styles: tuple[str, str] = ("", "")

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The cells from left to right."""
        return (self.name, self.what, self.before, self.now)


def render(comparison: Comparison, view: View, format_: str) -> str:
    """What changed, locality by locality; a sentence when nothing did."""
    told = [one for one in comparison.differences if not one.is_empty]
    return _markdown(comparison, told, view) if format_ == "markdown" else drawn(_pieces(comparison, told, view), view)


def _pieces(comparison: Comparison, told: list[Difference], view: View) -> Iterator[RenderableType]:
    for one in told:
        heading = Text(shown(one.name), style="bold")
        yield heading.append(f"  {shown(one.folder)}", style="not bold dim") if one.folder != one.name else heading
        for note in one.notes:
            yield Text(view.word(NOTES[note]))
        yield _table(one, view) if one.subjects else Text()
    yield Text(_summary(comparison, told, view))


def _table(one: Difference, view: View) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column in COLUMNS:
        table.add_column(view.word(column), overflow="fold")
    for subject in one.subjects:
        for number, row in enumerate(_rows(subject, view)):
            before, now = (Text(text, style) for text, style in zip(row.cells[2:], row.styles, strict=True))
            table.add_row(Text("" if number else row.name), Text(row.what), before, now)
    return table


def _markdown(comparison: Comparison, told: list[Difference], view: View) -> str:
    parts: list[str] = []
    for one in told:
        parts.append(f"## {escape(shown(one.name))}")
        parts += [escape(view.word(NOTES[note])) for note in one.notes]
        rows = [[escape(cell) for cell in row.cells] for subject in one.subjects for row in _rows(subject, view)]
        if rows:
            headers = [view.word(column) for column in COLUMNS]
            parts.append(tabulate(rows, headers, tablefmt="github", disable_numparse=True))
    return "\n\n".join([*parts, escape(_summary(comparison, told, view))]) + "\n"


def _summary(comparison: Comparison, told: list[Difference], view: View) -> str:
    since, day = comparison.commit[:10], comparison.day
    if not told:
        return view.word(
            say(
                "nothing changed in figures, verdicts or targets since commit {commit}, as of {day}",
                commit=since,
                day=day,
            )
        )
    subjects = [subject for one in told for subject in one.subjects]
    return view.word(
        say(
            "since commit {commit}, as of {day} · figures {figures} · targets {targets} · verdicts {verdicts}",
            commit=since,
            day=day,
            figures=sum(len(subject.figures) for subject in subjects),
            targets=sum(bool(subject.keys) for subject in subjects),
            verdicts=sum(subject.verdict is not None for subject in subjects),
        )
    )


def _rows(subject: Subject, view: View) -> Iterator[Row]:
    """Everything of one target: what it asks, what was reported, why, and what that makes of the verdict."""
    name = shown(subject.name)
    if subject.unread_now or subject.unread_then:
        word = say("cannot be read now") if subject.unread_now else say("could not be read then")
        yield Row(name, view.word(word), "", "")
    for key in subject.keys:
        yield _target_row(name, key, view)
    for amendment in subject.amendments:
        yield _amendment_row(name, amendment, view)
    for figure in subject.figures:
        yield _figure_row(name, figure, subject.target, view)
    for revision in subject.revisions:
        yield _revision_row(name, revision, view)
    if subject.verdict:
        whole = next((key for key in subject.keys if key.key == WHOLE), None)
        yield _verdict_row(name, subject.verdict, whole, view)


def _target_row(name: str, move: TargetMove, view: View) -> Row:
    what = say("{key} changed", key=move.key)
    if move.key == WHOLE:
        what = say("target added") if move.before is None else say("target removed")
    elif move.before is None or move.now is None:
        what = say("{key} added", key=move.key) if move.before is None else say("{key} removed", key=move.key)
    before, now = (shown(value_text(move.key, value, view)) for value in (move.before, move.now))
    return Row(name, view.word(what), before, now)


def _amendment_row(name: str, item: Amendment, view: View) -> Row:
    was = ", ".join(f"{key}: {value_text(key, value, view)}" for key, value in item.was.items())
    why = " ".join(filter(None, (item.document, item.reason)))
    return Row(name, view.word(say("amendment of {day}", day=item.on)), shown(was), shown(why))


def _figure_row(name: str, move: FigureMove, target: Target | None, view: View) -> Row:
    what: Message = say("figure of {day} changed", day=move.day)
    if move.before is None:
        what = say("figure of {day} added", day=move.day)
    elif move.now is None:
        what = say("figure of {day} removed", day=move.day)
    return Row(name, view.word(what), figure_value(move.before, target, view), figure_value(move.now, target, view))


def _revision_row(name: str, item: Revision, view: View) -> Row:
    what = view.word(say("revision of {day}", day=item.on))
    return Row(name, what, shown(value_text("", item.was, view)), shown(item.reason or ""))


def _verdict_row(name: str, move: VerdictMove, whole: TargetMove | None, view: View) -> Row:
    then, now = move.before, move.now
    same = then is not None and now is not None and then.status is now.status and then.lamp is not now.lamp
    absent = (whole is not None and whole.before is None, whole is not None and whole.now is None)
    before, after = (
        "" if gone else _verdict(verdict, view, lamp=same) for verdict, gone in zip((then, now), absent, strict=True)
    )
    styles = tuple("" if verdict is None else LAMP_COLORS[verdict.lamp] for verdict in (then, now))
    return Row(name, view.word(say("verdict")), before, after, (styles[0], styles[1]))


def _verdict(verdict: Verdict | None, view: View, *, lamp: bool) -> str:
    """A verdict with its figure and gap: ``▼ 滞后 95.2 (-2.4)``; with the lamp's word where it alone tells it."""
    if verdict is None:
        return view.word(say("not judged"))
    words = [status_word(verdict.status, view)]
    if lamp:
        words.append(view.word(LAMP_WORDS[verdict.lamp]))
    words.append(shown(figure_text(verdict, view)))
    gap = gap_text(verdict)
    return " ".join(filter(None, (*words, f"({gap})" if gap else "")))
