from tests.rules.cases import findings

RULE = "plan/deadline-outside-period"


def test_too_late_and_too_early() -> None:
    snippet = """
        targets:
          village: {name: 根本改变, milestone: {states: [否, 是], reach: 是, by: 2032}}
          works: {name: 前期工作, task: {by: 2022-12-31}}
          air: {name: 空气优良率, unit: "%", keep: {at_least: 96, to: 2028}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:67 warning 根本改变: due on 2032-12-31, after the plan's last year 2027",
        "plan.yaml:3:34 warning 前期工作: due on 2022-12-31, before the plan's first year 2023",
        "plan.yaml:4:58 warning 空气优良率: due on 2028-12-31, after the plan's last year 2027",
    ]


def test_counted_from_before_the_plan() -> None:
    snippet = """
        targets:
          villages: {name: 示范村, unit: 个, accumulate: {at_least: 8, from: 2021}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:66 info 示范村: counts from 2021-01-01, before the plan's first year 2023"
    ]


def test_within_the_period_or_inherited() -> None:
    snippet = """
        targets:
          a: {name: 甲, task: {}}
          b: {name: 乙, task: {by: 2027}}
          c: {name: 丙, unit: 个, accumulate: {at_least: 8, from: 2023-01-01, by: 2027-12-31}}
        """
    assert findings(snippet, RULE) == []


def test_a_placeholder_period_has_no_outside() -> None:
    snippet = """
        period: {start: x, end: x}
        targets:
          a: {name: 甲, task: {by: 2032}}
          b: {name: 乙, unit: 个, keep: {at_least: 1, from: 2001}}
        """
    assert findings(snippet, RULE) == []
