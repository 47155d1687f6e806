from tests.rules.cases import findings, hints

RULE = "schema/number"


def test_ornaments() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: 98%
          b: {value: 约98}
          c: {value: 98个}
          d: 1.18万人
          e: "98"
          f: 97。5
          g: 11,800元
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:2:6 error "98%" is no number',
        'progress/2024.yaml:3:14 error "约98" is no number',
        'progress/2024.yaml:4:14 error "98个" is no number',
        'progress/2024.yaml:5:6 error "1.18万人" is no number',
        'progress/2024.yaml:6:6 error "98" is a text because of its quotes, and a number belongs here',
        'progress/2024.yaml:7:6 error "97。5" is no number',
        'progress/2024.yaml:8:6 error "11,800元" is no number',
    ]
    assert hints(snippet, RULE) == [
        "write 98; the unit stands in the plan",
        "write 98",
        "write 98",
        "write 11800, or the figure in the target's own unit",
        "write 98",
        "write 97.5",
        "write 11800",
    ]


def test_nothing_to_report() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: 无, b: {value: —}, c: N/A}
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:1:14 error "无" is no number',
        'progress/2024.yaml:1:28 error "—" is no number',
        'progress/2024.yaml:1:35 error "N/A" is no number',
    ]
    assert hints(snippet, RULE) == [
        "leave the whole entry out where nothing is known",
        "leave the whole entry out where nothing is known",
        "leave the whole entry out where nothing is known",
    ]


def test_states_and_tasks() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: 开工建设, b: 是, c: 83/85}
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:1:14 error "开工建设" is no number',
        'progress/2024.yaml:1:23 error "是" is no number',
        'progress/2024.yaml:1:29 error "83/85" is no number',
    ]
    assert hints(snippet, RULE) == [
        "write the number; or {state: …} for a milestone, {done: true, evidence: …} for a task",
        "write {done: true, evidence: …}",
        "write {count: 83, of: 85}",
    ]


def test_bounds() -> None:
    snippet = """
        period: {start: 2023年, end: "2027"}
        targets:
          a: {name: 甲, reach: {at_least: 10-12}}
          b: {name: 乙, reach: {at_least: "98"}, baseline: {year: 2022年, value: 九十}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:1:17 error "2023年" is no number',
        'plan.yaml:1:29 error "2027" is a text because of its quotes, and a number belongs here',
        'plan.yaml:3:34 error "10-12" is no number',
        'plan.yaml:4:34 error "98" is a text because of its quotes, and a number belongs here',
        'plan.yaml:4:58 error "2022年" is no number',
        'plan.yaml:4:72 error "九十" is no number',
    ]
    assert hints(snippet, RULE) == [
        "write 2023",
        "write 2027",
        "write a range as between: [10, 12]",
        "write 98",
        "write 2022",
        "write it like 91.4",
    ]


def test_placeholders_are_no_mistake() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {at_least: x}}
          b: {name: 乙, reach: {between: [×, 待定]}}
        """
    assert findings(snippet, RULE) == []
