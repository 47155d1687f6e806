from tests.rules.cases import findings

RULE = "plan/no-unit"


def test_a_number_of_nothing() -> None:
    snippet = """
        targets:
          farmland: {name: 耕地保有量, keep: {at_least: 5}}
          fields: {name: 永久基本农田, keep: {at_least: 待定}}
          speed: {name: 增速, compare: {above: {reference: city-growth}}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:44 warning 耕地保有量: no unit is given for ≥ 5",
        "plan.yaml:3:43 warning 永久基本农田: no unit is given for ≥ 待定",
        "plan.yaml:4:38 warning 增速: no unit is given for > city-growth",
    ]


def test_ratios_milestones_and_tasks_have_none() -> None:
    snippet = """
        targets:
          ratio: {name: 城乡居民收入比, reach: {at_most: 1.54}}
          index: {name: 数字乡村发展指数, reach: {at_least: 90}}
          road: {name: 环岛公路, milestone: {states: [在建, 通车], reach: 通车}}
          work: {name: 健全机制, task: {}}
        """
    assert findings(snippet, RULE) == []
