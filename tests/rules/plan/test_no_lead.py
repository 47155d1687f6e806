from tests.rules.cases import findings, hints

RULE = "plan/no-lead"


def test_nobody_leads() -> None:
    snippet = """
        targets:
          coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}}
          roads: {name: 农村公路, task: {}, lead: [], assist: [housing]}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 warning 设施覆盖率: no unit leads it",
        "plan.yaml:3:3 warning 农村公路: no unit leads it",
    ]


def test_the_hint_names_who_could_lead() -> None:
    snippet = """
        departments: {a: 甲局, b: 乙局, c: 丙局, d: 丁局, e: 戊局, f: 己局, g: 庚局}
        targets:
          none: {name: 无人, task: {}}
          one: {name: 一家, task: {}, assist: [a]}
          two: {name: 两家, task: {}, assist: [a, b, a]}
          many: {name: 七家, task: {}, assist: [a, b, c, d, e, f, g]}
        """
    assert hints(snippet, RULE) == [
        "have the issuing office name the unit that answers for it, and write it under `lead`",
        "if 甲局 leads, move it from `assist` to `lead`; else have the lead named",
        "have the issuing office name which of these leads: 甲局, 乙局",
        "have the issuing office name which of the 7 assisting units leads",
    ]


def test_a_lead_is_enough() -> None:
    assert findings("targets: {roads: {name: 农村公路, task: {}, lead: [office]}}", RULE) == []
