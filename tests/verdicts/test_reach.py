"""``reach``: at the deadline the value satisfies the bound. FORMAT §5, «reach»."""

import pytest

from tests.verdicts.judge import judge

COVERAGE = """
    reach: {at_least: 98}
    baseline: {year: 2022, value: 88}
"""
"""2 points a year: 90, 92, 94, 96, 98 at the ends of 2023 to 2027."""


class TestFinal:
    def test_a_figure_on_the_last_day_closes_the_target_that_day(self):
        judge("reach: {at_least: 98, by: 2024}", {2024: 98}, "2024-12-31").says(
            "met green", figure=98, as_of="2024-12-31", attained=98
        )

    def test_97_96_is_not_98(self):
        judge("reach: {at_least: 98, by: 2024}", {2024: "97.96"}, "2024-12-31").says("missed red", figure="97.96")

    def test_an_earlier_figure_of_the_year_decides_once_the_year_is_due(self):
        target = "reach: {at_least: 98, by: 2024}\nbaseline: {year: 2022, value: 90}"
        figures = {2023: 95, 2024: "{value: 97, as_of: 2024-11-30}"}
        # 23 of 24 months: 90 + 8·23/24 = 293/3 expected, (97 − 293/3) / 8 = −1/12
        judge(target, figures, "2025-03-01").says("behind yellow", gap="-25/3", expected="293/3")
        judge(target, figures, "2025-03-02").says("missed red", figure=97, as_of="2024-11-30")

    def test_the_last_figure_of_the_year_decides(self):
        figures = {2024: "[{value: 99, as_of: 2024-06-30}, {value: 97, as_of: 2024-12-31}]"}
        judge("reach: {at_least: 98, by: 2024}", figures, "2025-06-30").says("missed red", figure=97)

    def test_none_in_the_deadlines_year_is_no_data_with_the_last_known_value(self):
        judge("reach: {at_least: 98, by: 2024}", {2023: 99}, "2025-03-02").says(
            "no_data grey", figure=99, as_of="2023-12-31", missing="2024"
        )

    def test_nothing_known_at_all(self):
        judge("reach: {at_least: 98, by: 2024}", {}, "2025-03-02").says("no_data grey", figure=None, missing="2024")

    def test_the_deadline_is_the_periods_end_where_it_is_left_out(self):
        judge("reach: {at_least: 98}", {2027: 98}, "2027-12-31").says("met green", inherited="by")
        judge("reach: {at_least: 98, by: 2027}", {2027: 98}, "2027-12-31").says("met green", inherited="")

    def test_a_final_verdict_is_never_a_matter_of_pace(self):
        judge(COVERAGE, {2027: "97.99"}, "2028-06-30").says("missed red", gap=None)

    def test_grace_days_are_a_setting(self):
        figures = {2023: 95, 2024: "{value: 97, as_of: 2024-11-30}"}
        target = "reach: {at_least: 98, by: 2024}"
        judge(target, figures, "2025-01-01", terms={"grace_days": 0}).says("missed red")
        judge(target, figures, "2025-12-31", terms={"grace_days": 365}).says("no_baseline grey")
        judge(target, figures, "2026-01-01", terms={"grace_days": 365}).says("missed red")

    def test_a_baseline_in_the_deadlines_year_is_its_figure(self):
        judge("reach: {at_least: 98, by: 2024}\nbaseline: {year: 2024, value: 98}", {}, "2024-12-31").says("met green")

    def test_a_reported_figure_comes_before_a_baseline_of_the_same_day(self):
        target = "reach: {at_least: 98, by: 2024}\nbaseline: {year: 2024, value: 98}"
        judge(target, {2024: 97}, "2024-12-31").says("missed red", figure=97)

    def test_a_deadline_before_the_period_is_judged_all_the_same(self):
        judge("reach: {at_least: 98, by: 2021}", {2021: 98}, "2025-06-30").says("met green")

    def test_a_period_without_a_first_year_does_not_hinder(self):
        judge("reach: {at_least: 98, by: 2024}", {2024: 98}, "2025-06-30", period="{start: x, end: x}").says(
            "met green"
        )
        judge("reach: {at_least: 98, by: 2025}", {2023: 98}, "2025-06-30", period="{start: x, end: x}").says(
            "met_early green"
        )


