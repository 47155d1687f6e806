"""The small chart: every figure on its own side of the bound, in characters that every console draws one wide."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.reports.chart import BOUND, EXPECTED, FIGURE, ROWS, Chart, lines

START, END = date(2022, 12, 31), date(2027, 12, 31)
DAYS = st.integers(0, (END - START).days).map(lambda days: START + timedelta(days=days))
VALUES = st.fractions(-1000, 1000, max_denominator=50)
FIGURES = st.dictionaries(DAYS, VALUES, min_size=1, max_size=8).map(lambda found: sorted(found.items()))


def drawn(chart: Chart, width: int = 80) -> list[str]:
    return [line.plain for line in lines(chart, width)]


def test_figures_path_and_bound() -> None:
    path = [(START, Fraction("91.4")), (END, Fraction(98))]
    figures = [(START, Fraction("91.4")), (date(2024, 12, 31), Fraction("95.2"))]

    assert [line.rstrip() for line in drawn(Chart(figures, path, [(Fraction(98), "≥ 98")]), 60)] == [
        "  98 |--------------------------------------------.-. ≥ 98",
        "     |                                        . .",
        "     |                                    . .",
        "     |                              . . .",
        "95.2 |                  O       . .",
        "     |                      . .",
        "     |                  . .",
        "     |            . . .",
        "     |        . .",
        "     |    . .",
        "91.4 |O .",
        "     ++--------+--------+---------+--------+--------+",
        "      2022    2023     2024      2025     2026     2027",
    ]


@given(FIGURES, VALUES, st.integers(50, 140))
def test_a_figure_stands_on_its_own_side_of_the_bound(
    figures: list[tuple[date, Fraction]], bound: Fraction, width: int
) -> None:
    text = drawn(Chart(figures, (), [(bound, "= bound")], (START, END)), width)

    (row,) = (number for number, line in enumerate(text) if line.endswith("= bound"))
    above = any(FIGURE in line.partition("|")[2] for line in text[:row])
    below = any(FIGURE in line.partition("|")[2] for line in text[row + 1 : ROWS])
    on_it = FIGURE in text[row].partition("|")[2].removesuffix("= bound")
    values = [value for _, value in figures]
    assert above == any(value > bound for value in values)
    assert below == any(value < bound for value in values)
    assert on_it == any(value == bound for value in values)


@given(FIGURES, FIGURES, VALUES, st.integers(0, 140))
def test_it_fits_and_nothing_in_it_is_two_wide(
    figures: list[tuple[date, Fraction]], path: list[tuple[date, Fraction]], bound: Fraction, width: int
) -> None:
    for line in drawn(Chart(figures, path, [(bound, "≥ 目标")], (START, END)), width):
        assert line.removesuffix("≥ 目标").isascii(), "what is not ASCII stands at a line's end"
        assert len(line) + 2 <= max(width, 1)


def test_the_path_runs_through_its_points() -> None:
    path = [(START, Fraction(0)), (date(2025, 12, 31), Fraction(1)), (END, Fraction(10))]
    body = [line.partition("|")[2] for line in drawn(Chart([(START, Fraction(0))], path, ()))[:ROWS]]

    assert body[-1].startswith(FIGURE)
    assert body[0].rstrip().endswith(EXPECTED)
    assert all(line.count(BOUND) == 0 for line in body)
    lowest = body[-1].rstrip()
    assert len(lowest) > len(body[0].rstrip()) / 4, "flat until 2024, steep behind"


@pytest.mark.parametrize(
    "chart",
    [Chart((), ((START, Fraction(1)), (END, Fraction(2))), ()), Chart(((START, Fraction(1)),), (), ())],
)
def test_nothing_is_drawn_where_there_is_nothing_to_see(chart: Chart) -> None:
    assert lines(chart, 80) == []


def test_years_stand_below_their_ends() -> None:
    *_, axis, years = drawn(Chart([(START, Fraction(1)), (END, Fraction(2))], (), ()))

    assert axis.count("+") == 1 + 6
    assert years.split() == ["2022", "2023", "2024", "2025", "2026", "2027"]
