"""Localities found again in an earlier commit, in real repositories and through the whole check."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.history.repositories import Work, found, git, names
from vtrack.history.earlier import Earlier, since

COVERAGE = 'coverage: {name: 覆盖率, unit: "%", reach: {at_least: 98}}'
LOWER = COVERAGE.replace("98", "95")


def earlier(work: Work, ref: str = "HEAD") -> Earlier:
    """The localities as they were in a commit."""
    return since(ref, [work.top])


def test_an_unchanged_locality_is_not_read(work: Work) -> None:
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    work.commit()
    assert earlier(work).of(work.top / "plans/a", work.plan("plans/a")) is None
    assert not earlier(work).is_touched(work.top / "plans/a")
    assert found(earlier(work), work.top) == []


def test_what_a_snapshot_holds(work: Work) -> None:
    work.locality("plans/a", COVERAGE, y2023="{coverage: 85}", y2024="{coverage: 90}")
    commit = work.commit()
    work.locality("plans/a", LOWER)
    past = earlier(work).of(work.top / "plans/a", work.plan("plans/a"))
    assert past is not None
    assert past.plan is not None
    assert (past.folder, past.commit, past.short) == ("plans/a", commit, commit[:10])
    assert past.files == {"plan.yaml", "progress/2023.yaml", "progress/2024.yaml"}
    assert str(past.plan.targets["coverage"].bound) == "≥ 98"
    assert [figure.value for figure in past.record.figures["coverage"]] == [85, 90]
    assert past.complete


def test_what_was_held_unread_comes_to_the_same(work: Work) -> None:
    for name in "abc":
        work.locality(f"plans/{name}", COVERAGE, y2024="{coverage: 90}")
    work.commit()
    work.locality("plans/a", LOWER)
    work.locality("plans/new", COVERAGE)
    past, folders = earlier(work), [work.top / "plans" / name for name in ("a", "b", "new")]

    held = past.held(folders)

    assert set(held) == {folders[0], folders[2]}, "one has not changed"
    assert held[folders[0]] is not None
    assert held[folders[0]].read() == past.of(folders[0], work.plan("plans/a"))
    assert held[folders[2]] is None

    shutil.rmtree(work.top / "plans/c")
    assert set(earlier(work).held(folders)) == {folders[0]}, "the new one may be the one that is gone"


@pytest.mark.parametrize("state", ["untouched", "added", "committed"])
def test_changes_in_the_work_tree_the_index_and_commits(work: Work, state: str) -> None:
    work.locality("plans/a", COVERAGE)
    base = work.commit()
    work.locality("plans/a", LOWER)
    if state == "added":
        work.git("add", "-A")
    elif state == "committed":
        work.commit()
    assert names(found(earlier(work, base), work.top)) == ["target-relaxed"]
    assert found(earlier(work, base), work.top / "plans" / "a" / "plan.yaml")[0].file.endswith("plans/a/plan.yaml")


def test_only_what_the_branch_changed_counts(work: Work) -> None:
    """What main did meanwhile is not the branch's."""
    work.locality("plans/a", COVERAGE)
    work.locality("plans/b", COVERAGE)
    work.commit()
    work.git("switch", "-q", "-c", "feature")
    work.locality("plans/a", LOWER)
    work.commit()
    work.git("switch", "-q", "main")
    work.locality("plans/b", LOWER)
    work.commit()
    work.git("switch", "-q", "feature")
    (one,) = found(earlier(work, "main"), work.top)
    assert one.locality == "a"
    work.git("merge", "-q", "--no-edit", "main")
    (one,) = found(earlier(work, "main"), work.top)
    assert one.locality == "a"


def test_a_change_that_was_taken_back_is_none(work: Work) -> None:
    work.locality("plans/a", COVERAGE)
    base = work.commit()
    work.locality("plans/a", LOWER)
    work.commit()
    work.locality("plans/a", COVERAGE)
    work.commit()
    assert found(earlier(work, base), work.top) == []


def test_chinese_folders_spaces_and_quotes(work: Work) -> None:
    folders = ["规划/洞头区", "plans/a b", 'plans/quo"ted', "plans/it's", "plans/tab\there", "plans/新 老\\城"]
    for number, folder in enumerate(folders):
        work.locality(folder, COVERAGE, name=f"第{number}县", y2024="{coverage: 90}")
    base = work.commit()
    for number, folder in enumerate(folders):
        work.locality(folder, LOWER, name=f"第{number}县", y2024="{coverage: 91}")
    assert sorted(names(found(earlier(work, base), work.top))) == ["figure-changed"] * 6 + ["target-relaxed"] * 6
    work.commit()
    assert len(found(earlier(work, base), work.top / "规划")) == 2


