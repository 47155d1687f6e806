"""What holds of every verdict, whatever the target, the figures and the day."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.verdicts.anything import DAYS, FIGURES, PERIODS, PLAIN, REFERENCE_FIGURES, REPORTS, TARGETS
from tests.verdicts.judge import facts
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Reach, Task
from vtrack.model.plan import Plan
from vtrack.model.plan_data import build_plan
from vtrack.model.record_data import ProgressData, build_record
from vtrack.validation.shape import shape_errors
from vtrack.verdicts.assess import assess
from vtrack.verdicts.verdict import LAMP_OF, Lamp, Status, Terms, Verdict

MEASURED = Reach | Keep | Accumulate | Grow | Compare
POSSIBLE = {
    Reach: "placeholder not_due no_data no_baseline met missed met_early ahead on_pace behind",
    Keep: "placeholder not_due no_data met on_pace behind breached",
    Accumulate: "placeholder not_due no_data met missed met_early ahead on_pace behind breached",
    Grow: "placeholder not_due no_data no_baseline met missed on_pace behind breached",
    Compare: "placeholder not_due no_data met missed on_pace behind breached",
    Milestone: "placeholder met overdue in_progress on_pace behind",
    Task: "placeholder met overdue in_progress",
}
BETTER = ["missed red", "behind red", "behind orange", "behind yellow", "no_baseline grey"]
BETTER += ["on_pace green", "ahead green", "met_early green", "met green"]


def plan_from(target, period) -> Plan:
    data = {
        "format": 1,
        "locality": {"id": "demo", "name": "示范县"},
        "period": period,
        "targets": {"sample": target, "other": {"name": "另一项", "reach": {"at_least": 1}}},
    }
    assert not shape_errors(data, "plan"), shape_errors(data, "plan")
    return build_plan(data)


def progress_from(figures, references) -> list[ProgressData]:
    files = []
    for year in sorted({*figures, *references}):
        data = {
            "format": 1,
            "locality": "demo",
            "year": year,
            "figures": {"sample": figures[year], "other": figures[year]} if year in figures else None,
            "references": {"city": references[year]} if year in references else None,
        }
        assert not shape_errors(data, "progress"), shape_errors(data, "progress")
        files.append(ProgressData(f"progress/{year}.yaml", data))
    return files


def verdict_on(target, figures, day, *, period=None, references=None, grace_days=60) -> Verdict:
    plan = plan_from(target, period or {"start": 2023, "end": 2027})
    record = build_record(plan, progress_from(figures, references or {}))
    return assess(plan.targets["sample"], plan, record, Terms(day, grace_days))


class TestEveryVerdict:
    @settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(TARGETS, PERIODS, FIGURES, REFERENCE_FIGURES, DAYS, st.sampled_from([60, 0, 400]))
    def test_there_is_one_for_whatever_the_schemas_let_pass(self, target, period, figures, references, day, grace):
        verdict = verdict_on(target, figures, day, period=period, references=references, grace_days=grace)
        form, status, gap = verdict.target.form, verdict.status, verdict.pace_gap
        assert status.value in POSSIBLE[type(form)].split()

        # a pace gap decides the lamp, the status alone does where there is none
        assert verdict.lamp == (LAMP_OF.get(status, Lamp.GREY) if gap is None else Terms(day).lamp(gap))
        if gap is not None:
            assert status == (Status.AHEAD if gap >= 5 else Status.ON_PACE if gap >= 0 else Status.BEHIND)
        assert gap is None or isinstance(form, Reach | Accumulate)
        assert verdict.required_rate is None or (isinstance(form, Grow) and status is Status.BEHIND)

        # nothing is known of the time after the day
        if verdict.figure is not None:
            assert verdict.figure.day <= day
        assert all(one.stretch.first <= day for one in verdict.workings.judged)

        # final verdicts need a deadline that has passed, or is reported on
        if status in (Status.MET, Status.MISSED) and isinstance(form, MEASURED) and not isinstance(form, Grow):
            assert form.by.day <= day
        if status is Status.NO_DATA:
            assert verdict.workings.missing.last <= day - timedelta(days=grace)
        assert (status is Status.OVERDUE) == (verdict.workings.days_late is not None)

        # the numbers shown are exact: no float has slipped in
        workings = verdict.workings
        numbers = [gap, verdict.required_rate, workings.attained, workings.expected, workings.share, workings.base]
        assert all(isinstance(number, Fraction) for number in numbers if number is not None)

    @settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(TARGETS, FIGURES, st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.lists(REPORTS, max_size=3))
    def test_figures_dated_after_the_day_never_change_it(self, target, figures, day, reports):
        later = [
            {**report, "as_of": (day + timedelta(days=1 + place)).isoformat()} for place, report in enumerate(reports)
        ]
        known = {year: entry for year, entry in figures.items() if year != 2100}
        before = verdict_on(target, known, day)
        after = verdict_on(target, {**known, **({2100: later} if later else {})}, day)
        assert facts(after) == facts(before)

    @settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(TARGETS, st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.data())
    def test_the_order_of_the_reports_in_a_file_does_not_matter(self, target, day, data):
        days = data.draw(st.lists(st.dates(date(2022, 1, 1), date(2027, 12, 31)), min_size=1, max_size=8, unique=True))
        reports = [{**data.draw(REPORTS), "as_of": when.isoformat()} for when in days]
        shuffled = data.draw(st.permutations(reports))
        assert facts(verdict_on(target, {2022: reports}, day)) == facts(verdict_on(target, {2022: shuffled}, day))


class TestBetterIsNeverWorse:
    """Reporting a better value never worsens the status."""

    VALUES = st.lists(PLAIN.map(Decimal), min_size=5, max_size=5)
    DAYS = st.dates(date(2023, 7, 1), date(2028, 6, 30))

    @settings(max_examples=300, deadline=None)
    @given(VALUES, st.integers(0, 4), st.decimals(0, 50, places=2), DAYS, PLAIN, PLAIN, st.booleans())
    def test_reach_at_least(self, values, place, more, day, bound, base, with_baseline):
        target = {"name": "样例", "reach": {"at_least": bound}}
        if with_baseline:
            target["baseline"] = {"year": 2022, "value": base}
        self._never_worse(target, values, place, more, day)

    @settings(max_examples=300, deadline=None)
    @given(VALUES, st.integers(0, 4), st.decimals(0, 50, places=2), DAYS, PLAIN, st.booleans())
    def test_accumulate_at_least(self, values, place, more, day, bound, running):
        entry = "running_total" if running else "flow"
        self._never_worse({"name": "样例", "accumulate": {"at_least": bound, "entry": entry}}, values, place, more, day)

    def _never_worse(self, target, values, place, more, day):
        figures = {2023 + year: value for year, value in enumerate(values)}
        better = {**figures, 2023 + place: values[place] + more}
        before, after = facts(verdict_on(target, figures, day)), facts(verdict_on(target, better, day))
        if before["status"] == "not_due grey":
            assert after["status"] == "not_due grey"
            return
        assert BETTER.index(after["status"]) >= BETTER.index(before["status"])
        if before["gap"] is not None and after["gap"] is not None:
            assert after["gap"] >= before["gap"]
