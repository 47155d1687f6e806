import pytest

from tests.rules.cases import findings, hints

RULE = "plan/share-bound"


def share(name: str, bound: str, form: str = "reach", unit: str = "%") -> str:
    return f'targets:\n  share: {{name: {name}, unit: "{unit}", {form}: {{{bound}}}}}'


@pytest.mark.parametrize(
    ("bound", "shown"),
    [
        ("at_least: 980", "≥ 980"),
        ("above: 100", "> 100"),
        ("at_most: 120", "≤ 120"),
        ("below: 0", "< 0"),
        ("at_least: -5", "≥ -5"),
        ("equal: 100.5", "= 100.5"),
        ("between: [90, 105]", "90–105"),
    ],
)
def test_outside_what_a_share_can_be(bound: str, shown: str) -> None:
    (finding,) = findings(share("设施覆盖率", bound), RULE)
    assert finding.endswith(f"warning 设施覆盖率: {shown} lies outside 0 to 100, where shares lie")


def test_points_at_the_number() -> None:
    assert findings(share("设施覆盖率", "at_least: 980", "keep"), RULE)[0].startswith("plan.yaml:2:52 ")


def test_in_a_thousand() -> None:
    assert findings(share("婴儿死亡率", "at_most: 200", unit="‰"), RULE) == []
    assert len(findings(share("婴儿死亡率", "at_most: 2000", unit="‰"), RULE)) == 1


def test_a_part_of_one_for_a_coverage() -> None:
    assert findings(share("设施覆盖率", "at_least: 0.98"), RULE) == [
        "plan.yaml:2:53 warning 设施覆盖率: ≥ 0.98 in % is next to nothing, 98 may be meant"
    ]
    assert hints(share("设施覆盖率", "at_least: 0.98"), RULE) == ["write 98, if that is what the document says"]


@pytest.mark.parametrize(
    ("name", "bound"),
    [
        ("设施覆盖率", "at_least: 100"),
        ("设施覆盖率", "at_most: 0"),
        ("年度任务完成率", "at_least: 110"),
        ("政府债务率", "at_most: 120"),
        ("粮食自给率", "at_least: 150"),
        ("农药使用量增长率", "at_most: -2"),
        ("研发经费占比", "at_least: 0.8"),
        ("农业产值", "at_least: 980"),
        ("设施覆盖率", "at_least: x"),
    ],
)
def test_left_alone(name: str, bound: str) -> None:
    assert findings(share(name, bound), RULE) == []


def test_other_units_and_forms_are_no_shares() -> None:
    assert findings(share("覆盖村数", "at_least: 130", unit="个"), RULE) == []
    assert findings(share("城镇化率", "at_least: -5, basis: points", "grow"), RULE) == []
