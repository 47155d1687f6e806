"""A small chart in plain characters: what was reported, the expected path and the bound.

Nothing but ASCII stands within a line, so that columns stay columns where a console draws ● or · two wide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct
from rich.cells import cell_len
from rich.text import Text

from vtrack.model.calendar import days_in_month, months, year_end
from vtrack.model.quantity import rounded
from vtrack.verdicts.path import Point, expected_on

FIGURE, EXPECTED, BOUND = "O", ".", "-"
_MOST_PLACES = 12
ROWS, MOST_COLUMNS, LEAST_COLUMNS = 11, 66, 20


class Chart(Struct, frozen=True):
    """What is drawn: figures and the path by their days, and the bound's numbers, each with its words.

    span: the first and the last day that it shows at the least, in whole years of the target.
    steady: whether the path runs straight between its points; otherwise the points stand alone.
    """

    figures: Sequence[Point]
    path: Sequence[Point]
    bounds: Sequence[tuple[Fraction, str]]
    span: tuple[date, ...] = ()
    steady: bool = True
    figure_style: str = ""


def lines(chart: Chart, width: int) -> list[Text]:
    """The chart for a terminal of ``width`` columns; nothing where it would tell nothing or has no room."""
    days = [*chart.span, *(day for day, _ in (*chart.figures, *chart.path))]
    if not chart.figures or len(set(days)) < 2:
        return []
    scale = _Scale.of(chart, days)
    labels = scale.labels(chart)
    margin = max(map(len, labels.values()))
    words = max(cell_len(word) for _, word in chart.bounds) if chart.bounds else 0
    columns = min(width - margin - words - 5, MOST_COLUMNS)
    if columns < LEAST_COLUMNS:
        return []
    drawn = _Drawing(chart, scale, columns)
    ends = {scale.row(number): word for number, word in chart.bounds}
    body = [
        Text(f"{labels.get(row, ''):>{margin}} |").append_text(drawn.row(row)).append(_end(ends.get(row)), style="cyan")
        for row in range(ROWS)
    ]
    return [*body, *(Text(" " * margin + " " + line) for line in drawn.axis())]


def _end(word: str | None) -> str:
    return "" if word is None else f" {word}"


class _Scale(Struct, frozen=True):
    """From values to rows, the greatest value on top, and from days to a share of the width."""

    low: Fraction
    high: Fraction
    first: date
    last: date

    @classmethod
    def of(cls, chart: Chart, days: Sequence[date]) -> _Scale:
        """The scale that all of a chart fits."""
        values = [value for _, value in (*chart.figures, *chart.path)] + [number for number, _ in chart.bounds]
        low, high = min(values), max(values)
        pad = (abs(high) / 10 or Fraction(1)) if low == high else Fraction(0)
        low, high = low - pad, high + pad
        # So that a figure just beyond the bound has a row of its own on the far side of it.
        room = (high - low) / (ROWS - 1)
        high += room * any(0 < high - number < room for number, _ in chart.bounds)
        low -= room * any(0 < number - low < room for number, _ in chart.bounds)
        return cls(low, high, min(days), max(days))

    def row(self, value: Fraction) -> int:
        """The row of a value, 0 on top."""
        return round((self.high - value) / (self.high - self.low) * (ROWS - 1))

    def row_of_figure(self, value: Fraction, chart: Chart) -> int:
        """The same for a figure: never the bound's own row where it is not the bound's number."""
        row = self.row(value)
        for number, _ in chart.bounds:
            if value != number and row == self.row(number):
                return min(max(row + (1 if value < number else -1), 0), ROWS - 1)
        return row

    def column(self, day: date, columns: int) -> int:
        """The column of a day, of so many."""
        return round((months(day) - months(self.first)) / (months(self.last) - months(self.first)) * (columns - 1))

    def moment(self, column: int, columns: int) -> Fraction:
        """The place of a column on the axis of months."""
        return months(self.first) + (months(self.last) - months(self.first)) * Fraction(column, columns - 1)

    def labels(self, chart: Chart) -> dict[int, str]:
        """The numbers beside the axis, by row: both ends, the bound, the last figure."""
        last, span = chart.figures[-1][1], self.high - self.low
        labels = {self.row(value): _label(value, span) for value in (self.high, self.low)}
        bounds = {self.row(number): _label(number, span) for number, _ in chart.bounds}
        # Of a figure just short of the bound as many decimals as it takes to tell the two apart.
        told = (_label(last, span / 10**more) for more in range(_MOST_PLACES))
        apart = next((text for text in told if text not in bounds.values()), _label(last, span))
        is_bound = any(last == number for number, _ in chart.bounds)
        labels[self.row_of_figure(last, chart)] = _label(last, span) if is_bound else apart
        return labels | bounds


class _Drawing:
    """The cells of a chart. A figure hides the path, and both hide the bound."""

    def __init__(self, chart: Chart, scale: _Scale, columns: int) -> None:
        self.chart, self.scale, self.columns = chart, scale, columns
        self.cells = {(scale.row(number), column): BOUND for number, _ in chart.bounds for column in range(columns)}
        for day, value in self._path():
            self.cells[scale.row(value), scale.column(day, columns)] = EXPECTED
        for day, value in chart.figures:
            self.cells[scale.row_of_figure(value, chart), scale.column(day, columns)] = FIGURE

    def _path(self) -> Iterator[Point]:
        points = self.chart.path
        yield from points
        if not self.chart.steady or len(points) < 2:
            return
        for column in range(0, self.columns, 2):
            day = _day(self.scale.moment(column, self.columns))
            if points[0][0] <= day <= points[-1][0]:
                yield day, expected_on(points, day)

    def row(self, row: int) -> Text:
        """One row, coloured."""
        styles = {FIGURE: f"bold {self.chart.figure_style}".strip(), BOUND: "cyan"}
        text = Text()
        for column in range(self.columns):
            cell = self.cells.get((row, column), " ")
            text.append(cell, style=styles.get(cell, ""))
        return text

    def axis(self) -> Iterator[str]:
        """The line below, with a mark at each year's end, and the years."""
        scale = self.scale
        ends = [year_end(year) for year in range(scale.first.year - 1, scale.last.year + 1)]
        marks = {scale.column(day, self.columns): str(day.year) for day in ends if scale.first <= day <= scale.last}
        yield "+" + "".join("+" if column in marks else "-" for column in range(self.columns))
        years = ""
        for column, year in marks.items():
            at = max(column - 1, 0)
            if len(years) < at or not years:
                years = years.ljust(at) + year
        yield " " + years


def _day(at: Fraction) -> date:
    """A day close to a place on the months' axis."""
    month, part = divmod(at, 1)
    year, number = divmod(int(month), 12)
    length = days_in_month(year, number + 1)
    return date(year, number + 1, min(max(round(part * length), 1), length))


def _label(value: Fraction, span: Fraction) -> str:
    """A number to about as many decimals as the chart's height can tell apart."""
    places = next((places for places in range(_MOST_PLACES) if span * 10**places >= 10 * ROWS), _MOST_PLACES)
    return f"{rounded(value, places):f}"
