"""The exit code: 0 no finding that counts, 1 findings, 2 the call is wrong or nothing was found to check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.county import BEHIND, DAY, Repository


def test_nothing_wrong_is_0(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo")

    outcome = vtrack("check", "repository", "--as-of", DAY, "--strict", "--format", "json")

    assert outcome.rules == []
    assert (outcome.code, outcome.err) == (0, "")


def test_a_warning_is_0_and_with_strict_1(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo", value=BEHIND)

    assert vtrack("check", "repository", "--as-of", DAY).code == 0
    assert vtrack("check", "repository", "--as-of", DAY, "--strict").code == 1


def test_an_error_is_1(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo", more="broken: {name: 坏的}")

    outcome = vtrack("check", "repository", "--as-of", DAY, "--format", "json")

    assert outcome.rules == ["schema/form"]
    assert (outcome.code, outcome.err) == (1, "")


def test_help_and_version_are_0(vtrack: Call) -> None:
    assert vtrack("--help").code == 0
    assert vtrack("check", "--help").code == 0
    version = vtrack("--version")
    assert version.code == 0
    assert re.fullmatch(r"vtrack [0-9]+\.[0-9]+\.[0-9]+\n", version.out)


def test_no_command_shows_the_help_and_has_checked_nothing(vtrack: Call) -> None:
    outcome = vtrack()

    assert outcome.code == 2
    assert outcome.out == vtrack("--help").out


WRONG = {
    "no such path": (["check", "nowhere"], "nowhere"),
    "no such command": (["chekc"], "chekc"),
    "unknown option": (["check", "--strct"], "--strict"),
    "unknown rule": (["check", "repository", "--select", "no/such"], "no/such"),
    "misspelt rule": (["check", "repository", "--select", "target/behnd"], "did you mean target/behind"),
    "misspelt rule to ignore": (["check", "repository", "--ignore", "target/mised"], "did you mean target/missed"),
    "misspelt family": (["check", "repository", "--ignore", "targets"], "did you mean target"),
    "no such format": (["check", "repository", "--format", "xlsx"], "xlsx"),
    "no such day": (["check", "repository", "--as-of", "2025-02-30"], "2025-02-30"),
    "day in another order": (["check", "repository", "--as-of", "30/06/2025"], "30/06/2025"),
    "output without a file": (["check", "repository", "--output", "json"], "FORMAT=FILE"),
    "output without a file's name": (["check", "repository", "--output", "json="], "FORMAT=FILE"),
    "output of no such format": (["check", "repository", "--output", "xlsx=a"], "FORMAT=FILE"),
    "output into no such folder": (["check", "repository", "--output", "json=no/such/a.json"], "no/such/a.json"),
    "no such language": (["check", "--lang", "fr"], "fr"),
    "no such colour": (["check", "--color", "red"], "red"),
    "nothing to check": (["check", "empty"], "plan.yaml"),
    "nothing to check without a path": (["check"], "plans"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_call_is_2_and_one_sentence(
    vtrack: Call, repository: Repository, arguments: list[str], words: str
) -> None:
    repository.locality("plans/demo")
    (repository.root.parent / "empty").mkdir()

    outcome = vtrack(*arguments)

    assert outcome.code == 2
    assert outcome.out == ""
    assert words in outcome.err
    assert outcome.err.startswith("vtrack: ")
    assert outcome.err.count("\n") == 1, "one plain sentence"
    assert "Traceback" not in outcome.err


FAULTY_SETTINGS = {
    "syntax": ("plans: [plans\n", "vtrack.yaml:"),
    "unknown key": ("plan: [plans]\n", "vtrack.yaml:1:1"),
    "wrong type": ("# 宽限\ngrace_days: soon\n", "vtrack.yaml:2:13"),
    "full-width colon": ("plans：[plans]\n", "vtrack.yaml:1:6"),
    "key twice": ("grace_days: 1\ngrace_days: 2\n", "vtrack.yaml:2:1"),
    "a list": ("- plans\n", "vtrack.yaml:1:1"),
    "unknown rule": ("ignore: [target/behnd]\n", "did you mean target/behind"),
    "no such folder": ("plans: [nowhere]\n", "nowhere"),
}


@pytest.mark.parametrize(("text", "words"), FAULTY_SETTINGS.values(), ids=FAULTY_SETTINGS)
def test_a_faulty_vtrack_yaml_is_2_and_one_sentence(
    vtrack: Call, repository: Repository, text: str, words: str
) -> None:
    repository.locality("plans/demo")
    repository.write("vtrack.yaml", text)

    outcome = vtrack("check", cwd=repository.root)

    assert outcome.code == 2
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert "{" not in outcome.err


def test_a_vtrack_yaml_in_gbk_is_2_and_one_sentence(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo")
    (repository.root / "vtrack.yaml").write_bytes("# 设置\nplans: [plans]\n".encode("gbk"))

    outcome = vtrack("check", cwd=repository.root)

    assert outcome.code == 2
    assert "vtrack.yaml:1:3" in outcome.err
    assert "GBK" in outcome.err


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "plans: [plans]\n", "pace: {ahead: 3}\n"])
def test_a_vtrack_yaml_may_say_little_or_nothing(vtrack: Call, repository: Repository, text: str) -> None:
    repository.locality("plans/demo")
    repository.write("vtrack.yaml", text)

    assert vtrack("check", "--as-of", DAY, cwd=repository.root).code == 0


def test_an_unexpected_error_is_2_and_leaves_a_log_without_the_users_data(
    vtrack: Call, repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def fail(*_: object) -> None:
        raise RuntimeError("秘密")

    repository.locality("plans/demo")
    monkeypatch.setattr("vtrack.commands.gathered.find", fail)

    outcome = vtrack("check", "repository")

    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    (log,) = re.findall(r"\S+\.log", outcome.err)
    with open(log, encoding="utf-8") as file:
        text = file.read()
    assert "RuntimeError" in text
    assert "秘密" not in text


def test_control_c_is_130(vtrack: Call, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    repository.locality("plans/demo")
    monkeypatch.setattr("vtrack.commands.gathered.find", interrupt)

    assert vtrack("check", "repository").code == 130


@pytest.mark.parametrize("day", ["0001-01-01", "1949-10-01", "2022-12-31", "2099-12-31", "9999-12-31"])
def test_no_day_is_too_early_or_too_late(vtrack: Call, repository: Repository, day: str) -> None:
    repository.locality("plans/demo")

    assert vtrack("check", "repository", "--as-of", day).code in (0, 1)