def test_a_locality_at_the_top_of_the_repository(work: Work) -> None:
    work.locality(".", COVERAGE, y2024="{coverage: 90}")
    work.commit()
    assert found(earlier(work), work.top) == []
    work.locality(".", LOWER, y2024="{coverage: 91}")
    assert sorted(names(found(earlier(work), work.top))) == ["figure-changed", "target-relaxed"]
    (work.top / "progress/2024.yaml").unlink()
    assert sorted(names(found(earlier(work), work.top))) == ["file-removed", "target-relaxed"]


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize("known", [True, False])
def test_a_renamed_folder(work: Work, committed: bool, known: bool) -> None:
    work.locality("plans/dongtou-county", COVERAGE, name="洞头区", y2024="{coverage: 90}")
    work.locality("plans/wenzhou", COVERAGE, name="温州市")
    base = work.commit()
    if known:
        work.git("mv", "plans/dongtou-county", "plans/dongtou")
    else:
        shutil.move(work.top / "plans/dongtou-county", work.top / "plans/dongtou")
    work.locality("plans/dongtou", LOWER, name="洞头区", y2024="{coverage: 91}")
    if committed:
        work.commit()
    assert sorted(names(found(earlier(work, base), work.top))) == ["figure-changed", "target-relaxed"]


def test_a_folder_that_only_moved_is_no_finding(work: Work) -> None:
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    base = work.commit()
    (work.top / "zhejiang").mkdir()
    shutil.move(work.top / "plans/a", work.top / "zhejiang/a")
    assert found(earlier(work, base), work.top) == []


def test_the_division_code_tells_localities_of_one_name_apart(work: Work) -> None:
    for number, folder in enumerate(("plans/x/chengguan", "plans/y/chengguan"), 1):
        work.locality(
            folder, COVERAGE, name="城关镇", keys=f', code: "33030510{number}"', y2024=f"{{coverage: 9{number}}}"
        )
    base = work.commit()
    for number, folder in enumerate(("plans/x/chengguan", "plans/y/chengguan"), 1):
        shutil.move(work.top / folder, work.top / f"plans/chengguan-{3 - number}")
    assert found(earlier(work, base), work.top) == []
    work.locality("plans/chengguan-1", COVERAGE, name="城关镇", keys=', code: "330305102"', y2024="{coverage: 93}")
    (one,) = found(earlier(work, base), work.top)
    assert "it was 92" in one.message.render(str)


def test_another_locality_is_not_taken_for_the_one_that_is_gone(work: Work) -> None:
    """Plans are much alike, so that git would call this a rename."""
    work.locality("plans/a", COVERAGE, name="甲县", keys=", parent: x", y2024="{coverage: 90}")
    base = work.commit()
    shutil.rmtree(work.top / "plans/a")
    work.locality("plans/b", LOWER, name="乙县", y2024="{coverage: 80}")
    assert names(found(earlier(work, base), work.top)) == ["file-removed"]
    work.locality("plans/b", LOWER, name="甲县", keys=", parent: y", y2024="{coverage: 80}")
    assert names(found(earlier(work, base), work.top)) == ["file-removed"]


def test_a_locality_that_is_gone(work: Work) -> None:
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    work.locality("plans/b", COVERAGE, name="乙县")
    base = work.commit()
    work.git("rm", "-rq", "plans/a")
    (one,) = found(earlier(work, base), work.top)
    assert one.rule == "history/file-removed"
    assert one.file == str(work.top / "plans/a/plan.yaml")
    assert found(earlier(work, base), work.top / "plans/b") == []
    assert [past.folder for past in earlier(work, base).gone([work.top / "plans/a"], [])] == ["plans/a"]
    assert earlier(work, base).gone([work.top / "plans/aa", work.top.parent], []) == []


def test_a_plan_that_is_gone_while_its_progress_is_there_is_no_locality_gone(work: Work) -> None:
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    base = work.commit()
    (work.top / "plans/a/plan.yaml").unlink()
    assert found(earlier(work, base), work.top) == []


def test_a_moved_locality_whose_plan_is_faulty_now_is_not_gone(work: Work) -> None:
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    base = work.commit()
    shutil.move(work.top / "plans/a", work.top / "a")
    work.write({"a/plan.yaml": "targets: ["})
    assert found(earlier(work, base), work.top) == []


