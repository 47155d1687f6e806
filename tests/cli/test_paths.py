"""Which files a path stands for, and how they are called in the report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Outcome
from tests.cli.county import DAY, Repository


@pytest.fixture
def many(repository: Repository) -> Repository:
    """A county, a township inside its folder, and another county."""
    repository.locality("plans/demo")
    repository.locality("plans/demo/towns/east", name="东镇")
    repository.locality("plans/other", name="邻县")
    return repository


def files_in(outcome: Outcome) -> list[str]:
    return [verdict["file"] for verdict in outcome.json["verdicts"]]


DEMO, EAST, OTHER = (f"repository/plans/{folder}/plan.yaml" for folder in ("demo", "demo/towns/east", "other"))
PATHS = {
    "the folder of many": (["repository/plans"], [DEMO, EAST, OTHER]),
    "the repository": (["repository"], [DEMO, EAST, OTHER]),
    "a locality, and those inside it": (["repository/plans/demo"], [DEMO, EAST]),
    "a nested locality": (["repository/plans/demo/towns"], [EAST]),
    "a plan": (["repository/plans/demo/plan.yaml"], [DEMO]),
    "a progress file": (["repository/plans/demo/progress/2024.yaml"], [DEMO]),
    "the progress folder": (["repository/plans/demo/progress"], [DEMO]),
    "two": (["repository/plans/other", "repository/plans/demo/plan.yaml"], [DEMO, OTHER]),
    "one twice": (["repository/plans/demo/plan.yaml", "repository/plans/demo/progress/2023.yaml"], [DEMO]),
    "a longer way": (["repository/../repository/plans/./other/"], [OTHER]),
}


@pytest.mark.parametrize(("paths", "files"), PATHS.values(), ids=PATHS)
def test_a_path_stands_for(vtrack: Call, many: Repository, paths: list[str], files: list[str]) -> None:
    outcome = vtrack("check", *paths, "--as-of", DAY, "--format", "json")

    assert files_in(outcome) == files


def test_an_absolute_path_is_called_by_the_way_from_here(vtrack: Call, many: Repository) -> None:
    outcome = vtrack("check", str(many.root / "plans" / "other"), "--as-of", DAY, "--format", "json")

    assert files_in(outcome) == [OTHER]


def test_from_another_folder_the_files_are_called_as_they_were_named(vtrack: Call, many: Repository) -> None:
    elsewhere = many.root.parent / "elsewhere"
    elsewhere.mkdir()

    relative = vtrack("check", "../repository/plans/other", "--as-of", DAY, "--format", "json", cwd=elsewhere)
    absolute = vtrack("check", str(many.root / "plans/other"), "--as-of", DAY, "--format", "json")

    assert files_in(relative) == ["../repository/plans/other/plan.yaml"]
    assert files_in(absolute) == [(many.root / "plans/other/plan.yaml").as_posix()]


@pytest.mark.parametrize(
    ("folder", "path", "file"),
    [
        ("plans/demo", ".", "plan.yaml"),
        ("plans/demo", "plan.yaml", "plan.yaml"),
        ("plans/demo", "progress/2024.yaml", "plan.yaml"),
        ("plans/demo/progress", "2024.yaml", "../plan.yaml"),
        ("plans/demo/progress", ".", "../plan.yaml"),
        ("plans", "demo", "demo/plan.yaml"),
    ],
)
def test_from_within_a_locality(vtrack: Call, repository: Repository, folder: str, path: str, file: str) -> None:
    repository.locality("plans/demo")

    outcome = vtrack("check", path, "--as-of", DAY, "--format", "json", cwd=repository.root / folder)

    assert files_in(outcome) == [file]
    assert outcome.rules == [], "the folder's name is known: plan/folder-name is silent"


def test_from_within_a_locality_that_has_no_plan_the_folder_gives_the_name(
    vtrack: Call, repository: Repository
) -> None:
    folder = repository.locality("plans/demo")
    (folder / "plan.yaml").unlink()

    outcome = vtrack("check", ".", "--as-of", DAY, "--format", "json", cwd=folder)

    assert outcome.rules == ["schema/no-plan"]
    assert outcome.json["findings"][0]["locality"] == "demo"


def test_without_a_path_the_plans_folder(vtrack: Call, many: Repository) -> None:
    outcome = vtrack("check", "--as-of", DAY, "--format", "json", cwd=many.root)

    assert files_in(outcome) == ["plans/demo/plan.yaml", "plans/demo/towns/east/plan.yaml", "plans/other/plan.yaml"]


def test_without_a_path_the_folders_that_vtrack_yaml_names(vtrack: Call, many: Repository) -> None:
    many.write("vtrack.yaml", "plans: [plans/other, plans/demo/towns]\n")

    outcome = vtrack("check", "--as-of", DAY, "--format", "json", cwd=many.root / "plans" / "demo")

    assert sorted(files_in(outcome)) == [
        (many.root / "plans/other/plan.yaml").as_posix(),
        "towns/east/plan.yaml",
    ]


def test_hidden_folders_are_passed_over(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo")
    repository.locality("plans/.old/demo")
    repository.locality(".git/demo")

    assert files_in(vtrack("check", "repository", "--as-of", DAY, "--format", "json")) == [DEMO]


def test_links_to_folders_are_not_followed(vtrack: Call, repository: Repository) -> None:
    folder = repository.locality("plans/demo")
    try:
        os.symlink(repository.root, folder / "loop", target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")

    assert files_in(vtrack("check", "repository", "--as-of", DAY, "--format", "json")) == [DEMO]


def test_what_editors_and_systems_leave_behind_is_passed_over(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo")
    for name in ("._2024.yaml", ".2024.yaml.swp", ".#2024.yaml", "2024.yaml~", "说明.docx"):
        repository.write(f"plans/demo/progress/{name}", "nothing: [\n")

    assert vtrack("check", "repository", "--as-of", DAY, "--format", "json").rules == []


@pytest.mark.parametrize("name", ["2024.yml", "24.yaml", "2024年.yaml", "2024-12.yaml", "２０２４.yaml"])
def test_a_progress_file_that_nobody_would_read_is_a_finding(vtrack: Call, repository: Repository, name: str) -> None:
    repository.locality("plans/demo")
    repository.write(f"plans/demo/progress/{name}", "format: 1\n")

    outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json")

    assert outcome.rules == ["schema/file-name"]
    assert outcome.json["findings"][0]["file"] == f"repository/plans/demo/progress/{name}"
    assert vtrack("check", "repository", "--as-of", DAY, "--strict").code == 1


def test_a_plan_yml_is_a_finding_even_where_nothing_else_is(vtrack: Call, repository: Repository) -> None:
    folder = repository.locality("plans/demo", value=None)
    (folder / "plan.yaml").rename(folder / "plan.yml")

    outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json")

    assert "schema/file-name" in outcome.rules
    assert outcome.code == 1


def test_the_order_of_paths_changes_nothing(vtrack: Call, many: Repository) -> None:
    one, other = "repository/plans/demo", "repository/plans/other"

    first = vtrack("check", one, other, "--as-of", DAY, "--format", "json")
    second = vtrack("check", other, one, "--as-of", DAY, "--format", "json")
    third = vtrack("check", "repository", "--as-of", DAY, "--format", "json")

    assert first.out == second.out == third.out


def test_the_folders_order_on_the_disk_changes_nothing(
    vtrack: Call, many: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vtrack("check", "repository", "--as-of", DAY, "--format", "json")
    listdir, walk = os.listdir, os.walk

    def backwards(top: Path) -> object:
        for folder, folders, names in walk(top):
            folders.reverse()
            yield folder, folders, names[::-1]

    monkeypatch.setattr(os, "listdir", lambda path: listdir(path)[::-1])
    monkeypatch.setattr(os, "walk", backwards)

    assert vtrack("check", "repository", "--as-of", DAY, "--format", "json").out == before.out
