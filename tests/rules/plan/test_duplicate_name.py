from tests.rules.cases import findings

RULE = "plan/duplicate-name"


def test_the_second_of_a_name() -> None:
    snippet = """
        targets:
          roads: {name: 农村公路, unit: 公里, accumulate: {at_least: 20}}
          upkeep: {name: 农村 公路, unit: "%", keep: {at_least: 95}}
          again: {name: 农村公路, task: {}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:3:18 warning 农村 公路: this is the name of roads, too",
        "plan.yaml:4:17 warning 农村公路: this is the name of roads, too",
    ]


def test_names_that_differ() -> None:
    snippet = """
        targets:
          roads: {name: 新改建农村公路, task: {}}
          upkeep: {name: 农村公路养护, task: {}}
        """
    assert findings(snippet, RULE) == []
