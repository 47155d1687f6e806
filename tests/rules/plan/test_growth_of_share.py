from tests.rules.cases import findings, hints

RULE = "plan/growth-of-share"


def test_percent_of_percent() -> None:
    snippet = """
        targets:
          gdp-growth: {name: 地区生产总值年均增长, unit: "%", grow: {at_least: 6}}
          urban: {name: 城镇化率, unit: "%", grow: {at_least: 0.8}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:62 warning 地区生产总值年均增长: asks how many percent a value in % grows",
        "plan.yaml:3:51 warning 城镇化率: asks how many percent a value in % grows",
    ]
    assert hints(snippet, RULE) == [
        "add `entry: rates` if yearly growth rates are reported, else give the unit of the levels",
        "add `basis: points` if percentage points a year are meant, `entry: rates` if growth rates are reported",
    ]


def test_rates_points_and_levels() -> None:
    snippet = """
        targets:
          a: {name: 地区生产总值年均增长, unit: "%", grow: {at_least: 6, entry: rates}}
          b: {name: 城镇化率, unit: "%", grow: {at_least: 0.8, basis: points}}
          c: {name: 地区生产总值, unit: 亿元, grow: {at_least: 6}}
        """
    assert findings(snippet, RULE) == []
