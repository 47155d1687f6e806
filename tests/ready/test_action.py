"""``action.yml``: a composite action that runs no text from its inputs, and the GitHub workflow that uses it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.history.repositories import Work
from tests.ready.conftest import CHANGES, CI, ROOT, Script, honestly_missed, loaded, quietly_changed

ACTION = ROOT / "action.yml"
WORKFLOW = CI / "github-pull-request.yml"
INPUTS = ("PATHS", "AGAINST", "IGNORE", "STRICT", "OUTPUTS", "LANG")
HOSTILE = [
    "$(touch x)",
    "`touch x`",
    "; touch x",
    "a && touch x",
    "| touch x",
    "> x",
    "'; touch x; '",
    '"; touch x; "',
    "${HOME} $HOME ~",
    "a b  c",
    "* ? [a-z]",
    "--strict",
    "\\$(touch x)\\",
    "--format=json",
    "甲 乙",
]


def steps() -> list[dict[str, Any]]:
    return list(loaded(ACTION)["runs"]["steps"])


def check_step() -> dict[str, Any]:
    (step,) = (one for one in steps() if one.get("name") == "Check")
    return step


def environment(**inputs: str) -> dict[str, str]:
    """The step's environment, as the runner fills it in from the inputs."""
    given = {f"VTRACK_{name}": "" for name in INPUTS}
    return {**given, "VTRACK_LANG": "en", **{f"VTRACK_{name.upper()}": value for name, value in inputs.items()}}


@pytest.fixture
def recorded(tools: Path) -> Callable[[], list[str]]:
    """A ``vtrack`` that only writes down with which arguments it was called."""
    record = tools / "arguments"
    program = tools / "vtrack"
    program.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" > '{record}'\n", encoding="utf-8")
    return lambda: record.read_text(encoding="utf-8").split("\0")[:-1]


def scripts() -> Iterator[tuple[str, str]]:
    yield from (("action.yml", step["run"]) for step in steps() if "run" in step)
    for job in loaded(WORKFLOW)["jobs"].values():
        yield from ((WORKFLOW.name, step["run"]) for step in job["steps"] if "run" in step)


def test_inputs_reach_a_script_through_its_environment_alone() -> None:
    for name, text in scripts():
        assert "${{" not in text, name
    used = set(re.findall(r"\$\{\{ inputs\.([a-z-]+) \}\}", ACTION.read_text(encoding="utf-8")))
    assert used == set(loaded(ACTION)["inputs"]), "each input is used, and no other"
    assert set(check_step()["env"]) == {f"VTRACK_{name}" for name in INPUTS}


def test_the_runner_and_the_workflows_schema_take_them() -> None:
    for kind, file in (("github-actions", ACTION), ("github-workflows", WORKFLOW)):
        done = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", str(file)],
            capture_output=True, check=False, text=True, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("text", [step["run"] for step in steps() if "run" in step], ids=["install", "check"])
def test_shellcheck_finds_nothing(text: str) -> None:
    shellcheck = shutil.which("shellcheck", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if shellcheck is None:
        pytest.skip("shellcheck is missing: pip install -e '.[test]'")
    done = subprocess.run(
        [shellcheck, "--shell=bash", "-"], input=text, capture_output=True, check=False, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stdout


def test_without_inputs_it_checks_what_vtrack_yaml_names(
    script: Script, recorded: Callable[[], list[str]], tmp_path: Path
) -> None:
    assert script(check_step()["run"], tmp_path, **environment()).code == 0
    assert recorded() == ["check", "--format", "github", "--"]


def test_inputs_become_arguments(script: Script, recorded: Callable[[], list[str]], tmp_path: Path) -> None:
    inputs = environment(
        paths="plans\n\nother plans\n",
        against="abc",
        ignore="target,plan/no-lead",
        strict="true",
        outputs="sarif=vtrack.sarif\njunit=out dir/a.xml\n",
    )

    assert script(check_step()["run"], tmp_path, **inputs).code == 0
    assert recorded() == [
        "check", "--format", "github", "--against=abc", "--ignore=target,plan/no-lead", "--strict",
        "--output=sarif=vtrack.sarif", "--output=junit=out dir/a.xml", "--", "plans", "other plans",
    ]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["paths", "against", "ignore", "strict", "outputs", "lang"])
def test_no_input_is_run_split_or_expanded(
    script: Script, recorded: Callable[[], list[str]], tmp_path: Path, name: str, text: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    ended = script(check_step()["run"], folder, **environment(**{name: text}))

    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert list(folder.iterdir()) == []
    expected = {
        "paths": ["--", text],
        "against": [f"--against={text}", "--"],
        "ignore": [f"--ignore={text}", "--"],
        "outputs": [f"--output={text}", "--"],
    }
    assert recorded() == ["check", "--format", "github", *expected.get(name, ["--"])]


@pytest.mark.parametrize("name", ["paths", "against", "ignore", "outputs"])
def test_vtrack_itself_takes_a_hostile_input_for_a_mistake(script: Script, work: Work, name: str) -> None:
    honestly_missed(work)
    for text in HOSTILE[:8]:
        ended = script(check_step()["run"], work.top, **environment(**{name: text}))

        assert ended.code == 2, text
        assert ended.err.startswith("vtrack: ")
        assert not (work.top / "x").exists()
        assert not any(line.lstrip().startswith("::") for line in (ended.out + ended.err).splitlines())


@pytest.mark.parametrize(("change", "code"), CHANGES.values(), ids=CHANGES)
def test_it_blocks_bad_data_and_quiet_changes_and_nothing_else(
    script: Script, work: Work, change: Callable[[Work], None], code: int
) -> None:
    change(work)

    ended = script(check_step()["run"], work.top, **environment(against="main", ignore="target"))

    assert ended.code == code, ended.out + ended.err
    assert ended.out.count("::error ") == code


def test_it_writes_the_steps_summary_and_the_reports_asked_for(script: Script, work: Work, tmp_path: Path) -> None:
    quietly_changed(work)
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")

    ended = script(
        check_step()["run"],
        work.top,
        **environment(against="main", ignore="target", outputs="sarif=vtrack.sarif"),
        GITHUB_STEP_SUMMARY=str(summary),
    )

    assert ended.code == 1
    assert "::error file=plans/demo/plan.yaml,line=" in ended.out
    assert "title=history/target-relaxed::" in ended.out
    assert summary.read_text(encoding="utf-8").startswith("# before\n## ")
    assert "history/target-relaxed" in summary.read_text(encoding="utf-8")
    assert "history/target-relaxed" in (work.top / "vtrack.sarif").read_text(encoding="utf-8")


def test_a_summary_that_cannot_be_written_is_one_sentence(script: Script, work: Work, tmp_path: Path) -> None:
    honestly_missed(work)

    ended = script(check_step()["run"], work.top, **environment(), GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "such"))

    assert ended.code == 2
    assert ended.err.startswith("vtrack: cannot write ")
    assert ended.err.count("\n") == 1


def test_the_workflow_uses_the_action_with_inputs_it_has() -> None:
    workflow = loaded(WORKFLOW)
    checkout, action = workflow["jobs"]["check"]["steps"]

    assert checkout["with"]["fetch-depth"] == 0, "the merge base must be in the clone"
    assert set(action["with"]) <= set(loaded(ACTION)["inputs"])
    assert action["with"]["ignore"] == "target"
    assert workflow["permissions"] == {"contents": "read"}
