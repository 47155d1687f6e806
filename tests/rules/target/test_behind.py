from tests.rules.cases import findings, hints

RULE = "target/behind"


def test_every_form_says_by_how_much() -> None:
    snippet = """
        targets:
          a: {name: 甲, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 90}, lead: [office]}
          b: {name: 乙, unit: 亿元, grow: {at_least: 7}, baseline: {year: 2022, value: 100}, lead: [office]}
          c: {name: 丙, unit: 个, accumulate: {at_least: 50}, lead: [office]}
          d: {name: 丁, milestone: {states: [开工, 建成], reach: 建成, expect: {2024: 建成}}, lead: [office]}
          e: {name: 戊, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 90}, lead: [office]}
        # progress/2023.yaml
        figures: {a: 91, b: 106, c: 5, e: 97}
        # progress/2024.yaml
        figures: {a: 92, b: 110, c: 5, d: {state: 开工, as_of: 2024-12-31}, e: 97}
        # as of 2025-02-10
        """

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 warning 甲: behind, 92 where 93.2 was expected (-15 points)",
        "plan.yaml:3:3 warning 乙: behind, 4.88 against ≥ 7",
        "plan.yaml:4:3 warning 丙: behind, 20 % of the total where 40 % was scheduled (-20 points)",
        "plan.yaml:5:3 warning 丁: behind, still «开工»",
    ]
    assert hints(snippet, RULE) == [
        "say what is being done to catch up; the deadline is 2027-12-31",
        "the remaining years need 8.44 a year",
        "say what is being done to catch up; the deadline is 2027-12-31",
        "say what is being done to catch up; the deadline is 2027-12-31",
    ]
