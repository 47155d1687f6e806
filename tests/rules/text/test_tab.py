from tests.rules.cases import findings, hints

RULE = "text/tab"


def test_found_1() -> None:
    snippet = "targets:\n\ta: {name: 甲, task: {}}\n"
    assert findings(snippet, RULE) == [
        "plan.yaml:2:1 error the line is indented with a tab",
    ]
    assert hints(snippet, RULE) == [
        "delete the tab and press the space key 2 times",
    ]


def test_found_2() -> None:
    snippet = "targets:\n    a: {name: 甲, task: {}}\n\tb: {name: 乙, task: {}}\n"
    assert findings(snippet, RULE) == [
        "plan.yaml:3:1 error the line is indented with a tab",
    ]
    assert hints(snippet, RULE) == [
        "delete the tab and press the space key 4 times",
    ]


def test_left_alone() -> None:
    snippet = "targets:\n  a:\t{name: 甲,\n\ttask: {}}\n"
    assert findings(snippet, RULE) == []
