from tests.rules.cases import findings, hints

RULE = "target/placeholder"


def test_only_the_bound_that_is_to_come() -> None:
    snippet = """
        targets:
          a: {name: 甲, unit: 个, reach: {at_least: ××}, lead: [office]}
          b: {name: 乙, unit: 个, reach: {at_least: 5}, lead: [office]}
        """

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 warning 甲: cannot be judged, its bound «≥ ××» is a placeholder",
    ]
    assert hints(snippet, RULE) == [
        "write the number when the document gives it",
    ]
