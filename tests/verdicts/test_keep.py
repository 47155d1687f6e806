"""``keep``: in every period the value satisfies the bound. FORMAT §5, «keep»."""

import pytest

from tests.verdicts.judge import judge

LEVEL = "keep: {at_least: 85}"
FLOW = "keep: {at_least: 90, entry: flow}"


class TestYears:
    def test_each_closed_year_satisfied_is_on_pace(self):
        judge(LEVEL, {2023: 90, 2024: 85}, "2025-06-30").says(
            "on_pace green",
            figure=85,
            as_of="2024-12-31",
            attained=85,
            expected=85,
            judged="2023 90 85 √, 2024 85 85 √",
            inherited="from to",
        )

    def test_one_failure_is_breached_whatever_comes_after(self):
        judge(LEVEL, {2023: 80, 2024: 90}, "2025-06-30").says(
            "breached red", figure=80, as_of="2023-12-31", attained=80, judged="2023 80 85 ×, 2024 90 85 √"
        )

    def test_the_last_failure_is_shown(self):
        judge(LEVEL, {2023: 80, 2024: "84.99", 2025: 90}, "2025-12-31").says("breached red", figure="84.99")

    def test_the_last_year_too_is_met(self):
        figures = {2023: 90, 2024: 90, 2025: 90, 2026: 90, 2027: 90}
        judge(LEVEL, figures, "2027-12-30").says("on_pace green", figure=90, as_of="2026-12-31")
        judge(LEVEL, figures, "2027-12-31").says("met green", figure=90, as_of="2027-12-31")

    def test_a_year_is_judged_by_its_last_figure(self):
        figures = {2023: "[{value: 80, as_of: 2023-06-30}, {value: 86, as_of: 2023-11-30}]"}
        judge(LEVEL, figures, "2024-03-01").says("on_pace green", judged="2023 86 85 √")

    def test_a_missing_due_year_is_no_data(self):
        judge(LEVEL, {2023: 90}, "2025-03-01").says("on_pace green")
        judge(LEVEL, {2023: 90}, "2025-03-02").says("no_data grey", figure=90, as_of="2023-12-31", missing="2024")

    def test_an_older_missing_year_too(self):
        judge(LEVEL, {2024: 90}, "2025-06-30").says("no_data grey", figure=90, as_of="2024-12-31", missing="2023")
        final = {2023: 90, 2025: 90, 2026: 90, 2027: 90}
        judge(LEVEL, final, "2028-06-30").says("no_data grey", missing="2024")

    def test_breached_comes_before_no_data(self):
        judge(LEVEL, {2023: 80}, "2025-06-30").says("breached red", figure=80)

    def test_nothing_due_and_nothing_reported(self):
        judge(LEVEL, {}, "2024-02-29").says("not_due grey", figure=None, judged="")
        judge(LEVEL, {}, "2024-03-01").says("no_data grey", missing="2023")

    def test_before_the_first_year(self):
        judge("keep: {at_least: 85, from: 2026}", {2023: 90}, "2025-06-30").says("not_due grey", figure=None)

    def test_its_own_first_and_last_year(self):
        judge("keep: {at_least: 85, from: 2024, to: 2025}", {2023: 1, 2024: 90, 2025: 90, 2026: 1}, "2027-06-30").says(
            "met green", judged="2024 90 85 √, 2025 90 85 √", inherited=""
        )

    def test_a_single_day_is_a_period(self):
        target = "keep: {at_least: 85, from: 2023-06-30, to: 2023-06-30}"
        judge(target, {2023: "{value: 85, as_of: 2023-06-30}"}, "2023-06-30").says("met green")

    def test_a_first_year_after_the_last_is_no_period(self):
        judge("keep: {at_least: 85, from: 2026, to: 2024}", {2025: 1}, "2027-06-30").says(
            "not_due grey", reason="no_period"
        )

    def test_a_baseline_is_the_figure_of_its_year_end(self):
        target = "keep: {at_least: 85, from: 2022}\nbaseline: {year: 2022, value: 80}"
        judge(target, {2023: 90}, "2024-01-31").says("breached red", figure=80, as_of="2022-12-31")

    def test_figures_after_the_day_are_not_known(self):
        judge(LEVEL, {2023: 90, 2024: 80}, "2024-12-30").says("on_pace green")

    def test_dates_within_a_year_cut_it(self):
        target = "keep: {at_least: 85, from: 2023-07-01, to: 2024-06-30}"
        figures = {2023: "{value: 1, as_of: 2023-06-30}", 2024: "{value: 90, as_of: 2024-06-30}"}
        judge(target, figures, "2024-06-30").says("no_data grey", missing="2023-07-01/2023-12-31")
        judge(target, {2023: 90, 2024: "{value: 90, as_of: 2024-06-30}"}, "2024-06-30").says("met green")


