from tests.rules.cases import findings

RULE = "plan/reversed-dates"


def test_period_that_ends_before_it_starts() -> None:
    assert findings("period: {start: 2027, end: 2023}", RULE) == [
        "plan.yaml:1:17 error the plan's period starts in 2027 and ends in 2023"
    ]


def test_target_that_begins_after_its_end() -> None:
    snippet = """
        targets:
          jobs: {name: 新增就业, unit: 人, accumulate: {at_least: 300, from: 2026, by: 2025}}
          air: {name: 空气优良率, unit: "%", keep: {at_least: 96, from: 2028}}
          speed: {name: 增速, unit: "%", compare: {above: {reference: city}, from: 2025-07-01, to: 2025-06-30}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:65 error 新增就业: begins on 2026-01-01, after its end on 2025-12-31",
        "plan.yaml:3:60 error 空气优良率: begins on 2028-01-01, after its end on 2027-12-31",
        "plan.yaml:4:74 error 增速: begins on 2025-07-01, after its end on 2025-06-30",
    ]


def test_one_day_is_a_span() -> None:
    snippet = """
        targets:
          day: {name: 当日, unit: 次, accumulate: {at_least: 1, from: 2025-06-30, by: 2025-06-30}}
        """
    assert findings(snippet, RULE) == []


def test_a_deadline_before_the_plan_is_another_rule() -> None:
    snippet = """
        targets:
          early: {name: 早期任务, unit: 个, accumulate: {at_least: 1, by: 2022}}
        """
    assert findings(snippet, RULE) == []
