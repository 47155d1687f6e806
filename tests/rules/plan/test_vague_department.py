from tests.rules.cases import findings

RULE = "plan/vague-department"


def test_nobody_is_named() -> None:
    snippet = """
        departments: {office: 县政府办, relevant: 县直各相关部门, others: 住建局等}
        targets:
          roads: {name: 农村公路, task: {}, lead: [office], assist: [relevant]}
          water: {name: 农村供水, task: {}, lead: [others]}
          air: {name: 空气质量, task: {}, lead: [others, office]}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:1:39 info “县直各相关部门” names nobody who could answer",
        "plan.yaml:1:56 warning “住建局等” names nobody, and leads 2 targets",
    ]


def test_all_towns_are_somebody() -> None:
    assert findings("departments: {towns: 各镇(街道), grade: 县高等教育办}", RULE) == []
