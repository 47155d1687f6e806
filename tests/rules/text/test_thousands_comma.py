from tests.rules.cases import findings, hints

RULE = "text/thousands-comma"


def test_found() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: {value: 11,800}
          b: {value: 1,234,567.5元, as_of: 2024-06-30}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:14 error the comma cuts 11,800 in two",
        "progress/2024.yaml:3:14 error the comma cuts 1,234,567.5元 in two",
    ]
    assert hints(snippet, RULE) == [
        "write 11800",
        "write 1234567.5",
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {between: [11,800]}}
        """
    assert findings(snippet, RULE) == []
