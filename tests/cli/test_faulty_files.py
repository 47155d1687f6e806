"""Files that are faulty: each gets its findings, none hides another, and no verdict is made from what is half known."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call, Outcome
from tests.cli.county import BEHIND, DAY, Repository
from vtrack.checking import Examination, check_locality
from vtrack.discovery import find_localities
from vtrack.rules.registry import chosen
from vtrack.verdicts.verdict import Terms

SOUND = """
    sound:
      name: 垃圾分类覆盖率
      unit: "%"
      reach: {at_least: 90}
      baseline: {year: 2022, value: 50}
      lead: [office]
      source: 正文二
"""


def check(vtrack: Call, *arguments: str) -> Outcome:
    return vtrack("check", "repository", "--as-of", DAY, "--format", "json", *arguments)


def test_a_faulty_target_does_not_hide_the_others(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo", value=BEHIND, more="broken: {name: 坏的, reach: {at_least: 许多}}")

    outcome = check(vtrack)

    assert outcome.status == {"coverage": "behind"}
    assert outcome.rules == ["target/behind", "schema/number"]
    assert outcome.json["summary"]["targets"] == 2
    assert [finding["target"] for finding in outcome.json["findings"]] == ["coverage", "broken"]


def test_a_faulty_target_is_counted_as_not_judged(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo", more="broken: {name: 坏的}")

    assert "not judged for faulty data 1" in vtrack("check", "repository", "--as-of", DAY).out


def test_a_faulty_figure_takes_only_its_target_out(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo", more=SOUND)
    repository.write(
        "plans/demo/progress/2024.yaml", "format: 1\nlocality: demo\nyear: 2024\nfigures: {coverage: 95％, sound: 80}\n"
    )
    text = repository.root / "plans/demo/progress/2024.yaml"
    text.write_text(text.read_text(encoding="utf-8").replace("95％", '"95"'), encoding="utf-8")

    outcome = check(vtrack)

    assert outcome.status == {"sound": "ahead"}
    assert "schema/number" in outcome.rules
    assert outcome.json["summary"]["targets"] == 2


FAULTY_PROGRESS = {
    "syntax": "figures: {coverage: [}\n",
    "full-width colon": "format: 1\nlocality: demo\nyear：2024\n",
    "misspelt section": "format: 1\nlocality: demo\nyear: 2024\nfigure: {coverage: 95}\n",
    "no year": "format: 1\nlocality: demo\nfigures: {coverage: 95}\n",
    "figures as a list": "format: 1\nlocality: demo\nyear: 2024\nfigures: [95]\n",
    "references as a list": "format: 1\nlocality: demo\nyear: 2024\nreferences: [95]\n",
    "empty": "",
    "another format": "format: 2\nlocality: demo\nyear: 2024\n",
}


@pytest.mark.parametrize("text", FAULTY_PROGRESS.values(), ids=FAULTY_PROGRESS)
def test_a_faulty_progress_file_leaves_the_locality_unjudged_and_says_so(
    vtrack: Call, repository: Repository, text: str
) -> None:
    repository.locality("plans/demo", more=SOUND)
    repository.locality("plans/other")
    repository.write("plans/demo/progress/2024.yaml", text)

    outcome = check(vtrack)

    assert [verdict["locality"] for verdict in outcome.json["verdicts"]] == ["other"]
    assert outcome.json["summary"]["targets"] == 3
    assert outcome.code == 1
    assert {finding["file"] for finding in outcome.json["findings"] if finding["severity"] == "error"} == {
        "repository/plans/demo/progress/2024.yaml"
    }
    for name in ("table", "plain", "markdown"):
        assert "not judged for faulty data 2" in vtrack("check", "repository", "--as-of", DAY, "--format", name).out


@pytest.mark.parametrize("line", ["", "locality: 5\n"])
def test_a_progress_file_that_does_not_say_whose_it_is_gets_one_finding(
    vtrack: Call, repository: Repository, line: str
) -> None:
    repository.locality("plans/demo")
    repository.write("plans/demo/progress/2022.yaml", f"format: 1\n{line}year: 2022\n")

    outcome = check(vtrack)

    assert [rule for rule in outcome.rules if not rule.startswith("schema/")] == []
    assert len(outcome.rules) == 1
    assert len(outcome.json["verdicts"]) == 1, "its figures are those of its folder"


FAULTY_PLAN = {
    "syntax": "format: 1\ntargets: {a: [}\n",
    "empty": "",
    "a list": "- a\n",
    "no locality": "format: 1\nperiod: {start: 2023, end: 2027}\ntargets: {a: {name: 甲, task: {}}}\n",
    "no period": "format: 1\nlocality: {id: demo, name: 示范县}\ntargets: {a: {name: 甲, task: {}}}\n",
    "no targets": "format: 1\nlocality: {id: demo, name: 示范县}\nperiod: {start: 2023, end: 2027}\n",
}


@pytest.mark.parametrize("text", FAULTY_PLAN.values(), ids=FAULTY_PLAN)
def test_a_plan_that_cannot_be_relied_on_gets_findings_and_no_verdicts(
    vtrack: Call, repository: Repository, text: str
) -> None:
    repository.locality("plans/demo")
    repository.locality("plans/other")
    repository.write("plans/demo/plan.yaml", text)

    outcome = check(vtrack)

    assert [verdict["locality"] for verdict in outcome.json["verdicts"]] == ["other"]
    assert outcome.code == 1
    findings = outcome.json["findings"]
    assert findings
    assert {finding["locality"] for finding in findings} == {"demo"}


def test_bytes_that_are_no_text_get_a_finding(vtrack: Call, repository: Repository) -> None:
    folder = repository.locality("plans/demo")
    (folder / "plan.yaml").write_bytes((folder / "plan.yaml").read_text(encoding="utf-8").encode("gbk"))

    outcome = check(vtrack)

    assert outcome.rules == ["text/encoding"]
    assert outcome.code == 1


@pytest.mark.parametrize("name", ["plan.yaml", "progress/2024.yaml"])
def test_a_folder_in_the_place_of_a_file_gets_a_finding(vtrack: Call, repository: Repository, name: str) -> None:
    folder = repository.locality("plans/demo")
    (folder / name).unlink()
    (folder / name).mkdir()

    outcome = check(vtrack)

    assert [(finding["rule"], finding["file"]) for finding in outcome.json["findings"]] == [
        ("text/unreadable", f"repository/plans/demo/{name}")
    ]
    assert outcome.json["verdicts"] == []
    assert outcome.code == 1


@pytest.mark.parametrize("name", ["plan.yaml", "progress/2024.yaml", "waivers.yaml"])
def test_a_file_that_may_not_be_read_gets_a_finding(
    vtrack: Call, repository: Repository, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    repository.locality("plans/demo")
    repository.write("plans/demo/waivers.yaml", "format: 1\nwaivers: []\n")
    opened = os.open

    def refuse(path: Path, *rest: int) -> int:
        # Permissions do not hold for the superuser, as whom tests are often run.
        if path == Path("repository/plans/demo", name):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", refuse)
    outcome = check(vtrack)

    assert [(finding["rule"], finding["file"]) for finding in outcome.json["findings"]] == [
        ("text/unreadable", f"repository/plans/demo/{name}")
    ]
    assert outcome.code == 1


def test_progress_without_a_plan_gets_a_finding(vtrack: Call, repository: Repository) -> None:
    folder = repository.locality("plans/demo")
    (folder / "plan.yaml").unlink()

    assert check(vtrack).rules == ["schema/no-plan"]


def test_a_department_whose_name_is_faulty_is_still_declared(vtrack: Call, repository: Repository) -> None:
    folder = repository.locality("plans/demo")
    plan = (folder / "plan.yaml").read_text(encoding="utf-8").replace("office: 县政府办公室", "office: [县政府办公室]")
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")

    outcome = check(vtrack)

    assert outcome.rules == ["schema/type"]
    assert [verdict["lead"] for verdict in outcome.json["verdicts"]] == [["office"]]


WHOLE_PLAN: dict[str, Any] = {
    "format": 1,
    "locality": {"id": "demo", "name": "示范县", "level": "county", "code": "330305", "parent": "above"},
    "document": {"title": "方案", "number": "一号", "issuer": "县政府", "issued": "2023-01-15"},
    "period": {"start": 2023, "end": 2027},
    "departments": {"office": "县政府办"},
    "targets": {
        "reach": {
            "name": "甲",
            "unit": "%",
            "reach": {"at_least": 98, "by": 2027, "schedule": {"2024": 90}},
            "baseline": {"year": 2022, "value": 91.4},
            "nature": "binding",
            "group": "一",
            "lead": ["office"],
            "assist": ["office"],
            "source": "一",
            "note": "注",
            "stated": [{"source": "一", "at_least": 98}, {"source": "二", "about": 5, "by": 2025}],
            "under": "above",
        },
        "keep": {
            "name": "乙",
            "keep": {"between": [1, 2], "each": "quarter", "from": 2023, "to": "2025-06-30", "entry": "flow"},
        },
        "sum": {"name": "丙", "accumulate": {"about": 5, "within": 1, "entry": "running_total", "from": "2023-07-01"}},
        "grow": {"name": "丁", "grow": {"above": 6, "each": "every", "entry": "rates", "by": 2026}},
        "compare": {"name": "戊", "compare": {"above": {"reference": "gdp"}, "each": "average", "within": 1}},
        "state": {
            "name": "己",
            "milestone": {"states": ["未启动", "建成"], "reach": "建成", "by": 2027, "expect": {"2024": "未启动"}},
        },
        "task": {"name": "庚", "task": {"by": 2023, "unquantified": True}},
    },
    "amendments": [
        {"target": "reach", "on": "2025-03-01", "document": "二号", "reason": "调整", "was": {"at_least": 95}}
    ],
}
WHOLE_PROGRESS: dict[str, Any] = {
    "format": 1,
    "locality": "demo",
    "year": 2024,
    "figures": {
        "reach": 95.2,
        "keep": [{"value": 1, "as_of": "2024-06-30"}, {"value": 1.5, "as_of": "2024-12-31"}],
        "sum": {"value": 28, "as_of": "2024-11-30", "source": "statistics", "evidence": ["单"], "note": "注"},
        "grow": {"count": 83, "of": 85},
        "state": {"state": "建成", "as_of": "2024-09-30"},
        "task": {"done": True, "evidence": "单"},
    },
    "references": {"gdp": {"value": 6.9, "source": "公报"}},
    "revisions": [
        {"target": "reach", "as_of": "2024-06-30", "was": 96.4, "on": "2024-10-08", "reason": "复核"},
    ],
}
WHOLE_WAIVERS: dict[str, Any] = {
    "format": 1,
    "waivers": [
        {"rule": "target/behind", "target": "reach", "reason": "复核", "approved_by": "县政府", "expires": "2025-12-31"}
    ],
}
GONE = object()
JUNK: tuple[Any, ...] = (None, GONE, -3, "x", "2025-13-40", [1], [{}], {"x": 1}, True)


def ways(data: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The ways to every piece of plain data."""
    yield way
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, item in items:
        yield from ways(item, (*way, step))


