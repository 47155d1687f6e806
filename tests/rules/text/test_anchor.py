from tests.rules.cases import findings, hints

RULE = "text/anchor"


def test_found() -> None:
    snippet = """
        targets:
          a: {name: 甲, task: &t {}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:22 error &t marks a piece to be repeated elsewhere",
    ]
    assert hints(snippet, RULE) == [
        "delete &t, and write the piece out wherever it is meant; a text that begins with & is put in quotes",
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a: {name: R&D, note: R & D, task: {}}
        """
    assert findings(snippet, RULE) == []
