from tests.rules.cases import findings, hints

RULE = "plan/duplicate-department"


def test_one_name_under_two_ids() -> None:
    snippet = "departments: {agriculture: 县农业农村局, office: 县政府办, rural: 县农业农村局}"
    assert findings(snippet, RULE) == [
        "plan.yaml:1:57 warning 县农业农村局 is declared twice, as agriculture and as rural"
    ]
    assert hints(snippet, RULE) == ["write agriculture wherever rural stands, and take rural out"]


def test_spaces_and_widths_make_no_difference() -> None:
    snippet = """
        departments:
          towns: 各镇(街道)
          streets: 各镇 （街道）
        """
    assert len(findings(snippet, RULE)) == 1


def test_names_that_differ_are_two_units() -> None:
    assert findings("departments: {water: 县水利局, supply: 县水务局}", RULE) == []
