from tests.rules.cases import findings, hints

RULE = "schema/bound"


def test_none() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {by: 2027}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:23 error no bound says which number is asked for",
    ]
    assert hints(snippet, RULE) == [
        "write exactly one of at_least, above, at_most, below, equal, between, about",
    ]


def test_two() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {at_least: 10, at_most: 12}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:38 error several bounds stand here: at_least, at_most",
    ]
    assert hints(snippet, RULE) == [
        "keep one; a range is written between: [10, 12]",
    ]


def test_unknown() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {atleast: 98}}
          b: {name: 乙, reach: {value: 98}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:24 error "atleast" is no bound',
        'plan.yaml:3:24 error "value" is no bound',
    ]
    assert hints(snippet, RULE) == [
        "write at_least",
        "write one of at_least, above, at_most, below, equal, between, about",
    ]


def test_of_a_statement() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {at_least: 98}, stated: [{source: 正文9}]}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:48 error no bound says which number is asked for",
    ]
    assert hints(snippet, RULE) == [
        "write exactly one of at_least, above, at_most, below, equal, between, about",
    ]


def test_of_a_comparison() -> None:
    snippet = """
        targets:
          a: {name: 甲, compare: {between: [1, 2]}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:26 error "between" is no bound',
    ]
    assert hints(snippet, RULE) == [
        "write one of at_least, above, at_most, below, equal, about",
    ]


def test_one() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {about: 15, within: 1}}
        """
    assert findings(snippet, RULE) == []
