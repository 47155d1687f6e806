from tests.rules.cases import findings

RULE = "plan/baseline-unsound"


def reach(baseline: str, form: str = "reach: {at_least: 98}", unit: str = "%") -> str:
    return f'targets:\n  rate: {{name: 率, unit: "{unit}", {form}, baseline: {{{baseline}}}}}'


def test_at_the_deadline_or_later() -> None:
    assert findings(reach("year: 2027, value: 91"), RULE) == [
        "plan.yaml:2:70 warning 率: the base year 2027 is not before the deadline 2027-12-31"
    ]


def test_after_the_plan_began() -> None:
    assert findings(reach("year: 2024, value: 91"), RULE) == [
        "plan.yaml:2:70 warning 率: the base year 2024 is after the plan's first year 2023"
    ]
    assert findings(reach("year: 2023, value: 91"), RULE) == []


def test_growth_by_percent_needs_something_to_grow() -> None:
    percent = reach("year: 2022, value: 0", "grow: {at_least: 6}", "亿元")
    assert findings(percent, RULE) == ["plan.yaml:2:82 warning 率: growth by percent cannot start from 0"]
    assert findings(reach("year: 2022, value: 0", "grow: {above: 0, basis: units}", "人"), RULE) == []
    assert findings(reach("year: 2022, value: 0", "grow: {at_least: 6, entry: rates}"), RULE) == []


def test_nothing_left_to_do() -> None:
    assert findings(reach("year: 2022, value: 98.5"), RULE) == [
        "plan.yaml:2:83 info 率: the baseline 98.5 satisfies ≥ 98 already"
    ]


def test_a_good_baseline_and_none() -> None:
    assert findings(reach("year: 2022, value: 91.4"), RULE) == []
    assert findings(reach("year: 2022, value: 91.4", "reach: {at_least: x}"), RULE) == []
    assert findings('targets: {rate: {name: 率, unit: "%", reach: {at_least: 98}}}', RULE) == []
