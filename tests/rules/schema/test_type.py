from tests.rules.cases import findings, hints

RULE = "schema/type"


def test_a_list() -> None:
    snippet = """
        targets:
          a: {name: 甲, task: {}, lead: 县政府办, assist: office、housing}
          b: {name: 乙, reach: {between: 10-12}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:32 error "县政府办" stands where a list belongs',
        'plan.yaml:2:46 error "office、housing" stands where a list belongs',
        'plan.yaml:3:33 error "10-12" stands where a list belongs',
    ]
    assert hints(snippet, RULE) == [
        "write [office]",
        "write [office, housing]",
        "write [10, 12]",
    ]


def test_a_text() -> None:
    snippet = """
        locality: {id: demo, name: 示范县, code: 330305}
        targets:
          a: {name: 甲, task: {}, source: 20, note: [口径]}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:1:39 error "330305" stands where a text belongs',
        'plan.yaml:3:34 error "20" stands where a text belongs',
        "plan.yaml:3:44 error a list stands where a text belongs",
    ]
    assert hints(snippet, RULE) == [
        'write "330305"',
        'write "20"',
        "write 口径",
    ]


def test_a_mapping() -> None:
    snippet = """
        period: 2023-2027年
        targets:
          a: {name: 甲, reach: 98, baseline: 91.4}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:1:9 error "2023-2027年" stands where a mapping in braces or on lines of its own belongs',
        'plan.yaml:3:23 error "98" stands where a mapping in braces or on lines of its own belongs',
        'plan.yaml:3:37 error "91.4" stands where a mapping in braces or on lines of its own belongs',
    ]
    assert hints(snippet, RULE) == [
        "write {start: 2023, end: 2027}",
        "write it like {at_least: 98}",
        "write it like {year: 2022, value: 91.4}",
    ]


def test_true_or_false() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {done: 是, evidence: x}, b: {done: yes, evidence: x}, c: {done: 未完成}, d: {done: 也许}}
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:1:21 error "是" stands where true or false belongs',
        'progress/2024.yaml:1:48 error "yes" stands where true or false belongs',
        'progress/2024.yaml:1:77 error "未完成" stands where true or false belongs',
        'progress/2024.yaml:1:93 error "也许" stands where true or false belongs',
    ]
    assert hints(snippet, RULE) == [
        "write true",
        "write true",
        "write false",
        "write it like true",
    ]


def test_several_kinds() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: true}
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:1:14 error "true" stands where a number or a mapping in braces or on lines of its own or a list belongs',
    ]
    assert hints(snippet, RULE) == [
        "write {done: true}",
    ]


def test_nothing() -> None:
    snippet = """
        targets:
          a:
            name: 甲
            reach: {at_least: 98}
            note:
          b: {name: 乙, task: }
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:5:10 error nothing stands behind the colon, where a text belongs",
        "plan.yaml:6:22 error nothing stands behind the colon, where a mapping in braces or on lines of its own belongs",
    ]
    assert hints(snippet, RULE) == [
        "write it like 口径：有设施的行政村／全部行政村, or delete the line",
        "write {}",
    ]


def test_a_whole_number() -> None:
    snippet = """
        targets:
          a: {name: 甲, compare: {above: {reference: r}, lag: 0.5}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:54 error "0.5" stands where a whole number belongs',
    ]


def test_an_empty_file() -> None:
    raw = {"progress/2024.yaml": "# 还没有\n".encode()}

    assert findings("", RULE, raw=raw) == ["progress/2024.yaml:1:1 error the file is empty"]
    assert hints("", RULE, raw=raw) == ["begin the file with format: 1, and give each key a line of its own"]


def test_a_file_of_something_else() -> None:
    raw = {"progress/2024.yaml": "- 甲\n".encode()}

    assert findings("", RULE, raw=raw) == ["progress/2024.yaml:1:1 error the file does not hold keys and their values"]
