from tests.rules.cases import findings

RULE = "plan/unused-department"


def test_declared_and_never_named() -> None:
    snippet = """
        departments: {office: 县政府办, water: 县水利局, housing: 县住建局}
        targets: {roads: {name: 农村公路, task: {}, lead: [office], assist: [housing]}}
        """
    assert findings(snippet, RULE) == ["plan.yaml:1:29 info 县水利局 is declared, and no target names it"]


def test_a_target_that_could_not_be_read_may_name_it() -> None:
    snippet = """
        departments: {office: 县政府办, water: 县水利局}
        targets:
          roads: {name: 农村公路, task: {}, lead: [office]}
          supply: {name: 农村供水, tsak: {}, lead: [water]}
        """
    assert findings(snippet, RULE) == []
