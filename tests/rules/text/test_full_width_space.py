from tests.rules.cases import findings, hints

RULE = "text/full-width-space"


def test_found() -> None:
    snippet = "# progress/2024.yaml\nfigures:\n　a:　5\n  b: 6　\n"
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:1 error U+3000 is no ordinary space",
        "progress/2024.yaml:2:4 error U+3000 is no ordinary space",
        "progress/2024.yaml:3:7 error U+3000 is no ordinary space",
    ]
    assert hints(snippet, RULE) == [
        "write 2 ordinary, half-width spaces",
        "write an ordinary, half-width space",
        "delete it",
    ]


def test_left_alone() -> None:
    snippet = "targets:\n  a: {name: 甲　乙, task: {}}\n"
    assert findings(snippet, RULE) == []
