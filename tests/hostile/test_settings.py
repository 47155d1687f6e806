"""Settings made to lead out of the repository, or to keep vtrack busy: a sentence, or a number like any other."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.hostile.hold import answer, answers, folder, is_plain

INIT = (
    "init",
    "--id",
    "aa",
    "--name",
    "甲",
    "--level",
    "county",
    "--start",
    "2023",
    "--end",
    "2027",
    "--title",
    "方案",
)
CALLS = (
    ("check", "--format", "json"),
    ("due",),
    ("show", "demo"),
    ("export", "--format", "csv"),
    ("record", "demo", "one", "96", "--as-of", "2024-12-31", "--reason", "更正"),
    INIT,
)
LONG = "9" * 30


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository below a folder that holds another locality."""
    folder(tmp_path / "above" / "others")
    root = tmp_path / "above" / "repository"
    folder(root / "plans")
    (root / ".git").mkdir()
    return root


def settings(root: Path, text: str) -> None:
    (root / "vtrack.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('plans: [".."]', "lie outside of the repository"),
        ('plans: ["../../../../../../.."]', "lie outside of the repository"),
        ('plans: [plans, "../others"]', "lie outside of the repository"),
        ("plans: [/]", "lie outside of the repository"),
        ("plans: [link]", "lie outside of the repository"),
        ("plans: [link/demo]", "lie outside of the repository"),
        ('plans: ["pla\\0ns"]', "stands for a control character: U+0000"),
        ('plans: ["\\e[2J"]', "stands for a control character: U+001B"),
        ('plans: ["\\ue000"]', "is no name for a folder of plans"),
        ('plans: ["a\\nb"]', "is no name for a folder of plans"),
        (f"plans: [{', '.join('.' for _ in range(20_000))}]", "names more than 1000 folders"),
        (f"plans: {'[' * 1000}", "is never closed"),
        ("plans: &a [*a]", "to be repeated elsewhere"),
        (f"grace_days: {LONG}9", "more than 30 digits"),
        ("pace: {red: .nan}", "number"),
        ("language: ../../x", "none of the words"),
        ('ignore: ["../x"]', "shape"),
    ],
)
def test_settings_that_are_refused(text: str, said: str, repository: Path) -> None:
    if sys.platform != "win32":
        (repository / "link").symlink_to("../others")
    elif "link" in text:
        pytest.skip("links of other systems")
    settings(repository, text)

    for call, one in zip(CALLS, answers(CALLS, repository), strict=True):
        assert is_plain(one), call
        assert one.code == 2, call
        assert said in one.err, one.err
    assert not list(repository.parent.rglob("aa"))


@pytest.mark.parametrize(
    "text",
    [
        f"grace_days: {LONG}",
        f"pace: {{ahead: {LONG}, orange: -{LONG[1:]}, red: -{LONG[1:]}}}",
        "pace: {ahead: 0." + "0" * 27 + "1}",
        f"plans: [{', '.join(['.', 'plans', './plans/../plans'] * 300)}]",
    ],
)
def test_settings_that_are_odd(text: str, repository: Path) -> None:
    settings(repository, text)

    for call, one in zip(CALLS, answers(CALLS, repository), strict=True):
        assert is_plain(one), call
        assert one.code == 0, (call, one)


def test_a_name_that_is_too_long_for_any_file(repository: Path) -> None:
    settings(repository, f"plans: [{'x' * 5000}]")

    for call, one in zip(CALLS, answers(CALLS, repository), strict=True):
        assert is_plain(one), call
        assert one.code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of other systems")
def test_settings_that_are_no_file_of_the_repository(repository: Path) -> None:
    file = repository / "vtrack.yaml"
    (repository.parent / "secret.yaml").write_text("password: hunter2", encoding="utf-8")
    for make in (
        os.mkfifo,
        os.mkdir,
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to("../secret.yaml"),
    ):
        make(file)
        one = answer("check", cwd=repository)
        assert is_plain(one)
        assert one.code == 2
        assert one.err.startswith("vtrack: vtrack.yaml:1:1: the file cannot be read: it is ")
        assert "hunter2" not in one.err
        file.rmdir() if file.is_dir() else file.unlink()


@pytest.mark.skipif(sys.platform == "win32", reason="links of other systems")
def test_plans_that_are_a_link_out_without_settings(repository: Path) -> None:
    (repository / "plans").rename(repository / "old")
    (repository / "plans").symlink_to("../others")

    one = answer("check", cwd=repository)

    assert is_plain(one)
    assert one.code == 2
    assert "plans lie outside of the repository" in one.err
    assert answer("check", "plans", cwd=repository).code == 0, "whoever names them means them"


@pytest.mark.parametrize("text", ["x" * 5000, "a\nb", "\x1b[2J", "..", "~", "{place}", "%s", "-"])
def test_words_of_a_call(text: str, repository: Path) -> None:
    calls = (
        ("check", text),
        ("show", text),
        ("show", "demo", text),
        ("record", text, "one", "1"),
        ("record", "demo", text, "1"),
        ("record", "demo", "one", text),
        ("explain", text),
        ("import", text),
        ("export", text, "-o", "x.xlsx"),
        ("diff", text),
        ("due", "--within", text),
        ("check", "--as-of", text),
        ("check", "--select", text),
    )

    for call, one in zip(calls, answers(calls, repository / "plans"), strict=True):
        assert is_plain(one), call
