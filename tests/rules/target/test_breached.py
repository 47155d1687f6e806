from tests.rules.cases import findings, hints

RULE = "target/breached"


def test_a_period_or_a_total_that_broke() -> None:
    snippet = """
        targets:
          a: {name: 甲, unit: 个, keep: {at_least: 5}, lead: [office]}
          b: {name: 乙, unit: 个, nature: indicative, keep: {at_most: 5, each: quarter}, lead: [office]}
          c: {name: 丙, unit: 次, accumulate: {at_most: 5}, lead: [office]}
          d: {name: 丁, unit: 个, keep: {at_least: 5}, lead: [office]}
        # progress/2023.yaml
        figures: {a: 3, b: [{value: 6, as_of: 2023-03-31}], c: 6, d: 5}
        # as of 2024-06-30
        """

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 error 甲: broken in 2023, 3 against ≥ 5",
        "plan.yaml:3:3 warning 乙: broken in 2023-Q1, 6 against ≤ 5",
        "plan.yaml:4:3 error 丙: the total 6 has exceeded ≤ 5",
    ]
    assert hints(snippet, RULE) == [
        "report what is being done about it; a target changes only by an amendment with its document",
        "report what is being done about it; a target changes only by an amendment with its document",
        "report what is being done about it; a target changes only by an amendment with its document",
    ]
