"""What is drawn of a target: the chart of its numbers, or the ladder of a milestone's states."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rich.text import Text

from vtrack.messages import Message, say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Task
from vtrack.model.quantity import written
from vtrack.reports.chart import BOUND, EXPECTED, FIGURE, Chart, lines
from vtrack.reports.expectation import path_of, reported
from vtrack.reports.screen import LAMP_COLORS
from vtrack.reports.steps.case import Case, series_name
from vtrack.reports.words import View, shown
from vtrack.verdicts.path import Point

_INDENT = "  "


def drawing(case: Case, view: View) -> Iterator[Text]:
    """The lines of the drawing, with a line that says what its signs mean; none where there is nothing to draw."""
    if isinstance(case.target.form, Milestone):
        yield from _ladder(case, case.target.form, view)
        return
    chart = _chart(case)
    drawn = lines(chart, view.width - len(_INDENT)) if chart else []
    yield from (Text(_INDENT).append_text(line) for line in drawn)
    if drawn and chart:
        yield Text(f"{_INDENT}{view.word(_legend(case, chart))}", style="dim")


def _chart(case: Case) -> Chart | None:
    form, bound = case.target.form, case.target.bound
    if bound is None or bound.is_placeholder:
        return None
    style, path = LAMP_COLORS[case.verdict.lamp], list(path_of(case))
    known = [(one.figure.day, one.attained, one.expected) for one in reported(case)]
    figures = [(day, value) for day, value, _ in known if value is not None]
    if isinstance(form, Compare):
        others = [(day, expected) for day, _, expected in known if expected is not None]
        return Chart(figures, others, (), _span(case), steady=False, figure_style=style)
    if isinstance(form, Grow) and not form.rates:
        base = [] if form.base_year is None else _base(case, form.base_year)
        return Chart([*base, *figures], path, (), figure_style=style)
    base = [] if case.target.baseline is None else _base(case, case.target.baseline.year)
    if isinstance(form, Keep | Accumulate | Grow):
        base = []
    return Chart([*base, *figures], path, _bounds(case), _span(case), figure_style=style)


def _span(case: Case) -> tuple[date, ...]:
    """The end of the year before the target begins, and its deadline."""
    form = case.target.form
    start = None if isinstance(form, Task | Milestone) else form.start
    if start is None or form.by.day is None or start > form.by.day:
        return ()
    return (year_end(start.year - 1), form.by.day)


def _base(case: Case, year: int) -> list[Point]:
    figure = case.series.in_year(year)
    own = figure is not None and not case.series.is_reported(figure)
    return [(year_end(year), figure.value)] if own and figure is not None and figure.value is not None else []


def _bounds(case: Case) -> list[tuple[Fraction, str]]:
    """The numbers of a bound as lines across the chart; a range has two."""
    bound = case.target.bound
    if bound is None:
        return []
    if bound.direction or not (bound.within or bound.upper):
        return [(bound.number, str(bound))]
    ends = (bound.floor, bound.ceiling)
    return [(end, written(end)) for end in ends if end is not None]


def _legend(case: Case, chart: Chart) -> Message:
    if isinstance(case.target.form, Compare):
        return say("{figure} reported  {other} {series}", figure=FIGURE, other=EXPECTED, series=series_name(case))
    if not chart.path:
        return say("{figure} reported  {bound} bound", figure=FIGURE, bound=BOUND)
    if not chart.bounds:
        return say("{figure} reported  {path} path of the bound", figure=FIGURE, path=EXPECTED)
    return say("{figure} reported  {path} expected  {bound} bound", figure=FIGURE, path=EXPECTED, bound=BOUND)


def _ladder(case: Case, form: Milestone, view: View) -> Iterator[Text]:
    """The states in their order: reached or not, and beside each what is known, expected and required of it."""
    known = {figure.state: figure.day for figure in case.record.figures.get(case.target.id, ())
             if figure.state is not None and figure.day <= case.terms.day}  # fmt: skip
    expected = {state: day for day, state in form.expect}
    latest = form.rank(case.verdict.figure.state) if case.verdict.figure else -1
    for rank, state in enumerate(form.states):
        reached = rank <= latest
        line = Text(f"{_INDENT}[{'x' if reached else ' '}] ")
        line.append(shown(state), style=LAMP_COLORS[case.verdict.lamp] if rank == latest else "" if reached else "dim")
        words = []
        if state in known:
            words.append(say("reported {day}", day=known[state]))
        if state in expected:
            words.append(say("expected {day}", day=expected[state]))
        if state == form.reach:
            words.append(say("required {day}", day=form.by.day or ""))
        for word in words:
            line.append(f"  {view.word(word)}", style="dim")
        yield line