class TestDeadlineWithinAYear:
    TARGET = "reach: {at_least: 98, by: 2025-06-30}"

    def test_a_figure_on_that_day_closes_it(self):
        judge(self.TARGET, {2025: "{value: 98, as_of: 2025-06-30}"}, "2025-06-30").says("met green")

    def test_due_after_that_day_and_the_grace(self):
        figures = {2024: 95, 2025: "{value: 97, as_of: 2025-05-31}"}
        judge(self.TARGET, figures, "2025-08-29").says("no_baseline grey", figure=97)
        judge(self.TARGET, figures, "2025-08-30").says("missed red", figure=97)

    def test_a_figure_after_the_deadline_does_not_count(self):
        figures = {2025: "[{value: 97, as_of: 2025-05-31}, {value: 99, as_of: 2025-07-31}]"}
        judge(self.TARGET, figures, "2025-08-30").says("missed red", figure=97, as_of="2025-05-31")
        judge(self.TARGET, {2025: "{value: 99, as_of: 2025-07-31}"}, "2025-08-30").says("no_data grey", figure=None)

    def test_a_figure_of_the_year_before_does_not_decide(self):
        judge(self.TARGET, {2024: 99}, "2025-08-30").says("no_data grey", figure=99, missing="2025-01-01/2025-06-30")


class TestMissingYears:
    def test_due_after_sixty_days_of_a_leap_year(self):
        # 31 January and 29 February days
        judge(COVERAGE, {}, "2024-02-29").says("not_due grey", figure=None)
        judge(COVERAGE, {}, "2024-03-01").says("no_data grey", missing="2023")

    def test_the_latest_due_year_is_needed(self):
        judge(COVERAGE, {2023: 90}, "2025-06-30").says(
            "no_data grey", figure=90, as_of="2023-12-31", missing="2024", attained=None
        )

    def test_a_later_figure_within_the_year_does_not_fill_it(self):
        figures = {2023: 90, 2025: "{value: 97, as_of: 2025-05-31}"}
        judge(COVERAGE, figures, "2025-06-30").says("no_data grey", figure=97, missing="2024")

    def test_an_older_gap_hides_no_verdict(self):
        judge(COVERAGE, {2024: 92}, "2025-06-30").says("on_pace green", gap=0)

    def test_a_year_end_figure_makes_the_gap_before_it_an_older_one_at_once(self):
        judge(COVERAGE, {2023: 90, 2025: 94}, "2025-12-30").says("no_data grey", missing="2024")
        judge(COVERAGE, {2023: 90, 2025: 94}, "2025-12-31").says("on_pace green", gap=0)

    def test_the_last_known_value_may_be_the_baseline(self):
        judge(COVERAGE, {}, "2025-06-30").says("no_data grey", figure=88, as_of="2022-12-31", missing="2024")

    def test_a_baseline_is_the_figure_of_its_year_end(self):
        target = "reach: {at_least: 98}\nbaseline: {year: 2024, value: 92}"
        judge(target, {}, "2025-06-30").says("on_pace green", gap=0, figure=92)

    def test_years_before_the_period_are_not_due(self):
        judge(COVERAGE, {}, "2023-12-31").says("not_due grey", figure=None)


class TestNotDue:
    def test_a_satisfied_baseline_is_no_report(self):
        judge("reach: {at_least: 98}\nbaseline: {year: 2022, value: 99}", {}, "2023-06-30").says("not_due grey")

    def test_a_report_older_than_the_baseline_says_nothing_of_the_pace(self):
        judge(COVERAGE, {2021: 87}, "2023-06-30").says("not_due grey")

    def test_a_first_figure_within_the_year_is_judged(self):
        # a tenth of the way: 89 expected
        judge(COVERAGE, {2023: "{value: 89, as_of: 2023-06-30}"}, "2023-07-01").says(
            "on_pace green", gap=0, expected=89
        )

    def test_figures_after_the_day_are_not_known(self):
        judge(COVERAGE, {2023: 99}, "2023-12-30").says("not_due grey")


