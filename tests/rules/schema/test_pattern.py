from tests.rules.cases import findings, hints

RULE = "schema/pattern"


def test_a_division_code() -> None:
    snippet = """
        locality: {id: demo, name: 示范县, code: "33030"}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:1:39 error "33030" does not have the shape that belongs here',
    ]
    assert hints(snippet, RULE) == [
        'write it like "330305"',
    ]


def test_a_rule() -> None:
    snippet = """
        # waivers.yaml
        format: 1
        waivers: [{rule: 目标/滞后, reason: x, approved_by: y, expires: 2025-12-31}]
        """
    assert findings(snippet, RULE) == [
        'waivers.yaml:2:18 error "目标/滞后" does not have the shape that belongs here',
    ]
    assert hints(snippet, RULE) == [
        "write it like target/behind",
    ]


def test_a_line_break() -> None:
    snippet = """
        locality: {id: demo, name: 示范县, parent: "up\\n"}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:1:41 error "up" ends with a line break',
    ]
    assert hints(snippet, RULE) == [
        "delete the line break at its end",
    ]


def test_the_right_shape() -> None:
    snippet = """
        locality: {id: demo, name: 示范县, code: "330305"}
        """
    assert findings(snippet, RULE) == []
