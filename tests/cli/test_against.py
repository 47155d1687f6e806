"""``--against REF``: what moved since an earlier commit, through the whole command line and the real git."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.commits import Commits, git
from tests.cli.conftest import Call, Outcome
from tests.cli.county import DAY
from vtrack.reports.formats import FORMATS

PLAN, Y2023, Y2024 = (f"plans/demo/{name}" for name in ("plan.yaml", "progress/2023.yaml", "progress/2024.yaml"))
WRONG = {Y2024: "was: 95", PLAN: "was: {at_least: 99}"}
LOWER = ("reach: {at_least: 98}", "reach: {at_least: 95}")
AMENDMENT = """amendments:
  - {target: coverage, on: 2025-03-01, document: 示政办发〔2025〕3号, reason: 村庄撤并, was: {at_least: 98}}
"""
REVISION = """revisions:
  - {target: coverage, as_of: 2024-12-31, was: 96, on: 2025-03-01, reason: 监测数据复核}
"""


def check(vtrack: Call, commits: Commits, *arguments: str, ref: str = "main", cwd: Path | None = None) -> Outcome:
    """A check against a commit, from the top of the repository or from a folder of it."""
    call = ("check", *arguments, "--against", ref, "--as-of", DAY, "--format", "json")
    return vtrack(*call, cwd=cwd or commits.root)


def history(outcome: Outcome) -> list[tuple[str, str, int]]:
    """The findings of the family by rule, file and line."""
    found = [one for one in outcome.json["findings"] if one["rule"].startswith("history/")]
    return [(one["rule"].partition("/")[2], one["file"], one["line"]) for one in found]


def test_nothing_changed_finds_nothing(vtrack: Call, commits: Commits) -> None:
    outcome = check(vtrack, commits)

    assert (outcome.code, outcome.rules) == (0, [])


def test_a_past_figure_that_changed_quietly(vtrack: Call, commits: Commits) -> None:
    commit = commits.git("rev-parse", "HEAD")
    commits.replace(Y2024, "value: 96", "value: 97")

    outcome = check(vtrack, commits)

    assert outcome.code == 1
    (finding,) = outcome.json["findings"]
    assert finding["rule"] == "history/figure-changed"
    assert (finding["file"], finding["line"], finding["column"]) == (Y2024, 5, 21)
    assert (finding["severity"], finding["locality"], finding["target"]) == ("error", "demo", "coverage")
    for piece in ("2024-12-31", "97", "96", commit[:10]):
        assert piece in finding["message"]
    assert "was: 96" in finding["hint"]


def test_a_target_that_was_lowered_quietly(vtrack: Call, commits: Commits) -> None:
    commit = commits.git("rev-parse", "HEAD")
    commits.replace(PLAN, *LOWER)

    outcome = check(vtrack, commits)

    assert outcome.code == 1
    (finding,) = outcome.json["findings"]
    assert (finding["rule"], finding["file"], finding["line"]) == ("history/target-relaxed", PLAN, 10)
    for piece in ("≥ 95", "≥ 98", commit[:10]):
        assert piece in finding["message"]


@pytest.mark.parametrize(
    ("path", "change", "entry"),
    [(Y2024, ("value: 96", "value: 97"), REVISION), (PLAN, LOWER, AMENDMENT)],
    ids=["revision", "amendment"],
)
def test_what_is_stated_is_no_finding_and_a_wrong_was_is_one(
    vtrack: Call, commits: Commits, path: str, change: tuple[str, str], entry: str
) -> None:
    commits.replace(path, *change)
    commits.append(path, entry)
    assert (check(vtrack, commits).code, check(vtrack, commits).rules) == (0, [])

    commits.replace(path, "was: 96" if path == Y2024 else "was: {at_least: 98}", WRONG[path])
    outcome = check(vtrack, commits)

    assert outcome.rules == ["history/wrong-was"]
    assert outcome.code == 1


def test_what_needs_no_reason(vtrack: Call, commits: Commits) -> None:
    commits.replace(PLAN, "reach: {at_least: 98}", "reach:\n      at_least: 99   # stricter")
    commits.replace(Y2024, "value: 96,", "evidence: 补充, value: 96.0,")
    commits.replace(Y2024, ", evidence: 验收单 2024-1", "")
    commits.write(
        "plans/demo/progress/2025.yaml",
        "format: 1\nlocality: demo\nyear: 2025\nfigures:\n  coverage: {value: 97, as_of: 2025-06-30, evidence: 单}\n",
    )

    outcome = check(vtrack, commits)

    assert (outcome.code, history(outcome)) == (0, [])


def test_uncommitted_staged_and_committed_are_all_the_same(vtrack: Call, commits: Commits) -> None:
    commits.git("switch", "-q", "-c", "feature")
    commits.replace(PLAN, *LOWER)
    expected = [("target-relaxed", PLAN, 10)]

    assert history(check(vtrack, commits)) == expected
    commits.git("add", "-A")
    assert history(check(vtrack, commits)) == expected
    commits.commit()
    assert history(check(vtrack, commits)) == expected
    assert history(check(vtrack, commits, ref="HEAD")) == []


def test_the_merge_base_rather_than_the_tip(vtrack: Call, commits: Commits) -> None:
    """What others did on ``main`` in the meantime is not held against the branch."""
    commits.git("switch", "-q", "-c", "feature")
    commits.commit("nothing of weight")
    commits.git("switch", "-q", "main")
    commits.replace(Y2024, "value: 96", "value: 97")
    commits.append(Y2024, REVISION)
    commits.commit("a correction, stated")
    commits.git("switch", "-q", "feature")

    assert history(check(vtrack, commits)) == []
    commits.git("merge", "-q", "--no-edit", "main")
    assert history(check(vtrack, commits)) == []


def test_a_renamed_folder_keeps_its_past(vtrack: Call, commits: Commits) -> None:
    commits.git("mv", "plans/demo", "plans/renamed")
    for name in ("plan.yaml", "progress/2023.yaml", "progress/2024.yaml"):
        commits.replace(f"plans/renamed/{name}", "demo", "renamed")
    assert check(vtrack, commits).rules == []

    commits.replace("plans/renamed/plan.yaml", *LOWER)

    assert history(check(vtrack, commits)) == [("target-relaxed", "plans/renamed/plan.yaml", 10)]


def test_a_folder_with_a_chinese_name(vtrack: Call, commits: Commits) -> None:
    commits.git("mv", "plans/demo", "plans/示范县")
    commits.commit("a Chinese name")
    commits.git("tag", "前")
    commits.replace("plans/示范县/progress/2024.yaml", "value: 96", "value: 97")

    outcome = check(vtrack, commits, ref="前")

    assert history(outcome) == [("figure-changed", "plans/示范县/progress/2024.yaml", 5)]


@pytest.mark.parametrize("whole", [True, False], ids=["the only one", "one of two"])
def test_a_locality_that_is_gone(vtrack: Call, commits: Commits, whole: bool) -> None:
    if not whole:
        commits.locality("plans/other", name="邻县")
        commits.commit()
    shutil.rmtree(commits.root / "plans/demo")

    for paths in ((), ("plans/demo",), ("plans/demo/plan.yaml",), ("plans/demo/progress/2024.yaml",)):
        outcome = check(vtrack, commits, *paths)
        assert outcome.code == 1
        assert history(outcome) == [("file-removed", PLAN, 1)]


def test_a_progress_file_that_is_gone(vtrack: Call, commits: Commits) -> None:
    (commits.root / Y2023).unlink()

    for paths in ((), ("plans/demo",), (Y2023,)):
        outcome = check(vtrack, commits, *paths)
        assert outcome.code == 1
        assert history(outcome) == [("file-removed", PLAN, 2)]


@pytest.mark.parametrize("path", ["plans", "plans/demo", PLAN, Y2024, "./plans/../plans/demo"])
def test_a_path(vtrack: Call, commits: Commits, path: str) -> None:
    commits.locality("plans/other", name="邻县")
    commits.commit()
    commits.replace(PLAN, *LOWER)

    assert history(check(vtrack, commits, path)) == [("target-relaxed", PLAN, 10)]
    assert history(check(vtrack, commits, "plans/other")) == []


@pytest.mark.parametrize(
    ("folder", "paths", "file"),
    [
        ("plans/demo", ["."], "plan.yaml"),
        ("plans", ["demo"], "demo/plan.yaml"),
        ("plans/demo/progress", ["."], "../plan.yaml"),
        ("plans/demo", [], "plan.yaml"),
    ],
)
def test_from_a_folder_below(vtrack: Call, commits: Commits, folder: str, paths: list[str], file: str) -> None:
    commits.write("vtrack.yaml", "plans: [plans]\n")
    commits.commit()
    commits.replace(PLAN, *LOWER)

    outcome = check(vtrack, commits, *paths, cwd=commits.root / folder)

    assert history(outcome) == [("target-relaxed", file, 10)]


def test_from_outside_the_repository(vtrack: Call, commits: Commits) -> None:
    commits.replace(PLAN, *LOWER)

    outcome = check(vtrack, commits, str(commits.root / "plans"), cwd=commits.root.parent)

    assert history(outcome) == [("target-relaxed", f"{commits.root.name}/{PLAN}", 10)]


REFUSED = ("nosuch", "--help", "-o", "--output=x", "", "main..HEAD", "HEAD:plans", "九")


@pytest.mark.parametrize("ref", REFUSED)
@pytest.mark.parametrize("option", ["--against", "--changed", "diff"])
def test_a_ref_that_there_is_not(vtrack: Call, commits: Commits, option: str, ref: str) -> None:
    arguments = ("diff", "--", ref) if option == "diff" else ("check", f"{option}={ref}")

    outcome = vtrack(*arguments, cwd=commits.root)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"vtrack: there is no commit {ref}"), outcome.err
    assert outcome.err.count("\n") == 1
    assert sorted(path.name for path in commits.root.iterdir()) == [".git", "plans"]


@pytest.mark.parametrize(
    "arguments", [["check", "--against", "main"], ["check", "--changed", "main"], ["diff", "main"]]
)
def test_outside_a_repository(vtrack: Call, commits: Commits, arguments: list[str]) -> None:
    shutil.rmtree(commits.root / ".git")

    outcome = vtrack(*arguments, cwd=commits.root)

    assert (outcome.code, outcome.out) == (2, "")
    assert "is not in a git repository" in outcome.err


@pytest.mark.parametrize("arguments", [["check", "--against", "main"], ["diff", "main"]])
@pytest.mark.parametrize("paths", [["plans/nosuch"], ["plans/demo", "plans/nosuch"], ["nosuch.yaml"]])
def test_a_path_that_neither_is_nor_was(vtrack: Call, commits: Commits, arguments: list[str], paths: list[str]) -> None:
    outcome = vtrack(*arguments, *paths, cwd=commits.root)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1


def test_an_empty_folder_is_nothing_to_check(vtrack: Call, commits: Commits) -> None:
    (commits.root / "empty").mkdir()

    for arguments in (["check", "--against", "main"], ["check", "--changed", "main"], ["diff", "main"]):
        outcome = vtrack(*arguments, "empty", cwd=commits.root)
        assert outcome.code == 2
        assert "found no plan.yaml to check in empty" in outcome.err


def test_a_shallow_clone(vtrack: Call, commits: Commits, tmp_path: Path) -> None:
    commits.git("switch", "-q", "-c", "feature")
    commits.replace(PLAN, *LOWER)
    commits.commit("lower it")
    url = commits.root.as_uri()
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=feature", url, "clone")

    lacking = vtrack("check", "--against", "origin/main", cwd=tmp_path / "clone")
    git(tmp_path / "clone", "fetch", "-q", "--depth=2", "origin", "main:refs/remotes/origin/main", "feature")
    enough = vtrack("check", "--against", "origin/main", "--as-of", DAY, "--format", "json", cwd=tmp_path / "clone")

    assert lacking.code == 2
    assert "the clone is shallow, fetch it first" in lacking.err
    assert history(enough) == [("target-relaxed", PLAN, 10)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_findings_in_every_format_and_language(vtrack: Call, commits: Commits, language: str) -> None:
    commits.replace(PLAN, *LOWER)

    for name in FORMATS:
        call = ("check", "--against", "main", "--as-of", DAY, "--format", name, "--lang", language)
        outcome = vtrack(*call, cwd=commits.root)
        assert outcome.code == 1
        assert name == "csv" or "target-relaxed" in outcome.out.replace("\n", "")


def test_a_waiver_hides_nothing_of_history(vtrack: Call, commits: Commits) -> None:
    commits.write(
        "plans/demo/waivers.yaml",
        """
        format: 1
        waivers:
          - {rule: history/target-relaxed, target: coverage, reason: 已定, approved_by: 甲, expires: 2099-12-31}
        """,
    )
    commits.replace(PLAN, *LOWER)

    outcome = check(vtrack, commits)

    assert outcome.code == 1
    assert history(outcome) == [("target-relaxed", PLAN, 10)]
    assert outcome.json["summary"]["waived"] == 0


@pytest.mark.parametrize(
    "arguments", [["check", "--against", "main"], ["check", "--changed", "main"], ["diff", "main"]], ids=" ".join
)
def test_nothing_is_written(vtrack: Call, commits: Commits, arguments: list[str]) -> None:
    """Not even the index, whose times git would like to refresh."""
    commits.replace(PLAN, *LOWER)
    (commits.root / Y2024).touch()
    before = commits.snapshot()

    assert vtrack(*arguments, cwd=commits.root).code in (0, 1)

    assert commits.snapshot() == before
