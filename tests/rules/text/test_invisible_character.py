from tests.rules.cases import findings, hints

RULE = "text/invisible-character"


def test_found() -> None:
    snippet = "# progress/2024.yaml\nfigures:\n  a\u200b: 5 # \ufeff\u202e\n"
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:4 error an invisible character stands here: U+200B",
        "progress/2024.yaml:2:11 error an invisible character stands here: U+FEFF U+202E",
    ]
    assert hints(snippet, RULE) == [
        "delete it with the backspace key, or type the line anew",
        "delete it with the backspace key, or type the line anew",
    ]


def test_left_alone() -> None:
    snippet = "targets:\n  a: {name: 甲　乙, task: {}}\n"
    assert findings(snippet, RULE) == []
