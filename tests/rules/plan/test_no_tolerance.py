from tests.rules.cases import findings

RULE = "plan/no-tolerance"


def test_about_how_much() -> None:
    snippet = """
        targets:
          villages:
            name: 中心村
            unit: 个
            reach: {at_least: 15}
            stated:
              - {source: 正文3, at_least: 15}
              - {source: 附件19, about: 15}
              - {source: 附件20, about: 15, within: 1}
        """
    assert findings(snippet, RULE) == ["plan.yaml:8:31 warning 中心村: 附件19 says about how much, without a tolerance"]


def test_the_target_may_give_it() -> None:
    snippet = """
        targets:
          villages: {name: 中心村, unit: 个, reach: {about: 15, within: 1}, stated: [{source: 附件19, about: 15}]}
        """
    assert findings(snippet, RULE) == []


def test_in_step_to_the_last_digit() -> None:
    snippet = """
        targets:
          income: {name: 居民收入增速, unit: "%", compare: {equal: {reference: gdp-growth}}}
          farmers: {name: 农民收入增速, unit: "%", compare: {equal: {reference: gdp-growth}, within: 0.5}}
          towns: {name: 城镇收入增速, unit: "%", compare: {at_least: {reference: gdp-growth}}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:54 warning 居民收入增速: must equal gdp-growth to the last digit, no tolerance is given"
    ]
