"""Waivers, FORMAT §6: a finding is set aside with its reason, by somebody, through a day, and counted apart.

The day is China's. Faulty files and quiet changes are never set aside.
"""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from tests.cli.conftest import Call
from tests.cli.county import BEHIND, DAY, Repository
from tests.history.repositories import SETTINGS, Work

MISSED = """
    built:
      name: 建成村数
      unit: 个
      accumulate: {at_least: 9, by: 2023}
      lead: [office]
      source: 正文二
"""
ENTRY = "{{rule: {rule}, target: coverage, reason: 汛期停工, approved_by: 县政府办, expires: {expires}}}"


@pytest.fixture(params=["mapping", "mapping with a format", "bare list"])
def shape(request: pytest.FixtureRequest) -> str:
    return {"mapping": "waivers:\n- {}\n", "mapping with a format": "format: 1\nwaivers:\n- {}\n"}.get(
        request.param, "- {}\n"
    )


def waive(
    repository: Repository, rule: str = "target/behind", expires: str = "2025-06-30", shape: str = "- {}\n"
) -> None:
    repository.locality("plans/demo", value=BEHIND)
    repository.write("plans/demo/waivers.yaml", shape.format(ENTRY.format(rule=rule, expires=expires)))


def test_it_is_set_aside_and_counted_apart(vtrack: Call, repository: Repository, shape: str) -> None:
    waive(repository, shape=shape)

    outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json", "--strict")

    (finding,) = outcome.json["findings"]
    assert (finding["rule"], finding["severity"], finding["waived"]) == ("target/behind", "warning", True)
    assert outcome.json["summary"]["waived"] == 1
    assert outcome.json["summary"]["warnings"] == 0
    assert outcome.json["verdicts"][0]["status"] == "behind", "the verdict is what it is"
    assert outcome.code == 0


def test_the_day_after_it_counts_again(vtrack: Call, repository: Repository, shape: str) -> None:
    waive(repository, expires="2025-06-29", shape=shape)

    outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json", "--strict")

    assert outcome.rules == ["target/behind", "waiver/expired"]
    assert outcome.json["summary"]["waived"] == 0
    assert outcome.code == 1


@pytest.mark.parametrize("option", [["--select", "target"], ["--ignore", "plan"]])
def test_one_of_another_rule_or_target_sets_nothing_aside(
    vtrack: Call,
    repository: Repository,
    option: list[str],
) -> None:
    waive(repository)
    other = "- {rule: target/behind, target: another, reason: 一, approved_by: 县政府办, expires: 2025-12-31}\n"
    repository.write("plans/demo/waivers.yaml", other)

    assert "target/behind" in vtrack("check", "repository", "--as-of", DAY, "--format", "json", *option).rules
    assert vtrack("check", "repository", "--as-of", DAY, "--strict", *option).code == 1


CLOCK = {
    "the last evening of its last day in China": ("2026-01-31 15:59:59", ["target/behind"], 1),
    "midnight in China, afternoon in London": ("2026-01-31 16:00:00", ["target/behind", "waiver/expired"], 0),
    "midnight in London": ("2026-02-01 00:00:00", ["target/behind", "waiver/expired"], 0),
    "its last day in China, the day before in London": ("2026-01-30 16:30:00", ["target/behind"], 1),
}


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/Los_Angeles"])
@pytest.mark.parametrize(("time", "rules", "waived"), CLOCK.values(), ids=CLOCK)
def test_its_last_day_is_chinas_wherever_the_machine_is(
    vtrack: Call, repository: Repository, monkeypatch: pytest.MonkeyPatch,
    time: str, rules: list[str], waived: int, zone: str,
) -> None:  # fmt: skip
    import time as clock

    moment = datetime.fromisoformat(time).replace(tzinfo=timezone.utc)
    for module in ("gathered", "call"):
        monkeypatch.setattr(f"vtrack.commands.{module}.now", lambda: moment)
    monkeypatch.setenv("TZ", zone)
    if hasattr(clock, "tzset"):
        clock.tzset()
    waive(repository, expires="2026-01-31")

    try:
        outcome = vtrack("check", "repository", "--format", "json", "--select", "target,waiver")
    finally:
        monkeypatch.delenv("TZ")
        if hasattr(clock, "tzset"):
            clock.tzset()

    assert outcome.rules == rules
    assert outcome.json["summary"]["waived"] == waived


def test_a_check_as_of_a_day_asks_which_waivers_held_on_that_day(vtrack: Call, repository: Repository) -> None:
    waive(repository, expires="2025-03-31")

    for day, waived in (("2025-03-31", 1), ("2025-04-01", 0)):
        outcome = vtrack("check", "repository", "--as-of", day, "--format", "json")
        assert outcome.json["summary"]["waived"] == waived, day


