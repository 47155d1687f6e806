"""All formats for machines say the same of one result: the same rule, in the same file, at the same line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import fromstring

import pytest

from tests.reports.conftest import AWKWARD, COUNTY, MACHINES, WAIVED, Examine, rendered
from tests.reports.test_github import commands
from vtrack.result import Result

Said = Counter[tuple[str, str, int]]


def in_json(text: str) -> tuple[Said, Said, Said]:
    """What counts, what is for information, and what is waived."""
    counted, informed, waived = Said(), Said(), Said()
    for one in json.loads(text)["findings"]:
        said = waived if one["waived"] else informed if one["severity"] == "info" else counted
        said[one["rule"], one["file"], one["line"]] += 1
    return counted, informed, waived


def in_sarif(text: str) -> tuple[Said, Said, Said]:
    counted, informed, waived = Said(), Said(), Said()
    for one in json.loads(text)["runs"][0]["results"]:
        said = waived if "suppressions" in one else informed if one["level"] == "note" else counted
        where = one["locations"][0]["physicalLocation"]
        said[one["ruleId"], unquote(where["artifactLocation"]["uri"]), where["region"]["startLine"]] += 1
    return counted, informed, waived


def in_gitlab(text: str) -> tuple[Said, Said, Said]:
    counted, informed, waived = Said(), Said(), Said()
    for one in json.loads(text):
        is_waived = one["description"].startswith("(waived) ")
        said = waived if is_waived else informed if one["severity"] == "info" else counted
        said[one["check_name"], one["location"]["path"], one["location"]["lines"]["begin"]] += 1
    return counted, informed, waived


READERS: dict[str, Callable[[str], tuple[Said, Said, Said]]] = {"sarif": in_sarif, "gitlab": in_gitlab}


@pytest.fixture(params=[COUNTY, WAIVED, AWKWARD], ids=["county", "waived", "awkward"])
def result(request: Any, examine: Examine) -> Result:
    return examine(request.param, families=MACHINES)


@pytest.mark.parametrize("name", READERS)
def test_they_say_what_json_says(result: Result, name: str) -> None:
    said = in_json(rendered("json", result))

    assert sum(said[0].values()) > 3
    assert READERS[name](rendered(name, result)) == said


def test_annotations_say_what_counts_and_when_asked_what_is_for_information(result: Result) -> None:
    counted, informed, _ = in_json(rendered("json", result))

    def annotated(**view: bool) -> Said:
        read = commands(rendered("github", result, **view))
        return Said((one.properties["title"], one.properties["file"], int(one.properties["line"])) for one in read)

    assert annotated() == counted
    assert annotated(verbose=True) == counted + informed


def test_test_cases_fail_by_the_errors(result: Result) -> None:
    errors = Counter(one.rule for one in result.findings if one.severity.value == "error" and not one.waived)
    root = fromstring(rendered("junit", result))
    lines = [line for one in root.iter("failure") for line in (one.text or "").splitlines()]

    assert Counter(line.rpartition(" [vtrack explain ")[2].removesuffix("]") for line in lines) == errors


def test_the_counts_are_the_same_everywhere(result: Result) -> None:
    summary = json.loads(rendered("json", result))["summary"]
    words = f"errors {summary['errors']} · warnings {summary['warnings']} · "

    for name in ("table", "plain", "github"):
        last = rendered(name, result, width=120).strip().splitlines()[-1]
        assert last.startswith(words), name
        assert last.endswith(f"waived {summary['waived']}"), name
    assert f"waived {summary['waived']}" in rendered("markdown", result).strip().splitlines()[-1]
