from tests.rules.cases import findings, hints

RULE = "target/missed"


def test_by_nature_and_never_rounded_into_a_pass() -> None:
    snippet = """
        targets:
          a: {name: 甲, unit: 个, reach: {at_least: 5, by: 2024}, lead: [office]}
          b: {name: 乙, unit: "%", nature: indicative, reach: {at_least: 98, by: 2024}, lead: [office]}
          c: {name: 丙, unit: 个, reach: {at_least: 5, by: 2024}, lead: [office]}
        # progress/2024.yaml
        figures: {a: 3, b: 97.996, c: 5}
        # as of 2025-06-30
        """

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 error 甲: missed, 3 against ≥ 5",
        "plan.yaml:3:3 warning 乙: missed, 97.996 against ≥ 98",
    ]
    assert hints(snippet, RULE) == [
        "report what is being done about it; a target changes only by an amendment with its document",
        "report what is being done about it; a target changes only by an amendment with its document",
    ]
