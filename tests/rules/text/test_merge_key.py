from tests.rules.cases import findings, hints

RULE = "text/merge-key"


def test_found() -> None:
    snippet = """
        targets:
          a: {<<: {task: {}}, name: 甲}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:7 error << takes keys over from another piece",
    ]
    assert hints(snippet, RULE) == [
        "delete << and write the keys out here",
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a: {name: 甲<<乙, task: {}}
        """
    assert findings(snippet, RULE) == []
