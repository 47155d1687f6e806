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
