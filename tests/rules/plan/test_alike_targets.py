import pytest

from tests.rules.cases import findings

RULE = "plan/alike-targets"


def pair(first: str, second: str, *, last: int = 4) -> str:
    return f"""
        targets:
          a: {{name: {first}, unit: 个, accumulate: {{at_least: 4}}}}
          b: {{name: {second}, unit: 个, accumulate: {{at_least: {last}}}}}
        """


def test_one_thing_under_two_names() -> None:
    assert findings(pair("党建引领乡村连片提升示范区", "和美乡村连片提升示范区"), RULE) == [
        "plan.yaml:3:58 info 和美乡村连片提升示范区: may be the same as 党建引领乡村连片提升示范区, both ask for ≥ 4"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("省级美丽乡村精品示范村", "市级美丽乡村精品示范村"),
        ("城市社区居家养老服务中心", "农村社区居家养老服务中心"),
        ("北岙街道连片提升示范区", "大门镇连片提升示范区"),
        ("2024年连片提升示范区建设", "2025年连片提升示范区建设"),
        ("连片提升示范区", "和美乡村连片提升示范区"),
        ("未来社区", "美丽城镇"),
    ],
)
def test_names_with_a_real_difference(first: str, second: str) -> None:
    assert findings(pair(first, second), RULE) == []


def test_another_number_is_another_thing() -> None:
    assert findings(pair("党建引领乡村连片提升示范区", "和美乡村连片提升示范区", last=5), RULE) == []


def test_shares_and_placeholders_are_not_compared() -> None:
    snippet = """
        targets:
          a: {name: 党建引领乡村连片提升示范区, unit: 个, accumulate: {at_least: x}}
          b: {name: 和美乡村连片提升示范区, unit: 个, accumulate: {at_least: x}}
          c: {name: 农药废弃包装物安全回收处置率, unit: "%", reach: {at_least: 90}}
          d: {name: 废旧农膜安全回收处置率, unit: "%", reach: {at_least: 90}}
        """
    assert findings(snippet, RULE) == []
