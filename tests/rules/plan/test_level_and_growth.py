import pytest

from tests.rules.cases import findings

RULE = "plan/level-and-growth"


def gdp(
    level: str, growth: str, baseline: str | None = None, *, form: str = "grow", entry: str = ", entry: rates"
) -> str:
    base = f", baseline: {{year: 2022, value: {baseline}}}" if baseline else ""
    return f"""
        targets:
          gdp: {{name: 地区生产总值, unit: 亿元, reach: {{{level}}}{base}}}
          growth: {{name: 地区生产总值年均增长, unit: "%", {form}: {{{growth}{entry}}}}}
        """


def test_no_value_satisfies_both() -> None:
    assert findings(gdp("at_most: 130", "at_least: 6", "100"), RULE) == [
        "plan.yaml:2:50 warning 地区生产总值: ≤ 130 by 2027 and ≥ 6 % a year cannot both hold,"
        " from 100 in 2022 the growth leads to ≥ 133.82"
    ]


def test_the_edge_is_exact() -> None:
    # 1.05 to the fifth is 1.2762815625.
    assert findings(gdp("at_most: 127.62815625", "at_least: 5", "100"), RULE) == []
    assert len(findings(gdp("at_most: 127.62815624", "at_least: 5", "100"), RULE)) == 1
    assert len(findings(gdp("at_most: 127.62815625", "above: 5", "100"), RULE)) == 1


def test_the_growth_leads_beyond_the_level() -> None:
    assert findings(gdp("at_least: 150", "at_least: 6", "120"), RULE) == [
        "plan.yaml:2:51 info 地区生产总值: ≥ 150 by 2027 asks for nothing beside ≥ 6 % a year,"
        " which from 120 in 2022 leads to ≥ 160.59"
    ]


def test_the_level_asks_for_more_than_the_growth() -> None:
    assert findings(gdp("at_least: 150", "at_least: 6", "100"), RULE) == [
        "plan.yaml:2:51 info 地区生产总值: ≥ 6 % a year asks for nothing beside ≥ 150 by 2027,"
        " from 100 in 2022 it leads only to ≥ 133.82"
    ]


def test_growth_of_every_year_is_more_than_a_level_at_the_end() -> None:
    assert findings(gdp("at_least: 150", "at_least: 6, each: every", "100"), RULE) == []
    assert findings(gdp("at_least: 150", "at_least: 6", "100", form="keep", entry=""), RULE) == []
    assert len(findings(gdp("at_most: 130", "at_least: 6", "100", form="keep", entry=""), RULE)) == 1


def test_both_can_hold_and_each_asks_for_something() -> None:
    assert findings(gdp("between: [130, 140]", "at_least: 6", "100"), RULE) == []
    assert findings(gdp("at_most: 140", "at_least: 6", "100"), RULE) == []


@pytest.mark.parametrize(
    ("level", "growth", "told"),
    [
        (
            "at_least: 150",
            "at_least: 6",
            "≥ 150 by 2027 and ≥ 6 % a year ask the same from a base of 112.09 in 2022;"
            " from less the level asks for more, from more the growth does",
        ),
        (
            "at_most: 150",
            "at_most: 6",
            "≤ 150 by 2027 and ≤ 6 % a year ask the same from a base of 112.09 in 2022;"
            " from less the growth asks for more, from more the level does",
        ),
        ("at_least: 150", "at_most: 6", "≥ 150 by 2027 and ≤ 6 % a year presuppose 112.09 or more in 2022"),
        ("at_most: 150", "at_least: 6", "≤ 150 by 2027 and ≥ 6 % a year presuppose 112.08 or less in 2022"),
        ("equal: 150", "equal: 6", "= 150 by 2027 and = 6 % a year presuppose 112.09 in 2022"),
        ("between: [150, 160]", "equal: 6", "150–160 by 2027 and = 6 % a year presuppose 112.09 to 119.56 in 2022"),
    ],
)
def test_what_two_targets_without_a_base_presuppose(level: str, growth: str, told: str) -> None:
    (finding,) = findings(gdp(level, growth), RULE)
    assert finding.partition(" info ")[2] == f"地区生产总值: {told}"


