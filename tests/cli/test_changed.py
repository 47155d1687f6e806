"""``--changed REF``: only what a change touches, with the verdicts of a full run."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commits import Commits
from tests.cli.conftest import Call, Outcome
from tests.cli.county import BEHIND, DAY
from vtrack.language import translator
from vtrack.reports.formats import FORMATS

NOTHING = "nothing to check: none of the localities differs from the earlier commit"


def check(vtrack: Call, commits: Commits, *arguments: str, cwd: Path | None = None) -> Outcome:
    """A check from the top of the repository, or from a folder of it."""
    return vtrack("check", *arguments, "--as-of", DAY, "--format", "json", cwd=cwd or commits.root)


def checked(outcome: Outcome) -> list[str]:
    """The ids of the localities that were checked."""
    return list(dict.fromkeys(verdict["locality"] for verdict in outcome.json["verdicts"]))


def under(commits: Commits, folder: str, parent: str) -> None:
    """Put a locality under another."""
    commits.replace(f"{folder}/plan.yaml", "level: county}", f"level: county, parent: {parent}}}")


@pytest.fixture
def family(commits: Commits) -> Commits:
    """Two counties of a city, a town of each, and a county of nobody."""
    shutil.rmtree(commits.root / "plans/demo")
    for folder, parent in (
        ("city", None),
        ("north", "city"),
        ("south", "city"),
        ("north-town", "north"),
        ("south-town", "south"),
        ("far", None),
    ):
        commits.locality(f"plans/{folder}", name=f"{folder}县", value=BEHIND)
        if parent:
            under(commits, f"plans/{folder}", parent)
    commits.commit("a family")
    return commits


def report(commits: Commits, folder: str, value: int = 95) -> None:
    """Change the last figure of a locality."""
    commits.replace(f"plans/{folder}/progress/2024.yaml", f"value: {BEHIND}", f"value: {value}")


def test_a_locality_with_its_parent_and_its_children(vtrack: Call, family: Commits) -> None:
    report(family, "north")

    assert checked(check(vtrack, family, "--changed", "main")) == ["city", "north", "north-town"]


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("city", ["city", "north", "south"]),
        ("south-town", ["south", "south-town"]),
        ("far", ["far"]),
    ],
)
def test_the_ends_of_a_family(vtrack: Call, family: Commits, folder: str, expected: list[str]) -> None:
    report(family, folder)

    assert checked(check(vtrack, family, "--changed", "main")) == expected


def test_the_parent_that_it_had_and_the_one_that_it_has(vtrack: Call, family: Commits) -> None:
    family.replace("plans/north-town/plan.yaml", "parent: north", "parent: far")

    assert checked(check(vtrack, family, "--changed", "main")) == ["far", "north", "north-town"]


def test_the_family_of_one_that_is_gone(vtrack: Call, family: Commits) -> None:
    shutil.rmtree(family.root / "plans/north")

    assert checked(check(vtrack, family, "--changed", "main")) == ["city", "north-town"]


def test_a_new_locality(vtrack: Call, family: Commits) -> None:
    family.locality("plans/new", name="新县")
    under(family, "plans/new", "far")

    assert checked(check(vtrack, family, "--changed", "main")) == ["far", "new"]


@pytest.mark.parametrize("name", ["2025.yaml", "2024.yml"])
def test_a_new_file_whatever_it_is_called(vtrack: Call, family: Commits, name: str) -> None:
    family.write(f"plans/far/progress/{name}", "format: 1\nlocality: far\nyear: 2025\nfigures: {}\n")

    assert checked(check(vtrack, family, "--changed", "main")) == ["far"]


def test_a_waiver_touches_its_locality(vtrack: Call, family: Commits) -> None:
    family.write("plans/far/waivers.yaml", "format: 1\nwaivers: []\n")

    assert checked(check(vtrack, family, "--changed", "main")) == ["far"]


@pytest.mark.parametrize("how", ["uncommitted", "committed"])
def test_settings_touch_everything(vtrack: Call, family: Commits, how: str) -> None:
    family.git("switch", "-q", "-c", "feature")
    family.write("vtrack.yaml", "grace_days: 30\n")
    if how == "committed":
        family.commit()

    assert len(checked(check(vtrack, family, "--changed", "main"))) == 6


def test_only_those_that_are_asked_for(vtrack: Call, family: Commits) -> None:
    report(family, "north")

    assert checked(check(vtrack, family, "plans/north", "plans/far", "--changed", "main")) == ["north"]


def test_from_within_a_locality(vtrack: Call, family: Commits) -> None:
    report(family, "north")

    assert checked(check(vtrack, family, ".", "--changed", "main", cwd=family.root / "plans/north")) == ["north"]
    assert checked(check(vtrack, family, "..", "--changed", "main", cwd=family.root / "plans/far")) == [
        "city",
        "north",
        "north-town",
    ]


def test_what_others_did_in_the_meantime_is_not_the_changes(vtrack: Call, family: Commits) -> None:
    family.git("switch", "-q", "-c", "feature")
    family.git("switch", "-q", "main")
    report(family, "far")
    family.commit()
    family.git("switch", "-q", "feature")
    report(family, "south-town")
    family.commit()

    assert checked(check(vtrack, family, "--changed", "main")) == ["south", "south-town"]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_changed_is_0_and_said(vtrack: Call, family: Commits, language: str, format_: str) -> None:
    family.write("README.md", "nothing that vtrack reads")
    call = ("check", "--changed", "main", "--as-of", DAY, "--format", format_, "--lang", language)

    outcome = vtrack(*call, cwd=family.root)

    assert (outcome.code, outcome.err) == (0, "")
    if format_ in ("table", "plain", "markdown"):
        assert translator(language)(NOTHING) in outcome.out


def test_line_ends_are_no_change(vtrack: Call, family: Commits) -> None:
    file = family.root / "plans/far/plan.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert checked(check(vtrack, family, "--changed", "main")) == []


def test_together_with_against(vtrack: Call, family: Commits) -> None:
    """What moved is told of the localities that are checked, and of those that are gone."""
    family.git("switch", "-q", "-c", "feature")
    report(family, "north")
    shutil.rmtree(family.root / "plans/far")
    both = ("--changed", "main", "--against", "main")

    outcome = check(vtrack, family, *both)

    found = [one for one in outcome.json["findings"] if one["rule"].startswith("history/")]
    assert outcome.code == 1
    assert checked(outcome) == ["city", "north", "north-town"]
    assert [(one["rule"], one["locality"]) for one in found] == [
        ("history/file-removed", "far"),
        ("history/figure-changed", "north"),
    ]


def test_changed_since_one_commit_and_against_another(vtrack: Call, family: Commits) -> None:
    report(family, "far")
    family.commit("far")
    report(family, "north")

    outcome = check(vtrack, family, "--changed", "HEAD", "--against", "HEAD~1")

    assert checked(outcome) == ["city", "north", "north-town"]
    found = [one["locality"] for one in outcome.json["findings"] if one["rule"].startswith("history/")]
    assert found == ["north"]


@pytest.mark.parametrize("seed", range(6))
def test_the_same_verdicts_as_a_full_run(vtrack: Call, commits: Commits, seed: int) -> None:
    """Whatever the families are and whatever changes: what is checked comes to the same, and nothing is missed."""
    chance = random.Random(seed)
    names = [f"place-{number}" for number in range(8)]
    for number, name in enumerate(names):
        commits.locality(f"plans/{name}", name=f"{name}县", value=chance.choice([BEHIND, 96, None]))
        if number and chance.random() < 0.6:
            under(commits, f"plans/{name}", chance.choice(names[:number]))
    commits.commit("before")
    before = {name: part(check(vtrack, commits), name) for name in names}
    for name in chance.sample(names, chance.randint(0, 4)):
        change(commits, name, chance)

    some, full = check(vtrack, commits, "--changed", "main"), check(vtrack, commits)

    ids = checked(some)
    assert [part(some, name) for name in ids] == [part(full, name) for name in ids]
    for name in names:
        if part(full, name) != before[name]:
            assert name in ids or not part(full, name)["verdicts"]


def part(outcome: Outcome, id: str) -> dict[str, Any]:
    """What a report says of one locality."""
    return {
        section: [one for one in outcome.json[section] if one["locality"] == id] for section in ("verdicts", "findings")
    }


def change(commits: Commits, name: str, chance: random.Random) -> None:
    """One of the changes that a pull request may make."""
    folder = f"plans/{name}"
    what = chance.randrange(4)
    if what == 0:
        commits.replace(f"{folder}/plan.yaml", "at_least: 98", "at_least: 97")
    elif what == 1:
        text = f"format: 1\nlocality: {name}\nyear: 2025\nfigures:\n  coverage: {{value: 97, as_of: 2025-05-31}}\n"
        commits.write(f"{folder}/progress/2025.yaml", text)
    elif what == 2:
        shutil.rmtree(commits.root / folder)
    else:
        commits.append(f"{folder}/plan.yaml", "# a comment\n")
