from tests.rules.cases import findings

RULE = "plan/repeated-department"


def test_twice_in_one_list_and_in_both() -> None:
    snippet = """
        targets:
          roads: {name: 农村公路, task: {}, lead: [office, office], assist: [housing, office]}
          water: {name: 农村供水, task: {}, lead: [office], assist: [housing, agriculture, housing]}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:48 warning 农村公路: 县政府办 is named twice",
        "plan.yaml:2:75 warning 农村公路: 县政府办 is named both to lead and to assist",
        "plan.yaml:3:80 warning 农村供水: 县住建局 is named twice",
    ]


def test_two_targets_may_share_their_units() -> None:
    snippet = """
        targets:
          roads: {name: 农村公路, task: {}, lead: [office], assist: [housing]}
          water: {name: 农村供水, task: {}, lead: [housing], assist: [office]}
        """
    assert findings(snippet, RULE) == []