class TestOpenYear:
    def test_a_level_that_fails_is_behind(self):
        judge(LEVEL, {2023: "{value: 84, as_of: 2023-06-30}"}, "2023-07-01").says(
            "behind yellow", figure=84, attained=84, expected=85
        )

    def test_a_level_that_holds_is_on_pace(self):
        judge(LEVEL, {2023: "{value: 85, as_of: 2023-06-30}"}, "2023-07-01").says("on_pace green")

    def test_a_level_is_never_prorated(self):
        judge("keep: {at_most: 5}", {2023: "{value: 5, as_of: 2023-01-31}"}, "2023-02-01").says("on_pace green")

    def test_over_but_not_due_is_not_closed(self):
        figures = {2023: 90, 2024: "{value: 84, as_of: 2024-11-30}"}
        judge(LEVEL, figures, "2025-03-01").says("behind yellow")
        judge(LEVEL, figures, "2025-03-02").says("breached red")

    def test_two_open_years(self):
        figures = {2023: 90, 2024: "{value: 84, as_of: 2024-11-30}", 2025: "{value: 90, as_of: 2025-01-31}"}
        judge(LEVEL, figures, "2025-02-15").says("behind yellow", attained=84, figure=90)


class TestFlowOfAYear:
    @pytest.mark.parametrize(
        ("bound", "value", "day", "limit", "status"),
        [
            ("at_least: 90", 45, "2023-06-30", "45", "on_pace green"),
            ("at_least: 90", 44, "2023-06-30", "45", "behind yellow"),
            ("at_least: 90", 8, "2023-01-31", "7.5", "on_pace green"),
            ("above: 90", 45, "2023-06-30", "45", "behind yellow"),
            ("at_most: 100", 50, "2023-06-30", "50", "on_pace green"),
            ("at_most: 100", 51, "2023-06-30", "50", "behind yellow"),
            ("below: 100", 50, "2023-06-30", "50", "behind yellow"),
        ],
    )
    def test_against_the_elapsed_share_of_the_bound(self, bound, value, day, limit, status):
        target = f"keep: {{{bound}, entry: flow}}"
        judge(target, {2023: f"{{value: {value}, as_of: {day}}}"}, "2023-07-15").says(status, expected=limit)

    @pytest.mark.parametrize(
        ("bound", "value", "status"),
        [
            # half of the lower end, the upper end as it is: it limits the whole year
            ("between: [80, 100]", 39, "behind yellow"),
            ("between: [80, 100]", 40, "on_pace green"),
            ("between: [80, 100]", 100, "on_pace green"),
            ("between: [80, 100]", 101, "behind yellow"),
            ("about: 15, within: 1", 7, "on_pace green"),
            ("about: 15, within: 1", 16, "on_pace green"),
            ("about: 15, within: 1", 17, "behind yellow"),
            ("equal: 10", 5, "on_pace green"),
            ("equal: 10", 4, "behind yellow"),
            ("equal: 10", 11, "behind yellow"),
        ],
    )
    def test_of_a_range_only_the_lower_end_is_prorated(self, bound, value, status):
        target = f"keep: {{{bound}, entry: flow}}"
        judge(target, {2023: f"{{value: {value}, as_of: 2023-06-30}}"}, "2023-07-15").says(status)

    def test_the_share_is_of_the_day_of_the_figure(self):
        judge(FLOW, {2023: "{value: 45, as_of: 2023-06-30}"}, "2023-12-30").says("on_pace green", expected=45)

    def test_a_leap_years_february_is_two_months(self):
        judge(FLOW, {2023: 90, 2024: "{value: 15, as_of: 2024-02-29}"}, "2024-03-15").says("on_pace green", expected=15)

    def test_a_closed_year_is_held_against_the_whole(self):
        judge(FLOW, {2023: 89}, "2023-12-31").says("breached red", expected=90)
        judge(FLOW, {2023: "{value: 89, as_of: 2023-11-30}"}, "2024-03-01").says("breached red", expected=90)


