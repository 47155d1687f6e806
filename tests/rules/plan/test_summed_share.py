from tests.rules.cases import findings

RULE = "plan/summed-share"


def test_totals_and_flows_of_percentages() -> None:
    snippet = """
        targets:
          coverage: {name: 设施覆盖率, unit: "%", accumulate: {at_least: 98}}
          growth: {name: 居民收入增速, unit: "%", keep: {at_least: 7, entry: flow}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:50 warning 设施覆盖率: adds up values in %",
        "plan.yaml:3:64 warning 居民收入增速: takes values in % for amounts that grow within the year",
    ]


def test_levels_in_percent_and_sums_of_things() -> None:
    snippet = """
        targets:
          a: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}}
          b: {name: 居民收入增速, unit: "%", keep: {at_least: 7}}
          c: {name: 设施, unit: 个, accumulate: {at_least: 130}}
          d: {name: 会议, unit: 次, keep: {at_least: 1, entry: flow}}
        """
    assert findings(snippet, RULE) == []
