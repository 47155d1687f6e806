"""A plan's plain data to the plan that it states. FORMAT §2 and §3."""

from datetime import date
from fractions import Fraction

import pytest

from vtrack.model.bound import Bound, Comparison, Series
from vtrack.model.calendar import Each
from vtrack.model.forms import Accumulate, Compare, Deadline, Grow, Keep, Milestone, Reach, Task
from vtrack.model.plan import Baseline
from vtrack.model.plan_data import build_plan
from vtrack.model.quantity import Placeholder
from vtrack.text.reading import read

END = Deadline(date(2027, 12, 31), inherited=True)
START = date(2023, 1, 1)


def plan(text: str, omit=()):
    reading = read(text.encode())
    assert reading.sound, reading.flaws
    return build_plan(reading.document.data, omit)


def target(lines: str, period: str = "{start: 2023, end: 2027}"):
    return plan(
        f"locality: {{id: a, name: 甲县}}\nperiod: {period}\ntargets:\n  t: {{name: 某指标, {lines}}}\n"
    ).targets["t"]


class TestPlan:
    WHOLE = """
format: 1
locality: {id: dongtou, name: 温州市洞头区, level: county, code: "330305", parent: wenzhou}
document: {title: 实施方案, number: 洞政办发〔2023〕14号, issuer: 区政府办, issued: 2023-06-29}
period: {start: 2023, end: 2027}
departments: {agriculture: 区农业农村局}
targets:
  coverage:
    name: 覆盖率
    unit: "%"
    reach: {at_least: 98}
    baseline: {year: 2022, value: 91.4}
    nature: indicative
    group: 提升行动
    lead: [agriculture]
    assist: [housing]
    source: 附件20
    note: 口径
    under: rural-sewage
    stated:
      - {source: 正文9, at_least: 98, by: 2026, nature: binding}
      - {source: 附件20, about: 15}
      - {source: 附件21, about: 15, within: 1, by: 2026-06-30}
      - {source: 附件22, above: {reference: city}}
  faulty: {name: 坏的}
amendments:
  - {target: coverage, on: 2025-03-01, document: 洞政办发〔2025〕3号, reason: 调整, was: {at_least: 95}}
"""

    def test_everything_it_says(self):
        found = plan(self.WHOLE, omit=["faulty", "unheard-of"])
        assert (found.locality.id, found.locality.level, found.locality.code, found.locality.parent) == (
            "dongtou",
            "county",
            "330305",
            "wenzhou",
        )
        assert (found.paper.number, found.paper.issued) == ("洞政办发〔2023〕14号", date(2023, 6, 29))
        assert (found.period.start, found.period.end) == (2023, 2027)
        assert found.department_names(("agriculture", "housing")) == ("区农业农村局", "housing")
        assert list(found.targets) == ["coverage"]
        assert found.omitted == {"faulty"}
        amendment = found.amendments[0]
        assert (amendment.target, amendment.on, amendment.was) == ("coverage", date(2025, 3, 1), {"at_least": 95})

    def test_everything_a_target_says(self):
        found = plan(self.WHOLE, omit=["faulty"]).targets["coverage"]
        assert found.baseline == Baseline(2022, Fraction("91.4"))
        assert (found.nature, found.binding, found.unit, found.group) == ("indicative", False, "%", "提升行动")
        assert (found.lead, found.assist, found.under) == (("agriculture",), ("housing",), "rural-sewage")
        assert [(one.bound, one.by, one.nature, one.tolerance_given) for one in found.stated] == [
            (Bound(Comparison.AT_LEAST, Fraction(98)), date(2026, 12, 31), "binding", False),
            (Bound(Comparison.ABOUT, Fraction(15)), None, None, False),
            (Bound(Comparison.ABOUT, Fraction(15), within=Fraction(1)), date(2026, 6, 30), None, True),
            (Bound(Comparison.ABOVE, Series("reference", "city")), None, None, False),
        ]
        assert found.place("lead").path == ("targets", "coverage", "lead")
        assert found.place().key

    def test_what_may_be_left_out(self):
        found = plan("locality: {id: a}\nperiod: {start: 2023, end: 2027}\ntargets: {t: {name: 某, task: {}}}\n")
        assert (found.locality.name, found.paper.title, found.departments, found.amendments) == ("a", "", {}, ())
        only = found.targets["t"]
        assert (only.binding, only.lead, only.baseline, only.stated, only.bound) == (True, (), None, (), None)

    @pytest.mark.parametrize(
        ("text", "years"), [("{start: x, end: ××}", (None, None)), ("{start: 2023, end: x}", (2023, None))]
    )
    def test_a_period_of_placeholders(self, text, years):
        found = plan(f"locality: {{id: a}}\nperiod: {text}\ntargets: {{t: {{name: 某, task: {{}}}}}}\n").period
        assert (found.start, found.end) == years


