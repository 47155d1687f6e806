"""Everything a clerk mistypes ends with the text to write instead, whichever rule tells of it."""

import pytest

from tests.rules.cases import findings_in, rule_named
from vtrack.rules.registry import RULE_NAMES

RULES = [rule_named(f"{family}/{name}") for family in ("text", "schema") for name in RULE_NAMES[family]]


def told(snippet: str) -> list[str]:
    """Each finding of the families text and schema as ``rule: hint``, in English."""
    return [f"{one.rule}: {one.hint.render(str) if one.hint else '-'}" for one in findings_in(snippet, RULES)]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("95.2", []),
        ("９８％", ["text/full-width-digits: write 98; the unit stands in the plan"]),
        ("98％", ["text/full-width-digits: write 98; the unit stands in the plan"]),
        ("98%", ["schema/number: write 98; the unit stands in the plan"]),
        ("约98", ["schema/number: write 98"]),
        ("98个", ["schema/number: write 98"]),
        ('"98"', ["schema/number: write 98"]),
        ("97。5", ["schema/number: write 97.5"]),
        ("1.18万", ["schema/number: write 11800, or the figure in the target's own unit"]),
        ("１．１８万", ["text/full-width-digits: write 11800, or the figure in the target's own unit"]),
        ("11,800", ["schema/number: write 11800"]),
        ("{value: 11,800}", ["text/thousands-comma: write 11800"]),
        ("{value: 11，800}", ["schema/number: write 11800"]),
        ("028", ['text/leading-zero: write 28; or "028" in quotes if it is a code']),
        ("{value：5}", ["text/full-width-colon: write : with a space after it"]),
        ("{value:5}", ["text/missing-space: write : with a space after it"]),
        ("｛value: 5｝", ["text/full-width-punctuation: write {", "text/full-width-punctuation: write }"]),
        ("{value: 5，as_of: 2024-06-30}", ["text/full-width-punctuation: write , with a space after it"]),
        ("{value: 5, as_of: 2024年6月}", ["schema/date: write 2024-06-30"]),
        ("{value: 5, as_of: ２０２４年６月}", ["text/full-width-digits: write 2024-06-30"]),
        ("{value: 5, as_of: 2024－06－30}", ["schema/date: write 2024-06-30"]),
        ("\u30005", ["text/full-width-space: write an ordinary, half-width space"]),
        ("5\u3000", ["text/full-width-space: delete it"]),
        ("\u200b5", ["text/invisible-character: delete it with the backspace key, or type the line anew"]),
        ("{done: 是, evidence: 验收单}", ["schema/type: write true"]),
        ("是", ["schema/number: write {done: true, evidence: …}"]),
        ("83/85", ["schema/number: write {count: 83, of: 85}"]),
        ("无", ["schema/number: leave the whole entry out where nothing is known"]),
    ],
)
def test_a_figure(figure: str, expected: list[str]) -> None:
    assert told(f"# progress/2024.yaml\nfigures:\n  coverage: {figure}\n") == expected


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ('unit: "%", reach: {at_least: 98}', []),
        ("unit: %, reach: {at_least: 98}", ['text/syntax: put it in quotes: "%"']),
        ("unit: ％, reach: {at_least: 98}", ['text/full-width-punctuation: write "%"']),
        ("unit: “%”, reach: {at_least: 98}", ['text/full-width-punctuation: write "%"']),
        ('unit: "%”, reach: {at_least: 98}', ['text/full-width-punctuation: write "']),
        ("单位: 个, reach: {at_least: 98}", ["schema/unknown-key: write unit"]),
        ("reach: {at_least: 98%}", ["schema/number: write 98; the unit stands in the plan"]),
        ("reach: {at_least：98}", ["text/full-width-colon: write : with a space after it"]),
        ("reach: {at_least: 98, by: 2027年}", ["schema/date: write 2027"]),
        ("reach: {at_least: 98, by: 2027.12}", ["schema/date: write 2027-12-31"]),
        ("reach: {between: [10，12]}", ["text/full-width-punctuation: write , with a space after it"]),
        ("reach: {between: 10—12}", ["schema/type: write [10, 12]"]),
        ("task: {}, lead: office", ["schema/type: write [office]"]),
        ("task: {}, lead: [office、housing]", ["text/full-width-punctuation: write , with a space after it"]),
        (
            "task: {}, lead: ［office］",
            ["text/full-width-punctuation: write [", "text/full-width-punctuation: write ]"],
        ),
        ("task: {}, lead: [县住建局]", ["schema/id: write housing"]),
        ("task: {}, nature: 预期性", ["schema/word: write indicative; the words are binding, indicative"]),
        ("task: {}, source: 20", ['schema/type: write "20"']),
        ("task: {unquantified: 是}", ["schema/type: write true"]),
    ],
)
def test_a_target(piece: str, expected: list[str]) -> None:
    assert told(f"targets:\n  coverage: {{name: 覆盖率, {piece}}}\n") == expected


def test_everything_at_once() -> None:
    snippet = """
        targets：
          coverage：
            name： 覆盖率
            unit：％
            reach：｛at_least：９８％，by：２０２７年｝
            lead：［office、housing］
            note: 口径：有设施的行政村，不含撤并村
        """

    assert {line.partition(":")[0] for line in told(snippet)} == {
        "text/full-width-colon", "text/full-width-punctuation", "text/full-width-digits",
    }  # fmt: skip
    assert len(told(snippet)) == 17


def test_messages_hold_no_character_that_cannot_be_seen() -> None:
    snippet = """
        locality: {id: "a\\u200b\\e[31m", name: 示范县, level: "\\u202e\\0"}
        targets:
          "x\\u200b": {name: "", reach: {at_least: "9\\u200b8\\n", "by\\u3000": 1}, lead: ["\\a"]}
        """

    shown = [text for one in findings_in(snippet, RULES) for text in (one.message, one.hint) if text]
    assert len(shown) > 8
    assert [text for text in (text.render(str) for text in shown) if not text.isprintable()] == []
