from tests.rules.cases import findings

RULE = "plan/unlike-series"


def test_another_unit_and_no_numbers_at_all() -> None:
    snippet = """
        targets:
          gdp: {name: 生产总值, unit: 亿元, reach: {at_least: 150}}
          road: {name: 公路, milestone: {states: [在建, 通车], reach: 通车}}
          income: {name: 收入增速, unit: "%", compare: {at_least: {target: gdp}}}
          works: {name: 投入增速, unit: "%", compare: {at_least: {target: road}}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:4:64 warning 收入增速: in % is compared with 生产总值 in 亿元",
        "plan.yaml:5:63 error 投入增速: is compared with 公路, which has no numbers",
    ]


def test_the_same_unit_or_none() -> None:
    snippet = """
        targets:
          gdp: {name: 生产总值增速, unit: "%", keep: {at_least: 6}}
          income: {name: 收入增速, unit: "%", compare: {at_least: {target: gdp}}}
          farmers: {name: 农民收入增速, compare: {at_least: {target: gdp}}}
          city: {name: 快于全市, unit: "%", compare: {above: {reference: city}}}
        """
    assert findings(snippet, RULE) == []