def test_a_progress_file_that_is_gone(work: Work) -> None:
    work.locality("plans/a", COVERAGE, y2023="{coverage: 80}", y2024="{coverage: 90}")
    base = work.commit()
    (work.top / "plans/a/progress/2023.yaml").unlink()
    assert names(found(earlier(work, base), work.top)) == ["file-removed"]
    work.commit()
    assert names(found(earlier(work, base), work.top)) == ["file-removed"]


def test_an_untracked_file_counts(work: Work) -> None:
    """Also one that git is told to ignore: what is checked is what lies there."""
    work.locality("plans/a", COVERAGE, y2024="{coverage: [{value: 90, as_of: 2024-06-30}]}")
    work.write({".gitignore": "2025.yaml\n"})
    base = work.commit()
    work.locality(
        "plans/a",
        COVERAGE,
        y2024="{coverage: [{value: 90, as_of: 2024-06-30}]}",
        y2025="{coverage: [{value: 95, as_of: 2024-06-30}]}",
    )
    assert names(found(earlier(work, base), work.top)) == ["figure-changed"]


def test_a_change_that_git_is_told_to_overlook_counts(work: Work) -> None:
    work.locality("plans/a", COVERAGE)
    base = work.commit()
    for flag in ("--assume-unchanged", "--skip-worktree"):
        work.git("update-index", flag, "plans/a/plan.yaml")
        work.locality("plans/a", LOWER)
        assert names(found(earlier(work, base), work.top)) == ["target-relaxed"]


def test_what_a_sparse_checkout_leaves_out_is_not_gone(work: Work) -> None:
    for folder, name in (("plans/a", "甲县"), ("plans/b", "乙县")):
        work.locality(folder, COVERAGE, name=name, y2023="{coverage: 85}", y2024="{coverage: 90}")
    base = work.commit()
    work.git("sparse-checkout", "set", "plans/a")
    assert not (work.top / "plans/b").exists()
    assert found(earlier(work, base), work.top) == []
    work.git("sparse-checkout", "set", "--no-cone", "plans/*/plan.yaml", "plans/*/progress/2024.yaml")
    assert not (work.top / "plans/a/progress/2023.yaml").exists()
    work.locality("plans/a", LOWER, name="甲县", y2024="{coverage: 90}")
    assert names(found(earlier(work, base), work.top)) == ["target-relaxed"]


def test_links_are_followed_as_the_check_follows_them_and_passed_over_in_commits(work: Work) -> None:
    work.locality("plans/a", COVERAGE)
    (work.top / "linked").mkdir()
    (work.top / "linked/plan.yaml").symlink_to("../plans/a/plan.yaml")
    base = work.commit()
    assert found(earlier(work, base), work.top) == []
    work.locality("plans/a", LOWER)
    assert names(found(earlier(work, base), work.top)) == ["target-relaxed"]
    (work.top / "way").symlink_to("plans", target_is_directory=True)
    (one,) = found(earlier(work, base), work.top / "way" / "a")
    assert one.rule == "history/target-relaxed"


def test_submodules_are_passed_over(work: Work, tmp_path: Path) -> None:
    part = Work(tmp_path / "part")
    part.locality("a", COVERAGE)
    part.commit()
    work.git("submodule", "--quiet", "add", str(part.top), "part")
    base = work.commit()
    assert found(earlier(work, base), work.top) == []
    git(work.top / "part", "rm", "-q", "-r", "a")
    assert found(earlier(work, base), work.top) == []


def test_a_nested_locality_does_not_touch_the_one_above(work: Work) -> None:
    work.locality("plans/city", COVERAGE, name="市")
    work.locality("plans/city/county", COVERAGE, name="县")
    base = work.commit()
    work.locality("plans/city/county", LOWER, name="县")
    past = earlier(work, base)
    assert past.is_touched(work.top / "plans/city/county")
    assert not past.is_touched(work.top / "plans/city")
    assert names(found(past, work.top)) == ["target-relaxed"]


@pytest.mark.parametrize("faulty", ["targets: [", "format: 2\n", "\t", "规划：甲\n", "period: {start: 2023}\n"])
def test_a_plan_that_was_faulty_then_gives_no_finding(work: Work, faulty: str) -> None:
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    work.write({"plans/a/plan.yaml": faulty})
    base = work.commit()
    work.locality("plans/a", LOWER, y2024="{coverage: 91}")
    assert found(earlier(work, base), work.top) == []