class TestMetEarly:
    def test_satisfied_before_the_deadline(self):
        judge(COVERAGE, {2024: 98}, "2025-06-30").says("met_early green", gap=None, figure=98, attained=98)

    def test_tested_again_at_the_deadline(self):
        judge(COVERAGE, {2024: 99, 2027: 97}, "2027-12-31").says("missed red", figure=97)

    @pytest.mark.parametrize("bound", ["between: [97, 98]", "about: 97.5, within: 0.5", "equal: 98", "above: 97"])
    def test_of_any_bound(self, bound):
        judge(f"reach: {{{bound}}}", {2024: 98}, "2025-06-30").says("met_early green")


class TestBounds:
    @pytest.mark.parametrize(
        ("bound", "value", "status"),
        [
            ("at_least: 98", "98", "met green"),
            ("at_least: 98", "97.999999999999999999999999999", "missed red"),
            ("above: 98", "98", "missed red"),
            ("above: 98", "98.0001", "met green"),
            ("at_most: 1.54", "1.54", "met green"),
            ("at_most: 1.54", "1.5401", "missed red"),
            ("below: 1.54", "1.54", "missed red"),
            ("below: 1.54", "1.5399", "met green"),
            ("equal: 100", "100.0", "met green"),
            ("equal: 100", "100.1", "missed red"),
            ("between: [80, 90]", "80", "met green"),
            ("between: [80, 90]", "90", "met green"),
            ("between: [80, 90]", "79.9", "missed red"),
            ("between: [80, 90]", "90.1", "missed red"),
            ("between: [90, 80]", "85", "missed red"),
            ("about: 15, within: 1", "14", "met green"),
            ("about: 15, within: 1", "16", "met green"),
            ("about: 15, within: 1", "16.01", "missed red"),
            ("about: 15, within: 0", "15", "met green"),
            ("at_least: -3", "-3", "met green"),
            ("at_least: -3", "-3.1", "missed red"),
        ],
    )
    def test_compared_exactly(self, bound, value, status):
        judge(f"reach: {{{bound}, by: 2024}}", {2024: value}, "2024-12-31").says(status)

    def test_a_count_of_a_whole_is_the_exact_fraction(self):
        # 83/85 = 97.6470588…, shown as 97.65
        figures = {2024: "{count: 83, of: 85}"}
        judge("reach: {at_least: 97.65, by: 2024}\nunit: '%'", figures, "2024-12-31").says(
            "missed red", figure="1660/17"
        )
        judge("reach: {at_least: 97.64, by: 2024}\nunit: '%'", figures, "2024-12-31").says("met green")
        judge("reach: {at_least: 100, by: 2024}", {2024: "{count: 85, of: 85}"}, "2024-12-31").says("met green")

    def test_a_count_of_a_whole_in_per_mille(self):
        figures = {2024: "{count: 1, of: 8}"}
        judge("reach: {at_least: 125, by: 2024}\nunit: ‰", figures, "2024-12-31").says("met green", figure=125)


