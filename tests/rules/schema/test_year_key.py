from tests.rules.cases import findings, hints

RULE = "schema/year-key"


def test_of_a_schedule() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {at_least: 98, schedule: {2024年: 94, 25: 95, 首年: 93}}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:49 error "2024年" is no year',
        'plan.yaml:2:60 error "25" is no year',
        'plan.yaml:2:68 error "首年" is no year',
    ]
    assert hints(snippet, RULE) == [
        "write 2024",
        "write 2025",
        "write a year such as 2024",
    ]


def test_of_an_expectation() -> None:
    snippet = """
        targets:
          a: {name: 甲, milestone: {states: [x, y], reach: y, expect: {2024年6月: x, 年底: y}}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:63 error "2024年6月" is neither a year nor a date',
        'plan.yaml:2:75 error "年底" is neither a year nor a date',
    ]
    assert hints(snippet, RULE) == [
        "write 2024-06-30",
        "write a year such as 2024, or a date such as 2024-06-30",
    ]


def test_years() -> None:
    snippet = """
        targets:
          a: {name: 甲, milestone: {states: [x, y], reach: y, expect: {2024: x, 2025-06-30: y}}}
        """
    assert findings(snippet, RULE) == []
