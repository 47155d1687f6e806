"""``accumulate``: what was added from ``from`` to ``by`` adds up to the bound. FORMAT §5, «accumulate»."""

import pytest

from tests.verdicts.judge import judge

TOTAL = "accumulate: {at_least: 100}"
"""20 a year from 2023 to 2027."""


class TestFlows:
    def test_the_years_add_up(self):
        judge(TOTAL, {2023: 20, 2024: 20}, "2025-01-31").says(
            "on_pace green",
            gap=0,
            attained=40,
            share=40,
            expected=40,
            figure=20,
            inherited="from by",
            points="2022-12-31 0, 2027-12-31 100",
        )

    @pytest.mark.parametrize(
        ("second", "gap", "status"),
        [
            (25, 5, "ahead green"),
            (24, 4, "on_pace green"),
            (19, -1, "behind yellow"),
            (10, -10, "behind yellow"),
            (9, -11, "behind orange"),
        ],
    )
    def test_the_gap_is_share_less_scheduled(self, second, gap, status):
        judge(TOTAL, {2023: 20, 2024: second}, "2025-01-31").says(status, gap=gap)

    def test_of_a_single_one(self):
        judge("accumulate: {at_least: 1}", {2023: 0}, "2024-01-31").says("behind orange", gap=-20, share=0)

    def test_the_gap_far_behind(self):
        judge(TOTAL, {2023: 5, 2024: 5}, "2025-01-31").says("behind orange", gap=-30)
        judge(TOTAL, {2023: 5, 2024: "4.9"}, "2025-01-31").says("behind red", gap="-30.1")

    def test_thresholds_are_settings(self):
        judge(TOTAL, {2023: 18}, "2024-01-31", terms={"orange": -1}).says("behind orange", gap=-2)
        judge(TOTAL, {2023: 18}, "2024-01-31", terms={"orange": -1, "red": -1}).says("behind red", gap=-2)
        judge(TOTAL, {2023: 21}, "2024-01-31", terms={"ahead": 1}).says("ahead green", gap=1)

    def test_in_year_figures_are_the_years_total_so_far(self):
        figures = {2023: "[{value: 5, as_of: 2023-06-30}, {value: 12, as_of: 2023-09-30}]"}
        # 9 of 60 months
        judge(TOTAL, figures, "2023-10-15").says("behind yellow", gap=-3, attained=12, share=12, expected=15)

    def test_time_is_that_of_the_latest_figure(self):
        judge(TOTAL, {2023: 20, 2024: 20}, "2026-02-28").says("on_pace green", gap=0)

    def test_a_missing_due_year_is_no_data(self):
        judge(TOTAL, {2023: 20}, "2025-03-01").says("on_pace green", gap=0)
        judge(TOTAL, {2023: 20}, "2025-03-02").says("no_data grey", figure=20, as_of="2023-12-31", missing="2024")

    def test_an_older_missing_year_too(self):
        judge(TOTAL, {2024: 20}, "2025-01-31").says("no_data grey", figure=20, missing="2023")
        judge(TOTAL, {2023: 90, 2025: 90}, "2025-12-31").says("no_data grey", missing="2024")

    def test_nothing_due_and_nothing_reported(self):
        judge(TOTAL, {}, "2024-02-29").says("not_due grey", figure=None, attained=None)
        judge(TOTAL, {}, "2024-03-01").says("no_data grey", figure=None, attained=None, missing="2023")

    def test_what_was_added_before_does_not_count(self):
        judge(TOTAL, {2022: 50, 2023: 20}, "2024-01-31").says("on_pace green", gap=0, attained=20)
        judge(TOTAL + "\nbaseline: {year: 2022, value: 50}", {2023: 20}, "2024-01-31").says("on_pace green", gap=0)

    def test_figures_after_the_day_are_not_known(self):
        judge(TOTAL, {2023: 20, 2024: 100}, "2024-12-30").says("on_pace green", gap=0)

    def test_a_year_in_its_grace_stops_the_pace_but_not_the_sum(self):
        target = "accumulate: {at_least: 100}"
        january = "{value: 3, as_of: 2025-01-31}"
        judge(target, {2023: 20, 2025: january}, "2025-02-10").says("on_pace green", gap=0, figure=20, attained=20)
        judge(target, {2023: 98, 2025: january}, "2025-02-10").says("met_early green", figure=3, attained=101)
        judge("accumulate: {at_most: 100}", {2023: 98, 2025: january}, "2025-02-10").says("breached red", attained=101)

    def test_a_first_year_in_its_grace_leaves_nothing_to_tell(self):
        target = "accumulate: {at_least: 100, from: 2024}"
        judge(target, {2025: "{value: 3, as_of: 2025-01-31}"}, "2025-02-10").says(
            "not_due grey", reason="earlier_period", figure=3
        )


