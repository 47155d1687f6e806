"""``grow``: growth from the base year satisfies the bound. FORMAT §5, «grow»."""

from fractions import Fraction

import pytest

from tests.verdicts.judge import judge

SIX = "grow: {at_least: 6}\nbaseline: {year: 2022, value: 100}"
"""6 % a year: 100 · 1.06⁵ = 133.82255776 by the end of 2027."""


class TestAverage:
    def test_exactly_at_the_bound_after_five_years(self):
        judge(SIX, {2027: "133.82255776"}, "2027-12-31").says(
            "met green", figure="133.82255776", attained=6, base=100, years=5, inherited="by"
        )

    def test_one_digit_less_fails(self):
        judge(SIX, {2027: "133.82255775"}, "2027-12-31").says("missed red", attained="any")
        judge(SIX, {2027: "133.822557759999999999999999"}, "2027-12-31").says("missed red", attained="any")

    def test_a_strict_bound_is_not_satisfied_by_its_number(self):
        target = "grow: {above: 6}\nbaseline: {year: 2022, value: 100}"
        judge(target, {2027: "133.82255776"}, "2027-12-31").says("missed red", attained=6)
        judge(target, {2027: "133.82255777"}, "2027-12-31").says("met green")

    def test_before_the_deadline_satisfied_is_on_pace(self):
        judge(SIX, {2023: 106}, "2024-01-31").says("on_pace green", attained=6, years=1)
        judge(SIX, {2024: "112.36"}, "2025-01-31").says("on_pace green", attained=6, years=2, figure="112.36")

    def test_before_the_deadline_short_is_behind_with_the_rate_required(self):
        target = "grow: {at_least: 10, by: 2024}\nbaseline: {year: 2022, value: 100}"
        # 121 by 2024
        judge(target, {2023: 105}, "2024-01-31").says("behind yellow", required="320/21", attained=5)
        judge(target, {2023: 100}, "2024-01-31").says("behind yellow", required=21, attained=0)

    def test_the_rate_required_is_the_mean_of_the_remaining_years(self):
        target = "grow: {at_least: 10, by: 2025}\nbaseline: {year: 2022, value: 100}"
        # 133.1 by 2025, 85.184 · 1.25² = 133.1
        judge(target, {2023: "85.184"}, "2024-01-31").says("behind yellow", required=25)

    def test_no_rate_leads_up_from_nothing(self):
        judge(SIX, {2023: 0}, "2024-01-31").says("behind yellow", required=None, attained=-100)
        judge(SIX, {2023: -5}, "2024-01-31").says("behind yellow", required=None, attained=None)

    def test_growth_is_not_prorated_and_counted_by_year_ends(self):
        judge(SIX, {2023: "{value: 103, as_of: 2023-06-30}"}, "2023-07-31").says(
            "not_due grey", reason="in_year_only", figure=103
        )
        judge(SIX, {2023: 106, 2024: "{value: 1, as_of: 2024-06-30}"}, "2024-07-31").says("on_pace green", figure=106)

    def test_the_last_figure_of_a_due_year_is_its_year_end(self):
        figures = {2023: "{value: 106, as_of: 2023-11-30}"}
        judge(SIX, figures, "2024-02-29").says("not_due grey", reason="in_year_only")
        judge(SIX, figures, "2024-03-01").says("on_pace green", figure=106, as_of="2023-11-30")

    def test_an_upper_bound(self):
        target = "grow: {at_most: 0}\nbaseline: {year: 2022, value: 100}"
        judge(target, {2023: 100}, "2024-01-31").says("on_pace green", attained=0)
        # back to 100 within four years
        judge(target, {2023: 101}, "2024-01-31").says("behind yellow", attained=1, required="any")

    @pytest.mark.parametrize(
        ("bound", "value", "status"),
        [
            ("equal: 6", "112.36", "met green"),
            ("equal: 6", "112.37", "missed red"),
            ("between: [5, 6]", "110.25", "met green"),
            ("between: [5, 6]", "112.36", "met green"),
            ("between: [5, 6]", "112.37", "missed red"),
            ("about: 6, within: 1", "110.25", "met green"),
            ("about: 6, within: 1", "114.49", "met green"),
            ("about: 6, within: 1", "114.5", "missed red"),
            ("about: 6, within: 1", "110.24", "missed red"),
            ("below: 6", "112.36", "missed red"),
            ("below: 6", "112.35", "met green"),
        ],
    )
    def test_other_bounds(self, bound, value, status):
        target = f"grow: {{{bound}, by: 2024}}\nbaseline: {{year: 2022, value: 100}}"
        judge(target, {2024: value}, "2024-12-31").says(status)

    def test_of_a_range_the_nearer_end_is_required(self):
        target = "grow: {between: [10, 20], by: 2024}\nbaseline: {year: 2022, value: 100}"
        judge(target, {2023: 100}, "2024-01-31").says("behind yellow", required=21)
        judge(target, {2023: 150}, "2024-01-31").says("behind yellow", required=-4)

    def test_a_fall_of_more_than_everything_is_always_surpassed(self):
        target = "grow: {at_least: -150, by: 2024}\nbaseline: {year: 2022, value: 100}"
        judge(target, {2024: 0}, "2024-12-31").says("met green", attained=-100)


