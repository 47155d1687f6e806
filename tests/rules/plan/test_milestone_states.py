from tests.rules.cases import findings, hints

RULE = "plan/milestone-states"


def road(keys: str) -> str:
    return f"targets:\n  road: {{name: 公路, milestone: {{states: [谋划储备, 开工建设, 建成通车], {keys}}}}}"


def test_a_state_that_is_none() -> None:
    snippet = road("reach: 通车, expect: {2024: 开工}")
    assert findings(snippet, RULE) == [
        "plan.yaml:2:67 error 公路: the state to reach, 通车, is not among its states",
        "plan.yaml:2:86 error 公路: 开工, expected by 2024-12-31, is not among its states",
    ]
    assert hints(snippet, RULE)[0] == "write one of its states: 谋划储备, 开工建设, 建成通车"


def test_falling_back() -> None:
    assert findings(road("reach: 建成通车, expect: {2024: 开工建设, 2025-06-30: 谋划储备}"), RULE) == [
        "plan.yaml:2:106 error 公路: expected to fall back from 开工建设 on 2024-12-31 to 谋划储备 on 2025-06-30"
    ]


def test_after_and_on_the_deadline() -> None:
    assert findings(road("reach: 建成通车, by: 2026, expect: {2026: 开工建设, 2027: 建成通车}"), RULE) == [
        "plan.yaml:2:98 warning 公路: only 开工建设 is expected on the deadline, 建成通车 is required",
        "plan.yaml:2:110 warning 公路: 建成通车 is expected on 2027-12-31, after the deadline 2026-12-31",
    ]


def test_in_order_and_in_time() -> None:
    assert findings(road("reach: 建成通车, expect: {2024: 开工建设, 2025: 开工建设, 2027: 建成通车}"), RULE) == []
    assert findings(road("reach: 开工建设"), RULE) == []