class TestSpan:
    def test_from_and_by_within_a_year(self):
        target = "accumulate: {at_least: 100, from: 2023-07-01, by: 2025-06-30}"
        # 6 of 24 months
        judge(target, {2023: 30}, "2024-01-31").says("ahead green", gap=5, expected=25, inherited="")

    def test_the_first_day_counts(self):
        target = "accumulate: {at_least: 100, from: 2023-07-16, by: 2023-08-31}"
        # 16 of 31 days of July, of 16/31 + 1 months: 16/47
        judge(target, {2023: "{value: 50, as_of: 2023-07-31}"}, "2023-08-01").says("ahead green", gap="750/47")

    def test_figures_outside_it_do_not_count(self):
        target = "accumulate: {at_least: 100, from: 2023-07-01, by: 2025-06-30}"
        figures = {2023: "{value: 99, as_of: 2023-06-30}"}
        judge(target, figures, "2023-07-31").says("not_due grey", figure=None)

    def test_a_first_day_after_the_deadline_is_no_period(self):
        judge("accumulate: {at_least: 1, from: 2026, by: 2024}", {2025: 1}, "2027-06-30").says(
            "not_due grey", reason="no_period"
        )


class TestFinal:
    SHORT = "accumulate: {at_least: 40, by: 2024}"

    def test_a_figure_on_the_last_day_closes_it(self):
        judge(self.SHORT, {2023: 20, 2024: 20}, "2024-12-31").says("met green", gap=None, attained=40, figure=20)
        judge(self.SHORT, {2023: 20, 2024: "19.99"}, "2024-12-31").says("missed red", attained="39.99")

    def test_the_last_figure_of_the_year_counts_once_it_is_due(self):
        figures = {2023: 20, 2024: "{value: 18, as_of: 2024-11-30}"}
        judge(self.SHORT, figures, "2025-03-01").says("behind yellow", gap="-5/6")  # 95 − 100·23/24
        judge(self.SHORT, figures, "2025-03-02").says("missed red", attained=38)

    def test_none_in_the_last_year_is_no_data(self):
        judge(self.SHORT, {2023: 50}, "2025-03-01").says("met_early green", attained=50)
        judge(self.SHORT, {2023: 50}, "2025-03-02").says("no_data grey", missing="2024", attained=50)

    def test_a_deadline_within_a_year(self):
        target = "accumulate: {at_least: 30, by: 2024-06-30}"
        figures = {2023: 20, 2024: "[{value: 9, as_of: 2024-06-30}, {value: 20, as_of: 2024-12-31}]"}
        judge(target, figures, "2024-06-30").says("missed red", attained=29)
        judge(target, figures, "2025-06-30").says("missed red", attained=29)
        early = {2023: 20, 2024: "{value: 9, as_of: 2024-05-31}"}
        # 29 of 30 after 17 of 18 months: 290/3 − 850/9
        judge(target, early, "2024-08-29").says("on_pace green", gap="20/9")
        judge(target, early, "2024-08-30").says("missed red", attained=29)

    def test_with_an_upper_bound(self):
        target = "accumulate: {at_most: 40, by: 2024}"
        judge(target, {2023: 20, 2024: 20}, "2024-12-31").says("met green", attained=40)

    def test_a_year_unreported_within_a_long_grace_keeps_it_open(self):
        judge(
            "accumulate: {at_least: 40, from: 2023, by: 2024}", {2024: 30}, "2024-12-31", terms={"grace_days": 400}
        ).says("not_due grey", reason="earlier_period")


