"""``sarif``: SARIF 2.1.0 as the official schema and GitHub's code scanning want it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator

from tests.reports.conftest import AWKWARD, COUNTY, MACHINES, WAIVED, Examine, below, rendered
from tests.reports.official import sarif_schema
from vtrack.commands.call import explainer
from vtrack.reports.sarif import _uri
from vtrack.result import Result
from vtrack.rules.registry import NAMES

FILES = [COUNTY, WAIVED, AWKWARD, {"county/plan.yaml": "a: [\n"}]
CASES = ["county", "waived", "awkward", "unreadable"]


def log(result: Result, language: str = "en") -> Any:
    return json.loads(rendered("sarif", result, language))


def run(result: Result, language: str = "en") -> Any:
    (only,) = log(result, language)["runs"]
    return only


def texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)
    elif isinstance(data, str):
        yield data


def place(result: Any) -> Any:
    (location,) = result["locations"]
    return location["physicalLocation"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("files", FILES, ids=CASES)
def test_it_passes_the_official_schema(examine: Examine, files: dict[str, str], language: str) -> None:
    schema = sarif_schema()
    Draft7Validator.check_schema(schema)

    Draft7Validator(schema).validate(log(examine(files, families=MACHINES), language))


@pytest.mark.parametrize("files", FILES, ids=CASES)
def test_no_text_is_empty_and_columns_are_counted_in_characters(examine: Examine, files: dict[str, str]) -> None:
    data = log(examine(files, families=MACHINES))

    assert data["version"] == "2.1.0"
    assert data["runs"][0]["columnKind"] == "unicodeCodePoints"
    assert all(texts(data))


def test_nothing_found_is_a_run_without_results(examine: Examine) -> None:
    only = run(examine(families=("text",)))

    assert only["results"] == []
    assert only["tool"]["driver"]["rules"] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_finding_is_a_result(examine: Examine, language: str) -> None:
    result = examine(AWKWARD, families=MACHINES)
    results = run(result, language)["results"]

    assert len(results) == len(result.findings)
    for one, finding in zip(results, result.findings, strict=True):
        region = place(one)["region"]
        assert one["ruleId"] == finding.rule
        assert one["level"] == {"info": "note"}.get(finding.severity.value, finding.severity.value)
        assert region == {
            "startLine": finding.span.line,
            "startColumn": finding.span.column,
            "endLine": finding.span.end_line,
            "endColumn": finding.span.end_column,
        }
        assert min(region.values()) >= 1
        assert one["message"]["text"]


def test_addresses_are_relative_and_percent_encoded(examine: Examine) -> None:
    results = run(examine(AWKWARD, families=MACHINES))["results"]

    for one in results:
        uri = place(one)["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not set(uri) & set(' #?:"<>\\^`{|}')
        assert unquote(uri).startswith("示范 县%20#1/")
    assert place(results[0])["artifactLocation"]["uri"].startswith("%E7%A4%BA%E8%8C%83%20%E5%8E%BF%2520%231/")


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("plans/县/plan.yaml", "plans/%E5%8E%BF/plan.yaml"),
        ("a:b/plan.yaml", "a%3Ab/plan.yaml"),
        ("../plan.yaml", "../plan.yaml"),
        ("/srv/县/plan.yaml", "file:///srv/%E5%8E%BF/plan.yaml"),
        ("D:/规划/plan.yaml", "file:///D:/%E8%A7%84%E5%88%92/plan.yaml"),
        ("\udcff/plan.yaml", "%FF/plan.yaml"),
    ],
)
def test_an_address_is_an_address_whatever_the_files_name(file: str, uri: str) -> None:
    assert _uri(file) == uri


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_rules_of_the_results_carry_their_documentation(examine: Examine, language: str) -> None:
    only = run(examine(AWKWARD, families=MACHINES), language)
    rules = only["tool"]["driver"]["rules"]

    assert [rules[one["ruleIndex"]]["id"] for one in only["results"]] == [one["ruleId"] for one in only["results"]]
    assert len({rule["id"] for rule in rules}) == len(rules) == len({one["ruleId"] for one in only["results"]})
    for rule in rules:
        known = explainer(language)(rule["id"])
        assert rule["shortDescription"]["text"] == known.title.replace("``", "")
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert rule["defaultConfiguration"]["level"] == {"info": "note"}.get(known.severity.value, known.severity.value)
        assert rule["help"]["text"]
        assert ("```yaml\n" in rule["help"]["markdown"]) == bool(known.bad or known.good)
        assert "helpUri" not in rule, "there is no page of its own to point at"


def test_a_rules_help_in_full(examine: Examine) -> None:
    (rule,) = (
        one
        for one in run(examine(), "zh")["tool"]["driver"]["rules"]
        if one["id"] == "target/missed"
    )  # fmt: skip

    assert rule["name"] == "TargetMissed"
    assert rule["shortDescription"]["text"].endswith("。")
    assert rule["help"]["markdown"].count("```yaml") == 2
    assert "反例" in rule["help"]["markdown"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_no_description_is_longer_than_code_scanning_takes(name: str, language: str) -> None:
    known = explainer(language)(name)

    assert known.title
    assert len("\n\n".join((known.title, *known.paragraphs[:1]))) <= 1024


@pytest.mark.parametrize("files", [AWKWARD, WAIVED], ids=["awkward", "waived"])
def test_fingerprints_survive_an_inserted_line(examine: Examine, files: dict[str, str]) -> None:
    def marks(files: dict[str, str]) -> dict[str, tuple[str, int]]:
        results = run(examine(files, families=MACHINES))["results"]
        found = {
            one["partialFingerprints"]["vtrack/v1"]: (one["ruleId"], place(one)["region"]["startLine"])
            for one in results
        }
        assert len(found) == len(results), "unique"
        return found

    before = marks(files)
    after = marks({name: below(text, 1) for name, text in files.items()})

    assert after == {mark: (rule, line + 1) for mark, (rule, line) in before.items()}


def test_what_is_waived_is_suppressed_with_its_grounds(examine: Examine) -> None:
    results = run(examine(WAIVED))["results"]

    suppressed = [one for one in results if "suppressions" in one]
    assert [one["ruleId"] for one in suppressed] == ["target/missed"]
    assert suppressed[0]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "省厅同意延期, 50% (approved by 县政府办, through 2025-06-30)",
        }
    ]
