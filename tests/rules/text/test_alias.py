from tests.rules.cases import findings, hints

RULE = "text/alias"


def test_found() -> None:
    snippet = """
        targets:
          a: {name: 甲, task: &t {}}
          b: {name: 乙, task: *t }
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:3:22 error *t repeats a piece from elsewhere",
    ]
    assert hints(snippet, RULE) == [
        'write the piece out here; a text that begins with * is put in quotes: "*t"',
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a: {name: '*甲', note: 甲*乙, task: {}}
        """
    assert findings(snippet, RULE) == []
