"""The report of a change, for a reviewer: one table a locality, as text for a terminal or as markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from tabulate import tabulate

from vtrack.history.difference import Difference, FigureMove, TargetMove, VerdictMove
from vtrack.messages import Message, say
from vtrack.model.plan import Target
from vtrack.model.quantity import written
from vtrack.model.record import Figure
from vtrack.reports.markdown import escape
from vtrack.reports.words import View, figure_text, honest, status_word
from vtrack.verdicts.verdict import Verdict

DIFF_FORMATS = ("table", "markdown")


def render(differences: Sequence[Difference], view: View, format_: str) -> str:
    """What changed, locality by locality; a sentence when nothing did."""
    parts: list[str] = []
    for one in differences:
        if not one.is_empty:
            parts.append(f"## {escape(one.name)}" if format_ == "markdown" else f"{one.name}  {one.folder}")
            parts.append(_table(list(_rows(one, view)), view, format_))
    if not parts:
        parts.append(view.word(say("nothing changed in figures, verdicts or targets")))
    return "\n\n".join(parts) + "\n"


def _table(rows: list[list[str]], view: View, format_: str) -> str:
    headers = [view.word(word) for word in (say("what"), say("target"), say("before"), say("now"))]
    if format_ == "markdown":
        rows = [[escape(cell) for cell in row] for row in rows]
    return tabulate(rows, headers, tablefmt="github" if format_ == "markdown" else "simple", disable_numparse=True)


def _rows(one: Difference, view: View) -> Iterator[list[str]]:
    for target in one.targets:
        yield _target_row(target, view)
    for figure in one.figures:
        yield _figure_row(figure, view)
    for verdict in one.verdicts:
        yield _verdict_row(verdict, view)


def _target_row(move: TargetMove, view: View) -> list[str]:
    if move.key == "target":
        what = say("target added") if move.before is None else say("target removed")
        texts = ["" if value is None else str(move.target.bound or "") for value in (move.before, move.now)]
    else:
        what = say("target changed: {key}", key=move.key)
        texts = [_value(value) for value in (move.before, move.now)]
    return [view.word(what), move.target.name, *texts]


def _figure_row(move: FigureMove, view: View) -> list[str]:
    what: Message = say("figure changed, {day}", day=move.day)
    if move.before is None:
        what = say("figure added, {day}", day=move.day)
    elif move.now is None:
        what = say("figure removed, {day}", day=move.day)
    return [view.word(what), move.name, _figure(move.before, view), _figure(move.now, view)]


def _verdict_row(move: VerdictMove, view: View) -> list[str]:
    return [view.word(say("verdict")), move.target.name, _verdict(move.before, view), _verdict(move.now, view)]


def _verdict(verdict: Verdict | None, view: View) -> str:
    return "" if verdict is None else f"{status_word(verdict.status, view)} {figure_text(verdict, view)}".rstrip()


def _figure(figure: Figure | None, view: View) -> str:
    if figure is None:
        return ""
    if figure.value is not None:
        return honest(figure.value, None)
    return figure.state or view.word(say("done") if figure.done else say("not done"))


def _value(value: object) -> str:
    """The value of a key in the way that the file would write it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(": ".join(map(_value, item)) if isinstance(item, tuple) else _value(item) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Target):
        return value.name
    return written(value) if isinstance(value, Fraction) else str(value)
