from tests.rules.cases import findings, hints

RULE = "text/number-size"


def test_found() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: 1111111111111111111111111111111
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:6 error 11111111111111111111… has more than 30 digits",
    ]
    assert hints(snippet, RULE) == [
        "write the figure with the digits it really has; a code or an account number is put in quotes",
    ]


def test_left_alone() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: 111111111111111111111111111111
        """
    assert findings(snippet, RULE) == []
