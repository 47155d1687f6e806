"""The flaws that the real plans are known to have (plans/README.md) are found by the rules on their own."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.rules.cases import rule_named
from vtrack.checking import Examination, check_locality
from vtrack.discovery import find_localities
from vtrack.verdicts.verdict import Terms

PLANS = Path(__file__).parents[3] / "plans"
DAY = date(2025, 6, 30)


@cache
def targets_found(locality: str, rule: str) -> tuple[str, ...]:
    (files,) = find_localities([PLANS / locality])
    examination = Examination(Terms(DAY), DAY, [rule_named(rule)], lambda path: path.name)
    return tuple(
        finding.target or finding.message.render(str) for finding in check_locality(files, examination).findings
    )


@pytest.mark.parametrize(
    ("locality", "rule", "found"),
    [
        ("dongtou", "plan/aggregate-outside-parts", ["residents-income-growth"]),
        ("dongtou", "plan/level-and-growth", ["gdp"]),
        ("dongtou", "plan/no-tolerance", ["central-villages"]),
        ("dongtou", "plan/alike-targets", ["hemei-village-clusters"]),
        (
            "dongtou",
            "plan/conflicting-statements",
            [
                "urban-rural-income-ratio",
                "central-villages",
                "township-clinic-standard",
                "rural-makers",
                "farm-streamers",
                "village-collective-assets",
            ],
        ),
        ("shuangying", "plan/repeated-department", ["villager-participation"]),
        ("shuangying", "plan/no-unit", ["cultivated-land", "permanent-basic-farmland"]),
        ("shuangying", "plan/vague-department", ["“有关科室” names nobody who could answer"]),
        ("qianshui", "plan/deadline-outside-period", ["ten-year-change"]),
        ("qianshui", "plan/alike-departments", ["农业办 and 农业农村办 may be one unit"]),
        ("qianshui", "plan/no-unit", ["urban-rural-gap"]),
    ],
)
def test_known_flaws(locality: str, rule: str, found: list[str]) -> None:
    assert list(targets_found(locality, rule)) == found


@pytest.mark.parametrize(
    ("locality", "leaderless"), [("dongtou", 105), ("daan", 35), ("shuangying", 15), ("qianshui", 17), ("county-x", 8)]
)
def test_targets_without_a_lead(locality: str, leaderless: int) -> None:
    assert len(targets_found(locality, "plan/no-lead")) == leaderless


@pytest.mark.parametrize(
    ("locality", "promises"), [("dongtou", 5), ("daan", 1), ("shuangying", 4), ("qianshui", 8), ("county-x", 1)]
)
def test_promises_without_a_number(locality: str, promises: int) -> None:
    assert len(targets_found(locality, "plan/unquantified")) == promises


@pytest.mark.parametrize(
    "rule",
    [
        "plan/unknown-department",
        "plan/duplicate-department",
        "plan/unused-department",
        "plan/duplicate-name",
        "plan/no-source",
        "plan/reversed-range",
        "plan/share-bound",
        "plan/growth-of-share",
        "plan/summed-share",
        "plan/schedule-unsound",
        "plan/milestone-states",
        "plan/unknown-series",
        "plan/unlike-series",
        "plan/folder-name",
    ],
)
@pytest.mark.parametrize("locality", ["dongtou", "daan", "shuangying", "qianshui", "county-x"])
def test_flaws_that_no_plan_has(locality: str, rule: str) -> None:
    assert targets_found(locality, rule) == ()
