import pytest

from tests.rules.cases import findings, hints

RULE = "text/syntax"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("unit: %", '11 error a value cannot begin with %: "%"', 'put it in quotes: "%"'),
        ("note: @甲", '11 error a value cannot begin with @: "@甲"', 'put it in quotes: "@甲"'),
        ('note: "甲', '11 error the quote " opened here is never closed', 'close it with " at the end of the text'),
        ("lead: [office", "11 error the bracket [ opened here is never closed", "close it with ]"),
        ("lead: [office}", "18 error } closes a bracket of another kind", "write ]"),
        ("lead: [office]]", "19 error ] closes a bracket that was never opened", "delete it"),
        ("reach: {at_least: 98 by: 2027}", '26 error a comma is missing before "by"',
         "separate the entries in brackets by a comma and a space: {a: 1, b: 2}"),
        ("note: 口径: 甲", '11 error a second colon in one line: "口径: 甲" reads like a key',
         'put the text in quotes: "口径: 甲"'),
        (": 甲", "5 error no key stands before the colon", "write a word before the colon, such as coverage: 95.2"),
        ("lead: - office", '11 error a list cannot begin in the line of its key: "- office"', "write [office]"),
        ("value: - 5", '12 error a list cannot begin in the line of its key: "- 5"', "write -5"),
        ("lead: - [a]", '11 error a list cannot begin in the line of its key: "- [a]"',
         "write the items in brackets, [a, b], or each in a line of its own below the key"),
        ('note: "甲" 乙', '15 error "乙" stands behind a value that is already whole',
         "put the whole value in quotes, or begin a new line"),
        ('note: "C:\\新"', "14 error \\新 means nothing within double quotes",
         "write \\\\新, or put the text in single quotes"),
        ("note: |甲", '12 error "甲" stands where only a line break may, behind | or >',
         "begin the text in the next line, indented; or take the sign away"),
        ("- 甲", "5 error list items and keys stand on the same level",
         "begin all of these lines with a dash and a space, or none"),
        (" unit: 个", '6 error "unit: 个" does not begin where the lines of its level begin',
         "begin lines of one level in the same column, and what belongs to a key two spaces further in"),
    ],
)  # fmt: skip
def test_told(line: str, message: str, hint: str) -> None:
    snippet = f"targets:\n  coverage:\n    name: 覆盖率\n    {line}\n    group: 甲\n"

    assert findings(snippet, RULE) == [f"plan.yaml:4:{message}"]
    assert hints(snippet, RULE) == [hint]


def test_a_line_without_a_colon() -> None:
    snippet = """
        targets:
          coverage:
            name: 覆盖率
            task
            group: 甲
        """

    assert findings(snippet, RULE) == ['plan.yaml:4:5 error "task" is neither a key with a colon nor a value']


def test_the_end_of_a_document() -> None:
    assert findings("format: 1\n...\n", RULE) == ["plan.yaml:3:1 error the text goes on behind the line ..."]


def test_a_directive() -> None:
    assert findings("%甲\nformat: 1\n", RULE) == ["plan.yaml:1:1 error a line cannot begin with %"]
    assert hints("%甲\nformat: 1\n", RULE) == ["delete the line, or begin it with a key"]


def test_what_no_sentence_is_known_for_is_told_in_the_parsers_words() -> None:
    (found,) = findings('note: "\\x4"\n', RULE)

    assert found.startswith("plan.yaml:1:")
    assert "the text cannot be read from here on: " in found


def test_several_at_once() -> None:
    snippet = """
        targets:
          a: {name: 甲, unit: %, task: {}}
          b: {name: 乙, unit: %, task: {}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:22 error a value cannot begin with %: "%"',
        'plan.yaml:3:22 error a value cannot begin with %: "%"',
    ]


def test_no_control_character_reaches_the_screen() -> None:
    (found,) = findings('note: @"\\e\u3000"\n', RULE)

    assert found.isprintable()
