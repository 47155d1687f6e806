from tests.rules.cases import findings

RULE = "plan/aggregate-outside-parts"


def income(whole: str, urban: str, rural: str, name: str = "全体居民人均可支配收入年增长") -> str:
    return f"""
        targets:
          all: {{name: {name}, unit: "%", keep: {{{whole}}}}}
          urban: {{name: 城镇居民人均可支配收入年均增长, unit: "%", grow: {{{urban}, entry: rates}}}}
          rural: {{name: 农村居民人均可支配收入年均增长, unit: "%", grow: {{{rural}, entry: rates}}}}
        """


def test_above_all_of_its_parts() -> None:
    assert findings(income("at_least: 7.2", "at_least: 6", "at_least: 7"), RULE) == [
        "plan.yaml:2:59 warning 全体居民人均可支配收入年增长: ≥ 7.2 is above all of its parts:"
        " 城镇居民人均可支配收入年均增长 ≥ 6, 农村居民人均可支配收入年均增长 ≥ 7"
    ]


def test_a_floor_below_its_parts_asks_for_nothing() -> None:
    assert findings(income("at_least: 5", "at_least: 6", "at_least: 7"), RULE) == [
        "plan.yaml:2:59 info 全体居民人均可支配收入年增长: ≥ 5 asks for nothing beside its parts:"
        " 城镇居民人均可支配收入年均增长 ≥ 6, 农村居民人均可支配收入年均增长 ≥ 7"
    ]


def test_between_its_parts() -> None:
    assert findings(income("at_least: 6.5", "at_least: 6", "at_least: 7"), RULE) == []
    assert findings(income("at_least: 7", "at_least: 6", "at_least: 7"), RULE) == []
    assert findings(income("above: 6.5", "at_least: 6", "above: 7"), RULE) == []


def test_ceilings_are_the_other_way_round() -> None:
    snippet = """
        targets:
          all: {name: 城乡调查失业率, unit: "%", keep: {at_most: 4}}
          urban: {name: 城镇调查失业率, unit: "%", keep: {at_most: 5}}
          rural: {name: 农村调查失业率, unit: "%", keep: {at_most: 6}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:51 warning 城乡调查失业率: ≤ 4 is below all of its parts: 城镇调查失业率 ≤ 5, 农村调查失业率 ≤ 6"
    ]
    assert findings(snippet.replace("at_most: 4", "at_most: 8"), RULE)[0].startswith("plan.yaml:2:51 info ")


def test_exact_numbers_cannot_lie_outside_at_all() -> None:
    (finding,) = findings(income("equal: 5", "equal: 6", "equal: 7"), RULE)
    assert "warning" in finding
    assert "is below all of its parts" in finding


def test_a_whole_that_does_not_say_so() -> None:
    assert len(findings(income("at_least: 8", "at_least: 6", "at_least: 7", "居民人均可支配收入增长"), RULE)) == 1


def test_one_part_is_no_division() -> None:
    snippet = """
        targets:
          all: {name: 全体居民收入增速, unit: "%", keep: {at_least: 8}}
          urban: {name: 城镇居民收入增速, unit: "%", keep: {at_least: 6}}
          workers: {name: 城镇居民收入增速目标, unit: "%", keep: {at_least: 6}}
        """
    assert findings(snippet, RULE) == []


def test_what_is_no_mean_is_not_compared() -> None:
    snippet = """
        targets:
          all: {name: 全部养老床位, unit: 张, reach: {at_least: 1000}}
          urban: {name: 城镇养老床位, unit: 张, reach: {at_least: 600}}
          rural: {name: 农村养老床位, unit: 张, reach: {at_least: 400}}
        """
    assert findings(snippet, RULE) == []


def test_other_units_deadlines_senses_and_placeholders() -> None:
    assert findings(income("at_least: 8, to: 2025", "at_least: 6", "at_least: 7"), RULE) == []
    assert findings(income("at_least: 8", "at_most: 6", "at_least: 7"), RULE) == []
    assert findings(income("between: [8, 9]", "at_least: 6", "at_least: 7"), RULE) == []
    assert findings(income("at_least: x", "at_least: 6", "at_least: 7"), RULE) == []
    assert findings(income("at_least: 8", "at_least: x", "at_least: 7"), RULE) == []
