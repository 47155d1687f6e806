from tests.rules.cases import findings, hints

RULE = "text/control-character"


def test_found() -> None:
    snippet = "targets:\n  a: {name: 甲\x1b\x07, task: {}}\n"
    assert findings(snippet, RULE) == [
        "plan.yaml:2:14 error a control character stands here: U+001B U+0007",
    ]
    assert hints(snippet, RULE) == [
        "delete it, or type the line anew",
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a: {name: 甲, task: {}}
        """
    assert findings(snippet, RULE) == []


def test_written_by_its_code() -> None:
    snippet = """
        targets:
          a: {name: "甲\\e[2J\\x07\\a乙", task: {}, note: "一
              \\0二", "k\\b": 3}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:15 error \\e stands for a control character: U+001B",
        "plan.yaml:2:20 error \\x07\\a stands for a control character: U+0007",
        "plan.yaml:3:7 error \\0 stands for a control character: U+0000",
        "plan.yaml:3:15 error \\b stands for a control character: U+0008",
    ]
    assert hints(snippet, RULE) == [
        "delete it; if a backslash is meant, write it twice: \\\\e",
        "delete it; if a backslash is meant, write it twice: \\\\x07\\\\a",
        "delete it; if a backslash is meant, write it twice: \\\\0",
        "delete it; if a backslash is meant, write it twice: \\\\b",
    ]


def test_behind_a_mistake_it_stands_where_it_is_written() -> None:
    assert findings('targets：\n  a：　{name: "甲\\e", task: {}}\n', RULE) == [
        "plan.yaml:2:15 error \\e stands for a control character: U+001B",
    ]


def test_codes_that_stand_for_themselves_or_for_what_can_be_seen() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: {value: 1, note: 'C:\\e\\b', evidence: C:\\e\\b}
          b: {value: 1, note: "\\\\e \\t\\n\\"\\u7532\\x41\\/ \\\\u202e"} # \\e
          c:
            value: 1
            note: |
              \\e
        """
    assert findings(snippet, RULE) == []
