from tests.rules.cases import findings, hints

RULE = "text/missing-space"


def test_found() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a:5
          b: {value:5}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:4 error no space follows the colon of a key",
        "progress/2024.yaml:3:12 error no space follows the colon of a key",
    ]
    assert hints(snippet, RULE) == [
        "write : with a space after it",
        "write : with a space after it",
    ]


def test_left_alone() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: {value: 5, evidence: http://a.cn:80/x, note: 12:30}
        """
    assert findings(snippet, RULE) == []