class TestMetEarly:
    def test_the_whole_is_reached_before_the_deadline(self):
        judge(TOTAL, {2023: 60, 2024: 40}, "2025-01-31").says("met_early green", gap=None, attained=100)

    def test_a_strict_bound_is_not_reached_by_its_number(self):
        judge("accumulate: {above: 100}", {2023: 60, 2024: 40}, "2025-01-31").says("ahead green", gap=60, share=100)


class TestUpperBound:
    def test_the_gap_is_scheduled_less_share(self):
        judge("accumulate: {at_most: 60}", {2023: 9}, "2024-01-31").says("ahead green", gap=5, share=15, expected=20)
        judge("accumulate: {at_most: 60}", {2023: 15}, "2024-01-31").says("behind yellow", gap=-5, share=25)

    def test_exceeding_it_is_breached_at_once(self):
        judge("accumulate: {at_most: 60}", {2023: 40, 2024: "20.01"}, "2024-12-31").says(
            "breached red", gap=None, attained="60.01", figure="20.01"
        )
        judge("accumulate: {at_most: 60}", {2023: 40, 2024: 20}, "2024-12-31").says("behind red", gap=-60)

    def test_below_is_exceeded_by_its_number(self):
        judge("accumulate: {below: 60}", {2023: 60}, "2024-01-31").says("breached red")

    def test_breached_comes_before_no_data(self):
        judge("accumulate: {at_most: 60}", {2023: 61}, "2025-06-30").says("breached red", missing="2024")

    def test_it_is_never_met_early(self):
        judge("accumulate: {at_most: 60}", {2023: 0}, "2024-01-31").says("ahead green", gap=20)

    def test_of_nothing_there_is_no_share(self):
        judge("accumulate: {at_most: 0}", {2023: 0}, "2024-01-31").says(
            "on_pace green", gap=None, share=None, attained=0
        )
        judge("accumulate: {at_most: 0}", {2023: 1}, "2024-01-31").says("breached red")
        judge("accumulate: {at_least: 0}", {2023: -1}, "2024-01-31").says("behind yellow", gap=None, attained=-1)


class TestRanges:
    """Worked towards by the lower end, broken beyond the upper one."""

    @pytest.mark.parametrize("bound", ["between: [50, 60]", "about: 55, within: 5"])
    def test_the_lower_end_is_worked_towards(self, bound):
        target = f"accumulate: {{{bound}}}"
        judge(target, {2023: 10}, "2024-01-31").says("on_pace green", gap=0, share=20)
        judge(target, {2023: 11}, "2024-01-31").says("on_pace green", gap=2, share=22)
        judge(target, {2023: 5}, "2024-01-31").says("behind yellow", gap=-10, share=10)
        judge(target, {2023: 50}, "2024-01-31").says("met_early green")
        judge(target, {2023: 60}, "2024-01-31").says("met_early green")
        judge(target, {2023: 61}, "2024-01-31").says("breached red")

    def test_equal(self):
        judge("accumulate: {equal: 50}", {2023: 10}, "2024-01-31").says("on_pace green", gap=0)
        judge("accumulate: {equal: 50}", {2023: 50}, "2024-01-31").says("met_early green")
        judge("accumulate: {equal: 50}", {2023: 51}, "2024-01-31").says("breached red")

    def test_short_of_the_lower_end_at_the_deadline(self):
        judge("accumulate: {about: 15, within: 1, by: 2023}", {2023: 13}, "2023-12-31").says("missed red")
        judge("accumulate: {about: 15, within: 1, by: 2023}", {2023: 14}, "2023-12-31").says("met green")


