from tests.rules.cases import findings, hints

RULE = "schema/range"


def test_below_or_above() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {about: 5, within: -1, by: 27}}
          b: {name: 乙, compare: {above: {reference: r}, lag: -1}, baseline: {year: 3000, value: 5}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:42 error -1 stands where only a number ≥ 0 can",
        "plan.yaml:2:50 error 27 stands where only a number ≥ 1900 can",
        "plan.yaml:3:54 error -1 stands where only a number ≥ 0 can",
        "plan.yaml:3:76 error 3000 stands where only a number ≤ 2199 can",
    ]
    assert hints(snippet, RULE) == [
        "write a number ≥ 0",
        "write 2027",
        "write a number ≥ 0",
        "write a number ≤ 2199",
    ]


def test_a_whole_of_nothing() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {count: 0, of: 0}}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:1:29 error 0 stands where only a number > 0 can",
    ]
    assert hints(snippet, RULE) == [
        "write a number > 0",
    ]


def test_within() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {count: 0, of: 1}, b: -5}
        """
    assert findings(snippet, RULE) == []
