from tests.rules.cases import findings, hints

RULE = "plan/unknown-department"


def test_each_place_that_names_an_undeclared_unit() -> None:
    snippet = """
        targets:
          roads: {name: 农村公路, task: {}, lead: [agricluture], assist: [office, postal]}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:40 error 农村公路: the unit «agricluture» is not declared",
        "plan.yaml:2:71 error 农村公路: the unit «postal» is not declared",
    ]
    assert hints(snippet, RULE) == [
        "write agriculture if 县农业农村局 is meant, or declare it under departments",
        "add it under departments, as `postal:` and its name",
    ]


def test_without_departments_every_unit_is_unknown() -> None:
    snippet = """
        departments:
        targets: {roads: {name: 农村公路, task: {}, lead: [office]}}
        """
    assert findings(snippet, RULE) == ["plan.yaml:2:48 error 农村公路: the unit «office» is not declared"]


def test_declared_units_are_fine() -> None:
    assert findings("targets: {roads: {name: 农村公路, task: {}, lead: [office], assist: [housing]}}", RULE) == []
