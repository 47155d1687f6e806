"""A rule's docstring is its documentation, and its examples do what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.rules.cases import findings, findings_in
from tests.rules.history.cases import findings as of_two_commits
from vtrack.rules.documentation import documentation
from vtrack.rules.registry import FAMILIES, NAMES, every_rule, rule

RULES = Path(__file__).resolve().parents[1] / "vtrack" / "rules"
HAN = re.compile("[\u4e00-\u9fff]")
NO_EXAMPLE = frozenset(
    {
        "schema/too-many",
        "text/encoding",
        "text/size",
        "text/too-many",
        "text/unreadable",
        "text/control-character",
        "schema/no-plan",
    }
)
"""What cannot be shown in a text: bytes, sizes, the system's refusals, characters no editor shows, a missing file."""


def names_of_modules() -> set[str]:
    return {
        f"{module.parent.name}/{module.stem.replace('_', '-')}"
        for module in RULES.glob("*/*.py")
        if re.search(r"^SEVERITY\b", module.read_text(encoding="utf-8"), re.M)
    }


def test_every_rule_there_is_is_listed() -> None:
    assert names_of_modules() == set(NAMES)
    assert len(set(NAMES)) == len(NAMES)


def test_every_family_of_the_format_is_there() -> None:
    assert {"text", "schema", "plan", "figure", "target"} <= set(FAMILIES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_in_both_languages(name: str) -> None:
    document = documentation(rule(name))

    for prose in (document.english, document.chinese):
        assert prose.title
        assert prose.paragraphs, "why it matters, what is looked at, what to do"
    english = " ".join((document.english.title, *document.english.paragraphs))
    assert document.english.title.endswith(".")
    assert document.chinese.title.endswith("。")
    assert HAN.search(document.chinese.title)
    assert len(HAN.findall(english)) < len(english) / 5, "Chinese words may be quoted, no more"


@pytest.mark.parametrize("name", NAMES)
def test_the_bad_example_is_found_and_the_good_one_is_not(name: str) -> None:
    document = documentation(rule(name))
    if name in NO_EXAMPLE and not document.bad:
        return

    assert found(document.bad, name), "the bad example"
    assert found(document.good, name) == [], "the good example"


def found(example: str, name: str) -> list[str]:
    """The findings of one rule. What a waiver sets aside, the other rules must find first."""
    family = name.partition("/")[0]
    if family == "history":
        return of_two_commits(example, name)
    if family != "waiver":
        return findings(example, name)
    return [one.message.render(str) for one in findings_in(example, list(every_rule())) if one.rule == name]
