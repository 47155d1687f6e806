"""``waiver/not-waivable``: faulty files and quiet changes are mended or stated, never waived."""

from __future__ import annotations

import pytest

from tests.rules.waiver.cases import findings
from vtrack.rules.registry import FAMILIES


def told(rule: str, expires: str = "2025-12-31") -> list[str]:
    entry = f"- {{rule: {rule}, reason: 已口头同意, approved_by: 县政府办, expires: {expires}}}"
    return findings(f"# waivers.yaml\n{entry}\n# as of 2025-06-30", "waiver/not-waivable")


@pytest.mark.parametrize("rule", ["text", "text/tab", "schema", "schema/form", "history/target-relaxed", "waiver"])
def test_it_is_an_error_at_the_rule(rule: str) -> None:
    assert told(rule) == [f"waivers.yaml:1:10 error {rule} cannot be waived"]


def test_it_is_one_when_it_has_expired_too() -> None:
    assert len(told("history", "2025-01-31")) == 1


@pytest.mark.parametrize("family", ["plan", "figure", "target", "cascade"])
def test_the_others_can(family: str) -> None:
    assert told(family) == []
    assert family in {*FAMILIES, "cascade"}
