"""What the real git tells of a repository, and what it is asked for."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.history.repositories import Work, git
from vtrack.errors import CallError
from vtrack.history.earlier import since
from vtrack.history.repository import Repository


def sentence(error: pytest.ExceptionInfo[CallError]) -> str:
    """What the user reads."""
    return error.value.message.render(str)


def test_the_top_folder_from_any_folder_below(work: Work) -> None:
    deep = work.top / "plans" / "洞头" / "progress"
    deep.mkdir(parents=True)
    assert Repository.around(deep).top == work.top
    assert Repository.around(work.top).top == work.top


def test_paths_are_called_as_git_calls_them(work: Work) -> None:
    repository = Repository.around(work.top)
    assert repository.relative(work.top / "plans" / "洞头") == "plans/洞头"
    assert repository.relative(work.top) == "."
    assert repository.relative(work.top.parent) is None
    assert repository.relative(work.top / "plans" / ".." / "a b") == "a b"


def test_the_merge_base_rather_than_the_tip(work: Work) -> None:
    base = work.commit("first")
    work.git("switch", "-q", "-c", "feature")
    work.commit("on the branch")
    work.git("switch", "-q", "main")
    tip = work.commit("on main, later")
    work.git("switch", "-q", "feature")
    repository = Repository.around(work.top)
    assert repository.merge_base("main") == base
    assert repository.merge_base(tip) == base
    assert repository.merge_base(tip[:12]) == base


def test_after_main_was_merged_in_its_tip_is_the_base(work: Work) -> None:
    work.commit("first")
    work.git("switch", "-q", "-c", "feature")
    work.commit("on the branch")
    work.git("switch", "-q", "main")
    tip = work.commit("on main")
    work.git("switch", "-q", "feature")
    work.git("merge", "-q", "--no-edit", "main")
    assert Repository.around(work.top).merge_base("main") == tip


def test_every_way_to_name_a_commit(work: Work) -> None:
    first = work.commit("first")
    work.git("tag", "v1")
    work.git("tag", "-a", "v1.1", "-m", "annotated")
    work.git("branch", "规划/二〇二四")
    work.commit("second")
    repository = Repository.around(work.top)
    for name in ("v1", "v1.1", "规划/二〇二四", "HEAD~1", "HEAD^", "main@{1}", first, first[:7], "refs/tags/v1"):
        assert repository.merge_base(name) == first


@pytest.mark.parametrize(
    "ref",
    ["none", "--output=x", "-o", "--", "", " ", "HEAD:plans", "main..HEAD", "HEAD^{tree}", "no\nsuch", "a\0b", "🀄"],
)
def test_a_name_that_is_no_commits(work: Work, ref: str) -> None:
    work.write({"plans/a.txt": "a"})
    work.commit()
    with pytest.raises(CallError) as error:
        Repository.around(work.top).merge_base(ref)
    assert sentence(error).startswith(f"there is no commit {ref}; it wants a branch, a tag or a commit")
    assert sorted(path.name for path in work.top.iterdir()) == [".git", "plans"]


def test_two_histories_with_nothing_in_common(work: Work) -> None:
    work.commit("one")
    work.git("switch", "-q", "--orphan", "other")
    work.commit("another")
    with pytest.raises(CallError) as error:
        Repository.around(work.top).merge_base("main")
    assert sentence(error) == "main and the work at hand have no commit in common"


def test_a_repository_without_a_commit(work: Work) -> None:
    with pytest.raises(CallError) as error:
        Repository.around(work.top).merge_base("main")
    assert sentence(error) == "the repository has no commit yet"


def test_a_folder_outside_any_repository(tmp_path: Path) -> None:
    with pytest.raises(CallError) as error:
        Repository.around(tmp_path)
    assert sentence(error) == f"{tmp_path} is not in a git repository, so there is no history to look at"


def test_a_bare_repository_has_no_plans(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "bare.git")
    with pytest.raises(CallError) as error:
        Repository.around(tmp_path / "bare.git")
    assert "is not in a git repository" in sentence(error)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_another_user(work: Work) -> None:
    work.commit()
    for folder, _, files in os.walk(work.top):
        for path in (folder, *(os.path.join(folder, name) for name in files)):
            os.chown(path, 12345, 12345)
    with pytest.raises(CallError) as error:
        Repository.around(work.top)
    assert "belongs to another user" in sentence(error)
    assert "safe.directory" in sentence(error)


@pytest.mark.parametrize("path", ["", os.pathsep, "/none", "."])
def test_without_git(work: Work, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setenv("PATH", path)
    with pytest.raises(CallError) as error:
        Repository.around(work.top)
    assert sentence(error) == "git is not installed, and history is read through it"


def test_a_git_that_is_none(work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "git").write_bytes(b"\x7fELF, or nearly")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CallError) as error:
        Repository.around(work.top)
    assert sentence(error) == f"cannot run {tmp_path}/git: Exec format error"


def test_a_git_that_lies_in_the_folder_at_hand_is_not_run(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows would, or a PATH with a dot in it."""
    for name in ("git", "git.exe"):
        work.write({name: f"#!/bin/sh\ntouch '{work.top}/ran'\n"})
        (work.top / name).chmod(0o755)
    monkeypatch.chdir(work.top)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    assert Repository.around(work.top).top == work.top
    assert not (work.top / "ran").exists()


