"""``gitlab``: a Code Quality report as GitLab documents it, with fingerprints that last."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.reports.conftest import AWKWARD, COUNTY, MACHINES, WAIVED, Examine, below, rendered
from vtrack.result import Result

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def issues(result: Result, language: str = "en") -> Any:
    return json.loads(rendered("gitlab", result, language))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_an_array_of_issues_with_what_gitlab_asks_for(examine: Examine, language: str) -> None:
    result = examine(AWKWARD, families=MACHINES)

    listed = issues(result, language)

    assert len(listed) == len(result.findings)
    for issue, finding in zip(listed, result.findings, strict=True):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["description"]
        assert issue["check_name"] == finding.rule
        assert issue["location"]["path"] == finding.file
        assert issue["location"]["lines"] == {"begin": finding.span.line, "end": finding.span.end_line}
        assert issue["severity"] == ("info" if finding.waived else SEVERITIES[finding.severity.value])


def test_paths_are_relative(examine: Examine) -> None:
    for issue in issues(examine(AWKWARD, families=MACHINES)):
        assert issue["location"]["path"].startswith("示范 县%20#1/")


def test_fingerprints_are_unique(examine: Examine) -> None:
    marks = [issue["fingerprint"] for issue in issues(examine(AWKWARD, families=MACHINES))]

    assert len(marks) > 8
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("files", [AWKWARD, WAIVED], ids=["awkward", "waived"])
def test_fingerprints_stay_when_lines_are_inserted_above(examine: Examine, files: dict[str, str]) -> None:
    before = {issue["fingerprint"]: issue for issue in issues(examine(files, families=MACHINES))}
    after = {
        issue["fingerprint"]: issue
        for issue in issues(examine({name: below(text) for name, text in files.items()}, families=MACHINES))
    }

    assert set(before) == set(after)
    assert all(
        after[mark]["location"]["lines"]["begin"] == issue["location"]["lines"]["begin"] + 3
        and after[mark]["check_name"] == issue["check_name"]
        for mark, issue in before.items()
    )


def test_fingerprints_are_the_same_in_both_languages(examine: Examine) -> None:
    result = examine(AWKWARD, families=MACHINES)

    assert [one["fingerprint"] for one in issues(result)] == [one["fingerprint"] for one in issues(result, "zh")]


PROGRESS = "format: 1\nlocality: county\nyear: 2024\nfigures: {{{}}}\n"


def marks(examine: Examine, figures: str) -> set[str]:
    """The fingerprints of the figures of targets that the plan does not have."""
    files = {**COUNTY, "county/progress/2024.yaml": PROGRESS.format(figures)}
    listed = issues(examine(files, families=("figure",)))
    return {one["fingerprint"] for one in listed if one["check_name"] == "figure/unknown-target"}


def test_a_mistake_that_joins_others_of_its_kind_leaves_theirs_alone(examine: Examine) -> None:
    one, two = marks(examine, "beta: 1"), marks(examine, "alpha: 1, beta: 1")

    assert len(one) == 1
    assert len(two) == 2
    assert one < two


def test_a_figure_that_moves_is_no_new_mistake(examine: Examine) -> None:
    def missed(value: str) -> list[str]:
        progress = COUNTY["county/progress/2024.yaml"].replace("count: 83", f"count: {value}")
        listed = issues(examine({**COUNTY, "county/progress/2024.yaml": progress}))
        return [one["fingerprint"] for one in listed if one["check_name"] == "target/missed"]

    assert missed("82") == missed("81")
    assert len(missed("82")) == 1


def test_a_waived_finding_is_marked_and_tells_its_grounds(examine: Examine) -> None:
    (waived,) = [one for one in issues(examine(WAIVED)) if one["check_name"] == "target/missed"]

    assert waived["severity"] == "info"
    assert waived["description"].startswith("(waived) ")
    assert waived["description"].endswith("[省厅同意延期, 50% (approved by 县政府办, through 2025-06-30)]")
