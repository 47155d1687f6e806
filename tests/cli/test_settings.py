"""Which ``vtrack.yaml`` is meant: the repository's, looked for upwards and never beyond its top."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call
from tests.cli.county import BEHIND, DAY, Repository

QUIET = "ignore: [target]\n"


def test_it_is_found_upwards_from_the_working_folder(vtrack: Call, repository: Repository) -> None:
    folder = repository.locality("plans/demo", value=BEHIND)
    repository.write("vtrack.yaml", QUIET)

    assert vtrack("check", "--as-of", DAY, "--format", "json", cwd=repository.root).rules == []
    assert vtrack("check", "--as-of", DAY, "--format", "json", cwd=folder / "progress").rules == []


def test_it_is_found_upwards_from_the_paths_and_not_from_the_working_folder(
    vtrack: Call, repository: Repository, tmp_path: Path
) -> None:
    repository.locality("plans/demo", value=BEHIND)
    repository.write("vtrack.yaml", QUIET)
    other = Repository(tmp_path / "other")
    other.locality("plans/demo", value=BEHIND)

    assert vtrack("check", "repository/plans", "--as-of", DAY, "--format", "json").rules == []
    assert vtrack("check", "../other/plans/demo", "--as-of", DAY, "--format", "json", cwd=repository.root).rules == [
        "target/behind"
    ], "a way that leads out of a folder is not in it"


def test_it_is_not_looked_for_beyond_the_repository(vtrack: Call, repository: Repository, tmp_path: Path) -> None:
    repository.locality("plans/demo", value=BEHIND)
    (tmp_path / "vtrack.yaml").write_text(QUIET, encoding="utf-8")

    assert vtrack("check", "--as-of", DAY, "--format", "json", cwd=repository.root).rules == ["target/behind"]
    assert vtrack("check", "plans/demo", "--as-of", DAY, "--format", "json").rules == ["target/behind"]


def test_a_work_tree_has_a_file_for_git(vtrack: Call, repository: Repository, tmp_path: Path) -> None:
    repository.locality("plans/demo", value=BEHIND)
    (repository.root / ".git").rmdir()
    (repository.root / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    (tmp_path / "vtrack.yaml").write_text(QUIET, encoding="utf-8")

    assert vtrack("check", "--as-of", DAY, "--format", "json", cwd=repository.root).rules == ["target/behind"]


def test_thresholds_and_grace(vtrack: Call, repository: Repository) -> None:
    """The gap of BEHIND is −25.7 points: orange by default."""
    repository.locality("plans/demo", value=BEHIND)
    lamps = {}
    for text in ("", "pace: {orange: -26}\n", "pace: {red: -25.5}\n"):
        repository.write("vtrack.yaml", text)
        (verdict,) = vtrack("check", "--as-of", DAY, "--format", "json", cwd=repository.root).json["verdicts"]
        lamps[text] = verdict["lamp"]
    assert list(lamps.values()) == ["orange", "yellow", "red"]

    (repository.root / "plans/demo/progress/2024.yaml").unlink()
    repository.write("vtrack.yaml", "grace_days: 400\n")
    assert vtrack("check", "--as-of", DAY, "--format", "json", cwd=repository.root).status["coverage"] != "no_data"
    repository.write("vtrack.yaml", "grace_days: 0\n")
    assert vtrack("check", "--as-of", "2025-01-01", "--format", "json").status["coverage"] == "no_data"