class TestPace:
    @pytest.mark.parametrize(
        ("value", "gap", "status"),
        [
            ("93", "10", "ahead green"),
            ("92.5", "5", "ahead green"),
            ("92.49", "4.9", "on_pace green"),
            ("92", "0", "on_pace green"),
            ("91.99", "-0.1", "behind yellow"),
            ("91", "-10", "behind yellow"),
            ("90.99", "-10.1", "behind orange"),
            ("89", "-30", "behind orange"),
            ("88.99", "-30.1", "behind red"),
            ("80", "-120", "behind red"),
        ],
    )
    def test_statuses_and_lamps_and_their_edges(self, value, gap, status):
        judge(COVERAGE, {2024: value}, "2025-06-30").says(status, gap=gap, expected=92, attained=value)

    def test_thresholds_are_settings(self):
        terms = {"ahead": 10, "orange": -5, "red": -20}
        judge(COVERAGE, {2024: "92.5"}, "2025-06-30", terms=terms).says("on_pace green", gap=5)
        judge(COVERAGE, {2024: "93"}, "2025-06-30", terms=terms).says("ahead green", gap=10)
        judge(COVERAGE, {2024: "91.4"}, "2025-06-30", terms=terms).says("behind orange", gap=-6)
        judge(COVERAGE, {2024: "89.9"}, "2025-06-30", terms=terms).says("behind red", gap=-21)

    @pytest.mark.parametrize(
        ("value", "gap", "status"),
        [
            ("1.59", "10", "ahead green"),
            ("1.6", "0", "on_pace green"),
            ("1.61", "-10", "behind yellow"),
            ("1.63", "-30", "behind orange"),
            ("1.6301", "-30.1", "behind red"),
        ],
    )
    def test_less_is_better_under_an_upper_bound(self, value, gap, status):
        target = "reach: {at_most: 1.54}\nbaseline: {year: 2022, value: 1.64}"
        judge(target, {2024: value}, "2025-06-30").says(status, gap=gap, expected="1.6")

    def test_the_gap_is_of_the_day_of_the_figure(self):
        judge(COVERAGE, {2024: 92}, "2026-02-28").says("on_pace green", gap=0, as_of="2024-12-31")

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2023-01-31", "41"),
            ("2023-06-15", "45.5"),
            ("2023-06-30", "46"),
            ("2024-02-28", "1565/29"),  # 40 + 13 + 28/29
            ("2024-02-29", "54"),
            ("2024-12-31", "64"),
        ],
    )
    def test_expected_in_months(self, day, expected):
        # one a month: from 40 at the end of 2022 to 100 at the end of 2027
        target = "reach: {at_least: 100}\nbaseline: {year: 2022, value: 40}"
        figures = {2023: 52} if day > "2024" else {}
        judge(target, {**figures, int(day[:4]): f"{{value: 30, as_of: {day}}}"}, day).says(gap="any", expected=expected)

    def test_a_strict_bound_is_expected_to_be_reached_and_not_more(self):
        target = "reach: {above: 98}\nbaseline: {year: 2022, value: 88}"
        judge(target, {2026: 98}, "2027-06-30").says("ahead green", gap=20)

    @pytest.mark.parametrize("year", [2027, 2028])
    def test_a_baseline_that_is_not_before_the_deadline_leaves_the_bound_as_the_path(self, year):
        target = f"reach: {{at_least: 98}}\nbaseline: {{year: {year}, value: 99}}"
        judge(target, {2024: 90}, "2025-06-30").says("behind yellow", gap="-400/49", expected=98)


class TestSchedule:
    STAGES = "reach: {at_least: 98, schedule: {2024: 92, 2026: 96}}"

    def test_before_its_first_year_that_years_value(self):
        # without a baseline the way is from the schedule's first value: 98 − 92
        judge(self.STAGES, {2023: 91}, "2024-06-30").says("behind orange", gap="-50/3", expected=92)

    def test_between_its_years(self):
        judge(self.STAGES, {2025: 94}, "2026-06-30").says("on_pace green", gap=0, expected=94)

    def test_between_its_last_year_and_the_deadline(self):
        figures = {2025: 94, 2026: 96, 2027: "{value: 97.3, as_of: 2027-06-30}"}
        judge(self.STAGES, figures, "2027-07-31").says("ahead green", gap=5, expected=97)

    def test_from_the_baseline_over_the_schedule(self):
        target = "reach: {at_least: 98, schedule: {2024: 90}}\nbaseline: {year: 2022, value: 88}"
        judge(target, {2023: "88.5"}, "2024-06-30").says("behind yellow", gap=-5, expected=89)
        judge(target, {2024: 90}, "2025-06-30").says("on_pace green", gap=0, expected=90)
        # from 90 in 2024 to 98 in 2027, held against the way from the baseline
        judge(target, {2025: "92"}, "2026-06-30").says("behind yellow", gap="-20/3", expected="278/3")

    def test_one_year_alone_without_a_baseline_is_held_against_the_expected_value(self):
        target = "reach: {at_least: 98, schedule: {2025: 95}}"
        judge(target, {2024: "94.05"}, "2025-06-30").says("behind yellow", gap=-1, expected=95)
        # half of the way from 95 to 98
        judge(target, {2026: "96.5"}, "2027-06-30").says("on_pace green", gap=0, expected="96.5")

    def test_a_placeholder_is_no_year_of_it(self):
        target = "reach: {at_least: 98, schedule: {2024: x, 2025: 95}}"
        judge(target, {2024: "94.05"}, "2025-06-30").says("behind yellow", gap=-1, expected=95)
        judge("reach: {at_least: 98, schedule: {2025: x}}", {2024: 95}, "2025-06-30").says("no_baseline grey")

    def test_at_the_deadline_the_bound_counts(self):
        target = "reach: {at_least: 98, schedule: {2024: 92, 2027: 97}}"
        judge(target, {2026: "96"}, "2027-06-30").says("on_pace green", gap=0, expected=96)

    def test_years_before_the_baseline_are_past(self):
        target = "reach: {at_least: 98, schedule: {2021: 80}}\nbaseline: {year: 2022, value: 88}"
        judge(target, {2024: 92}, "2025-06-30").says("on_pace green", gap=0)


