"""The language: ``--lang``, ``VTRACK_LANG``, ``vtrack.yaml``, the system's locale, Chinese; in this order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call, run
from tests.cli.county import DAY, Repository

HAN = re.compile("[\u4e00-\u9fff]")
WORDS = {"zh": "快于预期", "en": "ahead"}

CHOICES = {
    "nothing at all": ([], None, {}, "zh"),
    "the locale": ([], None, {"LANG": "en_US.UTF-8"}, "en"),
    "the locale's stronger variable": ([], None, {"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
    "a locale of neither": ([], None, {"LANG": "fr_FR.UTF-8"}, "zh"),
    "the locale of no language": ([], None, {"LANG": "C.UTF-8"}, "zh"),
    "vtrack.yaml over the locale": ([], "en", {"LANG": "zh_CN.UTF-8"}, "en"),
    "VTRACK_LANG over vtrack.yaml": ([], "zh", {"VTRACK_LANG": "en"}, "en"),
    "VTRACK_LANG as a locale": ([], "en", {"VTRACK_LANG": "zh_CN.UTF-8"}, "zh"),
    "VTRACK_LANG of neither": ([], "en", {"VTRACK_LANG": "fr"}, "en"),
    "--lang over VTRACK_LANG": (["--lang", "en"], "zh", {"VTRACK_LANG": "zh"}, "en"),
    "--lang=": (["--lang=zh"], "en", {"VTRACK_LANG": "en"}, "zh"),
}


@pytest.mark.parametrize(("arguments", "setting", "environment", "language"), CHOICES.values(), ids=CHOICES)
def test_the_language_of_the_report(
    vtrack: Call,
    repository: Repository,
    arguments: list[str],
    setting: str | None,
    environment: dict[str, str],
    language: str,
) -> None:
    repository.locality("plans/demo")
    if setting:
        repository.write("vtrack.yaml", f"language: {setting}\n")

    outcome = vtrack("check", "repository", "--as-of", DAY, *arguments, **(environment or {"TZ": "UTC"}))

    assert [name for name, word in WORDS.items() if word in outcome.out] == [language]


def test_before_the_commands_name_too(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo")
    repository.write("vtrack.yaml", "language: zh\n")

    assert WORDS["en"] in vtrack("--lang", "en", "check", "repository", "--as-of", DAY, VTRACK_LANG="zh").out
    assert WORDS["zh"] in vtrack("--lang", "en", "check", "repository", "--as-of", DAY, "--lang", "zh").out


def test_the_words_of_findings_are_in_the_language_and_names_of_rules_and_keys_are_not(
    vtrack: Call, repository: Repository
) -> None:
    repository.locality("plans/demo", more="broken: {name: bad, reach: {at_least: 1, beside: 2}}")

    (chinese,) = vtrack("check", "repository", "--as-of", DAY, "--format", "json", "--lang", "zh").json["findings"]
    (english,) = vtrack("check", "repository", "--as-of", DAY, "--format", "json", "--lang", "en").json["findings"]

    assert HAN.search(chinese["message"])
    assert HAN.search(chinese["hint"])
    assert not HAN.search(english["message"] + english["hint"])
    for key in chinese.keys() - {"message", "hint"}:
        assert chinese[key] == english[key]


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]])
def test_help_is_in_the_language_throughout(arguments: list[str], tmp_path: Path) -> None:
    chinese = run(arguments, tmp_path, VTRACK_LANG="zh").out.decode()
    english = run([*arguments, "--lang", "en"], tmp_path, VTRACK_LANG="zh").out.decode()

    assert not HAN.search(english)
    assert "Usage:" in english
    for words in ("Usage:", "Options:", "Show this message and exit", "Commands:"):
        assert words not in chinese, "click's own words too"
    # Every option and every command is explained in Chinese, on its line or on the next.
    explained = re.split(r"\n(?=  \S)", chinese)[1:]
    assert explained
    for entry in explained:
        assert HAN.search(entry), entry


@pytest.mark.parametrize(
    "arguments",
    [["check", "--strct"], ["chekc"], ["check", "--format", "xlsx"], ["check", "--as-of", "x"], ["check", "nowhere"]],
    ids=" ".join,
)
def test_a_wrong_call_is_told_in_the_language(arguments: list[str], tmp_path: Path) -> None:
    chinese = run(arguments, tmp_path, VTRACK_LANG="zh")
    english = run(arguments, tmp_path, VTRACK_LANG="en")

    assert (chinese.code, english.code) == (2, 2)
    assert HAN.search(chinese.err.decode())
    assert not HAN.search(english.err.decode())
