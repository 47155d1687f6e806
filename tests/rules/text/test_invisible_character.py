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


def test_written_by_its_code() -> None:
    snippet = '# progress/2024.yaml\nfigures:\n  "a\\u200b": {value: 1, note: "\\u202E\\U0000200F\\e\\N甲"}\n'
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:5 error \\u200b stands for an invisible character: U+200B",
        "progress/2024.yaml:2:32 error \\u202E\\U0000200F stands for an invisible character: U+202E U+200F",
        "progress/2024.yaml:2:50 error \\N stands for an invisible character: U+0085",
    ]
    assert hints(snippet, RULE) == ["delete it", "delete it", "delete it"]


def test_letters_that_draw_nothing_and_tags() -> None:
    assert findings("targets:\n  a: {name: 甲\u3164乙\U000e0041, task: {}}\n", RULE) == [
        "plan.yaml:2:14 error an invisible character stands here: U+3164",
        "plan.yaml:2:16 error an invisible character stands here: U+E0041",
    ]
