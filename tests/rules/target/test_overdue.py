from tests.rules.cases import findings, hints

RULE = "target/overdue"


def test_work_and_states() -> None:
    snippet = """
        targets:
          a: {name: 甲, task: {by: 2024}, lead: [office]}
          b: {name: 乙, nature: indicative, milestone: {states: [开工, 建成], reach: 建成, by: 2025-03-31}, lead: [office]}
          c: {name: 丙, task: {by: 2026}, lead: [office]}
        # progress/2024.yaml
        figures: {b: {state: 开工, as_of: 2024-06-30}}
        # as of 2025-06-30
        """

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 error 甲: 181 days late, not reported as done",
        "plan.yaml:3:3 warning 乙: 91 days late, «开工» against «建成»",
    ]
    assert hints(snippet, RULE) == [
        "report it when it is done, with evidence: {done: true, as_of: …, evidence: …}",
        "report the state with its day: {state: …, as_of: …}",
    ]