def test_points_and_units() -> None:
    snippet = """
        targets:
          share: {name: 县城人口占比, unit: "%", reach: {at_most: 60}, baseline: {year: 2022, value: 57}}
          share-growth: {name: 县城人口占比年均提高, unit: "%", grow: {at_least: 0.8, basis: points}}
          jobs: {name: 就业人数, unit: 人, reach: {below: 1500}}
          jobs-increase: {name: 岗, unit: 人, grow: {at_least: 100, basis: units}, baseline: {year: 2022, value: 1000}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:53 warning 县城人口占比: ≤ 60 by 2027 and ≥ 0.8 percentage points a year cannot both hold,"
        " from 57 in 2022 the growth leads to ≥ 61",
        "plan.yaml:4:46 warning 就业人数: < 1500 by 2027 and ≥ 100 人 a year cannot both hold,"
        " from 1000 in 2022 the growth leads to ≥ 1500",
    ]


@pytest.mark.parametrize(
    ("level", "growth"),
    [
        ("生产总值", "GDP年增速"),
        ("全区农业增加值", "农业增加值增长率"),
        ("地区生产总值（现价）", "国内生产总值年均增速（可比价）"),
        ("粮食总产量", "粮食总产量逐年提高"),
        ("农药使用量", "农药使用量零增长"),
        ("城镇化率", "城镇化率年均提高"),
    ],
)
def test_names_of_one_indicator(level: str, growth: str) -> None:
    snippet = f"""
        targets:
          a: {{name: {level}, unit: 单位, reach: {{at_most: 90}}, baseline: {{year: 2022, value: 100}}}}
          b: {{name: {growth}, unit: "%", grow: {{at_least: 1, entry: rates}}}}
        """
    assert len(findings(snippet, RULE)) == 1


@pytest.mark.parametrize(
    ("level", "growth"),
    [
        ("农业增加值", "农业总产值年均增长"),
        ("农业增加值", "农业年均增长"),
        ("粮食产量（早稻）", "粮食产量年均增长（晚稻）"),
        ("城镇居民收入", "农村居民收入年均增长"),
        ("连片提升示范区", "连片示范区年均增长"),
    ],
)
def test_names_of_two_indicators(level: str, growth: str) -> None:
    snippet = f"""
        targets:
          a: {{name: {level}, unit: 单位, reach: {{at_most: 90}}, baseline: {{year: 2022, value: 100}}}}
          b: {{name: {growth}, unit: "%", grow: {{at_least: 1, entry: rates}}}}
        """
    assert findings(snippet, RULE) == []


def test_an_average_says_nothing_about_another_year() -> None:
    assert findings(gdp("at_most: 130, by: 2026", "at_least: 6, by: 2027", "100"), RULE) == []
    # 1.06 to the fourth from 100 is 126.2.
    assert findings(gdp("at_most: 130, by: 2026", "at_least: 6, by: 2027, each: every", "100"), RULE) == []
    assert len(findings(gdp("at_most: 126, by: 2026", "at_least: 6, by: 2027, each: every", "100"), RULE)) == 1
    assert findings(gdp("at_most: 126, by: 2026-06-30", "at_least: 6, by: 2027, each: every", "100"), RULE) == []


def test_what_cannot_be_computed_is_left_alone() -> None:
    assert findings(gdp("at_least: x", "at_least: 6", "100"), RULE) == []
    assert findings(gdp("at_most: 130", "at_least: x", "100"), RULE) == []
    assert findings(gdp("at_most: 130", "at_least: 6", "0"), RULE) == []
    assert (
        findings(
            "period: {start: x, end: x}\n" + gdp("at_most: 130", "at_least: 6", "100").replace("\n        ", "\n"), RULE
        )
        == []
    )
    assert len(findings(gdp("at_most: 130", "at_most: -100"), RULE)) == 0
