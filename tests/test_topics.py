"""What ``vtrack explain`` says of statuses and forms is true, in both languages, and is what the pages say."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.rules.cases import complete, split
from tests.test_docs import generator
from vtrack.model.forms import FORM_WORDS, form_word
from vtrack.model.plan_data import build_plan
from vtrack.model.quantity import signed
from vtrack.model.record_data import ProgressData, build_record
from vtrack.prose import Bilingual, Example, bilingual, example
from vtrack.rules.documentation import family_documentation
from vtrack.rules.registry import FAMILIES
from vtrack.text.reading import read
from vtrack.topics.topic import TOPICS, explanation, topics
from vtrack.validation.shape import shape_errors
from vtrack.verdicts.assess import assess_all
from vtrack.verdicts.verdict import Status, Terms, Verdict

ROOT = Path(__file__).resolve().parents[1]
HAN = re.compile("[\u4e00-\u9fff]")
WITH_EXAMPLES = [(kind, name) for kind, name in topics() if kind != "scales"]


def verdicts(one: Example) -> dict[str, Verdict]:
    """What an example comes to, by target."""
    files, _ = split(one.text)
    data = {}
    for name, text in files.items():
        reading = read(complete(name, text).encode())
        assert reading.flaws == ()
        assert reading.document is not None
        data[name] = reading.document.data
        assert shape_errors(data[name], "plan" if name == "plan.yaml" else "progress") == ()
    plan = build_plan(data.pop("plan.yaml"))  # type: ignore[arg-type]
    record = build_record(plan, [ProgressData(name, one) for name, one in data.items()])  # type: ignore[arg-type]
    found = assess_all(plan, record, Terms(date.fromisoformat(one.day or "")))
    return {verdict.target.id: verdict for verdict in found}


def test_every_status_and_form_is_explained() -> None:
    assert TOPICS["statuses"] == tuple(status.value for status in Status)
    assert TOPICS["forms"] == FORM_WORDS
    texts = {(file.parent.name, file.stem) for file in (ROOT / "vtrack" / "topics").glob("*/*.txt")}
    assert texts == set(topics())


@pytest.mark.parametrize(("kind", "name"), list(topics()))
def test_it_is_in_both_languages(kind: str, name: str) -> None:
    is_explained_in_both(explanation(kind, name))


@pytest.mark.parametrize("family", FAMILIES)
def test_so_is_every_family_of_rules(family: str) -> None:
    is_explained_in_both(family_documentation(family))


def is_explained_in_both(text: Bilingual) -> None:
    english = " ".join((text.english.title, *text.english.paragraphs))
    assert text.english.title.endswith(".")
    assert text.chinese.title.endswith("。")
    assert len(text.english.paragraphs) == len(text.chinese.paragraphs) > 0, "why it matters, what to do"
    assert len(HAN.findall(english)) < len(english) / 5, "Chinese words may be quoted, no more"
    lists = [
        [paragraph.count("\n- ") for paragraph in prose.paragraphs if paragraph.startswith("- ")]
        for prose in (text.english, text.chinese)
    ]
    assert lists[0] == lists[1]


@pytest.mark.parametrize(("kind", "name"), WITH_EXAMPLES)
def test_the_examples_come_to_what_they_say(kind: str, name: str) -> None:
    text = explanation(kind, name)
    for one in (example(text.bad), example(text.good)):
        found = verdicts(one)
        said = {claim.target: (claim.status, claim.lamp, claim.gap) for claim in one.claims}
        told = {
            id: (
                verdict.status.value,
                verdict.lamp.value,
                "-" if verdict.pace_gap is None else signed(verdict.pace_gap),
            )
            for id, verdict in found.items()
        }
        assert said == told


@pytest.mark.parametrize("name", TOPICS["statuses"])
def test_a_status_is_shown_by_one_of_its_examples_and_not_by_all(name: str) -> None:
    text = explanation("statuses", name)
    shown = [claim.status == name for fragment in (text.bad, text.good) for claim in example(fragment).claims]
    assert any(shown)
    assert not all(shown)


@pytest.mark.parametrize("name", FORM_WORDS)
def test_a_form_is_what_its_good_example_is_written_in(name: str) -> None:
    text = explanation("forms", name)
    assert {form_word(verdict.target.form) for verdict in verdicts(example(text.good)).values()} == {name}
    bad, good = (
        [(claim.status, claim.gap) for claim in example(fragment).claims] for fragment in (text.bad, text.good)
    )
    assert bad != good, "the wrong way of writing it comes to another verdict"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", ["statuses.md", "forms.md"])
def test_the_pages_say_the_same(page: str, language: str) -> None:
    file = ROOT / "docs" / page if language == "en" else ROOT / "docs" / "zh" / page
    text = file.read_text(encoding="utf-8")
    names = re.findall(r"^<!-- generated: (\w+) -->$", text, re.M)

    assert names == (["table", "statuses"] if page == "statuses.md" else list(FORM_WORDS))
    assert generator().filled(text, language) == text, "run: python tools/docs.py"


def test_a_text_without_chinese_is_refused() -> None:
    with pytest.raises(ValueError, match="sample"):
        bilingual("A title.\n\nA paragraph.\n", "sample")
