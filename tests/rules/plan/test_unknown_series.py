from tests.rules.cases import findings, hints

RULE = "plan/unknown-series"


def test_a_target_that_does_not_exist_and_itself() -> None:
    snippet = """
        targets:
          gdp: {name: 生产总值增长, unit: "%", keep: {at_least: 6}}
          income: {name: 收入增长, unit: "%", compare: {at_least: {target: gpd}}}
          farmers: {name: 农民收入增长, unit: "%", compare: {at_least: {target: farmers}}}
          spending: {name: 投入增长, unit: "%", compare: {above: {target: revenue-of-the-district}}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:3:64 error 收入增长: is compared with «gpd», which is no target of this plan",
        "plan.yaml:4:67 error 农民收入增长: is compared with itself",
        "plan.yaml:5:63 error 投入增长: is compared with «revenue-of-the-district», which is no target of this plan",
    ]
    assert hints(snippet, RULE) == [
        "write gdp if 生产总值增长 is meant",
        "write the id of another target, or a `reference`",
        "write the id of a target, or `reference` for a series from outside the plan",
    ]


def test_in_a_statement() -> None:
    snippet = """
        targets:
          income:
            name: 收入增长
            unit: "%"
            keep: {at_least: 6}
            stated: [{source: 附件6, at_least: {target: gdp}}]
        """
    assert len(findings(snippet, RULE)) == 1


def test_known_targets_and_references() -> None:
    snippet = """
        targets:
          gdp: {name: 生产总值增长, unit: "%", keep: {at_least: 6}}
          income: {name: 收入增长, unit: "%", compare: {at_least: {target: gdp}}}
          farmers: {name: 农民收入增长, unit: "%", compare: {at_least: {reference: farmers}}}
        """
    assert findings(snippet, RULE) == []


def test_a_target_that_could_not_be_read_exists_all_the_same() -> None:
    snippet = """
        targets:
          gdp: {name: 生产总值增长, unit: "%", keep: {at_lest: 6}}
          income: {name: 收入增长, unit: "%", compare: {at_least: {target: gdp}}}
        """
    assert findings(snippet, RULE) == []
