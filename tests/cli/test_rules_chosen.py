"""``--select`` and ``--ignore``, by rule and by family, on the command line and in ``vtrack.yaml``."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Call
from tests.cli.county import BEHIND, DAY, Repository

# Behind, and without a lead: one finding of each of two families.
MORE = """
    second:
      name: 垃圾分类覆盖率
      unit: "%"
      reach: {at_least: 90, by: 2023}
      source: 正文二
"""


@pytest.fixture
def mixed(repository: Repository) -> Repository:
    repository.locality("plans/demo", value=BEHIND, more=MORE)
    return repository


ALL = {"target/behind", "target/no-data", "plan/no-lead"}
CHOICES = {
    "all": ([], ALL),
    "a rule": (["--select", "target/behind"], {"target/behind"}),
    "a family": (["--select", "target"], {"target/behind", "target/no-data"}),
    "two options": (["--select", "target/behind", "--select", "plan"], {"target/behind", "plan/no-lead"}),
    "with a comma": (["--select", "target/behind,plan"], {"target/behind", "plan/no-lead"}),
    "without a rule": (["--ignore", "target/behind"], ALL - {"target/behind"}),
    "without a family": (["--ignore", "target"], {"plan/no-lead"}),
    "a family without a rule": (["--select", "target", "--ignore", "target/behind"], {"target/no-data"}),
    "nothing left": (["--select", "target", "--ignore", "target"], set()),
}


@pytest.mark.parametrize(("arguments", "rules"), CHOICES.values(), ids=CHOICES)
def test_rules_are_chosen_by_name_or_family(
    vtrack: Call, mixed: Repository, arguments: list[str], rules: set[str]
) -> None:
    outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json", *arguments)

    assert ALL & set(outcome.rules) == rules
    assert len(outcome.json["verdicts"]) == 2, "verdicts are made all the same"


def test_vtrack_yaml_chooses_where_the_call_does_not(vtrack: Call, mixed: Repository) -> None:
    mixed.write("vtrack.yaml", "select: [target, plan/no-lead]\nignore: [target/no-data]\n")

    by_file = vtrack("check", "repository", "--as-of", DAY, "--format", "json")
    by_call = vtrack("check", "repository", "--as-of", DAY, "--format", "json", "--select", "target/no-data")
    ignored = vtrack("check", "repository", "--as-of", DAY, "--format", "json", "--ignore", "target/behind")

    assert set(by_file.rules) == {"target/behind", "plan/no-lead"}
    assert set(by_call.rules) == set(), "ignored by the file still"
    assert set(ignored.rules) == {"target/no-data", "plan/no-lead"}, "the call's --ignore in place of the file's"


def test_what_is_ignored_does_not_count(vtrack: Call, mixed: Repository) -> None:
    assert vtrack("check", "repository", "--as-of", DAY, "--strict").code == 1
    assert vtrack("check", "repository", "--as-of", DAY, "--strict", "--select", "text").code == 0