def test_every_output_counts_it_apart(vtrack: Call, repository: Repository) -> None:
    waive(repository)

    def printed(name: str) -> str:
        return vtrack("check", "repository", "--as-of", DAY, "--format", name).out

    for name in ("table", "plain", "markdown", "github"):
        assert "warnings 0 · " in printed(name), name
        assert printed(name).strip().endswith("waived 1"), name
    assert "(waived)" in printed("table")
    assert "warning (waived): " in printed("plain")
    assert "| warning (waived) |" in printed("markdown")
    assert "::" not in printed("github")
    assert [one["severity"] for one in json.loads(printed("gitlab"))] == ["info"]
    assert [suite.get("skipped") for suite in fromstring(printed("junit"))] == ["1"]
    assert [len(one["suppressions"]) for one in json.loads(printed("sarif"))["runs"][0]["results"]] == [1]
    assert ",behind," in printed("csv"), "which has no findings: the verdict stays"


def test_no_output_takes_it_for_one_that_counts(vtrack: Call, repository: Repository) -> None:
    """An error that is waived: a missed target."""
    repository.locality("plans/demo", more=MISSED)
    call = ("check", "repository", "--as-of", "2024-06-30", "--select", "target,waiver", "--format")
    assert vtrack(*call, "json").rules == ["target/no-data"]
    repository.write("plans/demo/progress/2023.yaml", PROGRESS)
    assert vtrack(*call, "json").rules == ["target/missed"]
    assert vtrack(*call, "plain").code == 1

    repository.write(
        "plans/demo/waivers.yaml",
        "- {rule: target/missed, reason: 省厅同意延期, approved_by: 县政府办, expires: 2024-06-30}\n",
    )

    assert vtrack(*call, "json", "--strict").code == 0
    assert "::error" not in vtrack(*call, "github").out
    assert "<failure" not in vtrack(*call, "junit").out


PROGRESS = """
    format: 1
    locality: demo
    year: 2023
    figures:
      coverage: {value: 96, source: statistics, evidence: 单}
      built: {value: 3, source: statistics, evidence: 单}
"""


def hides(repository: Repository, *families: str) -> None:
    lines = (f"- {{rule: {one}, reason: 无, approved_by: 县政府办, expires: 2099-12-31}}\n" for one in families)
    repository.write("plans/demo/waivers.yaml", "".join(lines))


def test_faulty_texts_and_shapes_are_never_set_aside(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo", more="broken: {name: 坏的}\nwide: {name： 全角, task: {}}")
    before = vtrack("check", "repository", "--as-of", DAY, "--format", "json").json["findings"]
    faults = [one for one in before if one["rule"].startswith(("text/", "schema/"))]
    assert {one["rule"].partition("/")[0] for one in faults} == {"text", "schema"} or len(faults) >= 1

    hides(repository, "text", "schema", *{one["rule"] for one in faults})
    outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json")

    assert [one for one in outcome.json["findings"] if one["rule"].startswith(("text/", "schema/"))] == faults
    assert not any(one["waived"] for one in outcome.json["findings"])
    assert outcome.code == 1


def test_quiet_changes_are_never_set_aside(
    vtrack: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, SETTINGS[name])
    work = Work(tmp_path / "work")
    target = 'sample: {name: 样例, unit: "%", reach: {at_least: 98}, lead: [office], source: 一}'
    work.locality("plans/demo", target, y2024="{sample: 96}")
    work.commit()
    work.locality("plans/demo", target.replace("98", "90"), y2024="{sample: 97}")
    waivers = "".join(
        f"- {{rule: {one}, reason: 无, approved_by: 县政府办, expires: 2099-12-31}}\n"
        for one in ("history", "history/target-relaxed", "history/figure-changed")
    )
    work.write({"plans/demo/waivers.yaml": waivers})

    outcome = vtrack("check", "work", "--against", "HEAD", "--as-of", DAY, "--format", "json")

    assert {"history/target-relaxed", "history/figure-changed"} <= set(outcome.rules)
    assert outcome.rules.count("waiver/not-waivable") == 3
    assert outcome.json["summary"]["waived"] == 0
    assert outcome.code == 1


def test_findings_about_waivers_are_not_waived_by_waivers(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo")
    hides(repository, "waiver", "plan/own-parent")

    outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json")

    assert outcome.rules == ["waiver/not-waivable", "waiver/unused"]
    assert outcome.json["summary"]["waived"] == 0


@pytest.mark.parametrize("missing", ["reason", "approved_by", "expires", "rule"])
def test_one_that_does_not_say_why_by_whom_or_until_when_sets_nothing_aside(
    vtrack: Call,
    repository: Repository,
    missing: str,
) -> None:
    waive(repository)
    keys = {"rule": "target/behind", "reason": "一", "approved_by": "县政府办", "expires": "2025-12-31"}
    entry = ", ".join(f"{key}: {value}" for key, value in keys.items() if key != missing)
    repository.write("plans/demo/waivers.yaml", f"- {{{entry}}}\n")

    outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json")

    assert "schema/missing-key" in outcome.rules
    assert outcome.json["summary"]["waived"] == 0


def test_a_waiver_left_out_of_the_check_is_not_called_unused(vtrack: Call, repository: Repository) -> None:
    waive(repository)

    for option in (["--ignore", "target"], ["--ignore", "target/behind"], ["--select", "plan,waiver"]):
        outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json", *option)
        assert outcome.rules == [], option
