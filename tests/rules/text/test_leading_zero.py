from tests.rules.cases import findings, hints

RULE = "text/leading-zero"


def test_found() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: 028
          b: -00.5
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:6 error 028 begins with a zero",
        "progress/2024.yaml:3:6 error -00.5 begins with a zero",
    ]
    assert hints(snippet, RULE) == [
        'write 28; or "028" in quotes if it is a code',
        'write -0.5; or "-00.5" in quotes if it is a code',
    ]


def test_left_alone() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: 0.5
          b: {value: 0, note: '028'}
        """
    assert findings(snippet, RULE) == []
