from tests.rules.cases import findings

RULE = "plan/schedule-unsound"


def reach(bound: str, schedule: str, baseline: str = "") -> str:
    base = f", baseline: {{year: 2022, value: {baseline}}}" if baseline else ""
    return f'targets:\n  rate: {{name: 率, unit: "%", reach: {{{bound}, schedule: {{{schedule}}}}}{base}}}'


def test_turning_back() -> None:
    assert findings(reach("at_least: 98", "2023: 93, 2024: 96, 2025: 94", "91.4"), RULE) == [
        "plan.yaml:2:89 warning 率: the schedule turns back, 94 at the end of 2025 after 96"
    ]


def test_below_where_it_began() -> None:
    assert findings(reach("at_least: 98", "2024: 90", "91.4"), RULE) == [
        "plan.yaml:2:69 warning 率: the schedule turns back, 90 at the end of 2024 after 91.4"
    ]


def test_less_is_better() -> None:
    assert findings(reach("at_most: 1.5", "2023: 1.7, 2024: 1.6", "1.8"), RULE) == []
    assert findings(reach("at_most: 1.5", "2023: 1.6, 2024: 1.7"), RULE) == [
        "plan.yaml:2:80 warning 率: the schedule turns back, 1.7 at the end of 2024 after 1.6"
    ]


def test_beyond_the_bound_before_the_deadline() -> None:
    assert findings(reach("at_least: 98", "2024: 99"), RULE) == [
        "plan.yaml:2:69 warning 率: the schedule is at 99 in 2024 already, beyond the bound ≥ 98"
    ]


def test_the_deadlines_own_year() -> None:
    assert findings(reach("at_least: 98", "2027: 97"), RULE) == [
        "plan.yaml:2:69 warning 率: the schedule ends with 97, the bound is ≥ 98"
    ]
    assert findings(reach("at_least: 98", "2024: 95, 2027: 98"), RULE) == []
    assert findings(reach("between: [90, 98]", "2027: 95"), RULE) == []


def test_years_outside_the_targets_time() -> None:
    assert findings(reach("at_least: 98", "2022: 90, 2028: 98"), RULE) == [
        "plan.yaml:2:69 warning 率: the schedule begins in 2022, before 2023-01-01",
        "plan.yaml:2:79 warning 率: the schedule goes on to 2028, after the deadline 2027-12-31",
    ]


def test_a_deadline_within_a_year_ends_before_its_year_does() -> None:
    assert findings(reach("at_least: 98, by: 2025-06-30", "2025: 98"), RULE) == [
        "plan.yaml:2:85 warning 率: the schedule goes on to 2025, after the deadline 2025-06-30"
    ]


def test_a_number_to_be_met_exactly_is_approached_from_the_baseline() -> None:
    assert findings(reach("equal: 50", "2024: 60, 2025: 55", "70"), RULE) == []
    assert len(findings(reach("equal: 50", "2024: 60, 2025: 65", "70"), RULE)) == 1
    assert findings(reach("equal: 50", "2024: 60, 2025: 65"), RULE) == []


def test_a_total_never_falls() -> None:
    snippet = """
        targets:
          up: {name: 示范村, unit: 个, accumulate: {at_least: 10, schedule: {2023: 3, 2024: 2, 2025: 11}}}
          cap: {name: 用地, unit: 亩, accumulate: {at_most: 60, schedule: {2023: 20, 2024: 70}}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:81 warning 示范村: the schedule turns back, 2 at the end of 2024 after 3",
        "plan.yaml:2:90 warning 示范村: the schedule is at 11 in 2025 already, beyond the bound ≥ 10",
        "plan.yaml:3:81 warning 用地: the schedule is at 70 in 2024 already, beyond the bound ≤ 60",
    ]


def test_placeholders_are_passed_over() -> None:
    assert findings(reach("at_least: x", "2023: x, 2024: 95, 2025: 96"), RULE) == []
    assert findings(reach("at_least: 98", "2023: 94, 2024: x, 2025: 96"), RULE) == []


def test_a_good_schedule() -> None:
    assert findings(reach("at_least: 98", "2023: 93, 2024: 95, 2025: 95", "91.4"), RULE) == []