class TestDifferences:
    def test_points_a_year(self):
        target = "grow: {at_least: 0.8, basis: points}\nbaseline: {year: 2022, value: 50}"
        judge(target, {2024: "51.6"}, "2025-01-31").says("on_pace green", attained="0.8")
        # 54 by 2027, three years left
        judge(target, {2024: "51.5"}, "2025-01-31").says("behind yellow", attained="0.75", required="5/6")

    def test_units_a_year_from_any_base(self):
        target = "grow: {at_least: 2, basis: units}\nbaseline: {year: 2022, value: -3}"
        judge(target, {2023: -1}, "2024-01-31").says("on_pace green", attained=2)

    def test_reported_as_rates(self):
        target = "grow: {at_least: 0.8, basis: points, entry: rates}"
        judge(target, {2023: "0.7", 2024: "0.9"}, "2025-01-31").says("on_pace green", attained="0.8", base=None)


class TestRates:
    RATES = "grow: {at_least: 6, entry: rates}"

    def test_the_geometric_mean_counts(self):
        # 6.9 % and 5.1 % have the mean 6 %, but 1.069 · 1.051 = 1.123519 < 1.06²
        verdict = judge(self.RATES, {2023: "6.9", 2024: "5.1"}, "2025-01-31")
        verdict.says("behind yellow", required="any", figure="5.1", base=None, years=2)
        assert 5 < verdict.verdict.workings.attained < 6
        required = verdict.verdict.required_rate
        reached = Fraction("1.123519") * (1 + required / 100) ** 3
        assert abs(reached - Fraction("1.06") ** 5) < Fraction(1, 10**30)

    def test_exactly_at_the_bound(self):
        judge(self.RATES, {2023: 6, 2024: 6}, "2025-01-31").says("on_pace green", attained=6)

    def test_every_year_since_the_base_year_is_needed(self):
        judge(self.RATES, {2024: 7}, "2025-01-31").says("no_data grey", missing="2023", figure=7)
        judge(self.RATES, {2023: 7}, "2025-03-02").says("no_data grey", missing="2024", figure=7)
        earlier = self.RATES + "\nbaseline: {year: 2021, value: 5}"
        judge(earlier, {2023: 7}, "2024-01-31").says("no_data grey", missing="2022")

    def test_a_baseline_is_no_rate_of_the_period(self):
        target = self.RATES + "\nbaseline: {year: 2022, value: 0}"
        judge(target, {2023: 7}, "2024-01-31").says("on_pace green", attained=7)
        judge(target, {}, "2024-06-30").says("no_data grey", figure=None)

    def test_a_year_unreported_within_a_long_grace(self):
        terms = {"grace_days": 400}
        judge(self.RATES, {2024: 7}, "2024-12-31", terms=terms).says("not_due grey", reason="earlier_period", figure=7)
        judge(self.RATES, {2023: 7, 2025: 1}, "2025-12-31", terms=terms).says("on_pace green", figure=7)

    def test_a_fall_beyond_everything(self):
        judge(self.RATES, {2023: -150}, "2024-01-31").says("behind yellow", attained=None, required=None)


