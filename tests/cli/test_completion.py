"""A shell completes commands, options, localities, targets and rules: asked as a shell asks, and typed in real ones."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.commits import Commits
from tests.cli.conftest import ROOT, Call, environment
from tests.cli.county import Repository
from vtrack.commands.completion import SHELLS

WAIT = 60
"""Seconds after which a program that says nothing is taken for dead."""

MORE = """
    roads:
      name: 村内道路硬化
      unit: 公里
      accumulate: {at_least: 100}
      lead: [office]
      source: 正文二
    road-plan: {name: 道路规划, task: {}, lead: [office], source: 正文三}
"""


@pytest.fixture
def county(repository: Repository) -> Repository:
    """Two localities, one with three targets."""
    repository.locality("plans/baihe", more=MORE, name="白河镇")
    repository.locality("plans/yunqiao", name="云桥县")
    return repository


def completed(line: str, cwd: Path, *, shell: str = "zsh", **changes: str) -> dict[str, str]:
    """The words that vtrack offers a shell for the end of a line, each with its help."""
    words = line.split(" ")
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_VTRACK_COMPLETE": f"{shell}_complete"}
    done = subprocess.run(
        [sys.executable, "-m", "vtrack"],
        cwd=cwd,
        env=environment({"VTRACK_LANG": "en", **asked, **changes}),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=WAIT,
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    return dict(zip(lines[1::3], lines[2::3], strict=False))


def test_commands_are_completed_with_what_they_do(county: Repository) -> None:
    offered = completed("vtrack e", county.root)

    assert list(offered) == ["export", "explain"]
    assert offered["explain"] == "Explain a rule, a status or a form."


def test_help_is_in_the_language_of_the_call(county: Repository) -> None:
    assert "规划" in completed("vtrack che", county.root, VTRACK_LANG="zh")["check"]


def test_options_are_completed(county: Repository) -> None:
    assert {"--as-of", "--against"} <= completed("vtrack check --a", county.root).keys()
    assert completed("vtrack check --format ju", county.root).keys() == {"junit"}


def test_localities_are_completed_with_their_names(county: Repository) -> None:
    assert completed("vtrack show ", county.root) == {"baihe": "白河镇", "yunqiao": "云桥县"}
    assert completed("vtrack show b", county.root) == {"baihe": "白河镇"}


def test_a_locality_is_completed_from_a_part_of_its_name(county: Repository) -> None:
    assert completed("vtrack show 云", county.root) == {"yunqiao": "云桥县"}


def test_localities_are_found_from_a_folder_below(county: Repository) -> None:
    assert completed("vtrack record y", county.root / "plans" / "baihe") == {}
    county.write("vtrack.yaml", "plans: [plans]\n")

    assert completed("vtrack record y", county.root / "plans" / "baihe").keys() == {"yunqiao"}


def test_targets_are_those_of_the_locality_before(county: Repository) -> None:
    assert completed("vtrack show yunqiao ", county.root).keys() == {"coverage"}
    assert completed("vtrack show baihe r", county.root) == {"roads": "村内道路硬化", "road-plan": "道路规划"}
    assert completed("vtrack record baihe roa", county.root).keys() == {"roads", "road-plan"}


def test_record_is_completed_with_the_series_that_targets_are_compared_with_too(repository: Repository) -> None:
    compared = "growth: {name: 增速, compare: {above: {reference: city-growth}, lag: 1}, lead: [office]}"
    repository.locality("plans/baihe", more=compared)

    assert completed("vtrack record baihe city", repository.root).keys() == {"city-growth"}
    assert completed("vtrack record baihe ", repository.root).keys() == {"city-growth", "coverage", "growth"}
    assert completed("vtrack show baihe city", repository.root) == {}


@pytest.mark.parametrize("locality", ["白河", "plans/baihe", "baihe"])
def test_the_locality_before_may_be_named_in_any_way(county: Repository, locality: str) -> None:
    assert "roads" in completed(f"vtrack show {locality} ", county.root)


def test_a_target_is_completed_from_a_part_of_its_name(county: Repository) -> None:
    assert completed("vtrack record baihe 硬化", county.root).keys() == {"roads"}


def test_rules_are_completed_also_behind_a_comma(county: Repository) -> None:
    assert completed("vtrack check --select target/mis", county.root).keys() == {"target/missed"}
    assert completed("vtrack check --ignore plan,target/o", county.root).keys() == {"plan,target/overdue"}
    assert "plan" not in completed("vtrack check --ignore plan,pl", county.root)


def test_what_can_be_explained_is_completed(county: Repository) -> None:
    assert completed("vtrack explain me", county.root).keys() == {"met", "met_early"}
    assert completed("vtrack explain rea", county.root).keys() == {"reach"}
    assert completed("vtrack explain target/be", county.root).keys() == {"target/behind"}


def test_commits_are_completed(commits: Commits) -> None:
    commits.git("tag", "v2023")
    commits.git("branch", "a;b")

    assert completed("vtrack check --against ", commits.root).keys() == {"main", "v2023"}
    assert completed("vtrack diff v", commits.root).keys() == {"v2023"}


def test_paths_are_left_to_the_shell(county: Repository) -> None:
    assert completed("vtrack check pla", county.root, shell="bash") == {}
    assert asked_of("vtrack check pla", county.root) == ["file,pla"]
    assert asked_of("vtrack show plans/", county.root) == ["dir,plans/"]


def asked_of(line: str, cwd: Path) -> list[str]:
    """The lines that bash gets for the end of a line."""
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" ")), "_VTRACK_COMPLETE": "bash_complete"}
    command = [sys.executable, "-m", "vtrack"]
    return subprocess.run(
        command, cwd=cwd, env=environment(asked), capture_output=True, check=True, text=True, timeout=WAIT
    ).stdout.splitlines()


BROKEN = {
    "no YAML": "format: [1\n",
    "another shape": "locality: 3\ntargets: [a, b]\n",
    "no text": b"\xff\xfe\x00\x01\xd8\x00",
    "ids that a shell would run": 'locality: {name: "$(id)"}\ntargets: {"$(touch x)": {name: a}, ok: {name: 1}}\n',
    "a bomb": "a: &a [x, x]\nb: &b [*a, *a]\nlocality: {name: *b}\ntargets: *b\n",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_plan_gives_fewer_words_and_no_error(county: Repository, text: str | bytes) -> None:
    plan = county.root / "plans" / "baihe" / "plan.yaml"
    plan.write_bytes(text if isinstance(text, bytes) else text.encode())

    assert completed("vtrack show ", county.root).keys() == {"baihe", "yunqiao"}
    assert completed("vtrack show baihe ", county.root).keys() <= {"ok"}
    assert completed("vtrack show yunqiao ", county.root).keys() == {"coverage"}


def test_a_plan_that_is_no_file_gives_fewer_words_and_no_error(county: Repository) -> None:
    plan = county.root / "plans" / "baihe" / "plan.yaml"
    plan.unlink()
    plan.mkdir()

    assert completed("vtrack show ", county.root) == {"baihe": "_", "yunqiao": "云桥县"}
    assert completed("vtrack show baihe ", county.root) == {}


def test_where_there_is_nothing_nothing_is_offered_and_no_error_shown(tmp_path: Path) -> None:
    for line in ("vtrack show ", "vtrack show nowhere ", "vtrack diff ", "vtrack check --as-of x --select nothing"):
        assert completed(line, tmp_path) == {}
    (tmp_path / "vtrack.yaml").write_text("plans: 3\n", encoding="utf-8")
    assert completed("vtrack show ", tmp_path) == {}


def test_a_shell_that_asks_nonsense_gets_nothing(tmp_path: Path) -> None:
    for instruction in ("", "bash", "bash_complete", "tcsh_complete"):
        done = subprocess.run(
            [sys.executable, "-m", "vtrack"],
            cwd=tmp_path,
            env=environment({"_VTRACK_COMPLETE": instruction}),
            capture_output=True,
            check=False,
            timeout=WAIT,
        )
        assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(vtrack: Call, shell: str) -> None:
    printed = vtrack("completion", shell)

    assert printed.code == 0
    assert f"_VTRACK_COMPLETE={shell}_complete" in printed.out


def test_another_shell_is_a_wrong_call(vtrack: Call) -> None:
    refused = vtrack("completion", "tcsh")

    assert refused.code == 2
    assert "bash" in refused.err


# Real shells, set up as the page on completion says.


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a program ``vtrack`` in ``bin``: it answers the shell, and otherwise shows how it was called."""
    folder = tmp_path / "home"
    program = folder / "bin" / "vtrack"
    program.parent.mkdir(parents=True)
    program.write_text(
        "#!/bin/sh\n"
        f'if [ -n "$_VTRACK_COMPLETE" ] || [ ! -t 1 ]; then exec "{sys.executable}" -m vtrack "$@"; fi\n'
        "printf 'called [%s]\\n' \"$*\"\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return folder


def set_up(shell: str, folder: str) -> str:
    """The lines that a page tells a user to put into a file of the shell's settings."""
    page = (ROOT / "docs" / folder / "completion.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {shell}\n")[2].partition("\n## ")[0]
    return section.partition("```sh\n")[2].partition("```")[0]


def variables(home: Path) -> Mapping[str, str]:
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {"HOME": str(home), "ZDOTDIR": str(home), "PATH": path, "TERM": "xterm", "LC_ALL": "C.UTF-8"}


LINES = {
    "vtrack comp\t ba\t\n": "completion bash",
    "vtrack show yun\t cov\t\n": "show yunqiao coverage",
    "vtrack record baihe roads\t 3\n": "record baihe roads 3",
    "vtrack check --select target/mis\t\n": "check --select target/missed",
    "vtrack explain met_\t\n": "explain met_early",
    "vtrack check pla\tyun\t\n": "check plans/yunqiao",
}
"""What is typed, with TAB, and how vtrack is then called."""


@pytest.mark.parametrize("folder", ["", "zh"])
@pytest.mark.parametrize(
    ("shell", "settings", "command"),
    [("bash", ".bashrc", ["bash", "-i"]), ("zsh", ".zshrc", ["zsh", "-d", "-i"])],
    ids=["bash", "zsh"],
)
def test_a_line_is_completed_at_a_terminal(
    county: Repository, home: Path, shell: str, settings: str, command: list[str], folder: str
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    terminals = pytest.importorskip("tools.terminal", reason="a pseudo-terminal is Unix's")
    assert set_up(shell, folder)
    (home / settings).write_text(f"{set_up(shell, folder)}\nPS1='ready> '\n", encoding="utf-8")
    with terminals.screen(command, county.root, environment(variables(home))) as terminal:
        for typed, called in LINES.items():
            terminal.until("ready> ")
            terminal.type(typed)
            terminal.until("called [")
            assert terminal.until("]").rstrip(" /]") == called, typed


@pytest.mark.parametrize("folder", ["", "zh"])
def test_fish_completes(county: Repository, home: Path, folder: str) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")

    def fish(line: str) -> str:
        done = subprocess.run(
            ["fish", "-c", line],
            cwd=county.root,
            env=environment(variables(home)),
            capture_output=True,
            check=False,
            text=True,
            timeout=WAIT,
        )
        assert done.stderr == ""
        return done.stdout

    assert set_up("fish", folder)
    fish(set_up("fish", folder))

    assert fish("complete -C 'vtrack show '").splitlines() == ["baihe\t白河镇", "yunqiao\t云桥县"]
    assert set(fish("complete -C 'vtrack record baihe ro'").splitlines()) == {
        "roads\t村内道路硬化",
        "road-plan\t道路规划",
    }
    assert fish("complete -C 'vtrack check --select target/mis'").splitlines() == ["target/missed"]
    assert "plans/" in fish("complete -C 'vtrack check pla'")