class TestForms:
    """The defaults of FORMAT §3, and what each key says."""

    BOUND = Bound(Comparison.AT_LEAST, Fraction(5))

    def test_reach(self):
        assert target("reach: {at_least: 5}").form == Reach(self.BOUND, START, END)
        schedule = ((2024, Fraction("4.5")), (2025, Placeholder("x")))
        assert target("reach: {at_least: 5, by: 2025-06-30, schedule: {2025: x, 2024: 4.5}}").form == Reach(
            self.BOUND, START, Deadline(date(2025, 6, 30)), schedule
        )

    def test_keep(self):
        assert target("keep: {at_least: 5}").form == Keep(self.BOUND, START, END, start_inherited=True)
        full = target("keep: {at_least: 5, each: quarter, from: 2023-07-01, to: 2025, entry: flow}").form
        assert full == Keep(self.BOUND, date(2023, 7, 1), Deadline(date(2025, 12, 31)), Each.QUARTER, flow=True)

    def test_accumulate(self):
        assert target("accumulate: {at_least: 5}").form == Accumulate(self.BOUND, START, END, start_inherited=True)
        full = target("accumulate: {at_least: 5, from: 2024, by: 2025, entry: running_total, schedule: {2024: 1}}").form
        assert full == Accumulate(
            self.BOUND, date(2024, 1, 1), Deadline(date(2025, 12, 31)), running=True, schedule=((2024, Fraction(1)),)
        )

    def test_grow(self):
        assert target("grow: {at_least: 5}").form == Grow(self.BOUND, START, END, 2022)
        assert target("grow: {at_least: 5}, baseline: {year: 2021, value: 1}").form == Grow(
            self.BOUND, START, END, 2021
        )
        full = target("grow: {at_least: 5, basis: points, each: every, entry: rates, by: 2025}").form
        assert full == Grow(
            self.BOUND, START, Deadline(date(2025, 12, 31)), 2022, basis="points", every=True, rates=True
        )
        assert target("grow: {at_least: 5}", "{start: x, end: 2027}").form == Grow(self.BOUND, None, END, None)

    def test_compare(self):
        city = Bound(Comparison.ABOVE, Series("reference", "city"))
        assert target("compare: {above: {reference: city}}").form == Compare(city, START, END, start_inherited=True)
        full = target("compare: {about: {target: gdp}, within: 0.5, lag: 1, each: average, from: 2024, to: 2025}").form
        assert full == Compare(
            Bound(Comparison.ABOUT, Series("target", "gdp"), within=Fraction(1, 2)),
            date(2024, 1, 1),
            Deadline(date(2025, 12, 31)),
            lag=1,
            average=True,
        )

    def test_milestone(self):
        found = target("milestone: {states: [甲, 乙], reach: 乙, expect: {2025: 乙, 2024-06-30: 甲}}").form
        expect = ((date(2024, 6, 30), "甲"), (date(2025, 12, 31), "乙"))
        assert found == Milestone(("甲", "乙"), "乙", END, expect)

    def test_task(self):
        assert target("task: {}").form == Task(END)
        assert target("task: {by: 2024, unquantified: true}").form == Task(
            Deadline(date(2024, 12, 31)), unquantified=True
        )

    def test_a_deadline_that_is_a_placeholder(self):
        assert target("task: {}", "{start: x, end: x}").form == Task(Deadline(None, inherited=True))


class TestBounds:
    @pytest.mark.parametrize(
        ("text", "bound"),
        [
            ("at_least: 98", Bound(Comparison.AT_LEAST, Fraction(98))),
            ("above: 2.40", Bound(Comparison.ABOVE, Fraction("2.4"))),
            ("at_most: -1.5", Bound(Comparison.AT_MOST, Fraction("-1.5"))),
            ("below: 1e3", Bound(Comparison.BELOW, Fraction(1000))),
            ("equal: 100", Bound(Comparison.EQUAL, Fraction(100))),
            ("between: [80, 90.5]", Bound(Comparison.BETWEEN, Fraction(80), Fraction("90.5"))),
            ("between: [x, ××]", Bound(Comparison.BETWEEN, Placeholder("x"), Placeholder("××"))),
            ("about: 15, within: 0.1", Bound(Comparison.ABOUT, Fraction(15), within=Fraction("0.1"))),
            ("at_least: 待定", Bound(Comparison.AT_LEAST, Placeholder("待定"))),
        ],
    )
    def test_exactly_as_written(self, text, bound):
        assert target(f"reach: {{{text}}}").bound == bound
