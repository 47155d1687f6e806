"""The story of review in ``examples/story``: what vtrack says of each pull request is what is kept beside it.

Where it is meant to change, write it anew: python examples/story/play.py en > examples/story/output.en.txt,
and likewise for zh.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STORY = ROOT / "examples" / "story"


def play(language: str, **environment: str) -> str:
    """What the story prints."""
    done = subprocess.run(
        [sys.executable, str(STORY / "play.py"), language],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def kept(language: str) -> str:
    return (STORY / f"output.{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_story_ends_as_it_is_told(language: str) -> None:
    assert play(language) == kept(language), f"python examples/story/play.py {language} prints something else"


def test_nothing_of_the_users_changes_it(tmp_path: Path) -> None:
    """Neither settings of git, nor a repository that a hook names, nor a narrow terminal, nor an older language."""
    settings = tmp_path / "settings"
    settings.write_text("[user]\n\tname = Somebody\n[commit]\n\tgpgsign = true\n[core]\n\tautocrlf = true\n")
    changes = {
        "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_DIR": str(tmp_path),
        "COLUMNS": "40",
        "VTRACK_LANG": "zh",
        "TZ": "America/New_York",
    }

    assert play("en", **changes) == kept("en")


def test_the_quiet_changes_are_found_and_the_stated_ones_pass() -> None:
    calls = re.findall(r"^== (\S+):|^\$ vtrack (\w+)|^exit (\d)$", kept("en"), re.M)
    ended: dict[str, list[str]] = {}
    branch = ""
    for name, _, code in calls:
        branch = name or branch
        if code:
            ended.setdefault(branch, []).append(code)
    assert ended == {
        "half-year": ["0", "0"],
        "tidy": ["0", "1"],
        "correction": ["0", "1"],
        "stated": ["0", "0"],
    }
    explained = re.findall(r"\[vtrack explain ([a-z/-]+)\]", kept("en"))
    assert explained == ["history/target-relaxed", "history/figure-changed"]


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_front_page_shows_lines_of_it(page: str) -> None:
    language = "zh" if "zh" in page else "en"
    text = (ROOT / page).read_text(encoding="utf-8")
    (shown,) = re.findall(r"<!-- story -->\n```text\n(.*?)^```$", text, re.M | re.S)
    lines = {" ".join(line.split()) for line in kept(language).splitlines()}

    assert [line for line in shown.splitlines() if line not in ("", "…") and " ".join(line.split()) not in lines] == []
    assert "examples/story/play.py" in text or r"examples\story\play.py" in text