class TestEvery:
    EVERY = "grow: {at_least: 6, each: every}\nbaseline: {year: 2022, value: 100}"

    def test_one_year_that_fails_is_breached(self):
        judge(self.EVERY, {2023: 105, 2024: 126}, "2025-01-31").says(
            "breached red", figure=105, as_of="2023-12-31", attained=5, judged="2023 5 6 ×, 2024 20 6 √"
        )

    def test_each_year_satisfied_is_on_pace_and_in_the_end_met(self):
        judge(self.EVERY, {2023: 106, 2024: "112.36"}, "2025-01-31").says(
            "on_pace green", judged="2023 6 6 √, 2024 6 6 √", attained=6, years=2
        )
        target = "grow: {at_least: 6, each: every, by: 2024}\nbaseline: {year: 2022, value: 100}"
        judge(target, {2023: 106, 2024: "112.36"}, "2024-12-31").says("met green")

    def test_the_last_years_growth_is_shown(self):
        judge(self.EVERY, {2023: 106, 2024: "112.36", 2025: "123.596"}, "2025-12-31").says(
            "on_pace green", attained=10, years=3
        )

    def test_a_missing_year_is_no_data(self):
        judge(self.EVERY, {2024: 130}, "2025-01-31").says("no_data grey", missing="2023", judged="")
        judge(self.EVERY, {2023: 110}, "2025-06-30").says("no_data grey", missing="2024", judged="2023 10 6 √")

    def test_each_year_since_the_base_year_is_needed(self):
        target = "grow: {at_least: 6, each: every}\nbaseline: {year: 2020, value: 100}"
        judge(target, {2022: 200, 2023: 212}, "2024-01-31").says("no_data grey", missing="2021", judged="2023 6 6 √")

    def test_a_year_unreported_within_a_long_grace(self):
        terms = {"grace_days": 400}
        judge(self.EVERY, {2024: 130}, "2024-12-31", terms=terms).says(
            "not_due grey", reason="earlier_period", figure=130
        )

    def test_of_rates(self):
        target = "grow: {at_least: 6, each: every, entry: rates}"
        judge(target, {2023: 7, 2024: 5}, "2025-01-31").says("breached red", figure=5, judged="2023 7 6 √, 2024 5 6 ×")
        judge(target, {2023: 7, 2024: 6}, "2025-01-31").says("on_pace green", attained=6)

    def test_of_rates_a_failure_after_a_gap_is_breached(self):
        target = "grow: {at_least: 6, each: every, entry: rates}"
        judge(target, {2024: 5}, "2025-06-30").says("breached red", figure=5)

    def test_a_rate_is_judged_as_it_was_reported(self):
        target = "grow: {at_least: -10, each: every, entry: rates}"
        judge(target, {2023: -150, 2024: 5}, "2025-01-31").says(
            "breached red", judged="2023 -150 -10 ×, 2024 5 -10 √", attained=-150
        )

    def test_each_year_is_the_base_of_the_next(self):
        target = "grow: {at_most: 3, each: every}\nbaseline: {year: 2022, value: 100}"
        judge(target, {2023: 0, 2024: 5}, "2025-01-31").says("no_baseline grey", reason="base_not_positive", figure=5)

    def test_units(self):
        target = "grow: {at_least: 2, basis: units, each: every}\nbaseline: {year: 2022, value: -3}"
        judge(target, {2023: -1, 2024: "0.9"}, "2025-01-31").says("breached red", attained="1.9")