def test_variables_that_lead_elsewhere_are_not_followed(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook sets them, and vtrack may be run by one."""
    here = work.commit()
    other = Work(tmp_path / "other")
    other.commit()
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "no-index"))
    repository = Repository.around(work.top)
    assert repository.top == work.top
    assert repository.merge_base("HEAD") == here


def test_settings_of_the_user_are(work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    work.commit()
    settings = tmp_path / "settings"
    settings.write_text("[core\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    with pytest.raises(CallError) as error:
        Repository.around(work.top)
    assert sentence(error).startswith(f"git does not look at {work.top}: bad config line")


def test_the_ordinary_files_of_a_commit(work: Work, tmp_path: Path) -> None:
    part = Work(tmp_path / "part")
    part.write({"plan.yaml": "format: 1\n"})
    part.commit()
    work.write({"a b/规划.yaml": "一", 'quo"ted\t.yaml': "二", "é.txt": b"\xff\0"})
    (work.top / "link.yaml").symlink_to("a b/规划.yaml")
    (work.top / "linked").symlink_to("a b", target_is_directory=True)
    work.git("submodule", "--quiet", "add", str(part.top), "sub")
    commit = work.commit()
    repository = Repository.around(work.top)
    files = repository.files(commit)
    assert set(files) == {".gitmodules", "a b/规划.yaml", 'quo"ted\t.yaml', "é.txt"}
    assert repository.contents([files["é.txt"], files["a b/规划.yaml"]]) == {
        files["é.txt"]: b"\xff\0",
        files["a b/规划.yaml"]: "一".encode(),
    }


def test_names_that_are_not_utf_8(work: Work) -> None:
    name = os.fsencode(work.top) + b"/\xb9\xe6.yaml"
    try:
        with open(name, "wb") as file:
            file.write(b"x")
    except OSError:
        pytest.skip("the file system takes no such name")
    assert set(Repository.around(work.top).files(work.commit())) == {os.fsdecode(b"\xb9\xe6.yaml")}


def test_contents_of_any_kind_and_number(work: Work) -> None:
    wanted = {f"f{number}": b"\n" * number + b"line\nline" * (number * 1000) for number in range(20)}
    work.write({**wanted, "empty": b""})
    files = Repository.around(work.top).files(work.commit())
    contents = Repository.around(work.top).contents([*files.values(), *files.values()])
    assert {name: contents[oid] for name, oid in files.items()} == {**wanted, "empty": b""}
    assert Repository.around(work.top).contents([]) == {}


def cloned(work: Work, tmp_path: Path, *options: str) -> Path:
    """A clone as CI makes it."""
    git(tmp_path, "clone", "-q", *options, work.top.as_uri(), "clone")
    return tmp_path / "clone"


def test_a_shallow_clone_that_lacks_the_branch(work: Work, tmp_path: Path) -> None:
    work.commit("first")
    work.git("switch", "-q", "-c", "feature")
    work.commit("second")
    clone = cloned(work, tmp_path, "--depth", "1", "--branch", "feature")
    with pytest.raises(CallError) as error:
        Repository.around(clone).merge_base("origin/main")
    assert sentence(error) == "there is no commit origin/main here; the clone is shallow, fetch it first"


def test_a_shallow_clone_that_does_not_reach_back(work: Work, tmp_path: Path) -> None:
    work.commit("first")
    work.git("switch", "-q", "-c", "feature")
    work.commit("second")
    work.git("switch", "-q", "main")
    work.commit("third")
    clone = cloned(work, tmp_path, "--depth", "1", "--no-single-branch")
    git(clone, "switch", "-q", "feature")
    with pytest.raises(CallError) as error:
        Repository.around(clone).merge_base("origin/main")
    assert sentence(error) == (
        "the clone is too shallow to see where origin/main parted; fetch more of it, such as with git fetch --unshallow"
    )
    git(clone, "fetch", "-q", "--unshallow")
    assert Repository.around(clone).merge_base("origin/main") == work.git("merge-base", "main", "feature")


def test_a_clone_without_the_contents_is_told_so_and_nothing_is_fetched(work: Work, tmp_path: Path) -> None:
    work.git("config", "uploadpack.allowFilter", "true")
    work.write({"plans/a/plan.yaml": "format: 1\n"})
    work.commit()
    work.write({"plans/a/plan.yaml": "format: 2\n"})
    work.commit()
    clone = cloned(work, tmp_path, "--filter=blob:none")
    repository = Repository.around(clone)
    files = repository.files(repository.merge_base("HEAD~1"))
    with pytest.raises(CallError) as error:
        repository.contents(files.values())
    assert "the clone lacks" in sentence(error)
    assert "git fetch --refetch" in sentence(error)


def test_a_worktree_and_a_repository_of_another_kind_of_ids(work: Work, tmp_path: Path) -> None:
    base = work.commit()
    work.git("worktree", "add", "-q", str(tmp_path / "其他"), "-b", "other")
    assert Repository.around(tmp_path / "其他").merge_base("main") == base
    modern = Work(tmp_path / "sha256", "--object-format=sha256")
    modern.write({"a": "a"})
    commit = modern.commit()
    assert len(commit) == 64
    assert len(Repository.around(modern.top).files(commit)["a"]) == 64


def test_the_repository_of_the_first_path(work: Work) -> None:
    work.locality("plans/a")
    work.commit()
    for path in (work.top, work.top / "plans", work.top / "plans/a/plan.yaml"):
        assert not since("HEAD", [path]).is_touched(work.top / "plans/a")
    shutil.rmtree(work.top / "plans")
    assert since("HEAD", [work.top / "plans" / "a"]).is_touched(work.top / "plans/a")
