"""``json``: the object of FORMAT §7, exactly."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.reports.conftest import Examine, rendered
from vtrack.reports.json import as_json, one_line, plain_number
from vtrack.validation.schemas import schema

VERDICT = (
    "locality target name unit form nature bound by by_inherited figure figure_as_of status lamp pace_gap "
    "required_rate reason lead file line"
).split()
FINDING = ("rule severity message hint file line column end_line end_column locality target waived").split()


def report(examine: Examine, language: str = "en") -> Any:
    return json.loads(rendered("json", examine(), language))


def by_target(data: Any) -> dict[str, Any]:
    return {verdict["target"]: verdict for verdict in data["verdicts"]}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_valid_and_has_the_formats_keys_in_its_order(examine: Examine, language: str) -> None:
    data = report(examine, language)

    Draft202012Validator(schema("report"), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
    assert list(data) == ["format", "as_of", "summary", "verdicts", "findings"]
    assert list(data["summary"]) == ["localities", "targets", "files", "status", "errors", "warnings", "waived"]
    assert len(data["verdicts"]) == 8
    assert data["findings"]
    assert all(list(verdict) == VERDICT for verdict in data["verdicts"])
    assert all(list(finding) == FINDING for finding in data["findings"])


def test_one_verdict_to_the_last_key(examine: Examine) -> None:
    """E(2024) = 91.4 + 6.6 · 2/5 = 94.04, so the gap is 100 · 1.16 / 6.6 = 17.5758 points."""
    assert report(examine)["verdicts"][0] == {
        "locality": "county",
        "target": "coverage",
        "name": "设施覆盖率",
        "unit": "%",
        "form": "reach",
        "nature": "binding",
        "bound": "≥ 98",
        "by": "2027-12-31",
        "by_inherited": True,
        "figure": 95.2,
        "figure_as_of": "2024-12-31",
        "status": "ahead",
        "lamp": "green",
        "pace_gap": 17.5758,
        "required_rate": None,
        "reason": None,
        "lead": ["县政府办公室", "县住建局"],
        "file": "county/plan.yaml",
        "line": 7,
    }


def test_one_finding_to_the_last_key(examine: Examine) -> None:
    finding = next(one for one in report(examine)["findings"] if one["rule"] == "target/missed")

    assert isinstance(finding.pop("message"), str)
    assert isinstance(finding.pop("hint"), str)
    assert finding == {
        "rule": "target/missed",
        "severity": "error",
        "file": "county/plan.yaml",
        "line": 10,
        "column": 3,
        "end_line": 10,
        "end_column": 11,
        "locality": "county",
        "target": "villages",
        "waived": False,
    }


def test_numbers_are_as_they_were_written(examine: Examine) -> None:
    text = rendered("json", examine())
    figures = {name: verdict["figure"] for name, verdict in by_target(json.loads(text)).items()}

    assert '"figure": 95.2,' in text
    assert '"figure": 97.65,' in text, "83 of 85"
    assert '"bound": "≥ 100000000000",' in text
    assert figures == {
        "coverage": 95.2,
        "villages": 97.65,
        "air": 94.9,
        "income": 6,
        "road": "未开工",
        "system": True,
        "open": None,
        "silent": None,
    }
    assert type(figures["income"]) is int


def test_what_is_not_there_is_null(examine: Examine) -> None:
    verdicts = by_target(report(examine))

    nothing = verdicts["system"]
    assert (nothing["unit"], nothing["bound"], nothing["pace_gap"], nothing["required_rate"]) == (None,) * 4
    silent = verdicts["silent"]
    assert (silent["status"], silent["figure"], silent["figure_as_of"]) == ("no_data", None, None)
    assert verdicts["open"]["bound"] == "≥ x"
    assert verdicts["road"]["by"] == "2026-06-30"
    assert not verdicts["road"]["by_inherited"]
    assert verdicts["road"]["figure_as_of"] == "2024-09-30"


def test_a_growth_tells_the_rate_that_is_required(examine: Examine) -> None:
    """Level after 8 % and 6 % is 1.1448; 1.07⁵ / 1.1448 = 1.22514 takes 7.0003 % a year in the three years left."""
    verdict = by_target(report(examine))["income"]

    assert verdict["status"] in ("on_pace", "behind")
    growth = ((1.08 * 1.06) ** 0.5 - 1) * 100
    assert (verdict["status"] == "behind") == (growth < 7)
    if verdict["status"] == "behind":
        assert verdict["required_rate"] == pytest.approx(((1.07**5 / (1.08 * 1.06)) ** (1 / 3) - 1) * 100, abs=0.0001)


def test_the_summary_adds_up(examine: Examine) -> None:
    data = report(examine)
    summary = data["summary"]

    assert (summary["localities"], summary["targets"], summary["files"]) == (1, 8, 3)
    assert sum(summary["status"].values()) == 8
    assert 0 not in summary["status"].values()
    for word in ("error", "warning"):
        assert summary[f"{word}s"] == sum(one["severity"] == word for one in data["findings"])
    assert summary["waived"] == 0


def test_a_pace_gap_is_never_rounded_to_nothing(examine: Examine) -> None:
    plan = """
        format: 1
        locality: {id: county, name: 示范县}
        period: {start: 2023, end: 2024}
        targets:
          near: {name: 近, reach: {at_least: 1000000}, baseline: {year: 2022, value: 0}}
        """
    progress = "format: 1\nlocality: county\nyear: 2023\nfigures: {near: 499999.9}\n"
    result = examine({"county/plan.yaml": plan, "county/progress/2023.yaml": progress}, date(2024, 6, 30))

    (verdict,) = json.loads(rendered("json", result))["verdicts"]

    assert (verdict["status"], verdict["lamp"], verdict["pace_gap"]) == ("behind", "yellow", -0.00001)


@pytest.mark.parametrize("number", ["0.00001", "0.0000001", "123456.789", "1234567890.12345", "12345678901234567890"])
def test_a_number_is_no_other_one_to_its_reader(number: str) -> None:
    exact = Decimal(number)

    assert Decimal(json.loads(one_line(plain_number(exact)), parse_float=Decimal, parse_int=Decimal)) == exact


def test_what_a_double_does_not_hold_is_text() -> None:
    assert one_line(plain_number(Decimal("0.1234567890123456789"))) == '"0.1234567890123456789"'


@given(st.text(st.characters() | st.characters(categories=["Cs"]) | st.just("#")))
def test_a_text_comes_back_and_can_be_seen(text: str) -> None:
    for written in (one_line({"a": [text]}), as_json({"a": [text]})):
        assert json.loads(written) == {"a": [text]}
        assert written.replace("\n", "").replace("\u3000", "").isprintable()
        assert "##" not in written


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(st.characters(categories=["Lo", "Nd"])),
        lambda data: st.lists(data, max_size=3) | st.dictionaries(st.text("ab", max_size=2), data, max_size=3),
    )
)
def test_it_is_laid_out_as_pythons_own(data: object) -> None:
    assert one_line(data) == json.dumps(data, ensure_ascii=False)
    assert as_json(data) == json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def test_nothing_judged_is_an_empty_list(examine: Examine) -> None:
    data = json.loads(rendered("json", examine({"county/plan.yaml": "a: [\n"})))

    Draft202012Validator(schema("report")).validate(data)
    assert data["verdicts"] == []
    assert data["summary"]["localities"] == 1
