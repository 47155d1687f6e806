"""What must be reported: the same notions as in the verdicts, so that what is missing there is late here."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.verdicts.anything import DAYS, FIGURES, PERIODS, REFERENCE_FIGURES, TARGETS
from tests.verdicts.test_properties import plan_from, progress_from
from vtrack.checking import Examination, examine
from vtrack.discovery import find_localities
from vtrack.dues import Due, Wanted, dues
from vtrack.model.bound import Series
from vtrack.model.plan import Plan
from vtrack.model.plan_data import build_plan
from vtrack.model.record import Record
from vtrack.model.record_data import ProgressData, build_record
from vtrack.text.reading import read
from vtrack.validation.shape import shape_errors
from vtrack.verdicts.assess import assess_all
from vtrack.verdicts.verdict import Status, Terms, Verdict

ROOT = Path(__file__).resolve().parents[1]
REPOSITORIES = sorted(
    path.parent for folder in ("examples/county", "plans") for path in (ROOT / folder).rglob("plan.yaml")
)


def wanted(
    target: str,
    figures: Mapping[int, str],
    day: str,
    *,
    within: int = 0,
    references: Mapping[int, str] | None = None,
    period: str = "{start: 2023, end: 2027}",
    grace_days: int = 60,
) -> list[str]:
    """What one target wants, each as ``"figure 2024 until 2025-03-01"``, with how late it is."""
    plan = textwrap.dedent(f"""
        format: 1
        locality: {{id: demo, name: 示范县}}
        document: {{title: 方案}}
        period: {period}
        targets:
          sample:
            name: 样例
            {target}
    """)
    data = plain(plan, "plan")
    files = []
    for year in sorted({*figures, *(references or {})}):
        lines = ["format: 1", "locality: demo", f"year: {year}", "figures:"]
        lines += [f"  sample: {figures[year]}"] if year in figures else []
        lines += ["references:", f"  city: {references[year]}"] if references and year in references else []
        files.append(ProgressData(f"progress/{year}.yaml", plain("\n".join(lines), "progress")))
    built = build_plan(data)
    terms = Terms(date.fromisoformat(day), grace_days)
    return [told(due) for due in dues(built, build_record(built, files), terms, within)]


def plain(text: str, kind: str) -> dict[str, object]:
    document = read(text.encode()).document
    assert document is not None
    assert isinstance(document.data, dict)
    assert shape_errors(document.data, kind) == ()
    return document.data


def told(due: Due) -> str:
    what = due.period or due.state or due.last
    late = f" late {due.days_late}" if due.is_late else ""
    return f"{due.wanted.value} {what} until {due.until}{late}"


REACH = "reach: {at_least: 98}"


@pytest.mark.parametrize(
    ("day", "figures", "expected"),
    [
        ("2023-01-01", {}, ["figure 2023 until 2024-02-29"]),
        ("2024-02-29", {}, ["figure 2023 until 2024-02-29", "figure 2024 until 2025-03-01"]),
        ("2024-03-01", {}, ["figure 2023 until 2024-02-29 late 1", "figure 2024 until 2025-03-01"]),
        ("2024-03-01", {2023: "90"}, ["figure 2024 until 2025-03-01"]),
        ("2025-06-30", {2023: "90"}, ["figure 2024 until 2025-03-01 late 121", "figure 2025 until 2026-03-01"]),
        ("2025-06-30", {2024: "90"}, ["figure 2025 until 2026-03-01"]),
        ("2025-06-30", {2024: "{value: 90, as_of: 2024-06-30}"}, ["figure 2025 until 2026-03-01"]),
        ("2028-06-30", {2024: "90"}, ["figure 2027 until 2028-02-29 late 122"]),
        ("2028-06-30", {2027: "90"}, []),
        ("2028-01-01", {2027: "98"}, []),
    ],
    ids=[
        "before anything is due the first year is wanted",
        "on the last day a figure is in time",
        "the day after it is late by one day",
        "what was reported is wanted no more",
        "of several years that are missing only the latest",
        "an older gap hides no verdict, and nothing is late",
        "a figure within a year is the year's when it is due",
        "after the deadline the deadline's year alone",
        "nothing once it is final",
        "which a figure of the last day makes it early",
    ],
)
def test_reach_wants_the_latest_year(day: str, figures: dict[int, str], expected: list[str]) -> None:
    assert wanted(REACH, figures, day) == expected


def test_a_deadline_within_a_year_is_the_last_day() -> None:
    assert wanted("reach: {at_least: 98, by: 2025-06-30}", {2024: "90"}, "2025-09-01") == [
        "figure 2025-01-01/2025-06-30 until 2025-08-29 late 3"
    ]


def test_a_half_year_figure_leaves_the_year_wanted_until_it_is_closed() -> None:
    half = {2023: "80", 2024: "{value: 90, as_of: 2024-06-30}"}

    assert wanted(REACH, half, "2025-01-15") == ["figure 2024 until 2025-03-01"]
    assert wanted(REACH, {2024: "90"}, "2025-01-15") == ["figure 2025 until 2026-03-01"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("keep: {at_least: 90}", ["2023", "2025"]),
        ("accumulate: {at_least: 90}", ["2023", "2025"]),
        ("accumulate: {at_least: 90, entry: running_total}", ["2025"]),
        ("grow: {at_least: 5}", ["2025"]),
        ("grow: {at_least: 5, each: every}", ["2023", "2025"]),
        ("grow: {at_least: 5, entry: rates}", ["2023", "2025"]),
        ("reach: {at_least: 5}", ["2025"]),
    ],
)
def test_every_missing_period_is_listed_where_every_one_counts(target: str, expected: list[str]) -> None:
    found = wanted(target, {2024: "50"}, "2026-06-30")

    assert [one.split()[1] for one in found if "late" in one] == expected


def test_months_and_quarters() -> None:
    reports = "[{value: 99, as_of: 2025-03-31}, {value: 99, as_of: 2025-09-10}]"

    assert wanted("keep: {at_least: 90, each: quarter, from: 2025}", {2025: reports}, "2025-10-15") == [
        "figure 2025-Q2 until 2025-08-29 late 47",
        "figure 2025-Q3 until 2025-11-29",
    ]
    assert wanted("keep: {at_least: 90, each: month, from: 2025-09-01}", {}, "2025-10-15", within=60) == [
        "figure 2025-09 until 2025-11-29",
        "figure 2025-10 until 2025-12-30",
    ]


def test_a_comparison_wants_the_other_value_too() -> None:
    compare = "compare: {above: {reference: city}}"

    assert wanted(compare, {2023: "5"}, "2024-06-30") == [
        "reference 2023 until 2024-02-29 late 122",
        "figure 2024 until 2025-03-01",
        "reference 2024 until 2025-03-01",
    ]
    assert wanted(compare, {2023: "5"}, "2024-06-30", references={2023: "{value: 4, source: 统计公报}"}) == [
        "figure 2024 until 2025-03-01",
        "reference 2024 until 2025-03-01",
    ]
    assert wanted(compare.replace("}}", "}, lag: 1}"), {2023: "5"}, "2024-06-30") == [
        "reference 2022 until 2024-02-29 late 122",
        "figure 2024 until 2025-03-01",
        "reference 2023 until 2025-03-01",
    ]


MILESTONE = "milestone: {states: [谋划, 开工, 投产], reach: 投产, by: 2025, expect: {2023: 谋划, 2024: 开工}}"


@pytest.mark.parametrize(
    ("day", "figures", "expected"),
    [
        ("2023-06-30", {}, ["state 谋划 until 2023-12-31"]),
        ("2024-01-01", {}, ["state 谋划 until 2023-12-31 late 1", "state 开工 until 2024-12-31"]),
        ("2024-01-01", {2023: "{state: 谋划}"}, ["state 开工 until 2024-12-31"]),
        ("2024-01-01", {2023: "{state: 开工}"}, ["state 投产 until 2025-12-31"]),
        ("2025-02-01", {}, ["state 开工 until 2024-12-31 late 32", "state 投产 until 2025-12-31"]),
        ("2026-01-01", {2024: "{state: 开工}"}, ["state 投产 until 2025-12-31 late 1"]),
        ("2026-01-01", {2025: "{state: 投产}"}, []),
    ],
)
def test_a_milestone_wants_the_state_that_is_expected_next(
    day: str, figures: dict[int, str], expected: list[str]
) -> None:
    assert wanted(MILESTONE, figures, day) == expected


def test_a_task_wants_its_evidence() -> None:
    task = "task: {by: 2024}"

    assert wanted(task, {}, "2024-12-31") == ["evidence 2024-12-31 until 2024-12-31"]
    assert wanted(task, {2024: "{done: true}"}, "2025-01-02") == ["evidence 2024-12-31 until 2024-12-31 late 2"]
    assert wanted(task, {2024: "{done: true, evidence: 纪要}"}, "2025-01-02") == []


@pytest.mark.parametrize(
    ("target", "period"),
    [
        ("reach: {at_least: x}", "{start: 2023, end: 2027}"),
        ("reach: {at_least: 98}", "{start: 2023, end: x}"),
        ("keep: {at_least: 98}", "{start: x, end: 2027}"),
        ("grow: {at_least: 5}", "{start: x, end: 2027}"),
        ("milestone: {states: [谋划, 投产], reach: 投产}", "{start: 2023, end: x}"),
        ("task: {}", "{start: 2023, end: x}"),
        ("keep: {at_least: 98, from: 2026, to: 2025}", "{start: 2023, end: 2027}"),
        ("grow: {at_least: 5, by: 2022}", "{start: 2023, end: 2027}"),
    ],
)
def test_nothing_is_wanted_where_the_bound_or_the_time_is_not_known(target: str, period: str) -> None:
    assert wanted(target, {}, "2026-06-30", period=period) == []


def test_within_some_days_more_than_the_next_is_told() -> None:
    keep = "keep: {at_least: 90, each: quarter, from: 2025}"

    assert len(wanted(keep, {}, "2025-01-01", within=365)) == 4, "three within a year, and the one after"
    assert len(wanted(keep, {}, "2025-01-01", within=0)) == 1


def test_a_grace_beyond_the_end_of_the_calendar_is_never_over() -> None:
    assert wanted(REACH, {}, "2024-06-30", grace_days=10**7) == ["figure 2023 until 9999-12-31"]


def read_locality(folder: Path, day: str) -> tuple[Plan, Record, list[Verdict], Terms]:
    (files,) = find_localities([folder])
    terms = Terms(date.fromisoformat(day))
    examined = examine(files, Examination(terms, terms.day, (), str))
    assert examined.dossier is not None
    return examined.dossier.plan, examined.dossier.record, list(examined.dossier.verdicts), terms


def agree(verdict: Verdict, found: list[Due]) -> None:
    """What is missing for a verdict is late, and what is late is missing for it."""
    target, status = verdict.target, verdict.status
    late = [due for due in found if due.target is target and due.is_late]
    if status is Status.NO_DATA:
        missing = verdict.workings.missing
        assert missing is not None
        kind = Wanted.REFERENCE if verdict.reason == "reference" else Wanted.FIGURE
        assert [due for due in late if due.wanted is kind and due.last == missing.last], (verdict, late)
    elif late:
        # A target that was broken is so whatever is missing; a milestone that is late is behind, or overdue.
        assert status in (Status.BREACHED, Status.OVERDUE, Status.BEHIND), (verdict, late)
        assert (status is Status.BREACHED) == (late[0].wanted in (Wanted.FIGURE, Wanted.REFERENCE)), (verdict, late)
    if status is Status.OVERDUE:
        assert [due.days_late for due in late] == [verdict.workings.days_late]


@pytest.mark.parametrize("day", ["2023-02-28", "2024-03-01", "2025-06-30", "2026-03-31", "2028-03-01", "2031-12-31"])
@pytest.mark.parametrize("folder", REPOSITORIES, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_whatever_a_check_calls_not_reported_is_late(folder: Path, day: str) -> None:
    plan, record, verdicts, terms = read_locality(folder, day)
    found = list(dues(plan, record, terms))

    for verdict in verdicts:
        agree(verdict, found)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TARGETS, FIGURES, DAYS, PERIODS, REFERENCE_FIGURES, st.sampled_from([0, 60, 800]), st.integers(0, 400))
def test_dues_and_verdicts_agree_on_whatever_there_is(target, figures, day, period, references, grace, within) -> None:
    plan = plan_from(target, period)
    record = build_record(plan, progress_from(figures, references))
    terms = Terms(day, grace)

    found = list(dues(plan, record, terms, within))

    for verdict in assess_all(plan, record, terms):
        agree(verdict, found)
        if verdict.status in (Status.PLACEHOLDER, Status.MET, Status.MISSED):
            wants = [due for due in found if due.target is verdict.target and due.wanted is not Wanted.REFERENCE]
            assert wants == [], verdict.status
    assert [due.until for due in found] == sorted(due.until for due in found)
    assert all((due.until - day).days == due.days_left for due in found)
    if day < date(2199, 1, 1):
        soon = {(due.target.id, due.wanted, due.last) for due in found if due.days_left <= within}
        more = dues(plan, record, terms, within + 500)
        assert soon == {(due.target.id, due.wanted, due.last) for due in more if due.days_left <= within}


def test_the_series_of_a_comparison_is_named() -> None:
    plan = plan_from({"name": "样例", "compare": {"above": {"target": "other"}}}, {"start": 2023, "end": 2027})
    found = dues(plan, Record(), Terms(date(2024, 6, 30)))

    assert [due.series for due in found if due.wanted is Wanted.REFERENCE and due.is_late] == [
        Series("target", "other")
    ]
