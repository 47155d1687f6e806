"""What holds for every form: placeholders, the order of decision, which targets can be judged. FORMAT §5."""

from datetime import date
from fractions import Fraction

import pytest

from tests.verdicts.judge import judge, plan_of, record_of
from vtrack.model.record import Record
from vtrack.verdicts.assess import assess_all, judgeable
from vtrack.verdicts.verdict import LAMP_OF, Lamp, Status, Terms

FORMS = {
    "reach": "reach: {at_least: %s}",
    "keep": "keep: {at_least: %s}",
    "accumulate": "accumulate: {at_least: %s}",
    "grow": "grow: {at_least: %s}",
}


class TestPlaceholder:
    @pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
    @pytest.mark.parametrize("text", ["x", "X", "×", "××", "待定", "TBD", "x-x", "×-××"])
    def test_in_the_place_of_a_number(self, form, text):
        judge(form % text, {2023: 50}, "2024-06-30").says("placeholder grey", figure=None)

    @pytest.mark.parametrize("bound", ["between: [x, x]", "between: [3, x]", "between: [x, 5]", "about: x, within: 1"])
    def test_in_a_range(self, bound):
        judge(f"reach: {{{bound}}}", {2023: 4}, "2024-06-30").says("placeholder grey")

    @pytest.mark.parametrize(
        "form", [*(text % 5 for text in FORMS.values()), "compare: {above: {reference: city}}"], ids=[*FORMS, "compare"]
    )
    def test_in_the_deadline_that_is_inherited(self, form):
        judge(form, {2023: 50}, "2024-06-30", {2023: 50}, period="{start: 2023, end: x}").says(
            "placeholder grey", reason="deadline", inherited="any"
        )

    @pytest.mark.parametrize("key", ["keep: {at_least: 5, to: 2025}", "accumulate: {at_least: 5, by: 2025}"])
    def test_in_the_first_year_that_is_inherited(self, key):
        judge(key, {2023: 50}, "2024-06-30", period="{start: x, end: x}").says("placeholder grey", reason="deadline")

    def test_not_in_dates_of_its_own(self):
        target = "keep: {at_least: 5, from: 2023, to: 2024}"
        judge(target, {2023: 50}, "2024-01-31", period="{start: x, end: x}").says("on_pace green")

    def test_comes_before_everything_else(self):
        judge("accumulate: {between: [1, x]}", {2023: 99}, "2029-06-30").says("placeholder grey")


class TestInherited:
    @pytest.mark.parametrize(
        ("form", "keys"),
        [
            ("reach: {at_least: 1}", "by"),
            ("reach: {at_least: 1, by: 2025}", ""),
            ("keep: {at_least: 1}", "from to"),
            ("keep: {at_least: 1, from: 2024}", "to"),
            ("keep: {at_least: 1, to: 2024}", "from"),
            ("accumulate: {at_least: 1}", "from by"),
            ("accumulate: {at_least: 1, from: 2024, by: 2025}", ""),
            ("grow: {at_least: 1}", "by"),
            ("compare: {above: {reference: city}}", "from to"),
            ("compare: {above: {reference: city}, from: 2023, to: 2024}", ""),
            ("milestone: {states: [未启动, 建成], reach: 建成}", "by"),
            ("milestone: {states: [未启动, 建成], reach: 建成, by: 2024}", ""),
            ("task: {}", "by"),
            ("task: {by: 2024}", ""),
        ],
    )
    def test_what_the_period_gave_is_said(self, form, keys):
        judge(form, {}, "2023-06-30").says(inherited=keys)


class TestLamps:
    @pytest.mark.parametrize(
        ("gap", "lamp"),
        [
            ("5", "green"),
            ("0", "green"),
            ("-0.0001", "yellow"),
            ("-10", "yellow"),
            ("-10.0001", "orange"),
            ("-30", "orange"),
            ("-30.0001", "red"),
        ],
    )
    def test_a_gap_decides(self, gap, lamp):
        assert Terms(date(2025, 6, 30)).lamp(Fraction(gap)) == lamp

    def test_the_status_decides_elsewhere(self):
        assert {status.value: LAMP_OF.get(status, Lamp.GREY).value for status in Status} == {
            "placeholder": "grey",
            "not_due": "grey",
            "no_data": "grey",
            "no_baseline": "grey",
            "met": "green",
            "missed": "red",
            "met_early": "green",
            "ahead": "green",
            "on_pace": "green",
            "behind": "yellow",
            "breached": "red",
            "overdue": "red",
            "in_progress": "grey",
        }


class TestJudgeable:
    def test_a_target_whose_figures_could_not_be_read_is_not_judged(self):
        plan = plan_of("reach: {at_least: 98}", others="other: {name: 另一项, reach: {at_least: 1}}")
        record = Record(unreadable=frozenset({"sample"}))
        assert [verdict.target.id for verdict in assess_all(plan, record, Terms(date(2023, 6, 30)))] == ["other"]

    @pytest.mark.parametrize("series", ["{reference: city}", "{target: city}"])
    def test_nor_one_whose_reference_could_not(self, series):
        plan = plan_of(f"compare: {{above: {series}}}")
        assert not judgeable(plan.targets["sample"], Record(unreadable=frozenset({"city"})))
        assert judgeable(plan.targets["sample"], Record(unreadable=frozenset({"town"})))

    def test_all_others_are_in_the_order_of_the_plan(self):
        plan = plan_of("task: {}", others="b: {name: 乙, task: {}}\na: {name: 甲, task: {}}")
        verdicts = assess_all(plan, record_of(plan, {}), Terms(date(2023, 6, 30)))
        assert [verdict.target.id for verdict in verdicts] == ["sample", "b", "a"]
