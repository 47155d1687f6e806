from tests.rules.cases import findings, hints

RULE = "plan/reversed-range"


def test_the_greater_number_first() -> None:
    snippet = """
        targets:
          villages:
            name: 文明村镇
            unit: 个
            accumulate: {between: [5.5, 3]}
            stated: [{source: 附件1, between: [5, 3]}]
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:5:27 error 文明村镇: no number lies between 5.5 and 3",
        "plan.yaml:6:37 error 文明村镇: no number lies between 5 and 3",
    ]
    assert hints(snippet, RULE)[0] == "write the smaller number first: [3, 5.5]"


def test_ranges_and_placeholders() -> None:
    snippet = """
        targets:
          a: {name: 甲, unit: 个, accumulate: {between: [3, 5]}}
          b: {name: 乙, unit: 个, accumulate: {between: [3, 3]}}
          c: {name: 丙, unit: 个, accumulate: {between: [5, x]}}
        """
    assert findings(snippet, RULE) == []
