"""``.pre-commit-hooks.yaml``: the hook as pre-commit installs and runs it, from a copy of these sources.

pre-commit builds an environment with pip, which asks the package registry; so this runs where CI=true or
VTRACK_TRY_REPO=1 is set, and is skipped elsewhere.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.repositories import SETTINGS, Work, git
from tests.ready.conftest import ROOT, Ended, bad_data, honestly_missed, loaded, quietly_changed

SOURCES = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "vtrack", "schemas", ".pre-commit-hooks.yaml")
(HOOK,) = loaded(ROOT / ".pre-commit-hooks.yaml")


@pytest.mark.parametrize(
    "file",
    ["plans/demo/plan.yaml", "plan.yaml", "a/progress/2024.yaml", "progress/2024.yml", "规划/县/waivers.yaml"],
)
def test_the_hook_looks_at_the_files_of_a_locality(file: str) -> None:
    assert re.search(HOOK["files"], file)


@pytest.mark.parametrize(
    "file", ["vtrack.yaml", "README.md", "plans/old-plan.yaml", "progress/a/b.yaml", "plan.yaml.md"]
)
def test_and_at_no_others(file: str) -> None:
    assert not re.search(HOOK["files"], file)


def test_its_entry_is_a_program_of_this_package() -> None:
    program, command, *options = HOOK["entry"].split()

    assert (program, command) == ("vtrack", "check")
    assert options[:2] == ["--ignore", "target"], "a missed target honestly reported stops no commit"
    assert f"\n    {program} = " in (ROOT / "setup.cfg").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """These sources, committed to a repository of their own, whatever state this one is in."""
    if os.environ.get("CI") != "true" and os.environ.get("VTRACK_TRY_REPO") != "1":
        pytest.skip("it needs the package registry: set VTRACK_TRY_REPO=1")
    if importlib.util.find_spec("pre_commit") is None:
        pytest.skip("pre-commit is missing: pip install -e '.[test]'")
    top = tmp_path_factory.mktemp("source") / "vtrack"
    made = Work(top)
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, top / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, top / name)
    made.commit("sources")
    return top


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has built, not the user's."""
    return tmp_path_factory.mktemp("pre-commit")


def tried(work: Work, source: Path, cache: Path, *files: str) -> Ended:
    """The hook on the files of a repository, as ``pre-commit try-repo`` runs it."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VTRACK_LANG")}
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(source), HOOK["id"], "--verbose", "--files", *files],
        cwd=work.top,
        env={**kept, **SETTINGS, "PRE_COMMIT_HOME": str(cache), "VTRACK_LANG": "en", "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=600,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def test_try_repo_installs_it_and_runs_it(source: Path, cache: Path, work: Work) -> None:
    figures = "plans/demo/progress/2024.yaml"

    honestly_missed(work)
    passed = tried(work, source, cache, figures)
    assert passed.code == 0, passed.out + passed.err
    assert "vtrack check" in passed.out
    assert "Passed" in passed.out

    bad_data(work)
    failed = tried(work, source, cache, "plans/demo/progress/2023.yaml", figures)
    assert failed.code == 1, failed.out + failed.err
    assert "plans/demo/progress/2023.yaml:" in failed.out
    assert git(work.top, "status", "--short") == "", "it only reads"

    other = tried(work, source, cache, ".git/HEAD")
    assert "Skipped" in other.out


def test_with_args_it_stops_quiet_changes_too(source: Path, cache: Path, work: Work) -> None:
    """As docs/ci.md says: ``args: [--against, HEAD]``."""
    config = work.top / ".pre-commit-config.yaml"
    revision = git(source, "rev-parse", "HEAD")
    config.write_text(
        f"repos:\n- repo: {source.as_posix()}\n  rev: {revision}\n"
        f"  hooks:\n  - id: {HOOK['id']}\n    args: [--against, HEAD]\n",
        encoding="utf-8",
    )
    quietly_changed(work)
    work.git("reset", "-q", "--soft", "main")
    work.git("add", "-A")

    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run"],
        cwd=work.top,
        env={**os.environ, **SETTINGS, "PRE_COMMIT_HOME": str(cache), "VTRACK_LANG": "en", "PYTHONUTF8": "1"},
        capture_output=True, check=False, encoding="utf-8", timeout=600,
    )  # fmt: skip

    assert done.returncode == 1, done.stdout + done.stderr
    assert "[vtrack explain history/target-relaxed]" in done.stdout