class TestRunningTotal:
    RUNNING = "accumulate: {at_least: 100, entry: running_total}"

    def test_the_latest_is_the_total(self):
        judge(self.RUNNING, {2023: 20, 2024: 30}, "2025-01-31").says(
            "behind yellow", gap=-10, attained=30, share=30, expected=40
        )

    def test_only_the_latest_due_year_is_needed(self):
        judge(self.RUNNING, {2024: 40}, "2025-06-30").says("on_pace green", gap=0)
        judge(self.RUNNING, {2023: 20}, "2025-03-02").says("no_data grey", figure=20, missing="2024", attained=20)

    def test_within_the_year(self):
        figures = {2023: 20, 2024: "[{value: 25, as_of: 2024-06-30}, {value: 33, as_of: 2024-09-30}]"}
        judge(self.RUNNING, figures, "2024-10-01").says("behind yellow", gap=-2, expected=35)

    def test_nothing_yet(self):
        judge(self.RUNNING, {}, "2023-06-30").says("not_due grey", figure=None)
        judge(self.RUNNING, {}, "2024-03-01").says("no_data grey", figure=None, missing="2023")

    def test_final(self):
        figures = {2026: 80, 2027: 100}
        judge(self.RUNNING, figures, "2027-12-31").says("met green", attained=100)
        judge(self.RUNNING, {2026: 100, 2027: 99}, "2027-12-31").says("missed red", attained=99)
        judge(self.RUNNING, {2026: 100}, "2028-02-29").says("met_early green")
        judge(self.RUNNING, {2026: 100}, "2028-03-01").says("no_data grey", missing="2027")

    def test_before_the_first_year_does_not_count(self):
        judge(self.RUNNING, {2022: 90}, "2023-06-30").says("not_due grey")

    def test_with_an_upper_bound(self):
        target = "accumulate: {at_most: 100, entry: running_total}"
        judge(target, {2023: 101}, "2024-01-31").says("breached red")
        judge(target, {2023: 101, 2024: 99}, "2025-01-31").says("behind red", gap=-59)


class TestSchedule:
    STAGES = "accumulate: {at_least: 100, schedule: {2024: 30}}"

    def test_from_nothing_at_the_start(self):
        judge(self.STAGES, {2023: 15}, "2024-01-31").says(
            "on_pace green",
            gap=0,
            share=15,
            expected=15,
            points="2022-12-31 0, 2024-12-31 30, 2027-12-31 100",
        )
        judge(self.STAGES, {2023: "{value: 7.5, as_of: 2023-06-30}"}, "2023-07-31").says("on_pace green", gap=0)

    def test_over_its_years_to_the_deadline(self):
        judge(self.STAGES, {2023: 10, 2024: 20}, "2025-01-31").says("on_pace green", gap=0)
        # a third of the way from 30 to 100
        judge(self.STAGES, {2023: 10, 2024: 20, 2025: 20}, "2026-01-31").says(
            "behind yellow", gap="-10/3", expected="160/3"
        )

    def test_from_a_start_within_the_year(self):
        target = "accumulate: {at_least: 100, from: 2023-07-01, by: 2025-06-30, schedule: {2024: 60}}"
        judge(target, {2023: 20}, "2024-01-31").says("on_pace green", gap=0, expected=20)

    def test_of_an_upper_bound(self):
        target = "accumulate: {at_most: 100, schedule: {2024: 30}}"
        judge(target, {2023: 10}, "2024-01-31").says("ahead green", gap=5)

    def test_of_a_range_it_ends_at_the_lower_end(self):
        target = "accumulate: {between: [100, 120], schedule: {2024: 40}}"
        judge(target, {2023: 20, 2024: 20, 2025: 20}, "2026-01-31").says("on_pace green", gap=0, share=60, expected=60)

    def test_placeholders_alone_are_no_schedule(self):
        judge("accumulate: {at_least: 100, schedule: {2024: x}}", {2023: 20}, "2024-01-31").says("on_pace green", gap=0)