def test_a_plan_in_another_encoding_then_gives_no_finding(work: Work) -> None:
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    path = work.top / "plans/a/plan.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    base = work.commit()
    work.locality("plans/a", LOWER, y2024="{coverage: 90}")
    assert found(earlier(work, base), work.top) == []


def test_line_ends_a_mark_and_another_order_give_no_finding(work: Work) -> None:
    work.git("config", "core.autocrlf", "false")
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90, other: 1}")
    base = work.commit()
    plan = work.top / "plans/a/plan.yaml"
    text = plan.read_bytes()
    plan.write_bytes(text.replace(b"\n", b"\r\n"))
    assert not earlier(work, base).is_touched(work.top / "plans/a")
    plan.write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    work.write({"plans/a/progress/2024.yaml": "year: 2024\nfigures:\n  other: 1.0\n  coverage: {value: 90.0}\n"
                                              "locality: a\nformat: 1\n"})  # fmt: skip
    assert earlier(work, base).is_touched(work.top / "plans/a")
    assert found(earlier(work, base), work.top) == []


def test_a_file_of_settings_that_changed(work: Work) -> None:
    work.locality("plans/a", COVERAGE)
    work.write({"vtrack.yaml": "grace_days: 30\n"})
    base = work.commit()
    assert not earlier(work, base).touches_file("vtrack.yaml")
    work.write({"vtrack.yaml": "grace_days: 60\n"})
    assert earlier(work, base).touches_file("vtrack.yaml")
    (work.top / "vtrack.yaml").unlink()
    assert earlier(work, base).touches_file("vtrack.yaml")
    work.git("checkout", "-q", ".")
    work.write({"plans/vtrack.yaml": "grace_days: 0\n"})
    assert earlier(work, base).touches_file("vtrack.yaml")


def test_waivers_touch_a_locality_and_are_no_history(work: Work) -> None:
    work.locality("plans/a", COVERAGE)
    work.write({"plans/a/waivers.yaml": "- {rule: target, reason: 甲, approved_by: 乙, expires: 2030-01-01}\n"})
    base = work.commit()
    (work.top / "plans/a/waivers.yaml").unlink()
    past = earlier(work, base)
    assert past.is_touched(work.top / "plans/a")
    snapshot = past.of(work.top / "plans/a", work.plan("plans/a"))
    assert snapshot is not None
    assert snapshot.files == {"plan.yaml"}
    assert found(past, work.top) == []


def test_a_folder_of_another_repository_has_no_past(work: Work, tmp_path: Path) -> None:
    work.commit()
    other = Work(tmp_path / "other")
    other.locality("a", COVERAGE)
    past = earlier(work)
    plan = other.plan("a")
    assert plan is not None
    assert past.of(other.top / "a", plan) is None
    assert not past.is_touched(other.top / "a")
    assert past.gone([other.top], [(other.top / "a", plan.locality)]) == []


def test_in_a_clone_as_ci_makes_it(work: Work, tmp_path: Path) -> None:
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    work.commit()
    work.git("switch", "-q", "-c", "feature")
    work.locality("plans/a", LOWER, y2024="{coverage: 90}")
    work.commit()
    git(tmp_path, "clone", "-q", "--branch", "feature", "--depth", "2", "--no-single-branch", work.top.as_uri(), "ci")
    assert names(found(since("origin/main", [tmp_path / "ci"]), tmp_path / "ci")) == ["target-relaxed"]


def test_ids_of_the_other_kind(tmp_path: Path) -> None:
    work = Work(tmp_path / "sha256", "--object-format=sha256")
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    base = work.commit()
    assert found(earlier(work, base), work.top) == []
    assert not earlier(work, base).is_touched(work.top / "plans/a")
    work.locality("plans/a", LOWER, y2024="{coverage: 90}")
    assert names(found(earlier(work, base), work.top)) == ["target-relaxed"]


def test_a_file_with_a_name_that_nobody_reads_touches_its_locality(work: Work) -> None:
    """So that a check of what changed says that nobody reads it."""
    work.locality("plans/a", COVERAGE)
    work.write({"plans/a/waivers.yml": "[]\n", "plans/a/notes.md": "说明\n"})
    base = work.commit()
    assert not earlier(work, base).is_touched(work.top / "plans/a")
    work.write({"plans/a/notes.md": "更多说明\n"})
    assert not earlier(work, base).is_touched(work.top / "plans/a")
    work.write({"plans/a/progress/2024.yml": "figures: {}\n"})
    assert earlier(work, base).is_touched(work.top / "plans/a")
