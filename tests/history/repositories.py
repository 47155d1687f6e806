"""Real git repositories for tests, made in a folder of their own, without the user's settings or a network."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.rules.cases import DAY, complete, rule_named
from tests.rules.history.cases import FAMILY
from vtrack.checking import Examination, check
from vtrack.discovery import find_localities
from vtrack.findings import Finding
from vtrack.held_files import hold, plan_of
from vtrack.history.earlier import Earlier
from vtrack.model.plan import PLAN_FILE, Plan
from vtrack.rules.rule import Rule
from vtrack.verdicts.verdict import Terms

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "甲",
    "GIT_AUTHOR_EMAIL": "jia@example.org",
    "GIT_COMMITTER_NAME": "甲",
    "GIT_COMMITTER_EMAIL": "jia@example.org",
    "GIT_TERMINAL_PROMPT": "0",
}
RULES: tuple[Rule, ...] = tuple(rule_named(f"history/{name}") for name in FAMILY)


def git(folder: Path, *arguments: str, check: bool = True, **environment: str) -> str:
    """What a git command prints."""
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**os.environ, **SETTINGS, **environment},
        capture_output=True,
        check=False,
    )
    assert not check or done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode(errors="replace").strip()


class Work:
    """A repository's work tree."""

    def __init__(self, top: Path, *options: str) -> None:
        self.top = top
        top.mkdir(parents=True, exist_ok=True)
        git(top, "init", "-q", "-b", "main", *options)

    def git(self, *arguments: str) -> str:
        """Run git here."""
        return git(self.top, *arguments)

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files; one of a locality is completed as in the snippets of the rules' tests."""
        for name, text in files.items():
            path = self.top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def locality(self, folder: str, *targets: str, name: str = "示范县", keys: str = "", **years: str) -> None:
        """Write a locality. ``years``: by ``y2024``, the figures of that year's file as a flow mapping."""
        last = folder.rpartition("/")[2]
        id = last if re.fullmatch("[a-z0-9-]+", last) else "demo"
        plan = f"locality: {{id: {id}, name: {name}{keys}}}\n"
        if targets:
            plan += "targets:\n" + "".join(f"  {target}\n" for target in targets)
        files = {PLAN_FILE: plan}
        for year, figures in years.items():
            files[f"progress/{year[1:]}.yaml"] = f"locality: {id}\nfigures: {figures}\n"
        self.write({f"{folder}/{file}": complete(file, text) for file, text in files.items()})

    def commit(self, message: str = "change") -> str:
        """Commit everything; the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def plan(self, folder: str) -> Plan | None:
        """The plan that lies in a folder."""
        path = self.top / folder / PLAN_FILE
        return plan_of(hold(PLAN_FILE, str(path), path.read_bytes(), "plan"))


def found(earlier: Earlier, *paths: Path) -> list[Finding]:
    """What the family ``history`` finds at and below some paths, through the whole check."""
    examination = Examination(terms=Terms(DAY), today=DAY, rules=RULES, call=str, waiver_day=DAY, past_of=earlier.of)
    result = check(find_localities(paths), examination, paths, earlier)
    return [finding for locality in result.localities for finding in locality.findings]


def names(findings: list[Finding]) -> list[str]:
    """The rules that spoke, once for each finding."""
    return [finding.rule.partition("/")[2] for finding in findings]
