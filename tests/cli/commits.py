"""A repository with real commits, for the tests of what looks back: ``--against``, ``--changed`` and ``diff``."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.cli.county import Repository

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "甲",
    "GIT_AUTHOR_EMAIL": "jia@example.org",
    "GIT_COMMITTER_NAME": "甲",
    "GIT_COMMITTER_EMAIL": "jia@example.org",
    "GIT_TERMINAL_PROMPT": "0",
}


def git(folder: Path, *arguments: str) -> str:
    """What a git command prints; without the user's settings and without a network."""
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**os.environ, **SETTINGS},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode(errors="replace").strip()


class Commits(Repository):
    """A repository that git keeps."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        git(root, "init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        """Run git here."""
        return git(self.root, *arguments)

    def commit(self, message: str = "change") -> str:
        """Commit everything there is; the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def replace(self, path: str, old: str, new: str) -> None:
        """A piece of a file for another."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def append(self, path: str, text: str) -> None:
        """A piece at the end of a file."""
        file = self.root / path
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
