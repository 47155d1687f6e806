"""Every command on texts made to crash, to hang or to fill the memory: each answers, in bounded time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.history.repositories import git
from tests.hostile.hold import PLAN, PROGRESS, Answer, answer, answers, folder, is_plain
from tests.hostile.test_texts import ENTRIES, FIGURES, NAMES, PLANS, numbered, with_figure, with_targets

DAY = ("--as-of", "2026-11-21")
# One of each kind that the reader knows: what a check makes of the others, it makes of these too.
KINDS = (
    "alias bomb",
    "a line of 100 MB",
    "brackets that never close",
    "lists in lists",
    "nothing but commas",
    "bytes that are no text",
    "half a character",
    "only null characters",
    "code in a tag",
    "empty",
)


@pytest.fixture(scope="module")
def localities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a locality for each hostile text, and a sound one; the last commit has all of them sound."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "vtrack.yaml").write_text("plans: [.]\n", encoding="utf-8")
    texts: dict[str, tuple[str | bytes, str]] = {"sound": (PLAN.replace("示范县", "安泰县", 1), PROGRESS)}
    texts |= {name: (PLANS[name][0], PROGRESS) for name in KINDS}
    texts |= {name: (PLAN, with_figure(figure[:36_000])) for name, (figure, _) in FIGURES.items()}
    for name, line in ENTRIES.items():
        head = "" if name.startswith("figures") else f"{name}:\n"
        texts[name] = (PLAN, PROGRESS + head + numbered(line, 1_000))
    for name, line in NAMES.items():
        texts[name] = (with_targets(numbered(line, 100)), PROGRESS)
    homes = {_home(root, name): held for name, held in texts.items()}
    for home in homes:
        _written(home, PLAN, PROGRESS)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "-c", "user.name=a", "-c", "user.email=a@a", "commit", "-q", "-m", "sound")
    for home, (plan, progress) in homes.items():
        _written(home, plan, progress)
    return root


def _home(root: Path, name: str) -> Path:
    """A new locality's folder, of which ``name`` makes the id."""
    home = root / "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())
    folder(home).rename(home / "of-demo")
    for one in (home / "of-demo").iterdir():
        one.rename(home / one.name)
    (home / "of-demo").rmdir()
    return home


def _written(home: Path, plan: str | bytes, progress: str) -> None:
    data = plan if isinstance(plan, bytes) else plan.replace("id: demo", f"id: {home.name}", 1).encode()
    (home / "plan.yaml").write_bytes(data)
    (home / "progress" / "2024.yaml").write_text(progress.replace("demo", home.name, 1), encoding="utf-8")


def test_of_all_localities(localities: Path) -> None:
    calls = [
        ("due", ".", *DAY),
        ("due", ".", "--by", "locality", "--format", "markdown", *DAY),
        ("due", ".", "--format", "json", *DAY),
        ("export", ".", "--format", "csv", *DAY),
        ("export", ".", "--format", "json", *DAY),
        ("export", ".", "--year", "2024", "-o", "out.xlsx", *DAY),
        ("diff", "HEAD", *DAY),
    ]

    found = answers(calls, localities)

    for call, one in zip(calls, found, strict=True):
        assert is_plain(one), call
        assert one.code == (0 if call[0] == "diff" else 1), f"{call}: what was not read is no pass"
    assert '"locality": "sound"' in found[2].out, "the others are told of all the same"
    assert "安泰县" in found[3].out
    assert not (localities / "out.xlsx").exists()
    assert not (localities / "owned").exists()


def test_of_each_locality(localities: Path) -> None:
    names = sorted(path.parent.name for path in localities.glob("*/plan.yaml"))
    calls = [
        call
        for name in names
        for call in (
            ("show", name, *DAY),
            ("show", name, "one", *DAY),
            ("record", name, "one", "96", "--as-of", "2024-12-31", "--reason", "更正", "--dry-run"),
        )
    ]

    found = answers(calls, localities)

    assert len(calls) > 60
    for call, one in zip(calls, found, strict=True):
        assert is_plain(one), call
        if call[1] == "sound":
            assert one.code == 0, (call, one)
    assert any(one.code == 1 for one in found)


def test_what_a_shell_is_offered(localities: Path) -> None:
    def offered(line: str) -> Answer:
        count = str(line.count(" "))
        return answer(cwd=localities, COMP_WORDS=line, COMP_CWORD=count, _VTRACK_COMPLETE="bash_complete")

    for line in ("vtrack show ", "vtrack show no", "vtrack record sound ", "vtrack show alias-bomb "):
        found = offered(line)
        assert (found.code, found.err) == (0, ""), line
        for word in found.out.split():
            assert word.startswith("plain,"), word
            assert word.removeprefix("plain,").replace("-", "").isalnum(), word
    assert offered("vtrack record sound o").out == "plain,one\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    import subprocess
    import sys

    folder(tmp_path)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vtrack", "check", "."],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "VTRACK_LANG": "en"},
        )

    assert done.returncode == 2
    assert done.stderr.decode() == "vtrack: the output cannot be written: No space left on device\n"