class TestBase:
    def test_no_base_value(self):
        judge("grow: {at_least: 6}", {2023: 106}, "2024-01-31").says(
            "no_baseline grey", reason="no_base_value", figure=106
        )

    def test_the_year_before_the_period_where_no_baseline_is_given(self):
        judge("grow: {at_least: 6}", {2022: 100, 2023: 106}, "2024-01-31").says("on_pace green", base=100, attained=6)

    def test_the_baselines_year_where_one_is_given(self):
        target = "grow: {at_least: 6}\nbaseline: {year: 2021, value: 100}"
        judge(target, {2022: 1, 2023: "112.36"}, "2024-01-31").says("on_pace green", base=100, years=2)

    @pytest.mark.parametrize("value", [0, -100])
    def test_nothing_can_be_a_percent_of_a_base_that_is_not_positive(self, value):
        target = f"grow: {{at_least: 6}}\nbaseline: {{year: 2022, value: {value}}}"
        judge(target, {2023: 106}, "2024-01-31").says("no_baseline grey", reason="base_not_positive")

    @pytest.mark.parametrize("each", ["average", "every"])
    def test_the_smallest_base_is_one_all_the_same(self, each):
        target = f"grow: {{at_least: 6, each: {each}}}\nbaseline: {{year: 2022, value: 1}}"
        judge(target, {2023: 1}, "2024-01-31").says(gap=None, required="any", attained=0)
        judge(target, {2023: 2}, "2024-01-31").says("on_pace green", attained=100)

    def test_no_data_and_not_due_come_before_no_baseline(self):
        judge("grow: {at_least: 6}", {}, "2024-06-30").says("no_data grey", figure=None, missing="2023")
        judge("grow: {at_least: 6}", {2022: 100}, "2023-06-30").says("not_due grey", figure=None)

    def test_a_base_year_that_is_not_before_the_deadline(self):
        target = "grow: {at_least: 6, by: 2024}\nbaseline: {year: 2024, value: 100}"
        judge(target, {2024: 106}, "2025-06-30").says("not_due grey", reason="no_period")

    def test_a_period_without_a_first_year_needs_a_baseline(self):
        period = "{start: x, end: 2027}"
        judge("grow: {at_least: 6}", {2023: 106}, "2024-01-31", period=period).says(
            "placeholder grey", reason="deadline"
        )
        judge(SIX, {2023: 106}, "2024-01-31", period=period).says("on_pace green")


class TestMissing:
    def test_the_latest_due_year_is_needed(self):
        judge(SIX, {2023: 106}, "2025-03-01").says("on_pace green")
        judge(SIX, {2023: 106}, "2025-03-02").says("no_data grey", figure=106, missing="2024")

    def test_an_older_gap_hides_no_verdict(self):
        judge(SIX, {2024: "112.36"}, "2025-06-30").says("on_pace green")
        judge(SIX, {2023: 106, 2025: 120}, "2025-12-31").says("on_pace green", figure=120)

    def test_the_last_known_value_may_be_the_base(self):
        judge(SIX, {}, "2024-06-30").says("no_data grey", figure=100, missing="2023")

    def test_years_before_the_plan_are_not_due(self):
        target = "grow: {at_least: 6}\nbaseline: {year: 2020, value: 100}"
        judge(target, {}, "2023-06-30").says("not_due grey", figure=None)
        judge(target, {2021: 106}, "2023-06-30").says("on_pace green", figure=106)

    def test_nor_those_up_to_the_base_year(self):
        target = "grow: {at_least: 6}\nbaseline: {year: 2024, value: 100}"
        judge(target, {}, "2025-06-30").says("not_due grey", figure=None)

    def test_a_deadline_within_a_year_stands_for_that_year(self):
        target = "grow: {at_least: 6, by: 2024-06-30}\nbaseline: {year: 2022, value: 100}"
        judge(target, {2023: 106, 2024: "{value: 110, as_of: 2024-06-30}"}, "2024-08-31").says(
            "on_pace green", figure=106
        )
        judge(target, {2023: 106, 2024: "112.36"}, "2024-12-31").says("met green")
