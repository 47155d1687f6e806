from tests.rules.cases import findings, hints

RULE = "text/duplicate-key"


def test_found() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: 1
          b: 2
          a: 3
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:4:3 error "a" stood already in line 2',
    ]
    assert hints(snippet, RULE) == [
        "keep one of the two, or give this one a name of its own",
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a: {name: 甲, task: {}}
          b: {name: 甲, task: {}}
        """
    assert findings(snippet, RULE) == []
