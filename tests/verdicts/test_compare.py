"""``compare``: the value satisfies a bound that another series gives. FORMAT §5, «compare»."""

import pytest

from tests.verdicts.judge import judge

FASTER = "compare: {above: {reference: city}}"


class TestEvery:
    def test_each_closed_year_satisfied_is_on_pace(self):
        judge(FASTER, {2023: 7, 2024: 7}, "2025-01-31", {2023: "6.9", 2024: "6.3"}).says(
            "on_pace green",
            figure=7,
            as_of="2024-12-31",
            attained=7,
            expected="6.3",
            judged="2023 7 69/10 √, 2024 7 63/10 √",
            inherited="from to",
        )

    def test_one_failure_is_breached(self):
        judge(FASTER, {2023: "6.9", 2024: 7}, "2025-01-31", {2023: "6.9", 2024: "6.3"}).says(
            "breached red", figure="6.9", as_of="2023-12-31", attained="6.9", expected="6.9"
        )

    def test_the_last_year_too_is_met(self):
        target = "compare: {above: {reference: city}, from: 2023, to: 2024}"
        judge(target, {2023: 7, 2024: 7}, "2024-12-31", {2023: "6.9", 2024: "6.3"}).says("met green", inherited="")

    def test_an_open_year_that_fails_is_behind(self):
        references = {2023: "{value: 6, as_of: 2023-06-30}"}
        judge(FASTER, {2023: "{value: 6, as_of: 2023-06-30}"}, "2023-07-31", references).says(
            "behind yellow", attained=6, expected=6
        )
        judge(FASTER, {2023: "{value: 6.1, as_of: 2023-06-30}"}, "2023-07-31", references).says("on_pace green")

    @pytest.mark.parametrize(
        ("bound", "value", "status"),
        [
            ("at_least", "6.9", "met green"),
            ("above", "6.9", "breached red"),
            ("above", "6.90001", "met green"),
            ("at_most", "6.9", "met green"),
            ("at_most", "7", "breached red"),
            ("below", "6.9", "breached red"),
            ("equal", "6.9", "met green"),
            ("equal", "6.8", "breached red"),
        ],
    )
    def test_any_bound(self, bound, value, status):
        target = f"compare: {{{bound}: {{reference: city}}, to: 2023}}"
        judge(target, {2023: value}, "2023-12-31", {2023: "6.9"}).says(status)

    @pytest.mark.parametrize(
        ("bound", "value", "status"),
        [
            ("about", "6.4", "met green"),
            ("about", "7.4", "met green"),
            ("about", "7.41", "breached red"),
            ("at_least", "6.4", "met green"),
            ("at_least", "6.39", "breached red"),
            ("above", "6.4", "breached red"),
            ("at_most", "7.4", "met green"),
            ("at_most", "7.41", "breached red"),
            ("equal", "6.5", "met green"),
            ("equal", "6.3", "breached red"),
        ],
    )
    def test_within_a_tolerance(self, bound, value, status):
        target = f"compare: {{{bound}: {{reference: city}}, within: 0.5, to: 2023}}"
        judge(target, {2023: value}, "2023-12-31", {2023: "6.9"}).says(status)


class TestMissing:
    def test_a_missing_figure_of_a_due_year(self):
        judge(FASTER, {2023: 7}, "2025-03-02", {2023: 6, 2024: 6}).says("no_data grey", figure=7, missing="2024")

    def test_a_missing_reference_of_a_due_year(self):
        judge(FASTER, {2023: 7}, "2024-02-29").says("not_due grey", reason="reference", figure=7)
        judge(FASTER, {2023: 7}, "2024-03-01").says("no_data grey", reason="reference", missing="2023", figure=7)

    def test_the_figure_is_asked_for_first(self):
        judge(FASTER, {2024: 7}, "2025-06-30", {2023: 6}).says("no_data grey", missing="2023")

    def test_a_year_whose_reference_is_not_due_waits_for_it(self):
        judge(FASTER, {2023: 7, 2024: 1}, "2025-01-31", {2023: 6}).says("on_pace green", figure=7, judged="2023 7 6 √")
        judge(FASTER, {2023: 7, 2024: 1}, "2025-01-31", {2023: 6, 2024: 6}).says("breached red")

    def test_a_half_years_reference_breaks_nothing_before_it_is_due(self):
        references = {2023: "{value: 8, as_of: 2023-06-30}"}
        judge(FASTER, {2023: 7}, "2023-12-31", references).says("behind yellow", attained=7, expected=8)
        judge(FASTER, {2023: 7}, "2024-03-01", references).says("breached red")
        whole = {2023: "[{value: 8, as_of: 2023-06-30}, {value: 6.9, as_of: 2023-12-31}]"}
        judge(FASTER, {2023: 7}, "2023-12-31", whole).says("on_pace green")

    def test_breached_comes_before_no_data(self):
        judge(FASTER, {2023: 5}, "2025-06-30", {2023: 6}).says("breached red")

    def test_nothing_due_and_nothing_reported(self):
        judge(FASTER, {}, "2024-02-29", {2023: 6}).says("not_due grey", figure=None)
        judge(FASTER, {2022: 7}, "2023-06-30").says("not_due grey", figure=None)
        judge(FASTER, {}, "2024-03-01", {2023: 6}).says("no_data grey", missing="2023")

    def test_a_first_year_after_the_last_is_no_period(self):
        judge("compare: {above: {reference: city}, from: 2026, to: 2024}", {2025: 1}, "2027-06-30").says(
            "not_due grey", reason="no_period"
        )


