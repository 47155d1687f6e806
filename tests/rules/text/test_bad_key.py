from tests.rules.cases import findings, hints

RULE = "text/bad-key"


def test_found_1() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: {{value: 5}}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:7 error a bracket stands where a key belongs",
    ]
    assert hints(snippet, RULE) == [
        "write a word before the colon; braces are written once: {value: 95.2}",
    ]


def test_found_2() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          "": 5
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:3 error the key before the colon is empty",
    ]
    assert hints(snippet, RULE) == [
        "write a word before the colon, such as coverage: 95.2",
    ]


def test_left_alone() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: {value: 5}
        """
    assert findings(snippet, RULE) == []
