from tests.rules.cases import findings, hints

RULE = "schema/report"


def test_nothing() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {as_of: 2024-06-30}}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:1:14 error this figure reports nothing",
    ]
    assert hints(snippet, RULE) == [
        "write exactly one of value, count with of, state, and done",
    ]


def test_several() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {value: 5, state: 建成}}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:1:25 error this figure reports several things: value, state",
    ]
    assert hints(snippet, RULE) == [
        "keep the one that was reported",
    ]


def test_unknown() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {vlaue: 5}, b: {数值: 5}, c: {zzz: 5}}
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:1:15 error "vlaue" is nothing that a figure can report',
        'progress/2024.yaml:1:30 error "数值" is nothing that a figure can report',
        'progress/2024.yaml:1:42 error "zzz" is nothing that a figure can report',
    ]
    assert hints(snippet, RULE) == [
        "write value",
        "write value",
        "write exactly one of value, count with of, state, and done",
    ]


def test_in_a_list() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: [{value: 5, as_of: 2024-06-30}, {as_of: 2024-12-31}]}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:1:46 error this figure reports nothing",
    ]


def test_one() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {count: 1, of: 2}, b: {state: x}, c: {done: true}, d: {value: 1}, e: 2}
        """
    assert findings(snippet, RULE) == []