class TestAverage:
    AVERAGE = "compare: {above: {reference: city}, each: average}"

    def test_the_means_over_the_closed_years(self):
        judge(self.AVERAGE, {2023: 6, 2024: 8}, "2025-01-31", {2023: "6.9", 2024: "6.3"}).says(
            "on_pace green", attained=7, expected="6.6", judged="2023 6 69/10 ×, 2024 8 63/10 √", figure=8
        )

    def test_the_mean_is_exact(self):
        references = {2023: 6, 2024: 6, 2025: "6.1"}
        judge(self.AVERAGE, {2023: 6, 2024: 6, 2025: "6.1"}, "2026-01-31", references).says(
            "behind yellow", attained="181/30", expected="181/30"
        )

    def test_a_bad_year_can_be_made_good(self):
        judge(self.AVERAGE, {2023: 5}, "2024-01-31", {2023: 6}).says("behind yellow")

    def test_an_open_year_is_no_part_of_the_mean(self):
        figures = {2023: 7, 2024: "{value: 1, as_of: 2024-06-30}"}
        references = {2023: 6, 2024: "{value: 6, as_of: 2024-06-30}"}
        judge(self.AVERAGE, figures, "2024-07-31", references).says("on_pace green", attained=7, expected=6, figure=1)

    def test_before_the_first_closed_year_the_year_as_it_stands(self):
        references = {2023: "{value: 6, as_of: 2023-06-30}"}
        judge(self.AVERAGE, {2023: "{value: 5, as_of: 2023-06-30}"}, "2023-07-31", references).says("behind yellow")
        judge(self.AVERAGE, {2023: "{value: 7, as_of: 2023-06-30}"}, "2023-07-31", references).says("on_pace green")

    def test_at_the_end_met_or_missed(self):
        target = "compare: {above: {reference: city}, each: average, to: 2024}"
        judge(target, {2023: 6, 2024: 8}, "2024-12-31", {2023: "6.9", 2024: "6.3"}).says("met green", attained=7)
        judge(target, {2023: 6, 2024: 7}, "2024-12-31", {2023: "6.9", 2024: "6.3"}).says("missed red", attained="6.5")

    def test_missing(self):
        judge(self.AVERAGE, {2024: 8}, "2025-01-31", {2024: 6}).says("no_data grey", missing="2023")
        judge(self.AVERAGE, {2023: 8}, "2024-06-30").says("no_data grey", reason="reference")
        judge(self.AVERAGE, {}, "2023-06-30").says("not_due grey")


class TestLag:
    def test_with_the_reference_of_years_before(self):
        target = "compare: {at_least: {reference: city}, lag: 1}"
        judge(target, {2023: 7}, "2023-12-31", {2022: 7, 2023: 99}).says("on_pace green", expected=7)
        judge(target, {2023: 7}, "2023-12-31", {2022: "7.1"}).says("breached red")

    def test_beyond_all_years_there_is_none(self):
        target = "compare: {at_least: {reference: city}, lag: 3000}"
        judge(target, {2023: 7}, "2024-06-30", {2022: 7}).says("no_data grey", reason="reference")


class TestOtherTarget:
    OTHERS = "gdp: {name: GDP, grow: {at_least: 6, entry: rates}}"
    FOLLOW = "compare: {at_least: {target: gdp}}"

    def test_another_target_of_the_locality(self):
        other = {2023: "gdp: 6.5"}
        judge(self.FOLLOW, {2023: "6.5"}, "2023-12-31", others=self.OTHERS, other_figures=other).says(
            "on_pace green", expected="6.5"
        )
        judge(self.FOLLOW, {2023: "6.4"}, "2023-12-31", others=self.OTHERS, other_figures=other).says("breached red")

    def test_its_baseline_is_the_figure_of_its_year_end(self):
        others = "gdp: {name: GDP, reach: {at_least: 6}, baseline: {year: 2022, value: 5}}"
        target = "compare: {at_least: {target: gdp}, lag: 1}"
        judge(target, {2023: 5}, "2023-12-31", others=others).says("on_pace green", expected=5)

    def test_its_own_figures_of_the_year_before(self):
        target = "compare: {at_least: {target: sample}, lag: 1}\nbaseline: {year: 2022, value: 100}"
        judge(target, {2023: 100, 2024: 99}, "2024-12-31").says("breached red", figure=99, expected=100)

    def test_a_target_that_was_left_out_for_its_faults(self):
        judge(self.FOLLOW, {2023: "6.5"}, "2023-12-31", other_figures={2023: "gdp: 6.5"}).says("on_pace green")
        judge(self.FOLLOW, {2023: "6.5"}, "2024-06-30").says("no_data grey", reason="reference")

    def test_a_reference_is_not_a_target(self):
        judge("compare: {at_least: {target: city}}", {2023: 7}, "2024-06-30", {2023: 6}).says(
            "no_data grey", reason="reference"
        )
