import pytest

from tests.rules.cases import findings, hints

RULE = "plan/alike-departments"


def test_a_short_form_points_to_the_full_name() -> None:
    snippet = """
        departments:
          agriculture-rural: 农业农村办
          agriculture: 农业办
        """
    assert findings(snippet, RULE) == ["plan.yaml:3:16 info 农业办 and 农业农村办 may be one unit"]
    assert hints(snippet, RULE) == [
        "if they are one, write agriculture-rural wherever agriculture stands; if two, leave them"
    ]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("市交通局", "市交通运输局"),
        ("区卫健局", "区卫生健康局"),
        ("市文旅局", "市文化和旅游局"),
        ("市林业局", "市林业和草原局"),
        ("市卫生健康局", "市卫生健康局局"),
        ("市住房和城乡建设", "市住房和城乡建设局"),
        ("自然资源", "自然资源服务中心"),
    ],
)
def test_short_and_damaged_names(short: str, full: str) -> None:
    assert findings(f"departments: {{a: {full}, b: {short}}}", RULE) == [
        f"plan.yaml:1:{len('departments: {a: , b: ') + len(full) + 1} info {short} and {full} may be one unit"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市水利局", "市水务局"),
        ("区委办", "区委改革办"),
        ("县政府办", "县政府督查办"),
        ("市民政局", "市财政局"),
        ("县妇联", "县残联"),
        ("县委宣传部", "县委组织部"),
        ("综合办公室", "党建工作办公室"),
        ("市公安局", "市公安局交通警察支队直属大队"),
        ("各镇", "各镇(街道)"),
    ],
)
def test_names_of_two_units(one: str, other: str) -> None:
    assert findings(f"departments: {{a: {one}, b: {other}}}", RULE) == []