class TestWithoutAWay:
    def test_a_baseline_on_the_bound_is_held_against_the_expected_value(self):
        judge("reach: {at_most: 5}\nbaseline: {year: 2022, value: 5}", {2024: 6}, "2025-06-30").says(
            "behind orange", gap=-20, expected=5
        )

    def test_from_nothing_to_nothing_there_is_no_share(self):
        judge("reach: {at_most: 0}\nbaseline: {year: 2022, value: 0}", {2024: 1}, "2025-06-30").says(
            "behind yellow", gap=None, expected=0
        )
        judge("reach: {above: 0}\nbaseline: {year: 2022, value: 0}", {2024: 0}, "2025-06-30").says(
            "on_pace green", gap=None, expected=0
        )

    def test_a_negative_expected_value_counts_by_its_size(self):
        judge("reach: {at_least: -4}\nbaseline: {year: 2022, value: -4}", {2024: -5}, "2025-06-30").says(
            "behind orange", gap=-25
        )


class TestNoBaseline:
    def test_neither_baseline_nor_schedule(self):
        judge("reach: {at_least: 98}", {2024: 95}, "2025-06-30").says("no_baseline grey", figure=95, attained=95)

    @pytest.mark.parametrize("bound", ["between: [97, 98]", "about: 97.5, within: 0.5"])
    def test_a_range_has_no_pace(self, bound):
        target = f"reach: {{{bound}}}\nbaseline: {{year: 2022, value: 88}}"
        judge(target, {2024: 95}, "2025-06-30").says("no_baseline grey", reason="range", figure=95)


class TestEqual:
    UP = "reach: {equal: 100}\nbaseline: {year: 2022, value: 90}"
    DOWN = "reach: {equal: 100}\nbaseline: {year: 2022, value: 110}"

    def test_the_pace_is_towards_the_number(self):
        judge(self.UP, {2024: 94}, "2025-06-30").says("on_pace green", gap=0)
        judge(self.UP, {2024: 95}, "2025-06-30").says("ahead green", gap=10)
        judge(self.DOWN, {2024: 106}, "2025-06-30").says("on_pace green", gap=0)
        judge(self.DOWN, {2024: 105}, "2025-06-30").says("ahead green", gap=10)

    def test_beyond_the_number_is_behind(self):
        judge(self.UP, {2024: 101}, "2025-06-30").says("behind yellow", gap=-10)
        judge(self.DOWN, {2024: 99}, "2025-06-30").says("behind yellow", gap=-10)

    def test_away_from_where_it_should_stay(self):
        target = "reach: {equal: 100}\nbaseline: {year: 2022, value: 100}"
        judge(target, {2024: 101}, "2025-06-30").says("behind yellow", gap=-1)
        judge(target, {2024: 99}, "2025-06-30").says("behind yellow", gap=-1)
