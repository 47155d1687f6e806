"""``waiver/expired``: a waiver holds through its last day, and not longer."""

from __future__ import annotations

import pytest

from tests.rules.waiver.cases import findings

WAIVERS = """
# waivers.yaml
- {rule: plan/no-lead, target: sample, reason: 牵头单位待定, approved_by: 县政府办, expires: 2025-06-30}
# plan.yaml
targets: {sample: {name: 样例, unit: "%", reach: {at_least: 98}}}
"""


@pytest.mark.parametrize("day", ["2025-06-29", "2025-06-30"])
def test_it_holds_through_its_last_day(day: str) -> None:
    assert findings(f"{WAIVERS}# as of {day}", "waiver/expired") == []
    assert findings(f"{WAIVERS}# as of {day}", "waiver/unused") == []


def test_from_the_next_day_on_it_is_a_finding_at_that_day() -> None:
    assert findings(f"{WAIVERS}# as of 2025-07-01", "waiver/expired") == [
        "waivers.yaml:1:84 warning the waiver of plan/no-lead expired on 2025-06-30"
    ]
    assert findings(f"{WAIVERS}# as of 2025-07-01", "waiver/unused") == [], "expired is enough said"


def test_each_of_several_is_told() -> None:
    snippet = """
# waivers.yaml
waivers:
  - {rule: plan, reason: 一, approved_by: 县政府办, expires: 2024-12-31}
  - {rule: figure, reason: 二, approved_by: 县政府办, expires: 2025-12-31}
  - {rule: target, reason: 三, approved_by: 县政府办, expires: 2025-01-31}
# as of 2025-06-30
"""
    assert [one.partition(" ")[0] for one in findings(snippet, "waiver/expired")] == [
        "waivers.yaml:2:57",
        "waivers.yaml:4:59",
    ]
