"""``examples/ci``: the GitLab job and the Gitee script, run in a real repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest
import yaml

from tests.history.repositories import Work, git
from tests.ready.conftest import CHANGES, CI, Ended, Script, honestly_missed, loaded, quietly_changed

GITLAB = CI / "gitlab-ci.yml"
GITEE = CI / "gitee-comment.sh"


@pytest.mark.parametrize("file", sorted(CI.glob("*.yml")), ids=lambda file: file.name)
def test_each_is_one_document_of_yaml(file: Path) -> None:
    assert isinstance(loaded(file), dict)
    assert len(list(yaml.safe_load_all(file.read_text(encoding="utf-8")))) == 1


def test_gitlabs_own_schema_takes_the_job() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", str(GITLAB)],
        capture_output=True, check=False, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def gitlab(script: Script, work: Work, base: str) -> Ended:
    """The job's script, with the variables that GitLab sets; what it installs is here already."""
    job = loaded(GITLAB)["vtrack"]
    install, *commands = job["script"]
    assert install.startswith("python -m pip install ")
    return script("\n".join(commands), work.top, **job["variables"], CI_MERGE_REQUEST_DIFF_BASE_SHA=base)


@pytest.mark.parametrize(("change", "code"), CHANGES.values(), ids=CHANGES)
def test_the_gitlab_job_blocks_bad_data_and_quiet_changes_and_nothing_else(
    script: Script, work: Work, change: Callable[[Work], None], code: int
) -> None:
    base = work.git("rev-parse", "main")
    change(work)

    ended = gitlab(script, work, base)

    assert ended.code == code, ended.out + ended.err
    reports = loaded(GITLAB)["vtrack"]["artifacts"]["reports"]
    issues = json.loads((work.top / reports["codequality"]).read_text(encoding="utf-8"))
    assert ("major" in {one["severity"] for one in issues}) == bool(code)
    assert parse(work.top / reports["junit"]).getroot().get("failures") == str(code)
    assert "截至" in ended.out, "the log is in Chinese"


def test_in_a_shallow_clone_the_gitlab_job_says_what_is_missing(script: Script, work: Work, tmp_path: Path) -> None:
    base = work.git("rev-parse", "main")
    quietly_changed(work)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "change", work.top.as_uri(), str(shallow))

    ended = script("\n".join(loaded(GITLAB)["vtrack"]["script"][1:]), shallow, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)

    assert ended.code == 2
    assert ended.err.count("\n") == 1


def gitee(script: Script, folder: Path, *arguments: str) -> Ended:
    return script('exec bash "$@"', folder, str(GITEE), *arguments)


@pytest.mark.parametrize(("change", "code"), CHANGES.values(), ids=CHANGES)
def test_the_gitee_script_blocks_the_same_and_writes_a_comment(
    script: Script, work: Work, change: Callable[[Work], None], code: int
) -> None:
    change(work)

    ended = gitee(script, work.top, "main")

    assert ended.code == code, ended.out + ended.err
    comment = (work.top / "comment.md").read_text(encoding="utf-8")
    assert "示范县" in comment
    assert "| --" in comment or "|--" in comment
    assert comment.rstrip().splitlines()[-1].startswith("错误")


def test_the_comment_tells_what_changed_and_what_is_wrong(script: Script, work: Work) -> None:
    quietly_changed(work)

    gitee(script, work.top, "main")
    comment = (work.top / "comment.md").read_text(encoding="utf-8")

    assert "history/target-relaxed" in comment
    assert "97" in comment
    assert "98" in comment
    assert "target/missed" not in comment, "which is for information alone"
    assert sorted(path.name for path in work.top.iterdir()) == [".git", "comment.md", "plans"], "nothing is left over"


def test_a_check_that_could_not_be_made_is_told_and_is_2(script: Script, work: Work) -> None:
    honestly_missed(work)

    ended = gitee(script, work.top, "origin/nowhere")

    assert ended.code == 2
    assert "origin/nowhere" in ended.err
    assert (work.top / "comment.md").read_text(encoding="utf-8") == "检查没有做成，原因见流水线日志。\n"


def test_without_a_branch_the_gitee_script_says_what_it_wants(script: Script, work: Work) -> None:
    ended = gitee(script, work.top)

    assert ended.code != 0
    assert "origin/master" in ended.err
    assert not (work.top / "comment.md").exists()


@pytest.mark.parametrize("branch", ["$(touch x)", "; touch x", "--output=json=x", "a b"])
def test_a_hostile_branch_is_a_wrong_name_and_no_more(script: Script, work: Work, branch: str) -> None:
    ended = gitee(script, work.top, branch)

    assert ended.code == 2
    assert not (work.top / "x").exists()


def test_shellcheck_finds_nothing() -> None:
    shellcheck = shutil.which("shellcheck", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if shellcheck is None:
        pytest.skip("shellcheck is missing: pip install -e '.[test]'")
    done = subprocess.run([shellcheck, str(GITEE)], capture_output=True, check=False, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stdout
