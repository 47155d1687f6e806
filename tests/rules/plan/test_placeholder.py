from tests.rules.cases import findings

RULE = "plan/placeholder"


def test_in_bounds_and_schedules() -> None:
    snippet = """
        targets:
          towns: {name: 示范镇, unit: 个, accumulate: {at_least: x}}
          villages: {name: 文明村, unit: 个, accumulate: {between: [3, x-x]}}
          coverage: {name: 覆盖率, unit: "%", reach: {at_least: 98, schedule: {2024: 待定, 2025: 96}}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:54 warning 示范镇: its bound «≥ x» is a placeholder",
        "plan.yaml:3:56 warning 文明村: its bound «3–x-x» is a placeholder",
        "plan.yaml:4:75 warning 覆盖率: the value for 2024 is a placeholder",
    ]


def test_in_the_period() -> None:
    snippet = """
        period: {start: x, end: ××}
        targets:
          a: {name: 甲, task: {}}
          b: {name: 乙, task: {}}
          c: {name: 丙, task: {by: 2025}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:1:17 warning the plan's first year is a placeholder",
        "plan.yaml:1:25 warning the plan's last year is a placeholder, and 2 targets take their deadline from it",
    ]


def test_numbers_are_fine() -> None:
    assert findings("targets: {towns: {name: 示范镇, unit: 个, accumulate: {between: [1, 3]}}}", RULE) == []