def spoiled(data: Any, way: tuple[str | int, ...], junk: Any) -> Any:
    """``data`` with ``junk`` in the place of one of its pieces."""
    if not way:
        return None if junk is GONE else junk
    data = copy.deepcopy(data)
    piece = data
    for step in way[:-1]:
        piece = piece[step]
    if junk is GONE:
        del piece[way[-1]]
    else:
        piece[way[-1]] = junk
    return data


@pytest.mark.parametrize("name", ["plan.yaml", "progress/2024.yaml", "waivers.yaml"])
def test_no_piece_of_junk_in_any_place_ends_the_check(tmp_path: Path, name: str) -> None:
    whole = {"plan.yaml": WHOLE_PLAN, "progress/2024.yaml": WHOLE_PROGRESS, "waivers.yaml": WHOLE_WAIVERS}
    folder = tmp_path / "demo"
    (folder / "progress").mkdir(parents=True)
    for other, data in whole.items():
        (folder / other).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    (files,) = find_localities([folder])
    examination = Examination(Terms(date(2025, 6, 30)), date(2025, 6, 30), chosen(), str)
    assert check_locality(files, examination).unjudged == ()

    for way in ways(whole[name]):
        for junk in JUNK:
            text = json.dumps(spoiled(whole[name], way, junk), ensure_ascii=False)
            (folder / name).write_text(text, encoding="utf-8")
            try:
                result = check_locality(files, examination)
            except Exception as error:
                raise AssertionError(f"{way}: {text}") from error
            assert result.plan is not None or result.findings, f"{way}: {text}: neither judged nor told why"
