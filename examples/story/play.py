"""A story of review: two years of a fictional county's repository, and what vtrack says of each pull request.

    python examples/story/play.py [en|zh]

Its output is kept beside it, in ``output.en.txt`` and ``output.zh.txt``, and a test compares it. To write it anew:

    python examples/story/play.py en > examples/story/output.en.txt
    python examples/story/play.py zh > examples/story/output.zh.txt

It builds a git repository in a temporary folder, commit by commit. The half-year report is an honest pull request.
The next one tidies the plan and quietly lowers a target on the way; another one quietly «corrects» last year's
figure. At last both changes are stated, the figure with a revision and the target with an amendment.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PLAN, Y2024, Y2025 = (Path("plans/qinghe") / name for name in ("plan.yaml", "progress/2024.yaml", "progress/2025.yaml"))
DAY = "2025-09-30"
WIDTH = 100
REVISION = """revisions:
  - {target: sewage-coverage, as_of: 2024-12-31, was: 81.2, on: 2025-09-12, reason: 复核后剔除重复计算的行政村}
"""
AMENDMENT = """amendments:
  - {target: sewage-coverage, on: 2025-09-10, document: 青政办发〔2025〕21号, reason: 部分村撤并, was: {at_least: 95}}
"""


def main() -> int:
    """Play the story and print it."""
    language = sys.argv[1] if len(sys.argv) > 1 else "en"
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    with tempfile.TemporaryDirectory() as folder:
        Story(Path(folder), language).play()
    return 0


class Story:
    """The repository of the story, and the calls on its pull requests."""

    def __init__(self, top: Path, language: str) -> None:
        self.top = top
        self.language = language

    def play(self) -> None:
        """All of it."""
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("2024-02-08", "Adopt the plan", lambda: self.copy("plan.yaml", PLAN))
        self.commit("2025-01-20", "Report 2024", lambda: self.copy("2024.yaml", Y2024))
        self.pull("half-year", "2025-07-15", "Report the first half of 2025", lambda: self.copy("2025.yaml", Y2025))
        self.git("merge", "--quiet", "--ff-only", "half-year")
        self.pull("tidy", "2025-08-20", "Tidy the plan", self.tidy)
        self.pull("correction", "2025-09-02", "Correct a typing mistake", self.correct)
        self.pull("stated", "2025-09-12", "Correct 2024 and amend the target, as decided", self.state)

    def tidy(self) -> None:
        """A comment is dropped, a line is reformatted, and 95 becomes 92."""
        self.replace(PLAN, "    assist: [agriculture]\n", "    assist:\n      - agriculture\n")
        self.replace(PLAN, "reach: {at_least: 95}", "reach: {at_least: 92}")

    def correct(self) -> None:
        """Last year's figure becomes another one."""
        self.replace(Y2024, "value: 81.2", "value: 84.6")

    def state(self) -> None:
        """Both changes, with their reason and authority."""
        self.correct()
        self.replace(PLAN, "reach: {at_least: 95}", "reach: {at_least: 92}")
        self.append(Y2024, REVISION)
        self.append(PLAN, AMENDMENT)

    def pull(self, branch: str, day: str, message: str, change: Callable[[], None]) -> None:
        """A pull request: a branch with one commit, looked at by diff and by check, as CI would."""
        self.git("checkout", "--quiet", "-b", branch, "main")
        self.commit(day, message, change)
        print(f"== {branch}: {message}\n")
        self.vtrack("diff", "main")
        self.vtrack("check", "--against", "main", "--ignore", "target", "--format", "plain")
        self.git("checkout", "--quiet", "main")

    def vtrack(self, *arguments: str) -> None:
        """Run vtrack and print what it prints."""
        shown = ["vtrack", *arguments, "--as-of", DAY]
        done = subprocess.run(
            [sys.executable, "-m", *shown, "--lang", self.language],
            cwd=self.top,
            env=self.environment() | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT), "COLUMNS": str(WIDTH)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        lines = [line.rstrip() for line in f"{done.stdout}{done.stderr}".splitlines()]
        print("\n".join([f"$ {' '.join(shown)}", *lines, f"exit {done.returncode}", ""]), flush=True)

    def commit(self, day: str, message: str, change: Callable[[], None]) -> None:
        """One commit, of a fixed author and day, so that its id is always the same."""
        change()
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message, day=day)

    def git(self, *arguments: str, day: str = "2024-01-01") -> None:
        """Run git with nobody's own settings."""
        who = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "clerk"), ("EMAIL", "clerk@example.org"), ("DATE", f"{day}T09:00:00+08:00"))
        }
        nobodys = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run(["git", *arguments], cwd=self.top, env=self.environment() | who | nobodys, check=True)

    def environment(self) -> dict[str, str]:
        """The environment without what would lead git to another repository, as a hook would have it."""
        return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}

    def copy(self, name: str, to: Path) -> None:
        """A file of the story into the repository."""
        self.write(to, (HERE / name).read_text(encoding="utf-8"))

    def replace(self, path: Path, old: str, new: str) -> None:
        """A piece of a file for another."""
        text = (self.top / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def append(self, path: Path, text: str) -> None:
        """A piece at the end of a file."""
        self.write(path, (self.top / path).read_text(encoding="utf-8") + text)

    def write(self, path: Path, text: str) -> None:
        """A file of the repository."""
        target = self.top / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
