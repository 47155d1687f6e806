from tests.rules.cases import findings, hints

RULE = "schema/unknown-key"


def test_misspelt_or_in_chinese() -> None:
    snippet = """
        targets:
          a: {name: 甲, 单位: 个, reach: {at_least: 98}, leader: [office], zzz: 1}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:16 error "单位" is no key that may stand here',
        'plan.yaml:2:46 error "leader" is no key that may stand here',
        'plan.yaml:2:64 error "zzz" is no key that may stand here',
    ]
    assert hints(snippet, RULE) == [
        "write unit",
        "write lead",
        "the keys that may stand here: name, unit, reach, keep, accumulate, grow, compare, milestone, task, baseline, nature, group, lead, assist, source, note, stated, under",
    ]


def test_at_the_wrong_level() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {at_least: 98, unit: 个}, by: 2027}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:38 error "unit" is no key that may stand here',
        'plan.yaml:2:48 error "by" is no key that may stand here',
    ]
    assert hints(snippet, RULE) == [
        "move it out of reach, to stand beside it",
        "move it into the braces of reach",
    ]


def test_a_section() -> None:
    snippet = """
        # progress/2024.yaml
        figure: {a: 5}
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:1:1 error "figure" is no key that may stand here',
    ]
    assert hints(snippet, RULE) == [
        "write figures",
    ]


def test_known_keys() -> None:
    snippet = """
        targets:
          a: {name: 甲, unit: 个, reach: {at_least: 98, by: 2027}}
        """
    assert findings(snippet, RULE) == []
