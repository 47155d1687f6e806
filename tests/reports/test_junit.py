"""``junit``: XML that every reader of test results takes, one case a target."""

from __future__ import annotations

from collections import Counter
from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.reports.conftest import AWKWARD, COUNTY, MACHINES, WAIVED, Examine, rendered
from tests.reports.official import junit_schema
from vtrack.result import Result

CONTROLS = "".join(f"\\x{n:02x}" for n in range(0x20)) + "\\x7f\\x85\\u2028\\ufffe\\uffff\\U0001fffe"
UNREADABLE = {
    f"county{n}/plan.yaml": f"""
        format: 1
        locality: {{id: county{n}, name: "甲{CONTROLS}乙"}}
        period: {{start: 2023, end: 2024}}
        departments: {{office: "局{CONTROLS}"}}
        targets:
          a: {{name: "目标{CONTROLS}", unit: "个{CONTROLS}", reach: {{at_least: 5}}, lead: [office]}}
          b: {{name: "目标{CONTROLS}", task: {{}}, "bad{CONTROLS}": 1}}
        """
    for n in (1, 2)
}
FILES = [COUNTY, WAIVED, AWKWARD, UNREADABLE, {"county/plan.yaml": "a: [\n"}]
NAMES = ["county", "waived", "awkward", "control characters", "unreadable"]


def suites(result: Result, language: str = "en") -> Element:
    return fromstring(rendered("junit", result, language))


def case(root: Element, name: str) -> Element:
    (found,) = (one for one in root.iter("testcase") if one.get("name", "").split()[0] == name)
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("files", FILES, ids=NAMES)
def test_it_is_valid(examine: Examine, files: dict[str, str], language: str) -> None:
    text = rendered("junit", examine(files, families=MACHINES), language)

    junit_schema().validate(text.partition("\n")[2])
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')


@pytest.mark.parametrize("files", FILES, ids=NAMES)
def test_the_counts_are_those_of_the_cases(examine: Examine, files: dict[str, str]) -> None:
    root = suites(examine(files, families=MACHINES))

    for suite in root:
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(sum(one.find("failure") is not None for one in cases))
        assert suite.get("skipped") == str(sum(one.find("skipped") is not None for one in cases))
        assert suite.get("errors") == "0"
    for count in ("tests", "failures", "errors"):
        assert root.get(count) == str(sum(int(suite.get(count, "")) for suite in root))


@pytest.mark.parametrize("files", FILES, ids=NAMES)
def test_the_names_of_tests_are_unique(examine: Examine, files: dict[str, str]) -> None:
    names = Counter((one.get("classname"), one.get("name")) for one in suites(examine(files)).iter("testcase"))

    assert names
    assert set(names.values()) == {1}


def test_a_target_may_be_called_as_the_case_of_the_files_is(examine: Examine) -> None:
    """And ids that differ in what cannot be seen alone are two cases all the same."""
    plan = """
        format: 1
        locality: {id: county, name: 县}
        period: {start: 2023, end: 2024}
        targets:
          files: {name: 甲}
          "(files)": {name: 乙}
          "a\\u200b": {name: 丙}
          "a<U+200B>": {name: 丁}
        """
    names = [one.get("name") for one in suites(examine({"county/plan.yaml": plan})).iter("testcase")]

    assert len(names) == 5
    assert len(set(names)) == 5


def test_one_suite_a_locality_and_one_case_a_target(examine: Examine) -> None:
    root = suites(examine())
    (suite,) = root

    assert suite.get("name") == "county 示范县"
    assert [one.get("name") for one in suite][:3] == ["(files)", "coverage 设施覆盖率", "villages 建成村"]
    assert {one.get("classname") for one in suite} == {"county/plan.yaml"}
    assert len(suite) == 9


def test_a_case_fails_by_its_errors_and_tells_its_verdict(examine: Examine) -> None:
    missed = case(suites(examine()), "villages")
    failure = missed.find("failure")

    assert failure is not None
    assert failure.get("type") == "target/missed"
    assert "97.65" in failure.get("message", "")
    assert (failure.text or "").startswith("county/plan.yaml:10:3: error: ")
    assert missed.findtext("system-out") == "× missed 97.65"


def test_a_warning_fails_nothing(examine: Examine) -> None:
    silent = case(suites(examine()), "silent")

    assert silent.find("failure") is None
    assert "warning" in (silent.findtext("system-out") or "")
    assert "[vtrack explain target/no-data]" in (silent.findtext("system-out") or "")


def test_what_is_waived_is_skipped_with_its_grounds(examine: Examine) -> None:
    root = suites(examine(WAIVED))
    skipped = case(root, "villages").findtext("skipped") or ""

    assert case(root, "villages").find("failure") is None
    assert "[vtrack explain target/missed]" in skipped
    assert "省厅同意延期, 50% (approved by 县政府办, through 2025-06-30)" in skipped
    assert [suite.get("skipped") for suite in root] == ["1"]
    assert case(suites(examine(WAIVED, day=date(2025, 7, 1))), "villages").find("failure") is not None


def test_a_case_that_fails_tells_what_is_waived_in_it_too(examine: Examine) -> None:
    waivers = "- {rule: plan, target: files, reason: 待补, approved_by: 县政府办, expires: 2025-12-31}\n"
    files = {name: text for name, text in AWKWARD.items() if "waivers" not in name}
    files["示范 县%20#1/waivers.yaml"] = waivers
    failing = case(suites(examine(files, families=MACHINES)), "files")

    assert failing.find("failure") is not None
    assert failing.find("skipped") is None
    assert "待补 (approved by 县政府办, through 2025-12-31)" in (failing.findtext("system-out") or "")


def test_what_concerns_no_target_is_a_case_of_its_own(examine: Examine) -> None:
    root = suites(examine({"county/plan.yaml": "a: [\n"}))

    assert [one.get("name") for one in root.iter("testcase")] == ["(files)"]
    assert case(root, "(files)").find("failure") is not None
