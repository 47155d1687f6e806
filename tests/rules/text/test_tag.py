from tests.rules.cases import findings, hints

RULE = "text/tag"


def test_found() -> None:
    snippet = """
        targets:
          a: {name: !!str 甲, task: {}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:13 error !!str is a type mark",
    ]
    assert hints(snippet, RULE) == [
        "delete !!str; a text that begins with ! is put in quotes",
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a: {name: 好!, task: {}}
        """
    assert findings(snippet, RULE) == []
