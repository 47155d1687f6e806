from tests.rules.cases import findings

RULE = "plan/own-parent"


def test_a_locality_is_not_above_itself() -> None:
    assert findings("locality: {id: demo, name: 示范县, parent: demo}", RULE) == [
        "plan.yaml:1:41 error 示范县 is given as its own parent"
    ]


def test_another_parent_or_none_is_fine() -> None:
    assert findings("locality: {id: demo, name: 示范县, parent: city}", RULE) == []
    assert findings("locality: {id: demo, name: 示范县}", RULE) == []
