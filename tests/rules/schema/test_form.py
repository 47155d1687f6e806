from tests.rules.cases import findings, hints

RULE = "schema/form"


def test_none() -> None:
    snippet = """
        targets:
          a: {name: 甲, unit: 个}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:6 error no form says what is asked of the target",
    ]
    assert hints(snippet, RULE) == [
        "write exactly one of reach, keep, accumulate, grow, compare, milestone, task",
    ]


def test_two() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {at_least: 1}, keep: {at_least: 1}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:38 error the target has several forms: reach, keep",
    ]
    assert hints(snippet, RULE) == [
        "keep one form, and make a target of its own of each other",
    ]


def test_unknown() -> None:
    snippet = """
        targets:
          a: {name: 甲, reech: {at_least: 1}}
          b: {name: 乙, 节点: {states: [x, y], reach: y}}
          c: {name: 丙, zzz: {at_least: 1}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:16 error "reech" is none of the forms',
        'plan.yaml:3:16 error "节点" is none of the forms',
        'plan.yaml:4:16 error "zzz" is none of the forms',
    ]
    assert hints(snippet, RULE) == [
        "write reach",
        "write milestone",
        "write one of reach, keep, accumulate, grow, compare, milestone, task",
    ]


def test_a_bound_outside_of_a_form() -> None:
    snippet = """
        targets:
          a: {name: 甲, at_most: 1.54, by: 2027}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:16 error at_most stands outside of any form",
    ]
    assert hints(snippet, RULE) == [
        "put it into the form that fits, such as reach: {at_most: 1.54}",
    ]


def test_one() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {at_least: 1}}
          b: {name: 乙, task: {}}
        """
    assert findings(snippet, RULE) == []
