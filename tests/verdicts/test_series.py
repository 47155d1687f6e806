"""The figures that are known on a day, and what is due and closed by them. FORMAT §5."""

from datetime import date
from fractions import Fraction

from vtrack.model.calendar import Each, Stretch
from vtrack.model.plan import Place
from vtrack.model.record import Figure
from vtrack.verdicts.series import Series, amount
from vtrack.verdicts.verdict import Terms

YEAR_2024 = Stretch(date(2024, 1, 1), date(2024, 12, 31))
PERIOD = Stretch(date(2023, 1, 1), date(2027, 12, 31))


def figure(day: str, value: int) -> Figure:
    return Figure(date.fromisoformat(day), Place("progress.yaml"), value=Fraction(value))


def series(day: str, *figures: Figure, baseline: Figure | None = None, grace_days: int = 60) -> Series:
    return Series(figures, Terms(date.fromisoformat(day), grace_days), baseline)


class TestKnown:
    def test_figures_after_the_day_are_not(self):
        known = series("2024-06-30", figure("2024-07-01", 2), figure("2024-06-30", 1))
        assert [amount(one) for one in known.reported] == [1]

    def test_states_are_no_numbers(self):
        assert series("2024-06-30", Figure(date(2024, 1, 1), Place("p"), state="建成")).reported == ()

    def test_the_last_written_of_one_day_counts(self):
        known = series("2024-12-31", figure("2024-06-30", 1), figure("2024-06-30", 2))
        assert known.latest(date(2024, 12, 31)).value == 2

    def test_a_reported_figure_comes_before_a_baseline_of_the_same_day(self):
        known = series("2025-01-31", figure("2024-12-31", 1), baseline=figure("2024-12-31", 2))
        assert known.in_year(2024).value == 1
        assert known.is_reported(known.in_year(2024))

    def test_a_baseline_is_no_report(self):
        known = series("2025-01-31", baseline=figure("2024-12-31", 2))
        assert known.in_year(2024).value == 2
        assert not known.is_reported(known.in_year(2024))
        assert known.reported == ()

    def test_a_baseline_after_the_day_is_not_known(self):
        assert series("2024-06-30", baseline=figure("2024-12-31", 2)).in_year(2024) is None

    def test_periods_have_ends(self):
        known = series("2025-01-31", figure("2023-12-31", 1), figure("2025-01-01", 3))
        assert known.last_in(YEAR_2024) is None
        assert known.in_year(2023).value == 1
        assert known.in_year(0) is None
        assert known.latest(date(2023, 12, 30)) is None


class TestClosed:
    def test_due_after_the_grace(self):
        assert not series("2025-03-01").is_due(date(2024, 12, 31))
        assert series("2025-03-02").is_due(date(2024, 12, 31))
        assert not series("2024-12-31", grace_days=0).is_due(date(2024, 12, 31))
        assert series("2025-01-01", grace_days=0).is_due(date(2024, 12, 31))

    def test_a_grace_beyond_the_calendar_is_never_over(self):
        assert not series("9999-12-31", grace_days=10**9).is_due(date(1900, 12, 31))

    def test_closed_early_by_a_figure_on_the_last_day(self):
        assert not series("2024-12-31", figure("2024-12-30", 1)).is_closed(YEAR_2024)
        assert series("2024-12-31", figure("2024-12-31", 1)).is_closed(YEAR_2024)
        assert series("2025-03-02").is_closed(YEAR_2024)

    def test_the_latest_closed_year(self):
        assert str(series("2025-06-30").latest_closed_year(PERIOD)) == "2024"
        assert str(series("2025-02-28").latest_closed_year(PERIOD)) == "2023"
        assert str(series("2025-02-28", figure("2024-12-31", 1)).latest_closed_year(PERIOD)) == "2024"
        assert series("2024-02-29").latest_closed_year(PERIOD) is None
        assert str(series("2040-01-01").latest_closed_year(PERIOD)) == "2027"

    def test_of_a_span_that_is_cut(self):
        span = Stretch(date(2023, 7, 1), date(2025, 6, 30))
        assert str(series("2024-06-30").latest_closed_year(span)) == "2023-07-01/2023-12-31"
        assert str(series("2025-08-30").latest_closed_year(span)) == "2025-01-01/2025-06-30"


class TestBegun:
    def test_periods_up_to_the_day(self):
        assert [str(one) for one in series("2023-04-01").begun(Each.QUARTER, PERIOD)] == ["2023-Q1", "2023-Q2"]
        assert [str(one) for one in series("2023-03-31").begun(Each.QUARTER, PERIOD)] == ["2023-Q1"]
        assert series("2022-12-31").begun(Each.YEAR, PERIOD) == ()
        assert len(series("2040-01-01").begun(Each.MONTH, PERIOD)) == 60
