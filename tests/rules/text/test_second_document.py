from tests.rules.cases import findings, hints

RULE = "text/second-document"


def test_found() -> None:
    snippet = """
        format: 1
        ---
        year: 1
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:1 error a second document begins here; a file holds one",
    ]
    assert hints(snippet, RULE) == [
        "delete the line ---, or move what follows to a file of its own",
    ]


def test_left_alone() -> None:
    snippet = """
        ---
        format: 1
        """
    assert findings(snippet, RULE) == []
