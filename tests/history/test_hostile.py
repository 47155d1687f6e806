"""A repository whose settings name programs: none of them runs, and nothing is written to it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.history.repositories import Work, found, git, names
from vtrack.errors import CallError
from vtrack.history.earlier import since

COVERAGE = 'coverage: {name: 覆盖率, unit: "%", reach: {at_least: 98}}'
HOOKS = (
    "applypatch-msg",
    "post-checkout",
    "post-index-change",
    "post-merge",
    "pre-auto-gc",
    "pre-commit",
    "fsmonitor-watchman",
    "query-watchman",
    "reference-transaction",
)


@pytest.fixture
def trap(work: Work, tmp_path: Path) -> Path:
    """A repository with a change, in which every setting that may name a program names one that leaves a mark."""
    mark, program = tmp_path / "ran", tmp_path / "program"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> "{mark}"\ncat\n')
    program.chmod(0o755)
    work.locality("plans/a", COVERAGE, y2024="{coverage: 90}")
    work.write({".gitattributes": "*.yaml diff=evil filter=evil merge=evil text working-tree-encoding=UTF-8\n"})
    work.commit()
    work.git("switch", "-q", "-c", "feature")
    work.locality("plans/a", COVERAGE.replace("98", "95"), y2024="{coverage: 91}")
    work.commit()
    work.locality("plans/a", COVERAGE.replace("98", "94"), y2024="{coverage: 92}")
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "core.gitProxy",
        "core.askPass",
        "core.alternateRefsCommand",
        "diff.external",
        "diff.evil.command",
        "diff.evil.textconv",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "merge.evil.driver",
        "credential.helper",
        "gpg.program",
        "pager.diff",
        "pager.ls-tree",
        "uploadpack.packObjectsHook",
        "interactive.diffFilter",
    ):
        work.git("config", key, str(program))
    for alias in ("rev-parse", "ls-tree", "cat-file", "merge-base", "ls-files", "diff"):
        work.git("config", f"alias.{alias}", f"!{program}")
    work.git("config", "filter.evil.required", "true")
    work.git("config", "core.hooksPath", str(work.top / ".git" / "hooks"))
    for hook in HOOKS:
        path = work.top / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'#!/bin/sh\necho {hook} >> "{mark}"\n')
        path.chmod(0o755)
    mark.unlink(missing_ok=True)
    return mark


def listing(top: Path) -> Iterator[tuple[str, int, int, bytes]]:
    """Everything in a repository: name, time of change, mode and content."""
    for path in sorted(top.rglob("*")):
        state = path.lstat()
        yield str(path), state.st_mtime_ns, state.st_mode, path.read_bytes() if stat.S_ISREG(state.st_mode) else b""


def test_nothing_runs_and_nothing_is_written(work: Work, trap: Path) -> None:
    before = list(listing(work.top))
    assert sorted(names(found(since("main", [work.top]), work.top))) == ["figure-changed", "target-relaxed"]
    assert not trap.exists(), trap.read_text()
    assert list(listing(work.top)) == before


def test_the_trap_works(work: Work, trap: Path) -> None:
    """Git itself does run the programs when it is asked in the usual way."""
    git(work.top, "diff", "main", check=False)
    assert trap.exists()


@pytest.mark.parametrize("ref", ["--output=x", "--exec=x", "main --output=x", "none", ":0:plans/a/plan.yaml", ":/x"])
def test_a_ref_that_is_none_does_nothing_either(work: Work, trap: Path, ref: str) -> None:
    before = list(listing(work.top))
    with pytest.raises(CallError):
        since(ref, [work.top])
    assert not trap.exists()
    assert list(listing(work.top)) == before


def test_a_content_that_is_missing_is_not_fetched_by_any_program(work: Work, trap: Path) -> None:
    """A partial clone fetches what it lacks, by whatever transport its settings name."""
    work.git("config", "--unset", "core.fsmonitor")
    program = trap.with_name("program")
    for key, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", f"ext::{program} %S"),
        ("remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"),
        ("remote.origin.uploadpack", str(program)),
        ("remote.origin.vcs", "ext"),
        ("protocol.ext.allow", "always"),
        ("protocol.allow", "always"),
    ):
        work.git("config", key, value)
    oid = work.git("rev-parse", "main:plans/a/plan.yaml")
    (work.top / ".git" / "objects" / oid[:2] / oid[2:]).unlink()
    trap.unlink(missing_ok=True)
    with pytest.raises(CallError) as error:
        found(since("main", [work.top]), work.top)
    assert "the clone lacks" in error.value.message.render(str)
    assert not trap.exists(), trap.read_text()


def test_objects_that_stand_in_for_others_do_not(work: Work) -> None:
    """A replaced past would hide a change."""
    work.locality("plans/a", COVERAGE)
    base = work.commit()
    work.locality("plans/a", COVERAGE.replace("98", "95"))
    now = work.commit()
    work.git("replace", base, now)
    work.git("replace", f"{base}:plans/a/plan.yaml", f"{now}:plans/a/plan.yaml")
    assert names(found(since(base, [work.top]), work.top)) == ["target-relaxed"]


def test_a_folder_that_cannot_be_written_to(work: Work) -> None:
    work.locality("plans/a", COVERAGE)
    work.commit()
    work.locality("plans/a", COVERAGE.replace("98", "95"))
    folders = [work.top / ".git", *(path for path in (work.top / ".git").rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        assert names(found(since("HEAD", [work.top]), work.top)) == ["target-relaxed"]
    finally:
        for folder in folders:
            folder.chmod(0o755)
