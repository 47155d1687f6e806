from tests.rules.cases import findings

RULE = "plan/unquantified"


def test_a_promise_without_a_number() -> None:
    snippet = """
        targets:
          pilots: {name: 单项试点, task: {unquantified: true, by: 2025}}
          work: {name: 健全机制, task: {}}
          more: {name: 清廉村居, task: {unquantified: false}}
        """
    assert findings(snippet, RULE) == ["plan.yaml:2:45 warning 单项试点: promises a number without giving it"]