class TestQuartersAndMonths:
    def test_quarters(self):
        target = "keep: {at_most: 5, each: quarter, from: 2023, to: 2023}"
        figures = """[
            {value: 4.8, as_of: 2023-03-31}, {value: 5, as_of: 2023-06-30},
            {value: 4.9, as_of: 2023-09-30}, {value: 4.7, as_of: 2023-12-31}]"""
        judge(target, {2023: figures}, "2023-12-31").says(
            "met green", judged="2023-Q1 24/5 5 √, 2023-Q2 5 5 √, 2023-Q3 49/10 5 √, 2023-Q4 47/10 5 √"
        )

    def test_a_quarter_is_due_after_its_grace(self):
        target = "keep: {at_most: 5, each: quarter}"
        judge(target, {}, "2023-05-30").says("not_due grey")
        judge(target, {}, "2023-05-31").says("no_data grey", missing="2023-Q1")

    def test_one_bad_quarter_is_breached(self):
        target = "keep: {at_most: 5, each: quarter}"
        figures = "[{value: 5.1, as_of: 2023-03-31}, {value: 5, as_of: 2023-06-30}]"
        judge(target, {2023: figures}, "2023-06-30").says("breached red", figure="5.1", as_of="2023-03-31")

    def test_a_bare_yearly_figure_is_the_last_quarters(self):
        judge("keep: {at_most: 5, each: quarter}", {2023: 4}, "2023-12-31").says("no_data grey", missing="2023-Q3")

    def test_months_close_one_by_one(self):
        target = "keep: {at_least: 1, each: month}"
        figures = {2023: "[{value: 1, as_of: 2023-01-31}, {value: 2, as_of: 2023-02-28}]"}
        judge(target, figures, "2023-03-15").says("on_pace green", judged="2023-01 1 1 √, 2023-02 2 1 √")
        judge(target, figures, "2023-05-31").says("no_data grey", missing="2023-03")


class TestFlowsWithinTheYear:
    """In-year figures of a flow are that year's total so far."""

    MONTHLY = "keep: {at_least: 10, each: month, entry: flow}"

    def test_a_month_is_what_it_added(self):
        figures = {2023: "[{value: 10, as_of: 2023-01-31}, {value: 25, as_of: 2023-02-28}]"}
        judge(self.MONTHLY, figures, "2023-02-28").says("on_pace green", judged="2023-01 10 10 √, 2023-02 15 10 √")
        figures = {2023: "[{value: 18, as_of: 2023-01-31}, {value: 25, as_of: 2023-02-28}]"}
        judge(self.MONTHLY, figures, "2023-02-28").says("breached red", judged="2023-01 18 10 √, 2023-02 7 10 ×")

    def test_january_begins_anew(self):
        target = "keep: {at_least: 10, each: month, entry: flow, from: 2023-12-01}"
        figures = {
            2023: "[{value: 110, as_of: 2023-11-30}, {value: 120, as_of: 2023-12-31}]",
            2024: "{value: 11, as_of: 2024-01-31}",
        }
        judge(target, figures, "2024-01-31").says("on_pace green", judged="2023-12 10 10 √, 2024-01 11 10 √")

    def test_a_quarter_that_is_not_closed(self):
        target = "keep: {at_least: 93, each: quarter, entry: flow}"
        figures = "[{value: 93, as_of: 2023-03-31}, {value: VALUE, as_of: 2023-05-15}]"
        # a month and 15/31 of the quarter's three: 46/93 of it
        judge(target, {2023: figures.replace("VALUE", "139")}, "2023-05-20").says("on_pace green", expected=46)
        judge(target, {2023: figures.replace("VALUE", "138")}, "2023-05-20").says("behind yellow", attained=45)

    def test_without_the_quarter_before_nothing_can_be_told(self):
        target = "keep: {at_least: 93, each: quarter, entry: flow}"
        figures = {2023: "{value: 139, as_of: 2023-05-15}"}
        judge(target, figures, "2023-05-30").says("not_due grey", reason="earlier_period", figure=139)
        judge(target, figures, "2023-05-31").says("no_data grey", missing="2023-Q1", figure=139)

    def test_an_older_quarter_does_not_stand_in_for_the_one_before(self):
        target = "keep: {at_least: 10, each: quarter, entry: flow}"
        figures = {2023: "[{value: 10, as_of: 2023-03-31}, {value: 30, as_of: 2023-09-30}]"}
        judge(target, figures, "2023-09-30").says("no_data grey", missing="2023-Q2", judged="2023-Q1 10 10 √")

    def test_beginning_within_the_year(self):
        target = "keep: {at_least: 10, each: month, entry: flow, from: 2023-07-01}"
        july = "{value: 40, as_of: 2023-07-31}"
        judge(target, {2023: f"[{{value: 31, as_of: 2023-06-30}}, {july}]"}, "2023-07-31").says(
            "breached red", judged="2023-07 9 10 ×"
        )
        judge(target, {2023: july}, "2023-07-31").says("on_pace green", judged="2023-07 40 10 √")

    def test_a_month_unreported_within_a_long_grace(self):
        target = "keep: {at_least: 10, each: quarter, entry: flow, from: 2023, to: 2023}"
        figures = {2023: "[{value: 30, as_of: 2023-09-30}, {value: 40, as_of: 2023-12-31}]"}
        judge(target, figures, "2023-12-31", terms={"grace_days": 400}).says("on_pace green", judged="2023-Q4 10 10 √")
